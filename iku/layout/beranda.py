"""Where everything stands on the sheet Beranda."""

from functools import cached_property

from iku.names import REPORT_FIELDS, SIGNING_FIELDS
from iku.terbitan import Terbitan

SHEET = "Beranda"
LABEL, FIRST_VALUE = 2, 3
SIDE_LABEL, SIDE_VALUE, LAST_COLUMN = 5, 6, 7
TITLE_ROW = 2
IDENTITY_HEAD_ROW = 5
IDENTITY_ROWS = {"nama": 6, "kode": 7, "kabupaten": 8, "tahun": 9}
PROGRESS_ROWS = {"terisi": 6, "berikutnya": 7, "kesiapan": 8, "rata_rata": 9}
REPORT_HEAD_ROW = 11
REPORT_ROWS = {field: 12 + n for n, field in enumerate(REPORT_FIELDS)}
LINKS_HEAD_ROW = 11
LINKS_FIRST_ROW = 12
SIGNING_HEAD_ROW = 23
SIGNING_PERIOD_ROW = 24
SIGNING_ROWS = {field: 25 + n for n, field in enumerate(SIGNING_FIELDS)}
END_ROW = 32
CHARTS_ROW = 35  # below everything that is filled in
HELPER_OFFSET = 8


class BerandaPlan:
    """Columns of Beranda for one Terbitan; its rows are the same for all."""

    def __init__(self, terbitan: Terbitan) -> None:
        """Plan the sheet; nothing is drawn here."""
        self.periods = terbitan.definisi.periods

    @cached_property
    def period_columns(self) -> dict[str, int]:
        """The column of the signatory of each period."""
        return {period: FIRST_VALUE + n for n, period in enumerate(self.periods)}

    @property
    def span(self) -> tuple[int, int]:
        """First and last row of the stretch that holds every entry; both rows are locked."""
        return REPORT_HEAD_ROW, END_ROW
