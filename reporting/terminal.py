"""Findings as plain text for a terminal, the most important first."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from iku.finding import Finding, Severity
from iku.messages import Language

SEVERITY_WORDS = {
    "id": {
        Severity.ERROR: "Wajib diperbaiki",
        Severity.WARNING: "Perlu konfirmasi",
        Severity.INFO: "Informasi",
    },
    "en": {
        Severity.ERROR: "Must be mended",
        Severity.WARNING: "To be confirmed",
        Severity.INFO: "Information",
    },
}
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)
CLEAN = {"id": "tidak ada catatan", "en": "nothing to report"}
REMEDY = {"id": "Cara memperbaiki", "en": "What to do"}


def severity_word(severity: Severity | None, language: Language = "id") -> str:
    """Return a severity in the words that people see."""
    return SEVERITY_WORDS[language][severity or Severity.INFO]


def finding_lines(findings: Iterable[Finding], language: Language = "id") -> Iterator[str]:
    """Yield the lines of findings, grouped by severity."""
    listed = list(findings)
    for severity in _ORDER:
        group = [finding for finding in listed if finding.severity is severity]
        if group:
            yield f"  {severity_word(severity, language)} ({len(group)})"
        for finding in group:
            yield f"    [{finding.code}] {finding.message}"
            yield f"        {REMEDY[language]}: {finding.fix}"


def file_lines(
    path: str, unit: str, findings: tuple[Finding, ...], language: Language = "id"
) -> Iterator[str]:
    """Yield the heading of one file and its findings."""
    heading = f"{Path(path).name}" + (f" — {unit}" if unit else "")
    if not findings:
        yield f"{heading}: {CLEAN[language]}."
        return
    yield f"{heading}:"
    yield from finding_lines(findings, language)
