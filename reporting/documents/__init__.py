"""Official papers as Word files: a template with named fields, and what fills them."""

from reporting.documents.default_template import default_template
from reporting.documents.fill import Fault, TemplateError, filled

__all__ = ["Fault", "TemplateError", "default_template", "filled"]
