"""Blueprint to ``.xlsx``: styles, protection, charts, cached values, fixed bytes."""

import os

# openpyxl decides when it is first imported, here and nowhere else in the product, whether it
# writes through lxml. What it writes must not depend on which libraries a machine happens to have.
os.environ["OPENPYXL_LXML"] = "False"

from workbook_builder.save import save_whole
from workbook_builder.workbook_writer import MasterWorkbook, write_workbook

__all__ = ["MasterWorkbook", "save_whole", "write_workbook"]
