"""Where everything stands on the sheet Anggaran: programmes with their money, then what it came to."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from iku.address import CellRef
from iku.definition.budget import BudgetGroup, budget_groups, pagu_of
from iku.definition.program import Program
from iku.names import program_name
from iku.periods import QUARTERS
from iku.terbitan import Terbitan

SHEET: Final = "Anggaran"
HEADER_ROW: Final = 6
NO, KODE, NAMA, PAGU, FIRST = 1, 2, 3, 4, 5
HELPERS: Final = 4  # columns between what is printed and the hidden figures
COUNTER_OFFSET: Final = 20  # from an entry to the hidden count of its notes
TOTAL: Final = "total"


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """A row with the money of one programme."""

    number: int
    program: Program


@dataclass(frozen=True, slots=True)
class GroupRows:
    """A band, and under it the programmes of one sasaran."""

    band: int
    group: BudgetGroup
    rows: tuple[ProgramRow, ...]


class AnggaranPlan:
    """Rows and columns of Anggaran for one Terbitan; its unit has at least one programme."""

    def __init__(self, terbitan: Terbitan) -> None:
        """Plan the sheet; nothing is drawn here."""
        self.terbitan = terbitan
        definition = terbitan.definisi
        self.periods = definition.periods if len(definition.periods) == 1 else QUARTERS

    @cached_property
    def groups(self) -> tuple[GroupRows, ...]:
        """The bands and rows of the table that is filled in."""
        found, row = [], HEADER_ROW + 1
        for group in budget_groups(self.terbitan.definisi, self.terbitan.unit):
            rows = tuple(ProgramRow(row + n, one) for n, one in enumerate(group.programs, 1))
            found.append(GroupRows(row, group, rows))
            row += len(rows) + 1
        return tuple(found)

    @cached_property
    def rows(self) -> tuple[ProgramRow, ...]:
        """The rows of all programmes, from the top."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def end_row(self) -> int:
        """The locked row that ends the stretch of entries."""
        return self.rows[-1].number + 1

    @property
    def span(self) -> tuple[int, int]:
        """First and last row of the entry columns, both locked."""
        return HEADER_ROW, self.end_row

    @property
    def summary_header(self) -> int:
        """The head of the table by sasaran; its title is the row above."""
        return self.end_row + 3

    @property
    def total_row(self) -> int:
        """The row of all programmes together."""
        return self.summary_header + len(self.groups) + 1

    def summary_row(self, sasaran: int) -> int:
        """Return the row of one sasaran in the table below; ValueError where it has no money."""
        known = [one.group.sasaran for one in self.groups]
        return self.summary_header + 1 + known.index(sasaran)

    def realisasi_column(self, periode: str) -> int:
        """Return the column of the money spent up to a period."""
        return FIRST + self.periods.index(periode)

    def serapan_column(self, periode: str) -> int:
        """Return the column of the share of the pagu that was spent up to a period."""
        return self.realisasi_column(periode) + len(self.periods)

    @property
    def capaian_column(self) -> int:
        """The column of a sasaran's capaian in the reported period."""
        return FIRST + 2 * len(self.periods)

    @property
    def last_column(self) -> int:
        """The last visible column: what money and capaian say together."""
        return self.capaian_column + 1

    def figure_column(self, column: int) -> int:
        """Return the hidden column of the figure behind pagu or a realisasi, state and all."""
        return self.last_column + HELPERS + column - PAGU

    def is_given(self, program: Program) -> bool:
        """Whether the regency says how much money the unit has, so that nobody enters it."""
        return pagu_of(self.terbitan.unit, program) is not None

    @cached_property
    def given(self) -> dict[str, CellRef]:
        """The names of locked pagu and their cells."""
        return {
            program_name(row.program.kode, "pagu"): CellRef(SHEET, row.number, PAGU)
            for row in self.rows
            if self.is_given(row.program)
        }

    def given_pagu(self, name: str) -> Decimal | None:
        """Return the pagu that stands locked in a cell of that name; None where there is none."""
        programs = (row.program for row in self.rows)
        held = (pagu_of(self.terbitan.unit, one) for one in programs if _is(one, name))
        return next(held, None)

    @cached_property
    def results(self) -> dict[str, CellRef]:
        """The names of live results and their cells."""
        return dict(self._results())

    def _results(self) -> Iterator[tuple[str, CellRef]]:
        for periode in self.periods:
            column = self.serapan_column(periode)
            for row in self.rows:
                name = program_name(row.program.kode, "serapan", periode)
                yield name, CellRef(SHEET, row.number, column)
            for one in self.groups:
                if one.group.sasaran:
                    row_number = self.summary_row(one.group.sasaran)
                    name = f"serapan_sasaran.{one.group.sasaran}.{periode}"
                    yield name, CellRef(SHEET, row_number, column)
            yield f"serapan_total.{periode}", CellRef(SHEET, self.total_row, column)
        for one in self.groups:
            if one.group.sasaran:
                row_number = self.summary_row(one.group.sasaran)
                name = f"efisiensi_sasaran.{one.group.sasaran}"
                yield name, CellRef(SHEET, row_number, self.last_column)
        yield "efisiensi_total", CellRef(SHEET, self.total_row, self.last_column)


def _is(program: Program, name: str) -> bool:
    return program_name(program.kode, "pagu") == name
