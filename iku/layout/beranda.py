"""Where everything stands on the sheet Beranda."""

from functools import cached_property

from iku.names import REPORT_FIELDS, SIGNING_FIELDS
from iku.terbitan import Terbitan

SHEET = "Beranda"
LABEL, FIRST_VALUE = 2, 3
TITLE_ROW = 2
IDENTITY_ROWS = {"nama": 5, "kode": 6, "kabupaten": 7, "tahun": 8}
REPORT_HEAD_ROW = 10
REPORT_ROWS = {field: 11 + n for n, field in enumerate(REPORT_FIELDS)}
SIGNING_HEAD_ROW = 17
SIGNING_ROWS = {field: 19 + n for n, field in enumerate(SIGNING_FIELDS)}
SIGNING_PERIOD_ROW = 18
PROGRESS_HEAD_ROW = 26
PROGRESS_ROWS = {"terisi": 27, "berikutnya": 28, "kesiapan": 29, "rata_rata": 30}
LINKS_HEAD_ROW = 32
LINKS_FIRST_ROW = 33
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
    def last_column(self) -> int:
        """The last visible column."""
        return max(FIRST_VALUE + 2, FIRST_VALUE + len(self.periods) - 1)

    @property
    def span(self) -> tuple[int, int]:
        """First and last row of the stretch that holds every entry; both rows are locked."""
        return REPORT_HEAD_ROW, PROGRESS_HEAD_ROW
