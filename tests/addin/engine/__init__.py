"""An Excel for tests: xlwings' own object model, over openpyxl instead of COM.

It stands on `xlwings.base_classes` alone, the interface that xlwings' engines share; whatever is
not written here raises NotImplementedError there. It behaves like Excel where Excel surprises: it
takes in texts as if they were typed, refuses locked cells as a whole, does not show hidden sheets,
and recalculates only when it is to. That it is like Excel is known from Excel's documentation, not
from Excel.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import xlwings

from tests.addin.engine.application import Apps, Engine
from tests.addin.engine.excel_error import ExcelError

__all__ = ["Apps", "ExcelError", "running"]


@contextmanager
def running() -> Iterator[Apps]:
    """Make this engine the one that xlwings talks to, with nothing open yet."""
    before = xlwings.engines.active
    engine = xlwings.Engine(impl=Engine())
    xlwings.engines.add(engine)
    engine.activate()
    try:
        yield engine.impl.apps
    finally:
        xlwings.engines.active = before
        xlwings.engines.engines.remove(engine)
        del xlwings.engines.engines_by_name[engine.name]
