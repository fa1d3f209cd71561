"""Stored results: whether a file shows what its own formulas give.

Nothing we compute trusts them, but whoever looks at a file in Protected View or on a telephone
sees nothing else.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from iku.address import CellRef, a1, split_a1
from iku.cells import Value, WorkbookSnapshot
from iku.finding import Finding
from iku.formula.error import CircularReferenceError, FormulaError
from iku.formula.evaluate import Compiled, compile_formula
from iku.formula.grid import BlockValues
from iku.formula.recalculation import Place, Recalculation
from iku.layout.layout import Layout
from iku.tamper.issued import Issued
from iku.tamper.locked import shown

_COUNTER = re.compile(r"COUNTIF\(('[^']+'|\w+)!([$A-Z0-9:]+),\"([^\"*?<>=~]+)\"\)")
_SAME = 1e-9  # relative: programs add up in different orders
_address = lru_cache(maxsize=65_536)(a1)
Cells = dict[tuple[str, str], Value]


def result_findings(
    snapshot: WorkbookSnapshot,
    layout: Layout,
    places: Mapping[str, CellRef],
    issued: Issued | None,
) -> Iterator[Finding]:
    """Yield KCI-020 for results that the entries do not give, KCI-021 where none was computed.

    Each formula is first asked alone, with the values stored around it. Only where one disagrees
    is the whole file computed anew, from its entries and once more with none.
    """
    doubtful = _doubtful(snapshot)
    if not doubtful:
        return
    try:
        yield from _explained(snapshot, issued, doubtful, _nothing_typed(layout, places))
    except CircularReferenceError:  # only changed formulas wait for each other; they are told
        return


def _explained(
    snapshot: WorkbookSnapshot,
    issued: Issued | None,
    doubtful: set[tuple[str, str]],
    nothing: Mapping[tuple[str, str], Value],
) -> Iterator[Finding]:
    computed = _computed(snapshot, {})
    wrong = _disagreeing(snapshot, computed)
    if wrong and issued is not None:  # a changed formula that was never computed is told already
        wrong = _disagreeing(snapshot, _computed(snapshot, {}, issued), within=wrong)
    if not wrong:
        return
    if not _disagreeing(snapshot, _computed(snapshot, nothing), within=wrong):
        yield Finding("KCI-021")
        return
    roots = [place for place in wrong if place in doubtful] or wrong
    yield _forged(snapshot, computed, roots, len(wrong) - len(roots))


def _forged(
    snapshot: WorkbookSnapshot, computed: Cells, roots: list[tuple[str, str]], others: int
) -> Finding:
    sheet, address = roots[0]
    facts: dict[str, str | int] = {
        "tersimpan": shown(None, snapshot.sheets[sheet].values.get(address)) or "(kosong)",
        "dihitung": shown(None, computed[roots[0]]) or "(kosong)",
    }
    if others:
        facts["ikut"] = others
    cells = tuple(f"{name}!{one}" for name, one in roots)
    return Finding("KCI-020", dict(facts), sheet=sheet, cells=cells)


class _Stored:
    """The values of a file as a grid that formulas read from."""

    def __init__(self, snapshot: WorkbookSnapshot) -> None:
        self._values = {name: sheet.values for name, sheet in snapshot.sheets.items()}
        self._blank: dict[str, Value] = {}
        self._counts: dict[tuple[str, str], Counter[str]] = {}
        self._blocks: dict[tuple[str, range, range], BlockValues] = {}

    def value(self, sheet: str, row: int, column: int) -> Value:
        """Return what is stored in a cell."""
        return self._values.get(sheet, self._blank).get(_address(row, column))

    def count(self, sheet: str, area: str, text: str) -> float:
        """Return how often a text stands in a range; a form has a counter beside every entry."""
        if (sheet, area) not in self._counts:
            (top, left), (bottom, right) = map(split_a1, area.split(":"))
            values = self.block(sheet, range(top, bottom + 1), range(left, right + 1))
            texts = (value.casefold() for value in values if isinstance(value, str))
            self._counts[sheet, area] = Counter(texts)
        return float(self._counts[sheet, area][text])

    def block(self, sheet: str, rows: range, columns: range) -> BlockValues:
        """Return what is stored in a range; hundreds of counters watch the same one."""
        key = (sheet, rows, columns)
        known = self._blocks.get(key)
        if known is None:
            values = [self.value(sheet, row, column) for row in rows for column in columns]
            known = self._blocks[key] = BlockValues(values)
        return known


def _doubtful(snapshot: WorkbookSnapshot) -> set[tuple[str, str]]:
    """Return formula cells whose stored result does not follow from what is stored around them."""
    grid = _Stored(snapshot)
    doubtful = set()
    for name, sheet in snapshot.sheets.items():
        values, uncomputed = sheet.values, sheet.uncomputed
        for address, formula in sheet.formulas.items():
            if address in uncomputed:
                continue
            watch = _watching(formula)
            if watch is not None:
                if values.get(address) != grid.count(*watch):
                    doubtful.add((name, address))
                continue
            compiled = _compiled(formula, name)
            if compiled is not None and not _same(values.get(address), compiled.evaluate(grid)):
                doubtful.add((name, address))
    return doubtful


@lru_cache(maxsize=32_768)
def _watching(formula: str) -> tuple[str, str, str] | None:
    """Return sheet, range and text of a counter; None for every other formula."""
    match = _COUNTER.fullmatch(formula)
    return None if match is None else (match[1].strip("'"), match[2], match[3].casefold())


@lru_cache(maxsize=32_768)
def _compiled(formula: str, sheet: str) -> Compiled | None:
    """Return a formula ready to run; None for one that is not ours to compute."""
    try:
        return compile_formula(formula, sheet)
    except FormulaError:
        return None


def _same(stored: Value, computed: Value) -> bool:
    if stored == computed:
        return True
    if computed in {"", None}:  # LibreOffice stores 0 for a text that is blank in an .ods file
        return stored in {None, 0.0}
    if isinstance(stored, float) and isinstance(computed, float):
        return abs(stored - computed) <= _SAME * max(1.0, abs(stored), abs(computed))
    return False


def _computed(
    snapshot: WorkbookSnapshot,
    typed: Mapping[tuple[str, str], Value],
    issued: Issued | None = None,
) -> Cells:
    """Return the value of every formula that we understand, with some cells typed over.

    With ``issued``, locked cells are those of the workbook as it was sent out.
    """
    constants: dict[Place, Value] = {}
    formulas: dict[Place, str] = {}
    for name, sheet in snapshot.sheets.items():
        for address, value in sheet.values.items():
            constants[(name, *split_a1(address))] = value
        sent = None if issued is None else issued.sheets.get(name)
        if sent is not None:
            constants |= {(name, *split_a1(one)): value for one, value in sent.constants.items()}
        for address, formula in (sheet.formulas | (sent.formulas if sent else {})).items():
            compiled = _compiled(formula, name)
            if compiled is not None and compiled.sheets <= snapshot.sheets.keys():
                formulas[(name, *split_a1(address))] = formula
    for (name, address), value in typed.items():
        constants[(name, *split_a1(address))] = value
    values = Recalculation(constants, formulas).all_formula_values()
    return {(name, a1(row, column)): value for (name, row, column), value in values.items()}


def _disagreeing(
    snapshot: WorkbookSnapshot, computed: Cells, within: list[tuple[str, str]] | None = None
) -> list[tuple[str, str]]:
    """Return where something else is stored than was computed."""
    return [
        (name, address)
        for name, address in (computed if within is None else within)
        if address not in snapshot.sheets[name].uncomputed
        and not _same(snapshot.sheets[name].values.get(address), computed.get((name, address)))
    ]


def _nothing_typed(layout: Layout, places: Mapping[str, CellRef]) -> dict[tuple[str, str], Value]:
    """Return the entry cells as they were issued."""
    typed: dict[tuple[str, str], Value] = {}
    for name, place in places.items():
        default = layout.entries[name].default
        typed[place.sheet, place.a1] = float(default) if type(default) is int else default
    return typed
