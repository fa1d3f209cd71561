"""Validate: received workbooks → findings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from iku.checks import Progress, catatan_rows, check_submission, confirmed, progress
from iku.definition.model import Definition
from iku.finding import Finding, Severity
from iku.messages import Language, explain
from iku.messages.terms import in_language
from iku.periods import PERIODS, in_words
from iku.submission import Submission
from reporting.outcome import FileOutcome, Outcome
from workflow.history import History
from workflow.receive import Opened, open_all
from workflow.registered import register_findings


@dataclass(frozen=True)
class Checked:
    """One file with its findings, explained; ``submission`` is None where it could not be read.

    ``data`` is the content of a file that lay inside an archive or e-mail, None for one on disk.
    """

    path: str
    findings: tuple[Finding, ...]
    submission: Submission | None = None
    producer: str = ""
    sha256: str = ""
    language: Language = "id"
    data: bytes | None = None

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
        if self.submission is None:
            return []
        return catatan_rows(self.findings, self.submission, self.language)

    @property
    def progress(self) -> Progress:
        """What has been settled since the check that wrote Catatan Pemeriksaan."""
        return Progress() if self.submission is None else progress(self.submission, self.findings)

    @property
    def outcome(self) -> FileOutcome:
        """The same, as the faces for people need it."""
        if self.submission is None:
            return FileOutcome(self.path, self.findings, status=self.status)
        terbitan = self.submission.report.terbitan
        periode = self.submission.report.periode_lapor
        words = in_words(periode, terbitan.definisi.tahun) if periode in PERIODS else ""
        return FileOutcome(
            self.path,
            self.findings,
            kode=terbitan.unit.kode,
            nama=terbitan.unit.nama,
            period=in_language("", "kurun", words, self.language),
            status=self.status,
            progress=self.progress,
        )

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
            "progress": self.progress.as_json(),
            "findings": [finding.as_json() for finding in self.findings],
        }


@dataclass(frozen=True)
class Validation:
    """The outcome over all files."""

    files: tuple[Checked, ...]
    counts: Counter[str] = field(default_factory=Counter)
    language: Language = "id"

    @property
    def outcome(self) -> Outcome:
        """The same, as the faces for people need it."""
        return Outcome(tuple(checked.outcome for checked in self.files), self.language)

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
    return Validation(files, counts, language)


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
        refusal = opened.refusal or Finding("BRK-012", {"jenis": "folder"})
        told = explain(refusal.at(opened.path), language)
        return Checked(opened.path, (told,), sha256=opened.sha256, language=language)
    submission = opened.submission
    found = check_submission(submission, definition)
    if register is not None:
        found += register_findings(submission, register)
    found = confirmed(submission, found)
    findings = tuple(explain(finding.at(opened.path), language) for finding in found)
    return Checked(
        opened.path,
        findings,
        submission,
        opened.producer,
        opened.sha256,
        language,
        opened.data,
    )
