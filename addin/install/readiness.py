"""What must hold before anything is changed."""

import sys
from pathlib import Path, PureWindowsPath

from addin.install.failure import SetupError
from addin.install.machine import Machine

STORE = "windowsapps"
"""The folder of the Microsoft Store: its Pythons write where no other program can read."""


def require_ready(machine: Machine, command: str, *, excel: bool) -> None:
    """Raise SetupError where installing or removing cannot end well."""
    if from_store(machine.python):
        raise SetupError("store_python", path=machine.python)
    if Path(sys.prefix) == machine.places.venv:
        raise SetupError("own_python", command=command)
    if excel and excel_is_open(machine):
        raise SetupError("close_excel")


def from_store(python: Path | str) -> bool:
    r"""Whether a Python is the Store's, or the alias that only opens the Store.

    >>> from_store(r"C:\Users\siti\AppData\Local\Microsoft\WindowsApps\python.exe")
    True
    """
    return STORE in (part.lower() for part in PureWindowsPath(python).parts)


def excel_is_open(machine: Machine) -> bool:
    """Whether this user's Excel runs, as far as Windows tells; a held file is noticed later.

    On a shared server the Excels of others do not count.
    """
    if not machine.places.windows:
        return False
    tasks = Path(machine.environ.get("SystemRoot", r"C:\Windows")) / "System32" / "tasklist.exe"
    which = ["/FI", "IMAGENAME eq EXCEL.EXE"]
    if user := machine.environ.get("USERNAME"):
        which += ["/FI", f"USERNAME eq {user}"]
    listed = machine.run([tasks, *which, "/FO", "CSV"], seconds=30)
    return '"EXCEL.EXE"' in listed.output.upper()
