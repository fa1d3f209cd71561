"""Open notes: what units have neither mended nor explained of the files that count."""

from collections import Counter
from collections.abc import Iterator

from iku.consolidation.decisions import OpenNotes
from iku.consolidation.regency_report import RegencyReport
from iku.finding import Finding, Severity

_OPEN = (Severity.ERROR, Severity.WARNING)  # one that was confirmed with a reason is information


def open_notes(report: RegencyReport) -> tuple[OpenNotes, ...]:
    """Return each unit whose accepted file has open notes, in the definition's order.

    What the regency itself notes of a unit (a late file, say) is not the unit's to answer.
    """
    whose = {one.path: one.unit.kode for one in report.accepted if one.unit is not None}
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.severity in _OPEN and finding.path in whose and finding.code[:3] != "KON":
            found.setdefault(whose[finding.path], []).append(finding)
    return tuple(_of_units(report, found))


def _of_units(report: RegencyReport, found: dict[str, list[Finding]]) -> Iterator[OpenNotes]:
    for unit in (one.unit for one in report.standings if one.unit.kode in found):
        own = found[unit.kode]
        counts = Counter(one.severity for one in own)
        codes = tuple(sorted({one.code for one in own}))
        errors, warnings = (counts[severity] for severity in _OPEN)
        yield OpenNotes(unit.kode, unit.nama, errors, warnings, codes)
