"""Where every value stands on the sheet Data: sorted so that a figure is one unbroken stretch."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from iku.address import CellRef
from iku.calculation.figure import BELUM_DIISI, Figure
from iku.calculation.results import Means
from iku.consolidation.aggregation import CAPAIAN, REALISASI
from iku.consolidation.figures import Contribution, Slice
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Standing
from iku.definition.model import Indikator, Komponen

SHEET = "Data"
HEADER_ROW = 6
HEADS = {
    "unit": "Kode kecamatan",
    "nama": "Kecamatan",
    "iku": "Kode IKU",
    "komponen": "Komponen",
    "periode": "Periode",
    "status": "Status",
    "dihitung": "Nilai dihitung",
    "dilaporkan": "Nilai dilaporkan",
}
COLUMNS = {field: n for n, field in enumerate(HEADS, 1)}
MEANS = ("rata_rata", "rata_rata_batas", "rata_rata_sasaran")


class DataRow(NamedTuple):
    """One row: a value of one unit, what it is a value of, and where it came from."""

    number: int
    piece: Contribution
    kode: str
    field: str
    periode: str
    status: str


class DataPlan:
    """Rows of Data for one report: every indicator, period, component and unit, then the means."""

    def __init__(self, report: RegencyReport) -> None:
        """Plan the sheet; nothing is drawn here."""
        self.report = report
        self.units = len(report.standings)
        self._first: dict[tuple[str, str, str], int] = {}
        self.rows = tuple(self._rows())

    @property
    def last_row(self) -> int:
        """The last row that holds a value, or the header where there is none."""
        return HEADER_ROW + len(self.rows)

    def _rows(self) -> Iterator[DataRow]:
        number = HEADER_ROW
        for one in self._slices():
            self._first[one.kode, one.periode, one.field] = number + 1
            measured = self._measured(one)
            for piece in one.rows:
                number += 1
                status = piece.standing.words(piece.figure, one.periode, *measured)
                yield DataRow(number, piece, one.kode, one.field, one.periode, status)

    def _measured(self, one: Slice) -> tuple[Indikator | None, Komponen | None]:
        """Return indicator and component of a slice; neither for a quarter alone, or a mean.

        With them a status tells a verifier's "Ditolak" where that is why there is no value.
        """
        indikator = self.report.aggregation.by_code.get(one.kode)
        if indikator is None:
            return None, None
        part = next((part for part in indikator.komponen if part.kode == one.field), None)
        told = part is not None or one.field in {REALISASI, CAPAIAN}
        return indikator if told else None, part

    def _slices(self) -> Iterator[Slice]:
        report = self.report
        for one in report.definition.indikator:
            for periode in report.periods:
                for field in report.aggregation.fields(one, periode):
                    yield report.aggregation.slice(one.kode, periode, field)
        means = [_unit_means(standing, report.period) for standing in report.standings]
        for field in MEANS:
            figures: list[Figure] = [
                getattr(mean, field) if mean else BELUM_DIISI for mean in means
            ]
            rows = (
                Contribution(standing, figure, figure.value)
                for standing, figure in zip(report.standings, figures, strict=True)
            )
            yield Slice("", report.period, field, tuple(rows))

    def range(self, kode: str, periode: str, field: str, column: str = "dihitung") -> str:
        """Return the stretch of a column with the values of all units."""
        first = self._first[kode, periode, field]
        top = CellRef(SHEET, first, COLUMNS[column])
        bottom = CellRef(SHEET, first + self.units - 1, COLUMNS[column])
        return f"{top.absolute}:{bottom.absolute.partition('!')[2]}"

    def cell(self, kode: str, periode: str, field: str, unit: int, column: str) -> str:
        """Return the cell of one unit, counted from 0 in the order of the standings."""
        return CellRef(SHEET, self._first[kode, periode, field] + unit, COLUMNS[column]).absolute


def _unit_means(standing: Standing, periode: str) -> Means | None:
    if standing.results is None or not standing.reported(periode):
        return None
    return standing.results.means(periode)


def plain(value: Fraction | None) -> float | None:
    """Return an exact number as a cell stores it."""
    return None if value is None else float(value)
