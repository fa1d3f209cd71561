"""Validate: received workbooks → findings."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from iku.checks import Progress, catatan_rows, check_submission, confirmed, progress
from iku.definition.model import Definition
from iku.finding import Finding, Severity
from iku.messages import Language, explain
from iku.messages.terms import in_language
from iku.periods import PERIODS, in_words
from iku.report import Report
from iku.submission import Submission
from reporting.outcome import FileOutcome, Outcome
from workbook_reader.folder import Received, received_files
from workflow.collecting import uncollected
from workflow.receive import Opened, open_received

if TYPE_CHECKING:  # a run without history and keys must not pay for them
    from workflow.registered import Regency

_FEW = 12  # files that are checked here, whatever they cost


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says of itself: its unit, its definition and version, the period it speaks for.

    ``period`` is a code of `iku.periods`, or whatever stands in its place; ``year`` that of the
    definition.
    """

    kode: str
    nama: str
    template: str
    version: str
    period: str
    year: int

    @classmethod
    def of(cls, report: Report) -> Self:
        """Return what a report says of itself."""
        unit, definition = report.terbitan.unit, report.terbitan.definisi
        return cls(
            unit.kode,
            unit.nama,
            definition.kode,
            definition.versi,
            report.periode_lapor,
            int(definition.tahun),
        )


@dataclass(frozen=True)
class Checked:
    """One file with its findings, explained; ``identity`` is None where it could not be read.

    ``submission`` is the whole file as it was read, which is not kept where only its findings are
    asked for: it takes more than a megabyte. ``data`` is the content of a file that lay inside an
    archive or e-mail, None for one on disk. ``authenticity`` is what its signature says of it, a
    word of `workflow.authenticity.Verdict`; empty where no key is known.
    """

    path: str
    findings: tuple[Finding, ...]
    identity: Identity | None = None
    submission: Submission | None = None
    progress: Progress = field(default_factory=Progress)
    producer: str = ""
    sha256: str = ""
    language: Language = "id"
    data: bytes | None = None
    authenticity: str = ""

    @property
    def status(self) -> str:
        """``unreadable``, ``error``, ``warning`` or ``ok``; a skipped lock file is ``ok``."""
        severities = {finding.severity for finding in self.findings}
        if self.identity is None:
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

    @cached_property
    def outcome(self) -> FileOutcome:
        """The same, as the faces for people need it."""
        about = self.identity
        if about is None:
            return FileOutcome(self.path, self.findings, status=self.status)
        words = in_words(about.period, about.year) if about.period in PERIODS else ""
        return FileOutcome(
            self.path,
            self.findings,
            kode=about.kode,
            nama=about.nama,
            period=in_language("", "kurun", words, self.language),
            status=self.status,
            progress=self.progress,
        )

    def as_json(self) -> dict[str, Any]:
        """Return one file as ``iku validate --json`` gives it."""
        about = self.identity
        known = {"authenticity": self.authenticity} if self.authenticity else {}
        return {
            "path": self.path,
            "unit": {"kode": about.kode if about else "", "nama": about.nama if about else ""},
            "template": about.template if about else "",
            "version": about.version if about else "",
            "period": about.period if about else "",
            "producer": self.producer,
            "status": self.status,
            "progress": self.progress.as_json(),
            "findings": [finding.as_json() for finding in self.findings],
        } | known


@dataclass(frozen=True)
class Validation:
    """The outcome over all files."""

    files: tuple[Checked, ...]
    counts: Counter[str] = field(default_factory=Counter)
    language: Language = "id"

    @cached_property
    def outcome(self) -> Outcome:
        """The same, as the faces for people need it."""
        return Outcome(tuple(checked.outcome for checked in self.files), self.language)

    @property
    def summary(self) -> dict[str, int]:
        """How many files there are, and findings of each severity."""
        return {
            "files": len(self.files),
            "errors": self.counts[Severity.ERROR],
            "warnings": self.counts[Severity.WARNING],
            "infos": self.counts[Severity.INFO],
        }

    def as_json(self) -> dict[str, Any]:
        """Return the public form of ``iku validate --json``."""
        return {
            "files": [checked.as_json() for checked in self.files],
            "summary": self.summary,
        }


def validate(  # noqa: PLR0913  all that a file can be compared with
    paths: Iterable[Path],
    *,
    definition: Definition | None = None,
    history: Path | None = None,
    trust: Sequence[Path] = (),
    language: Language = "id",
    whole: bool = True,
    each: Callable[[int], None] | None = None,
) -> Validation:
    """Check every workbook of files, folders and archives; received files are never changed.

    With ``whole`` each file stays as it was read, so that copies can be marked; without, many files
    are checked by several processes. ``each`` is told how many more are done. ``trust`` are public
    keys of the regency, besides those of the history; RefusedError where one is none, or where a
    signature cannot be checked because the library is not installed.
    """
    known = _regency(history, trust) if history is not None or trust else None
    check = partial(
        check_received, definition=definition, regency=known, language=language, whole=whole
    )
    received, files = received_files(paths), list[Checked]()
    for one in map(check, received) if whole else _lightly(received, check):
        files.append(one)
        if each is not None:
            each(1)
    counts = Counter(str(one.severity) for checked in files for one in checked.findings)
    return Validation(tuple(files), counts, language)


def _regency(history: Path | None, trust: Sequence[Path]) -> "Regency":
    from workflow.registered import Regency  # noqa: PLC0415  most runs compare with neither

    return Regency.known(history, trust)


def _lightly(
    received: Iterator[Received], check: Callable[[Received], Checked]
) -> Iterator[Checked]:
    """Check files of which only findings are kept, with helpers where there are many."""
    first = list(islice(received, _FEW + 1))
    if len(first) <= _FEW:
        return map(check, first)
    from workflow.side_by_side import in_order  # noqa: PLC0415  few files must not pay for it

    return in_order(chain(first, received), check)


def checked(path: Path, language: Language = "id") -> Checked:
    """Check one workbook."""
    return check_received(next(received_files([path])), language=language)


def check_received(
    received: Received,
    *,
    definition: Definition | None = None,
    regency: "Regency | None" = None,
    language: Language = "id",
    whole: bool = True,
) -> Checked:
    """Open one received file and return its findings, and with ``whole`` the file as it was read."""
    with uncollected():
        found = check_opened(open_received(received), definition, regency, language)
    return found if whole else replace(found, submission=None, data=None)


def check_opened(
    opened: Opened, definition: Definition | None, regency: "Regency | None", language: Language
) -> Checked:
    """Return the findings of one opened file."""
    if opened.submission is None:
        refusal = opened.refusal or Finding("BRK-012", {"jenis": "folder"})
        told = explain(refusal.at(opened.path), language)
        return Checked(opened.path, (told,), sha256=opened.sha256, language=language)
    submission = opened.submission
    found = check_submission(submission, definition)
    authenticity = ""
    if regency is not None:
        authenticity, about = regency.judged(submission)
        found += about
    found = confirmed(submission, found)
    findings = tuple(explain(finding.at(opened.path), language) for finding in found)
    return Checked(
        opened.path,
        findings,
        Identity.of(submission.report),
        submission,
        progress(submission, findings),
        opened.producer,
        opened.sha256,
        language,
        opened.data,
        authenticity,
    )
