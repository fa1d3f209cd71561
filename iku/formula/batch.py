"""Batches: formulas of one skeleton computed for all their cells by one function.

What is written for a skeleton (`iku.formula.straight`) serves every workbook with such formulas. It
takes a thousandth of a second to make, so it pays where many files of one form are read.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from iku.address import a1
from iku.cells import Value
from iku.formula.evaluate import Compiled, parts_of
from iku.formula.frame import Frame
from iku.formula.parser import parse
from iku.formula.skeleton import Slot
from iku.formula.spelling import CALLED
from iku.formula.straight import Argument, NotStraightError, straight

Cells: TypeAlias = Mapping[str, Mapping[str, Value]]
Routine: TypeAlias = Callable[[list[Callable[[str], Value]], list[tuple[Any, ...]]], list[Value]]
# The closure that all formulas of one skeleton on one sheet share, and which slots are the same.
_Key: TypeAlias = tuple[Callable[[Frame], Value], tuple[int, ...]]

_FEWEST = 2  # fewer formulas of one skeleton are not worth a function
_ROUTINES_KEPT = 2_048
# What COUNTIF looks for letter by letter: neither a wildcard, nor an operator, nor a number.
_PLAIN = re.compile(r"(?!(?:true|false)$)[^\W\d][\w ]*", re.IGNORECASE)
_NOTHING: Mapping[str, Value] = {}


@dataclass(frozen=True, slots=True)
class Batch:
    """Formulas of one skeleton, by the address where each stands, and the function for them all."""

    addresses: tuple[str, ...]
    run: Routine
    sheets: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def computed(self, cells: Cells) -> list[Value]:
        """Return what each formula gives with what stands in the cells, by sheet and address."""
        return self.run([cells.get(name, _NOTHING).get for name in self.sheets], self.rows)


def batches(formulas: Mapping[str, Compiled]) -> tuple[list[Batch], set[str]]:
    """Return the formulas of a sheet in batches, and the addresses of those that are in one."""
    groups: defaultdict[_Key, dict[str, Compiled]] = defaultdict(dict)
    for address, compiled in formulas.items():
        groups[compiled.run, _pattern(compiled.slots)][address] = compiled
    large = [(key, group) for key, group in groups.items() if len(group) >= _FEWEST]
    made = [batch for key, group in large if (batch := _batch(key, group)) is not None]
    return made, {address for batch in made for address in batch.addresses}


def _pattern(slots: tuple[Slot, ...]) -> tuple[int, ...]:
    """Return for each slot the first one that is the same: a cell named twice is read once."""
    first: dict[Slot, int] = {}
    return tuple(first.setdefault(slot, n) for n, slot in enumerate(slots))


def _batch(key: _Key, group: Mapping[str, Compiled]) -> Batch | None:
    written = _written(key, next(iter(group.values())))
    if written is None:
        return None
    rows = {}
    for address, compiled in group.items():
        row = [_given(argument, compiled.slots) for argument in written.arguments]
        if None not in row:
            rows[address] = tuple(row)
    return Batch(tuple(rows), written.run, written.sheets, list(rows.values()))


@dataclass(frozen=True, slots=True)
class _Written:
    """A function ready to run, and what it wants to be given."""

    run: Routine
    sheets: tuple[str, ...]
    arguments: tuple[Argument, ...]


_routines: dict[_Key, _Written | None] = {}


def _written(key: _Key, example: Compiled) -> _Written | None:
    """Return the function of a skeleton; None where it has parts that are not spelt out."""
    if key in _routines:
        return _routines[key]
    if len(_routines) >= _ROUTINES_KEPT:
        return None
    node = parse(example.text)
    places = {part.position: first for part, first in zip(parts_of(node), key[1], strict=True)}
    try:
        found = straight(node, example.sheet, places)
    except NotStraightError:
        _routines[key] = None
        return None
    names: dict[str, Any] = dict(CALLED)
    exec(compile(found.text, "<rumus>", "exec"), names)  # noqa: S102  names and signs of ours only
    written = _Written(names["run"], found.sheets, found.arguments)
    _routines[key] = written
    return written


def _given(argument: Argument, slots: tuple[Any, ...]) -> Any:  # noqa: ANN401  as the function wants it
    """Return what a formula gives for an argument; None where that cannot be said beforehand."""
    slot, *further = (slots[number] for number in argument.slots)
    match argument.kind:
        case "cell":
            return a1(*slot)
        case "range":
            return _addresses(*slot)
        case "place":
            cells, place = _addresses(*slot), int(further[0])
            one_line = min(map(len, slot)) == 1
            return cells[place - 1] if one_line and place <= len(cells) else None
        case "folded":
            return slot.casefold()
        case "wanted":
            return slot.casefold() if _PLAIN.fullmatch(slot) else None
    return slot


@lru_cache(maxsize=4_096)
def _addresses(rows: range, columns: range) -> tuple[str, ...]:
    return tuple(a1(row, column) for row in rows for column in columns)
