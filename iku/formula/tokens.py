"""Cutting the text of a formula into tokens."""

import re
from typing import NamedTuple

from iku.formula.error import FormulaError


class Token(NamedTuple):
    """One token: its kind, its text, and where it begins."""

    kind: str
    text: str
    position: int


END = "end"

# A word followed by "(" is a function even where it looks like a cell (LOG10), and a longer word
# may begin like one (A1B), so a cell must end at something that continues neither.
_TOKEN = re.compile(
    r"""
    (?P<symbol><=|>=|<>|[-+*/^&=<>(),:])
  | (?P<space>[ \t\r\n]+)
  | (?P<string>"(?:[^"]|"")*")
  | (?P<sheet>'(?:[^']|'')+'!|[^\W\d][\w.]*+!)
  | (?P<cell>\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?![\w.(]))
  | (?P<word>[A-Za-z_][A-Za-z0-9_.]*)
  | (?P<number>(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![\w.]))
    """,
    re.VERBOSE,
)

_REMARKS = {
    '"': "teks tidak ditutup dengan tanda kutip",
    "'": "nama sheet tidak ditutup dengan tanda petik dan tanda seru",
    ";": "pisahkan argumen dengan koma, bukan titik koma",
    "%": "tanda persen tidak dipakai; tulis *100",
}


def tokens(text: str) -> list[Token]:
    """Return the tokens of a formula without its spaces, closed by one of kind ``end``.

    Raise FormulaError at the first character that belongs to no token.
    """
    found: list[Token] = []
    position = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start != position:
            break
        if match.lastgroup != "space":
            found.append(Token(match.lastgroup or "", match[0], start))
        position = end
    if position < len(text):
        raise _unreadable(text, position)
    found.append(Token(END, "", position))
    return found


def _unreadable(text: str, position: int) -> FormulaError:
    character = text[position]
    if character.isdigit() or character == ".":
        return FormulaError("angka ini tidak dikenali; tulis misalnya 2.5", position)
    remark = _REMARKS.get(character, f"karakter {character!r} tidak dikenali")
    return FormulaError(remark, position)
