"""Evidence: the dated proof that each unit's report was issued, received, checked and closed."""

from dataclasses import dataclass
from pathlib import Path

from workflow.definition_source import read_definition
from workflow.history.proof import Event, Year, events, unit_names, years
from workflow.refusal import RefusedError


@dataclass(frozen=True)
class Proof:
    """Everything that the history can prove of one definition's year, by unit."""

    year: Year
    names: dict[str, str]
    events: tuple[Event, ...]

    @property
    def units(self) -> tuple[str, ...]:
        """The codes of units of which something is known."""
        return tuple(sorted({event.unit for event in self.events}))

    def of(self, unit: str) -> tuple[Event, ...]:
        """Return what happened to one unit's report, earliest first."""
        return tuple(event for event in self.events if event.unit == unit)

    def as_json(self) -> dict[str, object]:
        """Return the public form."""
        return {
            "template": self.year.templat,
            "tahun": self.year.tahun,
            "units": [
                {
                    "kode": unit,
                    "nama": self.names.get(unit, ""),
                    "events": [
                        {"when": event.when, "kind": event.kind, **event.facts}
                        for event in self.of(unit)
                    ],
                }
                for unit in self.units
            ],
        }


def evidence(history: Path, definition: Path | None = None, units: tuple[str, ...] = ()) -> Proof:
    """Return what the history proves; RefusedError where it is not clear of which year.

    ``units`` are the codes wanted, none for all.
    """
    if not history.exists():
        message = f"{history}: riwayat tidak ditemukan; periksa nama dan foldernya"
        raise RefusedError(message)
    year = _year(history, definition)
    found = tuple(one for one in events(history, year) if not units or one.unit in units)
    if not found:
        raise RefusedError("riwayat ini tidak memuat apa pun tentang unit dan definisi itu")
    return Proof(year, unit_names(history, year), found)


def _year(history: Path, definition: Path | None) -> Year:
    if definition is not None:
        read = read_definition(definition)
        return Year(read.kode, int(read.tahun))
    known = years(history)
    if len(known) == 1:
        return known[0]
    if not known:
        raise RefusedError("riwayat ini belum memuat rekap; jalankan iku consolidate lebih dahulu")
    listed = ", ".join(f"{one.templat} {one.tahun}" for one in known)
    message = f"riwayat ini memuat beberapa definisi ({listed}); sebutkan dengan --definition"
    raise RefusedError(message)
