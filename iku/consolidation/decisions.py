"""Decisions: what the regency itself adds to the files it received, with its place of origin."""

from dataclasses import dataclass
from enum import StrEnum

from iku.address import CellRef
from iku.cells import Value


@dataclass(frozen=True, slots=True)
class Origin:
    """One cell of a table that the regency keeps: its file and the place in it."""

    path: str
    sha256: str
    place: CellRef


@dataclass(frozen=True, slots=True)
class CentralValue:
    """One value that the regency fills in for a unit.

    ``name`` is the entry that it fills (``isian.SKM.nilai.TAHUN``, or ``status.…`` where there is
    no number). ``replaced`` is what the unit itself typed there, None where it typed nothing.
    """

    unit: str
    kode: str
    periode: str
    name: str
    value: Value
    origin: Origin
    sumber: str = ""
    tanggal: str = ""
    catatan: str = ""
    replaced: Value = None


class Verdict(StrEnum):
    """What a verifier says of a figure, in the words of the table."""

    DITERIMA = "Diterima"
    PERLU_PERBAIKAN = "Perlu perbaikan"
    DITOLAK = "Ditolak"


@dataclass(frozen=True, slots=True)
class Verified:
    """The verification of one entry of one unit.

    ``reported`` is what the unit reported (None: blank), ``verified`` what replaces it (None: it
    stands). ``field`` is a component, or ``nilai``; ``kode`` a shared figure's code with the field
    empty. ``counted`` is False where the verdict has no effect, and ``reason`` says why: the
    rejection would raise the unit's rank and nobody approved it.
    """

    unit: str
    kode: str
    field: str
    periode: str
    name: str
    reported: Value
    verified: Value
    verdict: Verdict
    origin: Origin
    note: str = ""
    by: str = ""
    when: str = ""
    approved_by: str = ""
    counted: bool = True
    reason: str = ""


class Ruling(StrEnum):
    """What a row of the waiver table decides."""

    PAKAI = "Pakai"
    KECUALIKAN = "Kecualikan"
    TERIMA_PERUBAHAN = "Terima perubahan"
    TOLAK_PERUBAHAN = "Tolak perubahan"
    CATAT = "Catat"  # only dates: of receipt, or of an extended deadline


@dataclass(frozen=True, slots=True)
class Waiver:
    """One row of the waiver table.

    ``file`` is a name or path, ``sha256`` a digest or its first digits; both empty mean the unit
    as a whole. ``until`` is a period or an ISO date, empty for good. ``received`` is the day on
    which the file came in, ``deadline`` an extended one (ISO dates). ``periode`` and ``kode``
    narrow a decision about changes to a closed period.
    """

    unit: str
    ruling: Ruling
    by: str
    why: str
    origin: Origin
    file: str = ""
    sha256: str = ""
    until: str = ""
    received: str = ""
    deadline: str = ""
    periode: str = ""
    kode: str = ""


@dataclass(frozen=True, slots=True)
class ClosedEntry:
    """One entry as it counted when a period was closed, and the cell that it came from.

    ``typed`` is what the unit itself had entered: another value where the regency decided one.
    """

    name: str
    value: Value
    typed: Value
    place: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ClosedUnit:
    """What counted of one unit when a period was closed.

    ``terbitan`` is the canonical text of the issue record of its accepted file, whose path and
    SHA-256 stand beside it; all are empty for a unit that had not reported the period. ``reach`` is
    the period up to which its file spoke: an earlier one where it had not come further. ``absent``
    are the words for a unit that had ended before, empty for all others.
    """

    kode: str
    nama: str
    path: str = ""
    sha256: str = ""
    terbitan: str = ""
    entries: tuple[ClosedEntry, ...] = ()
    reach: str = ""
    absent: str = ""


@dataclass(frozen=True, slots=True)
class ClosedFigure:
    """A figure of the regency as it was closed; ``None`` where it has no number.

    ``desimal`` is with how many decimals its realisasi is printed.
    """

    kode: str
    nama: str
    satuan: str
    realisasi: float | None
    capaian: float | None
    n: int
    of: int
    state: str
    desimal: int = 2


@dataclass(frozen=True, slots=True)
class OpenNotes:
    """What a unit had not answered when a period was closed: how many notes, with which codes."""

    kode: str
    nama: str
    errors: int
    warnings: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """A period that was closed: when, by whom, with what; ``reason`` if it was incomplete.

    ``open_notes`` names the units that were closed with notes still open; None where the recap was
    made by a program that did not write them down.
    """

    template: str
    tahun: int
    period: str
    when: str = ""
    by: str = ""
    reason: str = ""
    units: tuple[ClosedUnit, ...] = ()
    figures: tuple[ClosedFigure, ...] = ()
    open_notes: tuple[OpenNotes, ...] | None = None

    @property
    def missing(self) -> tuple[ClosedUnit, ...]:
        """The units that had not reported the period, and should have."""
        return tuple(one for one in self.units if not one.path and not one.absent)


@dataclass(frozen=True)
class Decisions:
    """Everything the regency decided that had a say in a report."""

    central: tuple[CentralValue, ...] = ()
    verification: tuple[Verified, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    closed: tuple[Closing, ...] = ()


NO_DECISIONS = Decisions()
