"""The Python end of a button: it reaches the program, does the work, and says how it ended.

Importing this loads nothing that only some buttons need.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import IntEnum
from importlib import import_module

from addin.host import Host
from addin.launcher_arguments import ArgumentsError, Errand, read_arguments
from addin.launcher_log import record
from addin.places import places
from addin.sentences import say
from addin.version import installed_version


class Leaving(IntEnum):
    """How the process ends; the button's side knows the same numbers (modIKU.bas)."""

    DONE = 0
    USAGE = 2
    VERSIONS = 10
    NO_HOST = 11
    UNTOLD = 12
    TOLD = 20


def main(arguments: Sequence[str]) -> int:
    """Do what a button asks for and return how to leave; every failure is in the log.

    Nobody was told yet, except where `Leaving.DONE` or `Leaving.TOLD` is returned.
    """
    try:
        errand = read_arguments(arguments)
    except ArgumentsError as error:
        record(arguments, error)
        return Leaving.USAGE
    _leave_the_folder_of_the_workbook()
    try:
        host = _reached(errand)
    except Exception as error:  # noqa: BLE001  whatever keeps us from the host, the button tells
        record(arguments, error)
        return _unreached(errand, error)
    return _work(errand, host, arguments)


def _reached(errand: Errand) -> Host:
    """Return the program in which the button was pressed."""
    if errand.host == "file":
        from addin.file_host import FileHost  # noqa: PLC0415 - one host is enough

        return FileHost(errand.path if errand.book else None, errand.into, _tell)
    from addin.xlwings_host import attach  # noqa: PLC0415 - one host is enough

    return attach(errand.hwnd, errand.book)


def _unreached(errand: Errand, error: Exception) -> Leaving:
    """Return why the host was not reached, as the button is to tell it."""
    if errand.version != installed_version():
        return Leaving.VERSIONS
    return Leaving.UNTOLD if isinstance(error, ImportError) else Leaving.NO_HOST


def _work(errand: Errand, host: Host, arguments: Sequence[str]) -> Leaving:
    installed = installed_version()
    try:
        if errand.version != installed:
            told = say("versions_differ", host.language, button=errand.version, program=installed)
            host.alert("IKU", told)
            return Leaving.TOLD
        _button(errand.action)(host)
    except Exception as error:  # noqa: BLE001  whatever it is, the user gets one sentence
        record(arguments, error)
        return _tell_of_failure(host, arguments)
    return Leaving.DONE


def _tell_of_failure(host: Host, arguments: Sequence[str]) -> Leaving:
    try:
        host.alert("IKU", say("unexpected", host.language, log=places().log_file))
    except Exception as error:  # noqa: BLE001  then the button tells it
        record(arguments, error)
        return Leaving.UNTOLD
    return Leaving.TOLD


def _button(action: str) -> Callable[[Host], None]:
    """Return what a button does, the name of the action being that of the function."""
    found: Callable[[Host], None] = getattr(
        import_module("addin.buttons"), action.replace("-", "_")
    )
    return found


def _leave_the_folder_of_the_workbook() -> None:
    """Go where only the installer writes, so that nothing is loaded from, or kept locked in, it."""
    with suppress(OSError):
        os.chdir(sys.prefix)


def _tell(sentence: str) -> None:
    """Write a sentence where whoever started us without any window of a host reads it."""
    if sys.stdout is not None:
        sys.stdout.write(f"{sentence}\n")
