"""Changes: what a newer file, or a later run, says differently, and what that does to the regency."""

from dataclasses import dataclass

from iku.calculation.figure import Figure
from iku.cells import ErrorValue, Value


@dataclass(frozen=True, slots=True)
class Effect:
    """The regency's realisasi of one indicator in one period: before a change, and after it."""

    kode: str
    periode: str
    before: Figure
    after: Figure

    def as_json(self) -> dict[str, object]:
        """Return the public form; None where there is no number."""
        before, after = self.before.value, self.after.value
        return {
            "kode": self.kode,
            "period": self.periode,
            "before": None if before is None else float(before),
            "after": None if after is None else float(after),
        }


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of one unit that two of its files, or two runs, give differently.

    ``name`` is the entry's workbook name, ``old`` and ``new`` what was typed (None: blank), where
    ``path_old`` and ``path_new`` say, in the cells ``place_old`` and ``place_new`` such as
    ``Isian!E12`` of the files with these SHA-256 (each empty where there is none). ``effects`` are
    the figures of the regency that use it, with this and every other change of the unit. ``when`` is the time stored in the newer document, or of the earlier run, as text. ``closed``
    is the period that was closed when the change came; ``counted`` tells whether ``new`` is what
    counts now, and ``decision`` who decided that and why.
    """

    unit: str
    period: str
    name: str
    old: Value
    new: Value
    path_old: str
    path_new: str
    when: str = ""
    effects: tuple[Effect, ...] = ()
    closed: str = ""
    counted: bool = True
    decision: str = ""
    place_old: str = ""
    place_new: str = ""
    sha256_old: str = ""
    sha256_new: str = ""

    def as_json(self) -> dict[str, object]:
        """Return the public form, with the effects on the regency's figures."""
        return {
            "unit": self.unit,
            "period": self.period,
            "name": self.name,
            "old": _plain(self.old),
            "new": _plain(self.new),
            "path_old": self.path_old,
            "path_new": self.path_new,
            "cell_old": self.place_old,
            "cell_new": self.place_new,
            "sha256_old": self.sha256_old,
            "sha256_new": self.sha256_new,
            "closed": self.closed,
            "counted": self.counted,
            "decision": self.decision,
            "effects": [one.as_json() for one in self.effects],
        }


def _plain(value: Value) -> float | str | bool | None:
    return value.code if isinstance(value, ErrorValue) else value
