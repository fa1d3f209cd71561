"""A recap as it is read, beside what its figures come to when they are worked out again.

Capaian come from the cells that Asal Angka names; states from the words on Data; targets from the
definition as it is written; files from what was received. Nothing of the product is used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from tests.regency.again import Again
from tests.regency.files_received import Received
from tests.regency.readding import PERIODS, reached, regency_target, unit_target
from tests.regency.tables import Rows, Traced, table
from tests.regency.typed import Entries, Entry

OUT_OF_M = {"Belum waktunya", "Tidak ada objek", "Belum dibentuk", "Sudah tidak ada"}
GONE = {"Belum dibentuk", "Sudah tidak ada"}
ANSWERED = {"Terhitung", "Nihil"}
LEAST, MOST = Fraction(0), Fraction(120)
"""The bounds of the capped mean where the definition does not say otherwise."""
_ROMAN = ("I", "II", "III", "IV")


@dataclass
class Recap:
    """A recap in its reported period, with what re-adding gives."""

    sheets: Mapping[str, Rows]
    files: Mapping[str, Sequence[Received]]
    goals: Sequence[Sequence[str]]
    units: Mapping[str, Mapping[str, Any]]
    shared: Mapping[str, Mapping[str, Any]]
    again: Again
    traced: Traced
    taken_back: dict[str, dict[str, Entry | None]] = field(default_factory=dict)
    _capaian: dict[tuple[str, str], Fraction | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read states and names from Data."""
        self.period, self.tahun = period_of(self.sheets["Ringkasan"])
        self.states: dict[str, dict[str, str]] = {}
        self.codes: dict[str, str] = {}
        heads = ("Kode kecamatan", "Kecamatan", "Kode IKU", "Komponen", "Periode", "Status")
        for row in table(self.sheets["Data"], *heads):
            self.codes[row["Kecamatan"]] = row["Kode kecamatan"]
            if row["Komponen"] == "(realisasi)" and row["Periode"] == self.period:
                own = self.states.setdefault(row["Kode kecamatan"], {})
                own[row["Kode IKU"]] = row["Status"]

    @property
    def known(self) -> Mapping[str, dict[str, Any]]:
        """The indicators of the definition."""
        return self.again.known

    @cached_property
    def expected(self) -> set[str]:
        """The units that exist at the end of the period."""
        return {unit for unit, own in self.states.items() if not set(own.values()) & GONE}

    @cached_property
    def accepted(self) -> dict[str, Received]:
        """The file of each unit that Kelengkapan calls accepted."""
        rows = table(self.sheets["Kelengkapan"], "Kode", "Kecamatan", "Status", "Berkas", "Revisi")
        return {
            row["Kode"]: found
            for row in rows
            if row["Status"] == "Diterima"
            and (found := self.file(row["Berkas"], row["SHA-256 (awal)"])) is not None
        }

    @property
    def completeness(self) -> tuple[int, int]:
        """How many units have a file that speaks for the period, of how many that exist."""
        last = PERIODS.index(self.period)
        here = {
            unit
            for unit, file in self.accepted.items()
            if PERIODS.index(str(file.named("identitas.periode_lapor"))) >= last
        }
        return len(here & self.expected), len(self.expected)

    def file(self, words: str | None, digits: str | None) -> Received | None:
        """A received file by its name and the first digits of its SHA-256."""
        found = (
            one
            for digest, alike in self.files.items()
            if words and digits and digest.startswith(digits)
            for one in alike
            if one.called(words)
        )
        return next(found, None)

    def entries(self, unit: str) -> Entries | None:
        """What the accepted file of a unit says, without changes of closed periods not accepted."""
        file = self.accepted.get(unit)
        if file is None:
            return None
        return Entries.of(file, self.shared).changed(self.taken_back.get(unit, {}))

    def target(self, unit: str, kode: str) -> Fraction | None:
        """A unit's own target, as the definition has it."""
        own = self.units.get(unit, {})  # empty: the regency itself
        return unit_target(own, self.known[kode], self.period, self.tahun)

    def capaian(self, unit: str, kode: str) -> Fraction | None:
        """A unit's capaian, from the cells; kept, because several means need it."""
        if (unit, kode) not in self._capaian:
            self._capaian[unit, kode] = self._worked_out(unit, kode)
        return self._capaian[unit, kode]

    def _worked_out(self, unit: str, kode: str) -> Fraction | None:
        value = self.again.unit(kode, unit, self.period)
        if value is None or self.states[unit].get(kode) != "Terhitung":
            return None
        return reached(self.known[kode], value, self.again.target(unit, kode, self.period))

    def mean(self, unit: str, codes: Sequence[str], *, capped: bool = False) -> Fraction | None:
        """A unit's mean over some indicators."""
        return mean([self._added(unit, kode) for kode in codes], capped=capped)

    def _added(self, unit: str, kode: str) -> Fraction | None:
        """What an indicator adds to a unit's mean."""
        return self._nihil(self.states[unit][kode], kode) or self.capaian(unit, kode)

    def _nihil(self, state: str, kode: str) -> Fraction | None:
        nihil = self.known[kode].get("bila_nihil", "dikecualikan")
        return Fraction(nihil) if state == "Nihil" and nihil != "dikecualikan" else None

    def means(self, unit: str) -> dict[str, Fraction | None]:
        """The three means of a unit, by the words that Matriks has for them."""
        return {
            "Rata-rata capaian": self.mean(unit, list(self.known)),
            "Rata-rata dengan batas": self.mean(unit, list(self.known), capped=True),
            "Rata-rata per sasaran": mean([self.mean(unit, goal) for goal in self.goals]),
        }

    def regency(self, kode: str, period: str = "") -> tuple[Fraction | None, Fraction | None]:
        """Realisasi and capaian of the regency."""
        period = period or self.period
        value = self.again.regency(kode, period)
        target = regency_target(self.known[kode], period, self.tahun)
        return value, None if value is None else reached(self.known[kode], value, target)

    def regency_adds(self, kode: str, shown: Any) -> Fraction | None:
        """What an indicator adds to the regency's means; ``shown`` is its realisasi."""
        return self._nihil(str(shown), kode) or self.regency(kode)[1]


def mean(values: Sequence[Fraction | None], *, capped: bool = False) -> Fraction | None:
    """The mean of those that are known."""
    numbers = [one for one in values if one is not None]
    if capped:
        numbers = [limited(one) for one in numbers]
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else None


def limited(value: Fraction) -> Fraction:
    """A capaian as it counts in the capped mean."""
    return min(MOST, max(LEAST, value))


def period_of(rows: Rows) -> tuple[str, int]:
    """Read which period a recap is about: ``Kota Jambi, Triwulan II Tahun 2025``."""
    words = str(rows[1][0]).rpartition(", ")[2].split()
    return period_named(words), int(words[-1])


def period_named(words: Sequence[str]) -> str:
    """The period that a heading names."""
    return PERIODS[_ROMAN.index(words[1])] if words[0] == "Triwulan" else "TAHUN"
