"""Strings: the shared strings part, and how OOXML writes characters that XML cannot."""

import re

from workbook_reader.markup import parse_part
from workbook_reader.refusal import separated, too_large

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    r"""Return text with ``_xHHHH_`` turned into characters; halves of a pair stay as written.

    >>> unescaped("a_x000A_b")
    'a\nb'
    """
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def cell_text(written: str, most: int) -> str:
    """Return a text as it is shown; `RefusalError` for one of more characters than a cell takes."""
    text = unescaped(written)
    if len(text) > most:
        limit = f"{separated(most)} huruf dalam satu sel"
        raise too_large("huruf_per_sel", limit=limit, value=f"{separated(len(text))} huruf")
    return text


def read_shared_strings(part: str, content: bytes, most: int) -> list[str]:
    """Return the strings in order, each of at most so many characters.

    Runs of rich text are joined, phonetic hints left out.
    """
    strings: list[str] = []
    runs: list[str] = []
    text: list[str] = []
    phonetic = False

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal phonetic
        if name == "t":
            text.clear()
        elif name == "si":
            runs.clear()
        elif name == "rPh":
            phonetic = True

    def end(name: str) -> None:
        nonlocal phonetic
        if name == "t":
            if not phonetic:
                runs.extend(text)
        elif name == "si":
            strings.append(cell_text("".join(runs), most))
        elif name == "rPh":
            phonetic = False

    parse_part(part, content, start, end, text.append)
    return strings
