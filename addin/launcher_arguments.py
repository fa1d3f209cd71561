"""What a button hands over to Python, as arguments of a process."""

import re
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from addin.menu import menu


class ArgumentsError(ValueError):
    """These are not the arguments of a launcher of ours."""


@dataclass(frozen=True, kw_only=True)
class Errand:
    """One press of a button.

    ``version`` is that of the button's add-in. ``hwnd`` is the handle of the window of Excel,
    ``book`` the name of the workbook in front in it, ``""`` where there is none. For the host
    ``file`` the workbook lies at ``path``, and its annotated copy is written to ``into``; both are
    absolute.
    """

    action: str
    host: str
    version: str
    hwnd: int
    book: str
    path: Path
    into: Path


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Raise: behind a button there is no terminal to print on."""
        raise ArgumentsError(message)


def read_arguments(arguments: Sequence[str]) -> Errand:
    """Return what was pressed; ArgumentsError where a launcher of ours did not write this.

    >>> read_arguments(["cetak", "--host=excel", "--version=1", "--book=-a=b %.xlsx"]).book
    '-a=b %.xlsx'
    """
    parser = _Parser(prog="addin", allow_abbrev=False, add_help=False)
    parser.add_argument("action", choices=[button.action for button in menu().buttons])
    parser.add_argument("--host", choices=["excel", "file"], required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--hwnd", type=int, default=0)
    book = parser.add_mutually_exclusive_group()
    book.add_argument("--book", default="")
    book.add_argument("--book-escaped", dest="book", type=unescaped)
    parser.add_argument("--into")
    given = parser.parse_args(arguments)
    path = Path(given.book).absolute()
    given.into = Path(given.into or f"{path.with_suffix('')} (diperiksa){path.suffix}").absolute()
    return Errand(**vars(given), path=path)


def unescaped(name: str) -> str:
    """Return the name that the launcher wrote without percent signs.

    Windows Script Host replaces ``%NAME%`` in a command line; the launcher writes ``%`` as ``~25``
    and ``~`` as ``~7E``.

    >>> unescaped("100~25 ~7Esalinan.xlsx")
    '100% ~salinan.xlsx'
    """
    return re.sub(r"~(25|7E)", lambda found: chr(int(found[1], 16)), name)
