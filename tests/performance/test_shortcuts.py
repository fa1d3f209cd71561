"""What was made quick says the same as the plain way of doing it."""

import base64
import hashlib
import re
from collections.abc import Iterator
from random import Random

import pytest

from benchmarks.section import DEFINITION
from iku.definition.load import load_definition
from iku.formula.error import FormulaError
from iku.formula.evaluate import compile_formula
from iku.formula.parser import parse
from iku.formula.skeleton import WHOLE_NUMBER, skeleton
from iku.manifest import mark_of, same_formula
from iku.series import Series
from iku.terbitan import issue

_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}"
_PLAIN = re.compile(
    rf"""
    (?P<text>"(?:[^"]|"")*")
  | (?P<sheet>'(?:[^']|'')+'!|[^\W\d][\w.]*!)
  | (?<![\w.$])(?P<area>{_CELL}(?![\w.(!])(?::{_CELL}(?![\w.(!]))?)
  | (?<![\w.$])(?P<number>{WHOLE_NUMBER})(?![\w.])
    """,
    re.VERBOSE,
)
PIECES = (
    *("A1", "$B$2", "AB12", "B1:C9", "$C$9:$A1", "XFD1048576", "XFE1", "A1048577", "A0", "a1"),
    *('"x"', '"', '""', '"a""b 7"', "'", "'a 20'!", "Isian!", "LOG10(", "IF(", "SUM(", ")", "("),
    *(",", "+", "*", "&", "=", "<>", ":", ".", "2", "0", "10", "2.5", "1e5", "00", "9" * 17),
    *("TRUE", "TRUE()", "FALSE()", "nama", "a.b2", "_x", "#REF!", "$", "{", "%", ";", " ", "é1"),
)


def texts(random: Random, count: int, pieces: tuple[str, ...]) -> Iterator[str]:
    for _ in range(count):
        yield "".join(random.choice(pieces) for _ in range(random.randint(1, 7)))


@pytest.fixture(scope="module")
def formulas() -> list[str]:
    definition = load_definition(DEFINITION)
    blueprint = Series(issue(definition, definition.unit[0])).blueprint
    return sorted({cell.formula for _, cell in blueprint.all_cells() if cell.formula is not None})


def taken_out(formula: str) -> list[str]:
    """What a plain search takes out of a formula, character by character."""
    return [one[0] for one in _PLAIN.finditer(formula) if one.lastgroup != "sheet"]


def left_over(formula: str) -> list[str]:
    """What it leaves."""
    return re.split("\0", _PLAIN.sub(lambda m: m[0] if m.lastgroup == "sheet" else "\0", formula))


def spelt(slot: object) -> str:
    match slot:
        case str(text):
            return '"' + text.replace('"', '""') + '"'
        case float(number):
            return f"{number:.0f}"
        case (range() as rows, range() as columns):
            return f"{(rows[0], columns[0])}:{(rows[-1], columns[-1])}"
        case _:
            return str(slot)


def placed(part: str) -> str:
    """An address as `spelt` gives it, by the parser; texts and numbers as they are."""
    if part[0] in '"123456789':
        return part
    (slot,) = compile_formula(f"SUM(S!{part})").slots
    return spelt(slot)


def test_formulas_are_cut_as_a_plain_search_cuts_them(formulas: list[str]) -> None:
    assert len(formulas) > 2000
    for formula in formulas[::7]:
        cut = skeleton(formula)
        assert cut is not None
        assert list(map(spelt, cut.slots)) == list(map(placed, taken_out(formula)))
        assert re.split("\0t|\0c|\0r[0-9]+x[0-9]+|\0n", cut.text) == left_over(formula)


def test_whatever_can_be_read_is_cut_as_a_plain_search_cuts_it() -> None:
    readable = 0
    for text in texts(Random(26), 20_000, PIECES):  # noqa: S311  no secret
        try:
            parse(text)
        except FormulaError:
            continue
        cut = skeleton(text)
        if cut is not None:
            readable += 1
            assert re.split("\0t|\0c|\0r[0-9]+x[0-9]+|\0n", cut.text) == left_over(text)
    assert readable > 300


def plainly_same(formula: str) -> str:
    parts = formula.split('"')
    for n in range(0, len(parts), 2):
        plain = re.sub(r"'([A-Za-z_][A-Za-z0-9_]*)'!", r"\1!", parts[n])
        plain = plain if "'" in plain else plain.replace(" ", "")
        parts[n] = plain.replace("TRUE()", "TRUE").replace("FALSE()", "FALSE")
    return '"'.join(parts)


def test_formulas_are_spelt_the_same_and_marked_the_same(formulas: list[str]) -> None:
    pieces = (*PIECES, "'Isian'!", "TRUE ()", "'")
    for text in (*formulas, *texts(Random(3), 5_000, pieces)):  # noqa: S311  no secret
        assert same_formula(text) == plainly_same(text)
        digest = hashlib.sha256(f"={plainly_same(text)}".encode()).digest()
        assert mark_of(None, text) == base64.urlsafe_b64encode(digest)[:6].decode()
