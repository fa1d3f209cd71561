"""Blueprint to ``.xlsx``: styles, protection, charts, cached values, fixed bytes."""

from workbook_builder.save import save_whole
from workbook_builder.workbook_writer import MasterWorkbook, write_workbook

__all__ = ["MasterWorkbook", "save_whole", "write_workbook"]
