"""Audit: what can be checked in a report that already exists, whatever program wrote it."""

from iku.audit.document import Document
from iku.audit.run import audit

__all__ = ["Document", "audit"]
