"""Following: whether what a file stores as results follows from what it stores around them.

Each formula is asked alone. The workbooks of a regency have the same formulas: from the second one
on, those that do the same in different cells are computed together (`iku.formula.batch`). What one
of the others gave last time holds wherever it reads the same again.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from iku.address import known_a1, split_a1
from iku.cells import Value, WorkbookSnapshot
from iku.formula.batch import Batch, batches
from iku.formula.error import FormulaError
from iku.formula.evaluate import Compiled, compile_formula
from iku.formula.grid import BlockValues

_COUNTER = re.compile(r"COUNTIF\(('[^']+'|\w+)!([$A-Z0-9:]+),\"([^\"*?<>=~]+)\"\)")
_SAME = 1e-9  # relative: programs add up in different orders
_PLANS_KEPT = 64  # of sheets; a regency has a dozen

Place: TypeAlias = tuple[str, str]
Watch: TypeAlias = tuple[str, str, str]
Area: TypeAlias = tuple[str, str]
Read: TypeAlias = tuple[str, str, Value]


@dataclass(slots=True)
class _Formula:
    """A formula of a sheet, with what it read last time and what came of it."""

    address: str
    compiled: Compiled
    known: tuple[tuple[Read, ...], Value] | None = None


@dataclass(slots=True)
class _Plan:
    """The formulas of a sheet made ready.

    ``counters`` count a text, by the range that they watch; all others are computed, in batches or
    one by one.
    """

    name: str
    formulas: dict[str, str]
    counters: dict[Area, list[tuple[str, str]]] = field(default_factory=dict)
    batches: list[Batch] = field(default_factory=list)
    single: list[_Formula] = field(default_factory=list)
    gathered: bool = False

    def gather(self) -> None:
        """Put the formulas that can be computed together into batches."""
        self.gathered = True
        self.batches, taken = batches({one.address: one.compiled for one in self.single})
        self.single = [one for one in self.single if one.address not in taken]


_plans: deque[_Plan] = deque(maxlen=_PLANS_KEPT)


def doubtful_results(snapshot: WorkbookSnapshot) -> set[Place]:
    """Return formula cells whose stored result does not follow from what is stored around them."""
    grid = _Stored(snapshot)
    return {
        (name, address)
        for name, sheet in snapshot.sheets.items()
        for address, computed in _results(_plan_of(name, sheet.formulas), grid)
        if (stored := sheet.values.get(address)) != computed
        and not same_result(stored, computed)
        and address not in sheet.uncomputed
    }


def _results(plan: _Plan, grid: "_Stored") -> Iterator[tuple[str, Value]]:
    """Yield what the formulas of a sheet give, by address."""
    for area, watching in plan.counters.items():
        counts = grid.counts(area)
        for address, text in watching:
            yield address, counts[text]
    for batch in plan.batches:
        yield from zip(batch.addresses, batch.computed(grid.cells), strict=True)
    for formula in plan.single:
        known = formula.known
        still = known is not None and grid.still(known[0])
        yield formula.address, known[1] if known is not None and still else grid.computed(formula)


def _plan_of(name: str, formulas: dict[str, str]) -> _Plan:
    """Return the formulas of a sheet made ready, as they were for the last such sheet."""
    for plan in _plans:
        if plan.name == name and plan.formulas == formulas:
            if not plan.gathered:
                plan.gather()
            return plan
    plan = _planned(name, formulas)
    _plans.appendleft(plan)
    return plan


def _planned(name: str, formulas: dict[str, str]) -> _Plan:
    plan = _Plan(name, dict(formulas))
    for address, formula in formulas.items():
        watch = _watching(formula)
        if watch is not None:
            sheet, area, text = watch
            plan.counters.setdefault((sheet, area), []).append((address, text))
        elif (compiled := compiled_for(formula, name)) is not None:
            plan.single.append(_Formula(address, compiled))
    return plan


class _Stored:
    """The values of a file as a grid that formulas read from."""

    def __init__(self, snapshot: WorkbookSnapshot) -> None:
        self.cells = {name: sheet.values for name, sheet in snapshot.sheets.items()}
        self._blank: dict[str, Value] = {}
        self._blocks: dict[tuple[str, range, range], BlockValues] = {}
        self._reads: list[Read] | None = None

    def value(self, sheet: str, row: int, column: int) -> Value:
        """Return what is stored in a cell."""
        address = known_a1(row, column)
        found = self.cells.get(sheet, self._blank).get(address)
        if self._reads is not None:
            self._reads.append((sheet, address, found))
        return found

    def still(self, reads: tuple[Read, ...]) -> bool:
        """Whether every cell that was read holds the same."""
        for sheet, address, before in reads:
            now = self.cells.get(sheet, self._blank).get(address)
            if now is not before and repr(now) != repr(before):  # 1 and TRUE, 0 and -0 are equal
                return False
        return True

    def computed(self, formula: _Formula) -> Value:
        """Return what a formula gives, and note in it what it read."""
        reads: list[Read] = []
        self._reads = reads
        value = formula.compiled.evaluate(self)
        formula.known = (tuple(reads), value) if self._reads is reads else None
        self._reads = None
        return value

    def counts(self, area: Area) -> Mapping[str, float]:
        """Return how often each text stands in a range; a form has a counter beside every entry."""
        sheet, corners = area
        (top, left), (bottom, right) = map(split_a1, corners.split(":"))
        values = self.block(sheet, range(top, bottom + 1), range(left, right + 1))
        return Counter(value.casefold() for value in values if isinstance(value, str))

    def block(self, sheet: str, rows: range, columns: range) -> BlockValues:
        """Return what is stored in a range; hundreds of counters watch the same one."""
        self._reads = None  # too much to look at again
        key = (sheet, rows, columns)
        known = self._blocks.get(key)
        if known is None:
            values = [self.value(sheet, row, column) for row in rows for column in columns]
            known = self._blocks[key] = BlockValues(values)
        return known


@lru_cache(maxsize=32_768)
def _watching(formula: str) -> Watch | None:
    """Return sheet, range and text of a counter; None for every other formula."""
    match = _COUNTER.fullmatch(formula)
    return None if match is None else (match[1].strip("'"), match[2], match[3].casefold())


@lru_cache(maxsize=32_768)
def compiled_for(formula: str, sheet: str) -> Compiled | None:
    """Return a formula ready to run; None for one that is not ours to compute."""
    try:
        return compile_formula(formula, sheet)
    except FormulaError:
        return None


def same_result(stored: Value, computed: Value) -> bool:
    """Whether a program that computed this value may have stored that one."""
    if stored == computed:
        return True
    if computed in {"", None}:  # LibreOffice stores 0 for a text that is blank in an .ods file
        return stored in {None, 0.0}
    if isinstance(stored, float) and isinstance(computed, float):
        return abs(stored - computed) <= _SAME * max(1.0, abs(stored), abs(computed))
    return False
