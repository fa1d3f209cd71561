"""Findings as plain text for a terminal, the most important first."""

from collections.abc import Iterable, Iterator

from iku.checks.progress import progress_words
from iku.finding import Finding, Severity
from iku.messages import Language
from reporting.outcome import FileOutcome, Outcome
from reporting.shown_file import shown_file
from reporting.words import SEVERITY, word


def severity_word(severity: Severity | None, language: Language = "id") -> str:
    """Return a severity in the words that people see."""
    return SEVERITY[language][severity or Severity.INFO]


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """Yield every file with its findings and the progress since the check before."""
    if not outcome.files:
        yield word("nothing", outcome.language)
    for one in outcome.files:
        yield from _file(one, outcome.language)


def _file(one: FileOutcome, language: Language) -> Iterator[str]:
    heading, *rest = file_lines(one.path, one.unit, one.findings, language)
    yield heading
    yield from (f"  {sentence}" for sentence in progress_words(one.progress, language))
    yield from rest


def finding_lines(findings: Iterable[Finding], language: Language = "id") -> Iterator[str]:
    """Yield the lines of findings, grouped by severity."""
    listed = list(findings)
    for severity in Severity:
        group = [finding for finding in listed if finding.severity is severity]
        if group:
            yield f"  {severity_word(severity, language)} ({len(group)})"
        for finding in group:
            yield f"    [{finding.code}] {finding.message}"
            yield f"        {word('remedy', language)}: {finding.fix}"


def file_lines(
    path: str, unit: str, findings: tuple[Finding, ...], language: Language = "id"
) -> Iterator[str]:
    """Yield the heading of one file and its findings."""
    heading = shown_file(path) + (f" — {unit}" if unit else "")
    if not findings:
        yield f"{heading}: {word('clean', language)}."
        return
    yield f"{heading}:"
    yield from finding_lines(findings, language)
