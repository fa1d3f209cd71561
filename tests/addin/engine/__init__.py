"""An Excel for tests: xlwings' own object model, over openpyxl instead of COM.

It stands on `xlwings.base_classes` alone, the interface that xlwings' engines share; whatever is
not written here raises NotImplementedError there. It behaves like Excel where Excel surprises: it
takes in texts as if they were typed, refuses locked cells as a whole, does not show hidden sheets,
and recalculates only when it is to. That it is like Excel is known from Excel's documentation, not
from Excel.
"""

import atexit
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import xlwings

from tests.addin.engine.application import Apps, Engine
from tests.addin.engine.excel_error import ExcelError

__all__ = ["WINDOWS_MODULE", "Apps", "ExcelError", "running"]

WINDOWS_MODULE = "xlwings._xlwindows"


@contextmanager
def running() -> Iterator[Apps]:
    """Make this engine the one that xlwings talks to, with nothing open yet."""
    before = xlwings.engines.active
    engine = xlwings.Engine(impl=Engine())
    xlwings.engines.add(engine)
    engine.activate()
    sys.modules[WINDOWS_MODULE] = windows = _windows()
    try:
        yield engine.impl.apps
    finally:
        atexit.unregister(windows.cleanup)
        del sys.modules[WINDOWS_MODULE]
        xlwings.engines.active = before
        xlwings.engines.engines.remove(engine)
        del xlwings.engines.engines_by_name[engine.name]


def _windows() -> ModuleType:
    """Return what stands for xlwings' module for Windows, with its habit at the end of Python."""
    module = ModuleType(WINDOWS_MODULE)
    vars(module).update(N_COM_ATTEMPTS=0, cleanup=lambda: None)
    atexit.register(module.cleanup)
    return module
