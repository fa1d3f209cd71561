"""Validate: received workbooks → findings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from iku.checks import catatan_rows, check_submission, confirmed
from iku.definition.model import Definition
from iku.finding import Finding, Severity
from iku.messages import Language, explain
from iku.submission import Submission
from iku.terbitan import fingerprint
from workflow.history import History
from workflow.receive import Opened, open_all


@dataclass(frozen=True)
class Checked:
    """One file with its findings, explained; ``submission`` is None where it could not be read."""

    path: str
    findings: tuple[Finding, ...]
    submission: Submission | None = None
    producer: str = ""
    sha256: str = ""

    @property
    def status(self) -> str:
        """``unreadable``, ``error``, ``warning`` or ``ok``; a skipped lock file is ``ok``."""
        severities = {finding.severity for finding in self.findings}
        if self.submission is None:
            return "unreadable" if Severity.ERROR in severities else "ok"
        if Severity.ERROR in severities:
            return "error"
        return "warning" if Severity.WARNING in severities else "ok"

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The body of Catatan Pemeriksaan that these findings make."""
        return [] if self.submission is None else catatan_rows(list(self.findings), self.submission)

    def as_json(self) -> dict[str, Any]:
        """Return the public form of one file (DESIGN section 5)."""
        terbitan = None if self.submission is None else self.submission.report.terbitan
        unit = None if terbitan is None else terbitan.unit
        return {
            "path": self.path,
            "unit": {"kode": unit.kode if unit else "", "nama": unit.nama if unit else ""},
            "template": terbitan.definisi.kode if terbitan else "",
            "version": terbitan.definisi.versi if terbitan else "",
            "period": self.submission.report.periode_lapor if self.submission else "",
            "producer": self.producer,
            "status": self.status,
            "findings": [finding.as_json() for finding in self.findings],
        }


@dataclass(frozen=True)
class Validation:
    """The outcome over all files."""

    files: tuple[Checked, ...]
    counts: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, Any]:
        """Return the public form of ``iku validate --json``."""
        return {
            "files": [checked.as_json() for checked in self.files],
            "summary": {
                "files": len(self.files),
                "errors": self.counts[Severity.ERROR],
                "warnings": self.counts[Severity.WARNING],
                "infos": self.counts[Severity.INFO],
            },
        }


def validate(
    paths: Iterable[Path],
    *,
    definition: Definition | None = None,
    history: Path | None = None,
    language: Language = "id",
) -> Validation:
    """Check every workbook of files, folders and archives; received files are never changed."""
    files = tuple(check_all(paths, definition=definition, history=history, language=language))
    counts = Counter(str(one.severity) for checked in files for one in checked.findings)
    return Validation(files, counts)


def check_all(
    paths: Iterable[Path],
    *,
    definition: Definition | None = None,
    history: Path | None = None,
    language: Language = "id",
) -> Iterator[Checked]:
    """Yield the files one by one as they are checked."""
    register = None if history is None else History(history)
    for opened in open_all(paths):
        yield check_opened(opened, definition, register, language)


def checked(path: Path, language: Language = "id") -> Checked:
    """Check one workbook."""
    return next(check_all([path], language=language))


def check_opened(
    opened: Opened, definition: Definition | None, register: History | None, language: Language
) -> Checked:
    """Return the findings of one opened file."""
    if opened.submission is None:
        refusal = opened.refusal or Finding("BRK-003", {"jenis": "folder kosong"})
        return Checked(opened.path, (explain(refusal.at(opened.path), language),))
    submission = opened.submission
    found = check_submission(submission, definition)
    if register is not None:
        found += _unknown_issue(submission, register)
    found = confirmed(submission, found)
    findings = tuple(explain(finding.at(opened.path), language) for finding in found)
    return Checked(opened.path, findings, submission, opened.producer, opened.sha256)


def _unknown_issue(submission: Submission, register: History) -> list[Finding]:
    """Compare with the regency's register: fingerprint and manifest of every issue."""
    issued = register.issued_manifest(submission.report.terbitan.sidik)
    if issued == fingerprint(submission.manifest.canonical()):
        return []
    return [Finding("KCI-014", sheet="_iku")]
