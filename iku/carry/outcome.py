"""Outcome: what was carried where, what was not, and what to look at again."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from iku.address import CellRef
from iku.carry.value_found import Found
from iku.cells import ErrorValue, Value
from iku.checks.pointing import as_typed, words_of
from iku.finding import Fact, Finding, Severity
from iku.layout.entry import Entry
from iku.messages import entry as catalogue_entry
from iku.periods import in_words
from iku.submission import Submission

MARKABLE = "di_formulir_baru"
"""Fact: whether the cells of a finding are those of the fresh workbook, not of the old file."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One entry that was carried: its name and cell before and now, and its value."""

    name: str
    into: str
    origin: CellRef
    place: CellRef
    value: Value

    def as_json(self) -> dict[str, object]:
        """Return the public form."""
        return {
            "name": self.name,
            "into": self.into,
            "from": str(self.origin),
            "to": str(self.place),
            "value": self.value,
        }


@dataclass(frozen=True)
class Outcome:
    """Everything that became of the entries of one workbook.

    ``left`` are findings on what was not carried, ``told`` on what was but should be looked at;
    neither is explained yet. ``cleared`` are prefilled cells that had been emptied. ``notes`` are
    rows of Catatan Pemeriksaan that travel along.
    """

    moved: tuple[Moved, ...] = ()
    cleared: tuple[CellRef, ...] = ()
    left: tuple[Finding, ...] = ()
    told: tuple[Finding, ...] = ()
    notes: tuple[tuple[str, ...], ...] = ()

    @property
    def changes(self) -> dict[tuple[str, str], Value]:
        """The cells of the fresh workbook that get a value, by sheet and address."""
        cells: dict[tuple[str, str], Value] = {(ref.sheet, ref.a1): None for ref in self.cleared}
        cells |= {(one.place.sheet, one.place.a1): one.value for one in self.moved}
        return cells


@dataclass
class Ledger:
    """Takes down what becomes of each entry while a workbook is gone through."""

    submission: Submission
    moved: list[Moved] = field(default_factory=list)
    cleared: list[CellRef] = field(default_factory=list)
    left: list[Finding] = field(default_factory=list)
    told: list[Finding] = field(default_factory=list)

    def leave(
        self, code: str, found: Found, into: Entry | None, *, lost: bool = True, **facts: Fact
    ) -> None:
        """Write down an entry that is not carried; without loss where its value stands there."""
        finding = self._finding(code, found, into, facts)
        if lost:
            self.left.append(finding)
        else:
            self.told.append(replace(finding, severity=Severity.INFO))

    def tell(self, code: str, found: Found, into: Entry | None, **facts: Fact) -> None:
        """Write down an entry that should be looked at again, although nothing of it is lost."""
        self.told.append(self._finding(code, found, into, facts))

    def note(self, finding: Finding) -> None:
        """Write down what was found outside the entries, by how much it matters."""
        severity = finding.severity or Severity(catalogue_entry(finding.code)["severity"])
        (self.told if severity is Severity.INFO else self.left).append(finding)

    def _finding(
        self, code: str, found: Found, into: Entry | None, facts: dict[str, Fact]
    ) -> Finding:
        origin = str(found.place or found.entry.ref)
        cell = str(into.ref) if into is not None else origin
        general: dict[str, Fact] = {
            "nama": found.entry.name,
            "isian": self.words(found.entry),
            "asal": origin,
            "nilai": shown(found.value),
            MARKABLE: into is not None,
        }
        return Finding(
            code,
            {**general, **dict(found.facts), **facts},
            sheet=cell.rpartition("!")[0],
            cells=(cell,),
            indicator=(into or found.entry).indikator,
        )

    def words(self, entry: Entry) -> str:
        """Return what an entry is about, with its indicator and period."""
        tahun = self.submission.report.terbitan.definisi.tahun
        period = in_words(entry.periode, int(tahun)) if entry.periode else ""
        about = ", ".join(filter(None, (entry.indikator, period)))
        words = words_of(self.submission, entry)
        return f"{words} ({about})" if about else words

    def outcome(self, notes: Iterable[tuple[str, ...]]) -> Outcome:
        """Return what was written down, by reason; what concerns many cells alike is said once."""
        return Outcome(
            tuple(self.moved),
            tuple(self.cleared),
            tuple(sorted(together(self.left), key=lambda one: one.code)),
            tuple(sorted(together(self.told), key=lambda one: one.code)),
            tuple(notes),
        )


_TOGETHER = {"STR-110": ("sheet",), "STR-121": ("indicator",), "STR-122": ("indicator", "apa")}
"""Codes told once for all their cells, and what these cells must have in common."""


def together(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with those of one reason put together; names and cells are kept as lists."""
    kept: dict[object, list[Finding]] = {}
    for n, one in enumerate(findings):
        keys = _TOGETHER.get(one.code)
        key: object = n if keys is None else (one.code, *(_common(one, key) for key in keys))
        kept.setdefault(key, []).append(one)
    return [_joined(group) for group in kept.values()]


def _common(finding: Finding, key: str) -> str:
    return str(getattr(finding, key, finding.facts.get(key)))


def _joined(group: list[Finding]) -> Finding:
    first = group[0]
    if first.code not in _TOGETHER:
        return first
    lists: dict[str, Fact] = {
        key: [str(one.facts[key]) for one in group] for key in ("nama", "isian", "asal", "nilai")
    }
    cells = tuple(dict.fromkeys(cell for one in group for cell in one.cells))
    return replace(first, facts={**first.facts, **lists, "jumlah": len(group)}, cells=cells)


def names_in(findings: Iterable[Finding]) -> set[str]:
    """Return the names of the entries that findings speak of."""
    names: set[str] = set()
    for one in findings:
        nama = one.facts.get("nama")
        names.update(nama if isinstance(nama, list) else [str(nama)] if nama else [])
    return names


def shown(value: Value) -> str:
    """Return a value as a clerk reads it, to be typed again.

    >>> shown(1234.5), shown(True), shown(None)
    ('1234,5', 'TRUE', '')
    """
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case ErrorValue():
            return value.code
        case float():
            return as_typed(value).replace(".", "")
        case _:
            return value
