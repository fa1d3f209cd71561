"""What a form says: its entries by name, and what they come to by the definition's own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from tests.regency.files_received import Received, exact
from tests.regency.readding import PERIODS

NIHIL = "Nihil"
Entry = Fraction | str
Part = Mapping[str, Any]


@dataclass(frozen=True)
class Entries:
    """The entries of one unit, and the period up to which it speaks.

    ``shared`` are the definition's shared figures by code.
    """

    typed: Mapping[str, Entry]
    reach: str
    shared: Mapping[str, Part] = field(default_factory=dict)

    @classmethod
    def of(cls, file: Received, shared: Mapping[str, Part]) -> "Entries":
        """Read them from a form."""
        found: dict[str, Entry] = {}
        for name in file.names:
            value = file.named(name) if name.startswith(("isian.", "status.")) else None
            if value is not None:
                number = exact(value)
                found[name] = str(value) if number is None else number
        return cls(found, str(file.named("identitas.periode_lapor") or ""), shared)

    def changed(self, values: Mapping[str, Entry | None]) -> "Entries":
        """The same with some entries different; None for a blank one."""
        kept = {name: one for name, one in self.typed.items() if name not in values}
        new = {name: one for name, one in values.items() if one is not None}
        return replace(self, typed={**kept, **new})

    def parts(self, one: Mapping[str, Any], period: str) -> dict[str, Fraction] | None:
        """The components up to a period, all of them or none; what is nil is left out."""
        if not self._speaks(period):
            return None
        found = {part["kode"]: self.part(one, part, period) for part in one["komponen"]}
        if None in found.values():
            return None
        return {kode: value for kode, value in found.items() if isinstance(value, Fraction)}

    def part(self, one: Mapping[str, Any], part: Part, period: str) -> Entry | None:
        """One component up to a period; None where it is not known."""
        shared = self.shared.get(part.get("dari", ""))
        kode, name = ("bersama", part["dari"]) if shared else (one["kode"], part["kode"])
        values = [self._entry(kode, name, quarter) for quarter in entered(one, period)]
        how = shared or part
        if how.get("sifat") == "posisi":
            known = [value for value in values if value not in {None, NIHIL}]
            return known[-1] if known else NIHIL if NIHIL in values else None
        if how.get("cara_isi") == "sd_triwulan":
            return next((value for value in reversed(values) if value != NIHIL), NIHIL)
        if combined(one):
            return values[-1]
        return _sum(values)

    def value(self, one: Mapping[str, Any], period: str) -> Fraction | None:
        """What was typed up to a period where the value itself is typed."""
        if not self._speaks(period):
            return None
        values = [self._entry(one["kode"], "nilai", quarter) for quarter in entered(one, period)]
        told = _sum(values) if one.get("triwulan") == "jumlah" else (values or [None])[-1]
        return told if isinstance(told, Fraction) else None

    def _speaks(self, period: str) -> bool:
        return bool(self.reach) and PERIODS.index(self.reach) >= PERIODS.index(period)

    def _entry(self, kode: str, name: str, quarter: str) -> Entry | None:
        value = self.typed.get(f"isian.{kode}.{name}.{quarter}")
        if isinstance(value, Fraction):
            return value
        stated = self.typed.get(f"status.{kode}.{name}.{quarter}")
        stated = stated or self.typed.get(f"status.{kode}.{quarter}")
        return NIHIL if NIHIL in {value, stated} else None


def combined(one: Mapping[str, Any]) -> bool:
    """Whether each quarter is worked out by itself."""
    return "komponen" in one and one.get("triwulan") in {"jumlah", "rata_rata"}


def entered(one: Mapping[str, Any], period: str) -> list[str]:
    """The periods that are typed, up to a period."""
    if one.get("periode_ukur") == ["TAHUN"]:
        return ["TAHUN"] if period == "TAHUN" else []
    return [quarter for quarter in PERIODS[: PERIODS.index(period) + 1] if quarter != "TAHUN"]


def _sum(values: Sequence[Entry | None]) -> Entry | None:
    if None in values:
        return None
    numbers = [value for value in values if isinstance(value, Fraction)]
    return sum(numbers, Fraction(0)) if numbers else NIHIL
