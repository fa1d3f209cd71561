"""Registered: a returned form against the regency's register of what it issued."""

from iku.finding import Fact, Finding
from iku.layout.layout import IKU_SHEET
from iku.submission import Submission
from iku.terbitan import Terbitan, fingerprint
from workflow.history import History, Issue

_SHOWN = 8  # characters of a fingerprint, enough to tell two issues apart


def register_findings(submission: Submission, register: History) -> list[Finding]:
    """Return KCI-014, KCI-022, KCI-023 or KCI-024, or nothing for the latest form of its unit."""
    terbitan = submission.report.terbitan
    issues = register.issues_of(terbitan.unit.kode, terbitan.definisi.kode)
    return issue_findings(terbitan, fingerprint(submission.manifest.canonical()), issues)


def issue_findings(terbitan: Terbitan, manifest: str, issues: tuple[Issue, ...]) -> list[Finding]:
    """Return the same of a form with this SHA-256 of its manifest, by all issues to its unit.

    A form that is not in the register may be one of another issue (KCI-022) or of nobody's
    (KCI-014); one that is in it may have another list of locked cells (KCI-023), or have been
    issued anew since (KCI-024).
    """
    unit, definition = terbitan.unit, terbitan.definisi
    own = next((n for n, one in enumerate(issues) if one.sidik == terbitan.sidik), None)
    who = f"{definition.jenis_unit} {unit.nama}"
    if own is None and not issues:
        return [Finding("KCI-014", sheet=IKU_SHEET)]
    if own is None:
        facts: dict[str, Fact] = {
            "versi": definition.versi,
            "unit": who,
            "tercatat": _words(issues),
        }
        return [Finding("KCI-022", facts, sheet=IKU_SHEET)]
    if issues[own].manifes != manifest:
        return [Finding("KCI-023", sheet=IKU_SHEET)]
    newer = issues[own + 1 :]
    if newer:
        return [Finding("KCI-024", {"unit": who, "tercatat": _words(newer)}, sheet=IKU_SHEET)]
    return []


def _words(issues: tuple[Issue, ...]) -> list[str]:
    return [f"versi {one.versi} (sidik {one.sidik[:_SHOWN]})" for one in issues]
