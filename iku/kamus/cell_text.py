"""How a value of a definition stands in one cell of the Kamus, and how it is read back.

Every pair of functions here is a bijection, so that no text of a definition is lost on the way.
A blank cell means that nothing is said; two quotation marks stand for a text that is empty.
"""

import re
from decimal import Decimal
from typing import Any

LINES = "\n"
WORDS = ",;\n"
_QUOTES = re.compile('"{2,}')
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_GRADE = re.compile(r'[^\W\d_][^\d"()\n]*')
_TARGET = re.compile(r'(?:"((?:[^"]|"")*)"|([^\W\d_][^\d"()\n]*?))?\s*(?:\(\s*([^()]*?)\s*\))?')


def write_text(text: str) -> str:
    """Return a text as its cell holds it.

    >>> write_text("Camat"), write_text("")
    ('Camat', '""')
    """
    if not text:
        return '""'
    return f'{text}""' if _QUOTES.fullmatch(text) else text


def read_text(cell: str) -> str:
    """Return the text that a cell stands for.

    >>> read_text("Camat"), read_text('""')
    ('Camat', '')
    """
    return cell[:-2] if _QUOTES.fullmatch(cell) else cell


def write_key(key: str) -> str:
    """Return a code as its cell and every cell that points at it hold it.

    >>> write_key("15.71.03"), write_key("")
    ('15.71.03', '""')
    """
    return key if _is_plain(key, "") else _quoted(key)


def read_key(cell: str) -> str:
    """Return the code that a cell stands for."""
    match = _QUOTED.fullmatch(cell)
    return match[1].replace('""', '"') if match else cell


def write_list(items: list[str], separators: str) -> str:
    """Return a list in one cell; ``separators`` is `LINES` or `WORDS`.

    >>> write_list(["TW2", "TW4"], WORDS), write_list(["satu, dua", "tiga"], WORDS)
    ('TW2, TW4', '"satu, dua", tiga')
    """
    written = [item if _is_plain(item, separators) else _quoted(item) for item in items]
    return ("\n" if separators == LINES else ", ").join(written)


def read_list(cell: str, separators: str) -> list[str]:
    """Return the items of a cell; what stands in quotation marks is kept together.

    >>> read_list('TW2; TW4', WORDS), read_list('"satu, dua", tiga', WORDS)
    (['TW2', 'TW4'], ['satu, dua', 'tiga'])
    """
    pattern = (
        rf'\s*(?:"((?:[^"]|"")*)"\s*(?=[{separators}]|\Z)|([^{separators}]*))(?:[{separators}]|\Z)'
    )
    items = []
    for match in re.finditer(pattern, cell):
        if match[1] is not None:
            items.append(match[1].replace('""', '"'))
        elif plain := match[2].strip():
            items.append(plain)
    return items


def write_target(target: dict[str, str]) -> str:
    """Return a target as people write it.

    >>> write_target({"nilai": "90"}), write_target({"predikat": "B", "nilai": "61.70"})
    ('90', 'B (61.70)')
    """
    grade, number = target.get("predikat"), target.get("nilai")
    if grade is None:
        return "()" if number is None else number
    written = grade if _GRADE.fullmatch(grade) else _quoted(grade)
    return written if number is None else f"{written} ({number})"


def read_target(cell: str) -> dict[str, str]:
    """Return number and grade of a target; what is neither is kept as the number, to be refused.

    >>> read_target("BB"), read_target("B (61.70)"), read_target("61,70")
    ({'predikat': 'BB'}, {'predikat': 'B', 'nilai': '61.70'}, {'nilai': '61,70'})
    """
    match = _TARGET.fullmatch(cell)
    if match is None or not cell:
        return {"nilai": cell}
    quoted, plain, number = match.groups()
    target = {}
    if quoted is not None:
        target["predikat"] = quoted.replace('""', '"')
    elif plain is not None:
        target["predikat"] = plain
    if number:
        target["nilai"] = number
    return target


def number_text(value: float) -> str:
    """Return the shortest decimal text of a number, without exponent.

    >>> number_text(61.7), number_text(90.0), number_text(1e-7)
    ('61.7', '90', '0.0000001')
    """
    return format(Decimal(repr(value)).normalize() + 0, "f")


def storable(text: Any) -> bool:  # noqa: ANN401  whatever a cell is about to hold
    """Whether a workbook can hold a text: no control characters, at most 32,767 characters."""
    return not _NOT_IN_A_CELL.search(text) and len(text) <= _LONGEST


_LONGEST = 32_767
_NOT_IN_A_CELL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def _is_plain(item: str, separators: str) -> bool:
    """Whether an item can stand without quotation marks."""
    if not item or item != item.strip() or item.startswith('"'):
        return False
    return not any(sign in item for sign in separators)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
