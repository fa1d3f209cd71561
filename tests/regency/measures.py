"""What the definition measures, written down once more as plain arithmetic."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

QUARTERS = ("TW1", "TW2", "TW3", "TW4")
PERIODS = (*QUARTERS, "TAHUN")
HUNDRED = Fraction(100)

Parts = Mapping[str, Fraction]
"""Components by code; one of which nothing occurred is left out."""


class NoQuotientError(Exception):
    """The divisor is nothing."""


def share(a: Fraction, b: Fraction) -> Fraction:
    """Divide, or say that it cannot be done."""
    if b == 0:
        raise NoQuotientError
    return a / b


def mean(numbers: list[Fraction]) -> Fraction:
    """The plain mean."""
    return sum(numbers, Fraction(0)) / len(numbers)


def ratio(above: str, below: str, times: int) -> Callable[[Parts], Fraction]:
    """A ratio of two components; nothing occurred counts as none."""
    nought = Fraction(0)
    return lambda parts: share(parts.get(above, nought), parts.get(below, nought)) * times


def punctual(parts: Parts) -> Fraction:
    """The mean of two ratios; one of which nothing occurred is left out."""
    pairs = [
        (parts[f"{kind}_tepat"], parts[f"{kind}_masuk"])
        for kind in ("izin", "lain")
        if f"{kind}_masuk" in parts
    ]
    return mean([share(a, b) for a, b in pairs]) * 100


def quarterly(*numbers: str) -> dict[str, Fraction]:
    """Targets by period; the year's is that of the fourth quarter."""
    values = [Fraction(one) for one in numbers]
    return dict(zip(PERIODS, [*values, values[-1]], strict=True))


@dataclass(frozen=True)
class Measure:
    """One indicator. ``parts`` says of each component how it goes on: arus, posisi, sd or bersama.

    ``quarters`` is how quarters make a year where the value itself is typed or combined, and
    ``units`` how kecamatan make a regency.
    """

    kode: str
    target: dict[str, Fraction]
    parts: dict[str, str] = field(default_factory=dict)
    formula: Callable[[Parts], Fraction] | None = None
    shared: dict[str, str] = field(default_factory=dict)
    direction: str = "naik"
    quarters: str = "komponen"
    units: str = "komponen"
    yearly: bool = False
    central: bool = False
    if_none: Fraction | None = None
    weight: str = ""

    @property
    def own(self) -> tuple[str, ...]:
        """The fields that a kecamatan types."""
        return tuple(one for one, how in self.parts.items() if how != "bersama") or ("nilai",)

    @property
    def combined(self) -> bool:
        """Whether each quarter is worked out by itself."""
        return bool(self.parts) and self.quarters in {"jumlah", "rata_rata"}

    def entered(self, period: str) -> list[str]:
        """The periods typed up to a period."""
        known = ["TAHUN"] if self.yearly else list(QUARTERS)
        return [one for one in known if PERIODS.index(one) <= PERIODS.index(period)]


LEVEL = quarterly("90", "90", "90", "90")
MEASURES = (
    Measure("P1", LEVEL, {"tepat": "arus", "masuk": "arus"}, ratio("tepat", "masuk", 100)),
    Measure(
        "P2",
        quarterly("80", "82", "84", "86"),
        dict.fromkeys(("izin_tepat", "izin_masuk", "lain_tepat", "lain_masuk"), "arus"),
        punctual,
    ),
    Measure(
        "P3",
        quarterly("75", "75", "75", "75"),
        {"selesai": "arus", "keluhan": "arus"},
        ratio("selesai", "keluhan", 100),
        if_none=HUNDRED,
    ),
    Measure(
        "P6",
        quarterly("3", "3", "3", "3"),
        {"hari": "arus", "berkas": "arus"},
        ratio("hari", "berkas", 1),
        direction="turun B",
        quarters="rata_rata",
    ),
    Measure(
        "P4",
        quarterly("60", "65", "70", "75"),
        {"aktif": "posisi", "semua": "bersama"},
        ratio("aktif", "semua", 100),
        {"semua": "rukun"},
    ),
    Measure(
        "P5",
        quarterly("2.5", "5", "7.5", "10"),
        {"penerima": "sd", "jiwa": "bersama"},
        ratio("penerima", "jiwa", 1000),
        {"jiwa": "penduduk"},
    ),
    Measure("P7", quarterly("40", "80", "120", "160"), quarters="jumlah", units="jumlah"),
    Measure(
        "P8",
        quarterly("20", "40", "60", "80"),
        {"lunas": "arus", "pokok": "posisi"},
        ratio("lunas", "pokok", 100),
        units="tertimbang",
        weight="pokok",
    ),
    Measure(
        "P9",
        {},
        {"linmas": "posisi", "semua": "bersama"},
        ratio("linmas", "semua", 1),
        {"semua": "rukun"},
        direction="2 sampai 4",
        units="rata_rata",
    ),
    Measure(
        "P10", quarterly("4", "4", "4", "4"), direction="turun A", quarters="akhir", units="tidak"
    ),
    Measure(
        "P11",
        {"TAHUN": Fraction("61.70")},
        quarters="akhir",
        units="rata_rata",
        yearly=True,
        central=True,
    ),
    Measure("P12", {"TAHUN": Fraction(80)}, quarters="akhir", units="min", yearly=True),
    Measure("P13", quarterly("20", "45", "70", "95"), quarters="akhir", units="maks"),
)
GOALS = (("P1", "P2", "P3", "P6"), ("P4", "P5", "P7", "P8", "P9"), ("P10", "P11", "P12", "P13"))
BY_CODE = {one.kode: one for one in MEASURES}
