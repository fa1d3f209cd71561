"""Following: whether what a file stores as results follows from what it stores around them.

Each formula is asked alone. The workbooks of a regency have the same formulas and, in most places,
the same blanks and zeros: what a formula gave last time holds wherever it reads the same again.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from iku.address import a1, split_a1
from iku.cells import SheetSnapshot, Value, WorkbookSnapshot
from iku.formula.error import FormulaError
from iku.formula.evaluate import Compiled, compile_formula
from iku.formula.grid import BlockValues

_COUNTER = re.compile(r"COUNTIF\(('[^']+'|\w+)!([$A-Z0-9:]+),\"([^\"*?<>=~]+)\"\)")
_SAME = 1e-9  # relative: programs add up in different orders
_address = lru_cache(maxsize=65_536)(a1)
_PLANS_KEPT = 64  # of sheets; a regency has a dozen

Place: TypeAlias = tuple[str, str]
Watch: TypeAlias = tuple[str, str, str]
Read: TypeAlias = tuple[str, str, Value]


@dataclass(slots=True)
class _Formula:
    """A formula of a sheet, with what it read last time and what came of it."""

    address: str
    compiled: Compiled
    known: tuple[tuple[Read, ...], Value] | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """The formulas of a sheet made ready: those that count a text, and those to be computed."""

    name: str
    formulas: dict[str, str]
    counters: list[tuple[str, Watch]] = field(default_factory=list)
    computed: list[_Formula] = field(default_factory=list)


_plans: deque[_Plan] = deque(maxlen=_PLANS_KEPT)


def doubtful_results(snapshot: WorkbookSnapshot) -> set[Place]:
    """Return formula cells whose stored result does not follow from what is stored around them."""
    grid = _Stored(snapshot)
    return {
        (name, address)
        for name, sheet in snapshot.sheets.items()
        for address in _doubtful(_plan_of(name, sheet.formulas), sheet, grid)
    }


def _doubtful(plan: _Plan, sheet: SheetSnapshot, grid: "_Stored") -> Iterator[str]:
    values, uncomputed = sheet.values, sheet.uncomputed
    for address, watch in plan.counters:
        if values.get(address) != grid.count(watch) and address not in uncomputed:
            yield address
    for formula in plan.computed:
        address = formula.address
        if address in uncomputed:
            continue
        known = formula.known
        if known is not None and grid.still(known[0]):
            computed = known[1]
        else:
            computed = grid.computed(formula)
        if not same_result(values.get(address), computed):
            yield address


def _plan_of(name: str, formulas: dict[str, str]) -> _Plan:
    """Return the formulas of a sheet made ready, as they were for the last such sheet."""
    for plan in _plans:
        if plan.name == name and plan.formulas == formulas:
            return plan
    plan = _planned(name, formulas)
    _plans.appendleft(plan)
    return plan


def _planned(name: str, formulas: dict[str, str]) -> _Plan:
    plan = _Plan(name, dict(formulas))
    for address, formula in formulas.items():
        watch = _watching(formula)
        compiled = compiled_for(formula, name) if watch is None else None
        if watch is not None:
            plan.counters.append((address, watch))
        elif compiled is not None:
            plan.computed.append(_Formula(address, compiled))
    return plan


class _Stored:
    """The values of a file as a grid that formulas read from."""

    def __init__(self, snapshot: WorkbookSnapshot) -> None:
        self._values = {name: sheet.values for name, sheet in snapshot.sheets.items()}
        self._blank: dict[str, Value] = {}
        self._counts: dict[tuple[str, str], Counter[str]] = {}
        self._blocks: dict[tuple[str, range, range], BlockValues] = {}
        self._reads: list[Read] | None = None

    def value(self, sheet: str, row: int, column: int) -> Value:
        """Return what is stored in a cell."""
        address = _address(row, column)
        found = self._values.get(sheet, self._blank).get(address)
        if self._reads is not None:
            self._reads.append((sheet, address, found))
        return found

    def still(self, reads: tuple[Read, ...]) -> bool:
        """Whether every cell that was read holds the same."""
        for sheet, address, before in reads:
            now = self._values.get(sheet, self._blank).get(address)
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

    def count(self, watch: Watch) -> float:
        """Return how often a text stands in a range; a form has a counter beside every entry."""
        sheet, area, text = watch
        if (sheet, area) not in self._counts:
            (top, left), (bottom, right) = map(split_a1, area.split(":"))
            values = self.block(sheet, range(top, bottom + 1), range(left, right + 1))
            texts = (value.casefold() for value in values if isinstance(value, str))
            self._counts[sheet, area] = Counter(texts)
        return float(self._counts[sheet, area][text])

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
