"""Figures added up again from the cells that Asal Angka names."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.regency.files_received import Received, exact
from tests.regency.readding import PERIODS, Numbers, calculated
from tests.regency.typed import Entries, combined, entered

TYPED = "(realisasi)"
"""What stands for a component where the value itself is typed."""
Values = dict[tuple[str, str, str], dict[str, list[Fraction]]]


@dataclass(frozen=True)
class Origin:
    """One row of Asal Angka."""

    kode: str
    part: str
    periods: tuple[str, ...]
    unit: str
    value: Fraction
    file: Received | None


class Again:
    """Figures added up again from the cells."""

    def __init__(self, known: Mapping[str, dict[str, Any]], origins: Sequence[Origin]) -> None:
        self.known = known
        self._values: Values = {}
        self._files: dict[str, Received] = {}
        self.seen: set[str] = set()
        for one in origins:
            for period in one.periods:
                key = (one.kode, one.unit, period)
                self._values.setdefault(key, {}).setdefault(one.part, []).append(one.value)
            self.seen.add(one.unit)
            if one.file is not None and one.file.name.startswith("IKU_"):
                self._files[one.unit] = one.file

    def supposing(self, unit: str, kode: str, period: str, entries: Entries) -> "Again":
        """The figures if a unit had these entries of an indicator, up to a period."""
        other, one = copy(self), self.known[kode]
        other._values = {**self._values}
        other.seen = self.seen | {unit}
        for when in {period, *(entered(one, period) if combined(one) else ())}:
            parts: Mapping[str, Fraction] | None
            if "komponen" in one:
                parts = entries.parts(one, when)
            else:
                value = entries.value(one, when)
                parts = None if value is None else {TYPED: value}
            other._values[kode, unit, when] = {k: [v] for k, v in (parts or {}).items()}
        return other

    def target(self, unit: str, kode: str, period: str) -> Fraction | None:
        """A unit's own target, as its workbook holds it."""
        file = self._files.get(unit)
        return None if file is None else exact(file.named(f"target.{kode}.{period}"))

    def parts(self, kode: str, unit: str, period: str) -> Numbers:
        """The components of a unit."""
        found = self._values.get((kode, unit, period), {})
        return {part: sum(values, Fraction(0)) for part, values in found.items()}

    def unit(self, kode: str, unit: str, period: str) -> Fraction | None:
        """What one unit came to."""
        one = self.known[kode]
        if combined(one):
            return self._of_quarters(one, [self.quarter(kode, [unit], q) for q in _until(period)])
        if "komponen" in one:
            return self.quarter(kode, [unit], period)
        values = self._values.get((kode, unit, period), {}).get(TYPED, [])
        return self._of_quarters(one, values) if values else None

    def quarter(self, kode: str, units: Iterable[str], period: str) -> Fraction | None:
        """The formula over the components of some units."""
        sums = self.sums(kode, units, period)
        return calculated(self.known[kode]["nilai"]["rumus"], sums) if sums else None

    def sums(self, kode: str, units: Iterable[str], period: str) -> Numbers:
        """The components of some units added up."""
        sums: Numbers = {}
        for unit in units:
            for part, value in self.parts(kode, unit, period).items():
                sums[part] = sums.get(part, Fraction(0)) + value
        return sums

    @staticmethod
    def _of_quarters(one: Mapping[str, Any], values: Sequence[Fraction | None]) -> Fraction | None:
        numbers = [value for value in values if value is not None]
        if not numbers:
            return None
        match one.get("triwulan"):
            case "jumlah":
                return sum(numbers, Fraction(0))
            case "rata_rata":
                return sum(numbers, Fraction(0)) / len(numbers)
        return numbers[-1]

    def regency(self, kode: str, period: str) -> Fraction | None:
        """What the regency came to."""
        one = self.known[kode]
        agregasi = one.get("agregasi", "komponen")
        if agregasi == "tidak":
            return None
        if agregasi == "komponen":
            if combined(one):
                each = [self.quarter(kode, self.seen, q) for q in _until(period)]
                return self._of_quarters(one, each)
            return self.quarter(kode, self.seen, period)
        values = {unit: self.unit(kode, unit, period) for unit in self.seen}
        numbers = {unit: value for unit, value in values.items() if value is not None}
        return self._together(kode, agregasi, numbers, period) if numbers else None

    def _together(self, kode: str, agregasi: str, numbers: Numbers, period: str) -> Fraction:
        match agregasi:
            case "jumlah":
                return sum(numbers.values(), Fraction(0))
            case "maks":
                return max(numbers.values())
            case "min":
                return min(numbers.values())
            case "rata_rata":
                return sum(numbers.values(), Fraction(0)) / len(numbers)
        divisor = self.known[kode]["nilai"]["rumus"].partition("/")[2].partition("*")[0].strip()
        weights = {unit: self.parts(kode, unit, period)[divisor] for unit in numbers}
        total = sum((value * weights[unit] for unit, value in numbers.items()), Fraction(0))
        return total / sum(weights.values(), Fraction(0))


def _until(period: str) -> list[str]:
    return [one for one in PERIODS[: PERIODS.index(period) + 1] if one != "TAHUN"]
