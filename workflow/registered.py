"""Registered: a returned form against what the regency knows of it: its register and its keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from iku.finding import Fact, Finding
from iku.layout.layout import IKU_SHEET
from iku.reading import stored_manifest_digest, stored_signature
from iku.terbitan import Terbitan, fingerprint
from workflow.authenticity import Form, Keys, day, judged
from workflow.history import History, Issue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iku.submission import Submission

_SHOWN = 8  # characters of a fingerprint, enough to tell two issues apart


@dataclass(frozen=True)
class Regency:
    """What a regency knows of its own forms: its register, if it keeps one, and its keys."""

    register: History | None
    keys: Keys

    @classmethod
    def known(cls, history: Path | None, trust: Sequence[Path] = ()) -> Self:
        """Return what a history and public keys named by hand tell; RefusedError for no key file."""
        return cls(None if history is None else History(history), Keys.known(history, trust))

    def judged(self, submission: Submission) -> tuple[str, list[Finding]]:
        """Return what a form's signature says of it, as `judged`, and all that the regency tells."""
        terbitan, found = submission.report.terbitan, list[Finding]()
        issues: tuple[Issue, ...] = ()
        if self.register is not None:
            issues = self.register.issues_of(terbitan.unit.kode, terbitan.definisi.kode)
            found = issue_findings(terbitan, fingerprint(submission.manifest.canonical()), issues)
        if not self.keys:
            return "", found
        seen = submission.snapshot
        form = Form(terbitan.sidik, stored_manifest_digest(seen), stored_signature(seen))
        verdict, told = judged(form, self.keys, issue_of(form, issues))
        return verdict, [*told, *found]


def issue_of(form: Form, issues: Sequence[Issue]) -> Issue | None:
    """Return the register's entry of this very form, by both of its digests."""
    digests = form.sidik, form.manifest
    return next((one for one in issues if (one.sidik, one.manifes) == digests), None)


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
    return [
        f"versi {one.versi} (sidik {one.sidik[:_SHOWN]})"
        + (f" tanggal {day(one.issued_at)}" if one.issued_at else "")
        for one in issues
    ]
