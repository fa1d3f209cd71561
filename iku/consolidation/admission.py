"""Admission: whether a file can count at all, judged on its own."""

from iku.consolidation.candidate import Candidate, Status
from iku.consolidation.returned import Returned
from iku.definition.model import Definition, Indikator, Komponen
from iku.finding import Fact, Finding, Severity

REFUSING = ("BRK", "STR", "KCI")
"""Families whose errors refuse a file: it cannot be read, or its locked part changed.

Wrong entries (ISI, ANG, LOG) refuse nothing: their figures carry their state, and are seen. Whose
form it is, and for which period, is judged here, each with a reason of its own.
"""

OF_ENTRIES = frozenset({"KCI-010"})
"""Errors of these families that concern an entry, not a locked part: a formula typed in its cell."""

FORGED = frozenset({"KCI-026", "KCI-027", "KCI-028"})
"""What a signature tells against a file: each is the reason itself, in its own words."""

Verdict = tuple[Status, Finding]


def refusal(candidate: Candidate, definition: Definition) -> Verdict | None:
    """Return why a file cannot count, or None where it can."""
    returned = candidate.returned
    if returned is None:
        return _unread(candidate)
    for test in (_forged, _locked_parts, _unit, _template, _measures, _period):
        finding = test(candidate, returned, definition)
        if finding is not None:
            return Status.REJECTED, finding.at(candidate.path)
    return None


def _unread(candidate: Candidate) -> Verdict:
    """Refuse a file that could not be read; skip one that needs no reading (Excel's temporary)."""
    errors = [one for one in candidate.findings if one.severity is Severity.ERROR]
    return (Status.REJECTED, errors[0]) if errors else (Status.IGNORED, candidate.findings[0])


def _forged(candidate: Candidate, _returned: Returned, _definition: Definition) -> Finding | None:
    return next((one for one in candidate.findings if one.code in FORGED), None)


def _locked_parts(
    candidate: Candidate, _returned: Returned, _definition: Definition
) -> Finding | None:
    found = [
        one
        for one in candidate.findings
        if one.severity is Severity.ERROR
        and one.code.partition("-")[0] in REFUSING
        and one.code not in OF_ENTRIES
    ]
    if not found:
        return None
    codes = sorted({one.code for one in found})
    facts: dict[str, Fact] = {"jumlah": len(found), "kode": codes, "pertama": found[0].message}
    return Finding("KON-010", facts)


def _unit(_candidate: Candidate, returned: Returned, definition: Definition) -> Finding | None:
    unit = returned.report.terbitan.unit
    if not definition.unit or any(unit.kode == one.kode for one in definition.unit):
        return None
    name = f"{unit.nama} ({unit.kode})"
    return Finding("KON-005", {"unit": name, "kabupaten": definition.kabupaten.nama})


def _template(_candidate: Candidate, returned: Returned, definition: Definition) -> Finding | None:
    own = returned.report.terbitan.definisi
    if own.kode == definition.kode:
        return None
    return Finding("KON-007", {"templat": own.kode, "seharusnya": definition.kode})


def _measures(_candidate: Candidate, returned: Returned, definition: Definition) -> Finding | None:
    """Another version may word things differently, but must measure the same."""
    own = returned.report.terbitan.definisi
    theirs = {one.kode: _measure(one) for one in own.indikator}
    changed = [one.kode for one in definition.indikator if theirs.get(one.kode) != _measure(one)]
    if own.pengaturan.periode != definition.pengaturan.periode:
        changed = ["pengaturan.periode"]
    elif _shared(own) != _shared(definition):
        changed = ["data_bersama", *changed]
    if not changed:
        return None
    return Finding(
        "KON-008", {"versi": own.versi, "seharusnya": definition.versi, "bagian": changed}
    )


def _measure(indikator: Indikator) -> tuple[object, ...]:
    """Return what must be equal for figures of two versions to be added up."""
    return (
        indikator.satuan,
        indikator.nilai,
        indikator.triwulan,
        indikator.periode_ukur,
        tuple(_part(one) for one in indikator.komponen),
    )


def _part(part: Komponen) -> tuple[str, ...]:
    return (part.kode, part.sifat, part.cara_isi, part.satuan, part.dari or "")


def _shared(definition: Definition) -> list[tuple[object, ...]]:
    return [(*_part(one), one.periode_ukur) for one in definition.data_bersama]


def _period(candidate: Candidate, _returned: Returned, definition: Definition) -> Finding | None:
    if candidate.periode_lapor in definition.periods:
        return None
    return Finding("KON-011", {"pilihan": list(definition.periods)})


def version_note(candidate: Candidate, definition: Definition) -> Finding | None:
    """Return a note on an accepted file that was made from another version of the definition."""
    if candidate.returned is None:
        return None
    own = candidate.returned.report.terbitan.definisi
    if own.versi == definition.versi:
        return None
    facts: dict[str, Fact] = {"versi": own.versi, "seharusnya": definition.versi}
    return Finding("KON-009", facts, path=candidate.path)
