"""One period's round: what a unit sent, what counts of it, and what the regency decided."""

from dataclasses import dataclass, field
from fractions import Fraction

from tests.regency.figures import Key, Typed, up_to
from tests.regency.forms import Forms
from tests.regency.inbox import ACCEPTED, Sent
from tests.regency.measures import PERIODS
from tests.regency.truth import Spoken
from tests.regency.units import Kecamatan

DEADLINES = {
    "TW1": "2025-04-10",
    "TW2": "2025-07-10",
    "TW3": "2025-10-10",
    "TW4": "2026-01-10",
    "TAHUN": "2026-01-31",
}
IN_TIME = {
    "TW1": "2025-04-08",
    "TW2": "2025-07-09",
    "TW3": "2025-10-09",
    "TW4": "2026-01-09",
    "TAHUN": "2026-01-30",
}


@dataclass(frozen=True)
class Outcome:
    """What one unit sent, and what its accepted file says up to ``period`` (empty: none)."""

    sent: tuple[Sent, ...] = ()
    typed: Typed = field(default_factory=dict)
    period: str = ""
    late_days: int = 0


@dataclass(frozen=True)
class Verdict:
    """A verification: ``verified`` None rejects; ``counts`` is what should come of it."""

    unit: Kecamatan
    key: Key
    reported: Fraction
    verified: Fraction | None
    approved: bool
    counts: bool


Rows = list[list[str | float | None]]


@dataclass(frozen=True)
class Round:
    """What came in for one period and the truth about it; ``spoken`` are the expected units."""

    period: str
    sent: tuple[Sent, ...]
    spoken: tuple[Spoken, ...]
    missing: frozenset[str]
    late: dict[str, int]
    waivers: Rows
    verification: Rows
    central: Rows
    closes: bool


@dataclass
class Teller:
    """Makes the files of one unit in one period from what it has to say."""

    forms: Forms
    unit: Kecamatan
    period: str
    typed: Typed

    def until(self, period: str | None = None) -> Typed:
        """What the unit says up to a period."""
        last = PERIODS.index(period or self.period)
        return up_to(self.typed, PERIODS[: last + 1])

    def book(
        self, typed: Typed | None = None, *, revisi: int = 0, period: str | None = None
    ) -> bytes:
        """A filled form."""
        said = self.until(period or self.period) if typed is None else typed
        return self.forms.filled(self.unit, said, self.period if period is None else period, revisi)

    def good(self, path: str = "", data: bytes = b"", *, revisi: int = 0) -> Sent:
        """A file that is accepted."""
        data = data or self.book(revisi=revisi)
        return Sent(path or self.unit.file, data, ACCEPTED, self.unit, "diterima")

    def other(self, key: Key) -> Typed:
        """What the unit says, with one figure different."""
        said = self.until()
        one = said[key]
        assert isinstance(one, Fraction)
        return {**said, key: one + 1}

    def told(self, *sent: Sent, late_days: int = 0) -> Outcome:
        """The outcome where the newest of these files counts."""
        return Outcome(sent, self.until(), self.period, late_days)
