"""What is to be said of the regency's decisions: what they replaced, left out, or could not do."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from iku.consolidation.approval import UNAPPROVED
from iku.consolidation.changes import Change
from iku.consolidation.deciding import STALE
from iku.consolidation.decisions import CentralValue, Decisions, Origin, Verdict, Verified
from iku.consolidation.entry_words import entry_words
from iku.consolidation.resubmission import told
from iku.definition.model import Definition, Unit
from iku.finding import Fact, Finding, Severity
from iku.periods import in_words


def decision_notes(
    definition: Definition, decisions: Decisions, changes: Iterable[Change], units: Iterable[Unit]
) -> Iterator[Finding]:
    """Yield the findings about central values, verification and changes to closed periods."""
    noun = definition.jenis_unit
    names = {one.kode: f"{noun} {one.nama} ({one.kode})" for one in units}
    for value in decisions.central:
        if value.replaced is not None:
            yield _replaced(definition, value, names)
    for one in decisions.verification:
        note = _verified(definition, one, names)
        if note is not None:
            yield note
    yield from _closed(definition, changes, names)


def _where(origin: Origin) -> dict[str, Fact]:
    return {"berkas": PurePath(origin.path).name, "baris": origin.place.row}


def _at(code: str, facts: dict[str, Fact], origin: Origin, kode: str) -> Finding:
    facts = {**_where(origin), **facts}
    return Finding(code, facts, path=origin.path, cells=(str(origin.place),), indicator=kode)


def _replaced(definition: Definition, one: CentralValue, names: dict[str, str]) -> Finding:
    facts: dict[str, Fact] = {
        "unit": names.get(one.unit, one.unit),
        "isian": entry_words(definition, one.name),
        "periode": in_words(one.periode, int(definition.tahun)),
        "nilai": told(one.value),
        "diisi": told(one.replaced),
        "sumber": one.sumber,
    }
    return _at("KON-036", facts, one.origin, one.kode)


def _verified(definition: Definition, one: Verified, names: dict[str, str]) -> Finding | None:
    facts: dict[str, Fact] = {
        "unit": names.get(one.unit, one.unit),
        "isian": entry_words(definition, one.name),
        "periode": in_words(one.periode, int(definition.tahun)),
        "putusan": str(one.verdict),
        "dilaporkan": told(one.reported),
        "oleh": one.by,
        "alasan_putusan": one.note,
    }
    if not one.counted:
        codes = {UNAPPROVED: "KON-040", STALE: "KON-038"}
        code = codes.get(one.reason)
        return None if code is None else _at(code, facts, one.origin, one.kode)
    if one.verdict is Verdict.DITOLAK:
        return _at("KON-039", facts, one.origin, one.kode)
    repair = one.verdict is Verdict.PERLU_PERBAIKAN
    if one.verified in {None, one.reported} and not repair:
        return None
    note = _at("KON-041", {**facts, "berlaku": _counts(one)}, one.origin, one.kode)
    return replace(note, severity=Severity.WARNING) if repair else note


def _counts(one: Verified) -> str:
    return told(one.reported if one.verified is None else one.verified)


def _closed(
    definition: Definition, changes: Iterable[Change], names: dict[str, str]
) -> Iterator[Finding]:
    """Yield one finding for each unit, period and decision about a closed period."""
    groups: dict[tuple[str, str, str, bool, str], list[Change]] = {}
    for one in changes:
        if one.closed:
            key = (one.unit, one.period, one.closed, one.counted, one.decision)
            groups.setdefault(key, []).append(one)
    for (unit, period, closed, counted, decision), found in groups.items():
        tahun = int(definition.tahun)
        listed: list[str] = [
            f"{entry_words(definition, one.name)} dari {told(one.old)} menjadi {told(one.new)}"
            for one in found
        ]
        facts: dict[str, Fact] = {
            "unit": names.get(unit, unit),
            "periode": in_words(period, tahun),
            "ditutup": in_words(closed, tahun),
            "jumlah": len(found),
            "isian": listed,
            "putusan": decision or "belum ada keputusan",
        }
        severity = Severity.INFO if decision and not counted else None
        yield Finding("KON-047" if counted else "KON-046", facts, severity, path=found[0].path_new)
