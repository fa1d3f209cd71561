"""Where things stand on the sheets that a definition may ask for, and on Catatan Pemeriksaan."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from iku.definition.model import Indikator
from iku.names import ANALYSIS_FIELDS, EVIDENCE_FIELDS
from iku.terbitan import Terbitan

ANALISIS, BUKTI = "Analisis", "Bukti Dukung"
HEADER_ROW = 5
NO, SUBJECT, PERIODE = 1, 2, 3
CAPAIAN, EARLIER = 4, 5  # on Analisis: what is to be explained, and the follow-up planned before
HELPER_OFFSET = 8


@dataclass(frozen=True, slots=True)
class ExtraRow:
    """A row for one indicator and period; ``piece`` is the n-th piece of evidence, 0 for none."""

    number: int
    indikator: Indikator
    periode: str
    piece: int = 0


class ExtraPlan:
    """Rows of Analisis or Bukti Dukung: one per indicator and period (and piece of evidence)."""

    def __init__(self, terbitan: Terbitan, sheet: str) -> None:
        """Plan the sheet; nothing is drawn here."""
        self.terbitan = terbitan
        self.sheet = sheet
        self.fields = ANALYSIS_FIELDS if sheet == ANALISIS else EVIDENCE_FIELDS
        self.first_field = EARLIER + 1 if sheet == ANALISIS else PERIODE + 1

    @cached_property
    def rows(self) -> tuple[ExtraRow, ...]:
        """The rows in printed order."""
        definition = self.terbitan.definisi
        wanted = [
            (indikator, periode, piece)
            for indikator in definition.indikator
            if self.terbitan.applies(indikator)
            for periode in definition.entry_periods(indikator)
            for piece in self._pieces(indikator)
        ]
        return tuple(ExtraRow(n, *row) for n, row in enumerate(wanted, HEADER_ROW + 1))

    def _pieces(self, indikator: Indikator) -> range:
        if self.sheet == ANALISIS:
            return range(1)
        return range(1, max(1, len(indikator.bukti)) + 1)

    @property
    def last_column(self) -> int:
        """The last visible column."""
        return self.first_field + len(self.fields) - 1

    def before(self, row: ExtraRow) -> ExtraRow | None:
        """Return the row of the same indicator in the period before, if it is entered then."""
        return self._before.get((row.indikator.kode, row.periode))

    @cached_property
    def _before(self) -> dict[tuple[str, str], ExtraRow]:
        pairs = pairwise(self.rows)
        return {
            (row.indikator.kode, row.periode): earlier
            for earlier, row in pairs
            if earlier.indikator is row.indikator
        }

    @property
    def span(self) -> tuple[int, int]:
        """First and last row of the entry columns, both locked."""
        return HEADER_ROW, HEADER_ROW + len(self.rows) + 1


CATATAN = "Catatan Pemeriksaan"
CATATAN_HEADER = 6
CATATAN_ROWS = 500
CATATAN_COLUMNS = {
    "kode": 1,
    "tempat": 2,
    "penjelasan": 3,
    "perbaikan": 4,
    "nilai": 5,
    "alasan": 6,
}
CATATAN_FIRST = CATATAN_HEADER + 1
CATATAN_LAST = CATATAN_HEADER + CATATAN_ROWS
