"""Blueprint to ``.xlsx``: styles, protection, charts, cached values, fixed bytes."""

from workbook_builder.save import save_whole
from workbook_builder.workbook_writer import write_workbook

__all__ = ["save_whole", "write_workbook"]
