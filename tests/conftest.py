"""What holds for every test of the repository."""

import gc
from pathlib import Path

from hypothesis import settings

# Before any test imports openpyxl: it decides how openpyxl writes, here as in the product.
import workbook_builder  # noqa: F401

# Run by the system's Python inside LibreOffice; they import what only that Python has.
collect_ignore = [str(Path(__file__).parent / "judges" / "inside_calc")]

# No deadline: two cores are shared with LibreOffice. Always the same cases: a red test stays red.
settings.register_profile("iku", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("iku")

# What is imported and collected stays until the end: to look for garbage in it takes minutes.
gc.set_threshold(100_000, 20, 100)


def pytest_collection_finish() -> None:
    """Leave out of every later look what was collected."""
    gc.freeze()
