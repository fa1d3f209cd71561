"""The budget of a unit: which programmes it has, in which order, and with how much money."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from iku.definition.model import Definition, Unit
from iku.definition.program import Program

SUPPORTING: Final = 0
"""Stands for a sasaran's number where a programme supports them all."""


@dataclass(frozen=True, slots=True)
class BudgetGroup:
    """The programmes of one sasaran (counted from 1), or those that support all (`SUPPORTING`)."""

    sasaran: int
    programs: tuple[Program, ...]


def has_budget(definition: Definition, unit: Unit) -> bool:
    """Whether a unit's form asks for realised money: the definition does, and it has programmes."""
    wanted = "anggaran" in definition.pengaturan.fitur
    return wanted and bool(budget_groups(definition, unit))


def budget_groups(definition: Definition, unit: Unit) -> tuple[BudgetGroup, ...]:
    """Return a unit's programmes by sasaran, in the definition's order, supporting ones last."""
    return tuple(_groups(definition, unit))


def pagu_of(unit: Unit, program: Program) -> Decimal | None:
    """Return the money (rupiah) that a unit has for a programme; None where it is not said."""
    return unit.pagu.get(program.kode, program.pagu)


def named(program: Program) -> str:
    """Return a programme as people name it: its code and its name."""
    return f"{program.kode} {program.nama}"


def _groups(definition: Definition, unit: Unit) -> Iterator[BudgetGroup]:
    own = [one for one in definition.program if not one.berlaku_untuk or _has(unit, one)]
    for n in (*range(1, len(definition.sasaran) + 1), SUPPORTING):
        programs = tuple(one for one in own if (one.sasaran or SUPPORTING) == n)
        if programs:
            yield BudgetGroup(n, programs)


def _has(unit: Unit, program: Program) -> bool:
    return unit.kode in program.berlaku_untuk
