"""Where everything stands on the sheet Isian."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Literal

from iku.definition.model import DataBersama, Definition, Indikator, Komponen, Sasaran
from iku.names import entry_fields
from iku.targets import TargetVersion
from iku.terbitan import Terbitan

SHEET = "Isian"
KEY, NO, URAIAN, SATUAN, FIRST_PERIOD = 1, 2, 3, 4, 5
PERIODE, STATUS, INSTANSI, ALASAN, PERKIRAAN = 4, 5, 6, 7, 8
ABSENCE_COLUMNS = {"status": STATUS, "instansi": INSTANSI, "alasan": ALASAN, "perkiraan": PERKIRAAN}
HEADER_ROW = 6

RowKind = Literal[
    "band",
    "bersama",
    "sasaran",
    "indikator",
    "komponen",
    "dari",
    "nilai",
    "predikat",
    "target",
    "target_predikat",
    "target_semula",
    "dilaporkan",
    "sifat_data",
]


def superseded_key(kode: str, n: int) -> str:
    """Return the landmark of the row with the n-th targets (from 0) that a change superseded."""
    return f"{kode}#target_semula.{n}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the entry table; ``key`` is the landmark that stands hidden in its first cell."""

    number: int
    kind: RowKind
    key: str
    sasaran: Sasaran | None = None
    indikator: Indikator | None = None
    part: Komponen | DataBersama | None = None


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """A row of the second table: why one figure of one period is not there."""

    number: int
    key: str
    periode: str
    subject: tuple[str, ...]  # the middle of its names: ("R1",), ("R1", "tepat"), ("bersama", "rt")
    indikator: Indikator | None
    part: Komponen | DataBersama | None


class IsianPlan:
    """Rows and columns of Isian for one Terbitan: entries above, reasons for absence below."""

    def __init__(self, terbitan: Terbitan) -> None:
        """Plan the sheet; nothing is drawn here."""
        self.terbitan = terbitan
        self.definition: Definition = terbitan.definisi
        self.periods = self.definition.periods

    @cached_property
    def period_columns(self) -> dict[str, int]:
        """The entry column of each period."""
        return {period: FIRST_PERIOD + n for n, period in enumerate(self.periods)}

    @property
    def result_column(self) -> int:
        """The column of live results, beside the entries."""
        return FIRST_PERIOD + len(self.periods)

    @property
    def hint_column(self) -> int:
        """The column that says in words how to fill in."""
        return self.result_column + 1

    @cached_property
    def previous_columns(self) -> dict[str, int]:
        """The column of each earlier year that has values."""
        first = max(self.hint_column, PERKIRAAN) + 1
        return {year: first + n for n, year in enumerate(self.terbitan.previous_years)}

    @cached_property
    def renstra_year(self) -> str:
        """The last year after this one for which there is a target; empty without any."""
        targets = self.terbitan.target.values()
        years = {key for one in targets for key in one if key.isdigit()}
        later = [year for year in years if int(year) > self.definition.tahun]
        return max(later, default="")

    @property
    def renstra_column(self) -> int | None:
        """The column of the Renstra's end target, right of the earlier years."""
        after = max(self.hint_column, PERKIRAAN, *self.previous_columns.values())
        return after + 1 if self.renstra_year else None

    @property
    def last_column(self) -> int:
        """The last visible column."""
        columns = self.previous_columns.values()
        return self.renstra_column or max(self.hint_column, PERKIRAAN, *columns)

    @property
    def helper_offset(self) -> int:
        """How far to the right of an entry the hidden cell stands that counts its notes."""
        return self.last_column - FIRST_PERIOD + 2

    @property
    def last_entry_column(self) -> int:
        """The last column that can hold an entry, in either table."""
        return max(self.result_column - 1, PERKIRAAN)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the entry table."""
        return tuple(Row(number, *rest) for number, rest in enumerate(self._rows(), HEADER_ROW + 1))

    def _rows(
        self,
    ) -> Iterator[
        tuple[RowKind, str, Sasaran | None, Indikator | None, Komponen | DataBersama | None]
    ]:
        if self.definition.data_bersama:
            yield "band", "bersama", None, None, None
        for shared in self.definition.data_bersama:
            yield "bersama", f"bersama.{shared.kode}", None, None, shared
        for n, sasaran in enumerate(self.definition.sasaran, 1):
            yield "sasaran", f"sasaran.{n}", sasaran, None, None
            for indikator in sasaran.indikator:
                yield "indikator", indikator.kode, sasaran, indikator, None
                if self.terbitan.applies(indikator):
                    yield from self._indikator_rows(sasaran, indikator)

    def _indikator_rows(
        self, sasaran: Sasaran, indikator: Indikator
    ) -> Iterator[tuple[RowKind, str, Sasaran, Indikator, Komponen | None]]:
        kode, fitur = indikator.kode, self.definition.pengaturan.fitur
        for part in indikator.komponen:
            kind: RowKind = "komponen" if part.dari is None else "dari"
            yield kind, f"{kode}.{part.kode}", sasaran, indikator, part
        if not indikator.measured_by_components:
            yield "nilai", f"{kode}.nilai", sasaran, indikator, None
        grade = indikator.nilai.jenis == "predikat"
        if grade:
            yield "predikat", f"{kode}.predikat", sasaran, indikator, None
        yield "target", f"{kode}#target", sasaran, indikator, None
        if grade:
            yield "target_predikat", f"{kode}#target_predikat", sasaran, indikator, None
        for n, _ in enumerate(self.terbitan.superseded(kode)):
            yield "target_semula", superseded_key(kode, n), sasaran, indikator, None
        if "dilaporkan" in fitur:
            yield "dilaporkan", f"{kode}#dilaporkan", sasaran, indikator, None
        if "sifat_data" in fitur:
            yield "sifat_data", f"{kode}#sifat_data", sasaran, indikator, None

    @cached_property
    def superseded(self) -> dict[str, TargetVersion]:
        """The targets before each PK perubahan, by the landmark of their row."""
        return {
            superseded_key(kode, n): version
            for kode in self.terbitan.changed_targets
            for n, version in enumerate(self.terbitan.superseded(kode))
        }

    @property
    def absence_band_row(self) -> int:
        """The row of the second table's title, which also ends the first table."""
        return HEADER_ROW + len(self.rows) + 2

    @property
    def absence_header_row(self) -> int:
        """The row of the second table's column heads."""
        return self.absence_band_row + 2

    @cached_property
    def absence_rows(self) -> tuple[AbsenceRow, ...]:
        """The rows of the second table; where an indicator has several, heads stand above them."""
        rows: list[AbsenceRow] = []
        for subject, periode, one, part in self._absences():
            number = rows[-1].number + 1 if rows else self.absence_header_row + 1
            if rows and self.absence_by_indikator and rows[-1].indikator is not one:
                number += 1
            key = ".".join((*subject, periode)) + "#status"
            rows.append(AbsenceRow(number, key, periode, subject, one, part))
        return tuple(rows)

    @property
    def absence_by_indikator(self) -> bool:
        """Whether indicators have several rows each in the second table."""
        return len(self.periods) > 1 or "status_komponen" in self.definition.pengaturan.fitur

    @cached_property
    def absence_groups(self) -> tuple[tuple[AbsenceRow, ...], ...]:
        """The rows of the second table that stand below heads: all, or those of one indicator.

        The shared figures come first.
        """
        rows = self.absence_rows
        if not self.absence_by_indikator:
            return (rows,) if rows else ()
        return tuple(tuple(group) for _, group in groupby(rows, _group))

    def _absences(
        self,
    ) -> Iterator[tuple[tuple[str, ...], str, Indikator | None, Komponen | DataBersama | None]]:
        for shared in self.definition.data_bersama:
            for periode in self.definition.entry_periods(shared):
                yield ("bersama", shared.kode), periode, None, shared
        by_part = "status_komponen" in self.definition.pengaturan.fitur
        for indikator in self.definition.indikator:
            if not self.terbitan.applies(indikator):
                continue
            own = {part.kode: part for part in indikator.komponen}
            for periode in self.definition.entry_periods(indikator):
                yield (indikator.kode,), periode, indikator, None
                fields = entry_fields(indikator) if by_part and own else ()
                for field in fields:
                    yield (indikator.kode, field), periode, indikator, own[field]

    @property
    def end_row(self) -> int:
        """The locked row below the second table."""
        last = self.absence_rows[-1].number if self.absence_rows else self.absence_header_row
        return last + 1

    @property
    def entry_span(self) -> tuple[int, int]:
        """First and last row of the first table's columns, both locked."""
        return HEADER_ROW, self.absence_band_row

    @property
    def absence_span(self) -> tuple[int, int]:
        """First and last row of the second table's columns, both locked."""
        return self.absence_header_row, self.end_row


def _group(row: AbsenceRow) -> str:
    """Return the code of the indicator that a row speaks of; none for a shared figure."""
    return "" if row.indikator is None else row.indikator.kode
