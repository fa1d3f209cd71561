"""Waivers: which file of a unit counts although the rule says otherwise, by whom, why, how long."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from iku.consolidation.candidate import Candidate, Fate, Status, period_order
from iku.consolidation.decisions import Ruling, Waiver
from iku.consolidation.subject import (
    NotUsableError,
    Subjects,
    as_period,
    choice,
    day,
    required,
    said_in,
)
from iku.consolidation.table import Columns, Row, Table
from iku.definition.model import Definition
from iku.finding import Fact, Finding
from iku.periods import PERIODS

COLUMNS = Columns(
    ("kode_unit",),
    (
        "nama_unit",
        "keputusan",
        "berkas",
        "sha256",
        "oleh",
        "alasan",
        "sampai",
        "diterima",
        "tenggat",
        "periode",
        "indikator",
    ),
    {
        "unit": "kode_unit",
        "kecamatan": "nama_unit",
        "tanggal_terima": "diterima",
        "tanggal_diterima": "diterima",
        "batas_waktu": "tenggat",
        "berlaku_sampai": "sampai",
        "nama_berkas": "berkas",
    },
)
UNDECIDED = "KON-004"
"""Why a file is rejected that could count, were it known which of several is the newest."""
SHORTEST_DIGEST = 8  # digits of a SHA-256 that are enough to name a file


def read_waivers(table: Table, definition: Definition) -> tuple[tuple[Waiver, ...], list[Finding]]:
    """Return the decisions of a table, and one finding for each fault with its row and column.

    A row without a decision only writes down dates: of receipt, or of an extended deadline.
    """
    found, findings = said_in(table, COLUMNS, definition, _waiver)
    return tuple(one for _, one in found), findings


def _waiver(row: Row, subjects: Subjects) -> Iterator[Waiver]:
    unit = subjects.unit(row)
    rulings = tuple(one for one in Ruling if one is not Ruling.CATAT)
    ruling = Ruling(choice(row, "keputusan", rulings) or Ruling.CATAT)
    decides = ruling is not Ruling.CATAT
    file, digest = row.text("berkas"), row.text("sha256").lower()
    if ruling is Ruling.PAKAI and not digest:
        file = required(row, "berkas")
    if 0 < len(digest) < SHORTEST_DIGEST:
        raise NotUsableError(row.finding("KON-031", "sha256", ditemukan=digest, pilihan=["64"]))
    yield Waiver(
        unit,
        ruling,
        required(row, "oleh") if decides else row.text("oleh"),
        required(row, "alasan") if decides else row.text("alasan"),
        row.origin("keputusan"),
        file=file,
        sha256=digest,
        until=_until(row, subjects.definition),
        received=day(row, "diterima"),
        deadline=day(row, "tenggat"),
        periode=_period(row, subjects.definition),
        kode=row.text("indikator"),
    )


def _until(row: Row, definition: Definition) -> str:
    return as_period(row.text("sampai"), int(definition.tahun)) or day(row, "sampai")


def _period(row: Row, definition: Definition) -> str:
    text = row.text("periode")
    found = as_period(text, int(definition.tahun))
    if text and found not in definition.periods:
        facts: dict[str, Fact] = {"ditemukan": text, "pilihan": list(definition.periods)}
        raise NotUsableError(row.finding("KON-031", "periode", **facts))
    return found


@dataclass(frozen=True)
class Waivers:
    """The waivers of one consolidation: those in force for its period and day.

    ``today`` is an ISO date; left empty, every date still lies ahead.
    """

    rows: tuple[Waiver, ...]
    period: str
    today: str = ""

    def lapsed(self, one: Waiver) -> bool:
        """Whether a waiver is no longer in force."""
        if one.until in PERIODS:
            return period_order(one.until) < period_order(self.period)
        return bool(one.until and self.today) and one.until < self.today

    def _of(self, ruling: Ruling, unit: str) -> list[Waiver]:
        return [
            one
            for one in self.rows
            if one.ruling is ruling and one.unit == unit and not self.lapsed(one)
        ]

    def exclusion(self, candidate: Candidate) -> Fate | None:
        """Return the fate of a file that the regency set aside, None for all others."""
        unit = candidate.unit
        for one in self._of(Ruling.KECUALIKAN, unit.kode) if unit else ():
            if not _names_a_file(one) or names(one, candidate):
                facts = {**_decided(one), "unit": unit.nama if unit else ""}
                note = Finding("KON-043", facts, path=candidate.path)
                return Fate(candidate, Status.IGNORED, note)
        return None

    def pinned(self, unit: str, candidates: Sequence[Candidate]) -> tuple[Candidate, Waiver] | None:
        """Return the one of a unit's files that the regency chose, None where it chose none.

        Where waivers name several different files, none of them is followed.
        """
        chosen = [
            (candidate, one)
            for one in self._of(Ruling.PAKAI, unit)
            for candidate in candidates
            if names(one, candidate)
        ]
        return chosen[0] if len({one.sha256 for one, _ in chosen}) == 1 else None

    def findings(self, fates: Sequence[Fate]) -> list[Finding]:
        """Return what the regency should know of its waivers: lapsed, ahead, to nowhere or twice."""
        candidates = [
            one.candidate
            for one in fates
            if one.status is not Status.REJECTED or one.reason.code == UNDECIDED
        ]
        told = [note for one in self.rows if (note := self._note(one, candidates)) is not None]
        early = [one for one in self.rows if lies_ahead(one.received, self.today)]
        return told + [_about(one, "KON-050", tanggal=one.received) for one in early]

    def _note(self, one: Waiver, candidates: Sequence[Candidate]) -> Finding | None:
        if one.ruling not in {Ruling.PAKAI, Ruling.KECUALIKAN}:
            return None
        if self.lapsed(one):
            return _about(one, "KON-045", sampai=one.until)
        own = [c for c in candidates if c.unit is not None and c.unit.kode == one.unit]
        if one.ruling is Ruling.KECUALIKAN:
            met = not _names_a_file(one) or any(names(one, c) for c in own)
            return None if met else _about(one, "KON-044", jumlah=0)
        wanted = {c.sha256 for w in self._of(Ruling.PAKAI, one.unit) for c in own if names(w, c)}
        return None if len(wanted) == 1 else _about(one, "KON-044", jumlah=len(wanted))


NO_WAIVERS = Waivers((), "")


def lies_ahead(day: str, today: str) -> bool:
    """Whether a day has not come yet; both are ISO dates, and without today none lies ahead.

    >>> lies_ahead("2027-01-05", "2026-11-22"), lies_ahead("2027-01-05", ""), lies_ahead("", "2026")
    (True, False, False)
    """
    return bool(today) and day > today


def _names_a_file(one: Waiver) -> bool:
    return bool(one.file or one.sha256)


def names(one: Waiver, candidate: Candidate) -> bool:
    """Whether a waiver means this file: its digest, else its name (with or without folders)."""
    if one.sha256:
        return candidate.sha256.startswith(one.sha256)
    wanted = PurePath(one.file.casefold()).parts
    parts = PurePath(candidate.path.casefold()).parts
    return bool(wanted) and parts[-len(wanted) :] == wanted


def resolved(rows: Sequence[Waiver], candidates: Sequence[Candidate]) -> tuple[Waiver, ...]:
    """Return waivers that name one file by its digest instead: a copy under another name is meant too."""
    found = []
    for one in rows:
        meant = {
            c.sha256
            for c in candidates
            if c.unit is not None and c.unit.kode == one.unit and names(one, c)
        }
        found.append(replace(one, sha256=meant.pop()) if len(meant) == 1 else one)
    return tuple(found)


def _decided(one: Waiver) -> dict[str, Fact]:
    return {"oleh": one.by, "sebab": one.why}


def _about(one: Waiver, code: str, **facts: Fact) -> Finding:
    where: dict[str, Fact] = {
        **_decided(one),
        "berkas": PurePath(one.origin.path).name,
        "baris": one.origin.place.row,
        "unit": one.unit,
        "dituju": one.file or one.sha256 or "-",
    }
    cells = (str(one.origin.place),)
    return Finding(code, {**where, **facts}, path=one.origin.path, cells=cells)


def pin_fate(candidate: Candidate, chosen: Candidate, one: Waiver) -> Fate:
    """Return the fate of a unit's file where the regency chose one of them."""
    facts: dict[str, Fact] = {
        **_decided(one),
        "unit": candidate.unit.nama if candidate.unit else "",
        "dipakai": chosen.path,
    }
    if candidate is chosen:
        return Fate(candidate, Status.ACCEPTED, Finding("KON-042", facts, path=candidate.path))
    return Fate(candidate, Status.SUPERSEDED, Finding("KON-049", facts, path=candidate.path))
