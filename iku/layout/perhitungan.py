"""Where everything stands on the sheet Perhitungan: arithmetic, components, results by period."""

from dataclasses import dataclass
from functools import cached_property

from iku.address import CellRef
from iku.calculation.accumulation import (
    Accumulation,
    of_component,
    of_value,
    quarters_combined,
)
from iku.definition.model import DataBersama, Indikator, Komponen
from iku.names import entry_fields
from iku.terbitan import Terbitan

SHEET = "Perhitungan"
NO, NAME, UNIT, FIRST = 1, 2, 3, 4
ARITHMETIC_HEADER = 6
RUMUS_COLUMNS = (4, 7)
HITUNGAN_COLUMNS = (8, 11)
PJ_COLUMNS = (12, 13)
SUMBER_COLUMNS = (14, 15)
LAST_COLUMN = 15
INDEX_CELL = CellRef(SHEET, 4, LAST_COLUMN + 2)  # beside the printed page
OFFICE_CELL = CellRef(SHEET, ARITHMETIC_HEADER, INDEX_CELL.column)

RESULT_COLUMNS = {
    "target": 4,
    "realisasi": 5,
    "realisasi_predikat": 6,
    "capaian": 7,
    "target_tahun": 8,
    "capaian_tahun": 9,
    "kategori": 10,
    "in_mean": 11,
    "in_capped_mean": 12,
    "bobot": 13,
    "weighted": 14,
    "weighted_capped": 15,
}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of the component table: a shared figure, a component, or (``part`` None) the value.

    The value is typed, or the formula's result per quarter where quarters are combined.
    """

    number: int
    key: str
    indikator: Indikator | None
    part: Komponen | DataBersama | None
    field: str

    @property
    def accumulation(self) -> Accumulation:
        """How the figure goes from the periods to the year to date."""
        if self.part is not None:
            return of_component(self.part, self.indikator)
        if self.indikator is None:
            message = f"row {self.key} has neither indikator nor part"
            raise ValueError(message)
        return of_value(self.indikator)


@dataclass(frozen=True, slots=True)
class PeriodTable:
    """The results of one period: one row per indicator, then the means.

    ``periode`` is empty for the table that shows whichever period is reported.
    """

    periode: str
    title_row: int
    rows: dict[str, int]  # indicator code -> row
    sasaran_rows: tuple[tuple[int, int], ...]  # first and last row of each sasaran's indicators
    mean_rows: dict[str, int]

    @property
    def first(self) -> int:
        """The first indicator row."""
        return min(self.rows.values())

    @property
    def last(self) -> int:
        """The last indicator row."""
        return max(self.rows.values())


class PerhitunganPlan:
    """Rows and columns of Perhitungan for one Terbitan."""

    def __init__(self, terbitan: Terbitan) -> None:
        """Plan the sheet; nothing is drawn here."""
        self.terbitan = terbitan
        self.definition = terbitan.definisi
        self.periods = self.definition.periods

    @cached_property
    def arithmetic_rows(self) -> dict[str, int]:
        """The row of each indicator in the first table; each sasaran has a band before its own."""
        rows, row = {}, ARITHMETIC_HEADER + 1
        for sasaran in self.definition.sasaran:
            row += 1
            for indikator in sasaran.indikator:
                rows[indikator.kode] = row
                row += 1
        return rows

    @property
    def components_title(self) -> int:
        """The title row of the component table; its head is the row after."""
        return max(self.arithmetic_rows.values()) + 2

    @cached_property
    def figure_rows(self) -> tuple[FigureRow, ...]:
        """The rows of the component table: shared figures, then indicator by indicator."""
        first = self.components_title + 2
        return tuple(FigureRow(number, *rest) for number, rest in enumerate(self._figures(), first))

    def _figures(
        self,
    ) -> list[tuple[str, Indikator | None, Komponen | DataBersama | None, str]]:
        rows: list[tuple[str, Indikator | None, Komponen | DataBersama | None, str]] = [
            (f"bersama.{part.kode}", None, part, part.kode) for part in self.definition.data_bersama
        ]
        for indikator in self.definition.indikator:
            if self.terbitan.applies(indikator):
                rows += self._indikator_figures(indikator)
        return rows

    @staticmethod
    def _indikator_figures(
        indikator: Indikator,
    ) -> list[tuple[str, Indikator, Komponen | None, str]]:
        own = [part for part in indikator.komponen if part.dari is None]
        shared = [part for part in indikator.komponen if part.dari is not None]
        rows: list[tuple[str, Indikator, Komponen | None, str]] = [
            (f"{indikator.kode}.{part.kode}", indikator, part, part.kode) for part in own + shared
        ]
        if not indikator.measured_by_components or quarters_combined(indikator):
            rows.append((f"{indikator.kode}.nilai", indikator, None, "nilai"))
        return rows

    @cached_property
    def figure_row(self) -> dict[str, int]:
        """The row of each figure by its key."""
        return {row.key: row.number for row in self.figure_rows}

    def own_rows(self, indikator: Indikator) -> tuple[int, ...]:
        """Return the rows of an indicator's own components; they are contiguous."""
        return tuple(
            self.figure_row[f"{indikator.kode}.{field}"] for field in entry_fields(indikator)
        )

    def shared_rows(self, indikator: Indikator) -> tuple[int, ...]:
        """Return the rows of an indicator's shared components; they follow its own."""
        return tuple(
            self.figure_row[f"{indikator.kode}.{part.kode}"]
            for part in indikator.komponen
            if part.dari is not None
        )

    def own_column(self, periode: str) -> int:
        """Return the column of a figure in one period alone."""
        return FIRST + self.periods.index(periode)

    def upto_column(self, periode: str) -> int:
        """Return the column of a figure up to a period; in a yearly book the same."""
        shift = len(self.periods) if len(self.periods) > 1 else 0
        return self.own_column(periode) + shift

    @property
    def selected_column(self) -> int:
        """The column of a figure up to the reported period."""
        return self.upto_column(self.periods[-1]) + (1 if len(self.periods) > 1 else 0)

    def figure(self, key: str, periode: str) -> CellRef:
        """Return the cell of a figure up to a period."""
        return CellRef(SHEET, self.figure_row[key], self.upto_column(periode))

    def selected(self, key: str) -> CellRef:
        """Return the cell of a figure up to the reported period."""
        return CellRef(SHEET, self.figure_row[key], self.selected_column)

    @property
    def _first_table(self) -> int:
        """The title row of the first result table."""
        after = max((row.number for row in self.figure_rows), default=0)
        return max(after, self.components_title + 1) + 2

    @cached_property
    def reported(self) -> PeriodTable:
        """The results of the reported period: a table of its own where there are quarters."""
        if len(self.periods) == 1:
            return self.tables[self.periods[0]]
        return self._table("", self._first_table)

    @cached_property
    def tables(self) -> dict[str, PeriodTable]:
        """The result table of each period."""
        row = self._first_table
        if len(self.periods) > 1:
            row = max(self.reported.mean_rows.values()) + 2
        tables = {}
        for periode in self.periods:
            tables[periode] = table = self._table(periode, row)
            row = max(table.mean_rows.values()) + 2
        return tables

    def _table(self, periode: str, title_row: int) -> PeriodTable:
        rows, spans, row = {}, [], title_row + 2
        for sasaran in self.definition.sasaran:
            first = row
            for indikator in sasaran.indikator:
                rows[indikator.kode] = row
                row += 1
            spans.append((first, row - 1))
        means = [f"capaian_sasaran.{n}" for n in range(1, len(spans) + 1)]
        means += ["rata_rata", "rata_rata_batas", "rata_rata_sasaran", "dihitung"]
        mean_rows = {mean: row + n for n, mean in enumerate(means)}
        return PeriodTable(periode, title_row, rows, tuple(spans), mean_rows)

    def result(self, family: str, kode: str, periode: str) -> CellRef:
        """Return the cell of a result, such as ``capaian`` of R1 in TAHUN."""
        return CellRef(SHEET, self.tables[periode].rows[kode], RESULT_COLUMNS[family])

    def reported_result(self, family: str, kode: str) -> CellRef:
        """Return the cell of a result of the reported period."""
        return CellRef(SHEET, self.reported.rows[kode], RESULT_COLUMNS[family])

    def reported_mean(self, family: str) -> CellRef:
        """Return the cell of a mean of the reported period."""
        return CellRef(SHEET, self.reported.mean_rows[family], RESULT_COLUMNS["capaian"])

    def mean(self, family: str, periode: str) -> CellRef:
        """Return the cell of a mean, such as ``rata_rata`` or ``capaian_sasaran.2``."""
        table = self.tables[periode]
        return CellRef(SHEET, table.mean_rows[family], RESULT_COLUMNS["capaian"])
