"""Audit: a report that already exists, in whatever form it was written → findings."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iku.audit.document import Document
from iku.audit.report import Report
from iku.audit.run import audit_report
from iku.audit.text_source import text_document
from iku.audit.workbook_source import workbook_document
from iku.cells import WorkbookSnapshot
from iku.definition.lint.wording import plain
from iku.definition.model import Definition, Unit
from iku.finding import Finding, Severity
from iku.messages import Language, explain
from workbook_reader.container import is_lock_file, read_bytes
from workbook_reader.docx import is_docx, read_docx_bytes
from workbook_reader.kinds import ZIP, refuse_other_than_zip
from workbook_reader.refusal import lock_file
from workbook_reader.snapshot import read_snapshot_bytes

_PLAIN_TEXT = "berkas teks/CSV"  # what the reader of workbooks calls a file that is plain text

_OURS = "iku_sidik"  # a name that every workbook of ours has; .xls trips turn its dot into _


@dataclass(frozen=True)
class Audited:
    """One report with its findings, explained; ``report`` is None where it could not be read."""

    path: str
    findings: tuple[Finding, ...]
    report: Report | None = None

    @property
    def status(self) -> str:
        """``unreadable``, ``error``, ``warning`` or ``ok``."""
        severities = {finding.severity for finding in self.findings}
        if self.report is None:
            return "unreadable"
        if Severity.ERROR in severities:
            return "error"
        return "warning" if Severity.WARNING in severities else "ok"

    @property
    def unit(self) -> str:
        """The name of the kecamatan that the report is about, as far as it says so."""
        return "" if self.report is None else self.report.unit

    def as_json(self) -> dict[str, Any]:
        """Return what ``iku audit --json`` gives."""
        counts = Counter(finding.severity for finding in self.findings)
        return {
            "files": [self._file()],
            "summary": {
                "files": 1,
                "errors": counts[Severity.ERROR],
                "warnings": counts[Severity.WARNING],
                "infos": counts[Severity.INFO],
            },
        }

    def _file(self) -> dict[str, Any]:
        report = self.report
        definition = None if report is None else report.definition
        known = None if report is None else _unit(report)
        return {
            "path": self.path,
            "unit": {"kode": known.kode if known else "", "nama": self.unit},
            "template": definition.kode if definition else "",
            "version": definition.versi if definition else "",
            "period": str(report.year or "") if report else "",
            "producer": report.document.producer if report else "",
            "status": self.status,
            "findings": [finding.as_json() for finding in self.findings],
        }


def _unit(report: Report) -> Unit | None:
    units = report.definition.unit if report.definition else ()
    return next((one for one in units if plain(one.nama) == plain(report.unit)), None)


def audit_file(
    path: Path, *, definition: Definition | None = None, language: Language = "id"
) -> Audited:
    """Check a report: tab-separated text, ``.docx`` or ``.xlsx``, told by content, never changed."""
    read = read_report(path)
    if isinstance(read, Finding):
        return Audited(str(path), (explain(read.at(str(path)), language),))
    report = Report(read, definition)
    found = (explain(one.at(str(path)), language) for one in audit_report(report))
    return Audited(str(path), tuple(found), report)


def read_report(path: Path) -> Document | Finding:
    """Return the document that a file holds, or the one finding why it cannot be read."""
    if is_lock_file(path.name):
        return lock_file()
    data = read_bytes(path)
    if isinstance(data, Finding):
        return data
    if data.startswith(ZIP):
        read = read_docx_bytes if is_docx(data) else _read_workbook
        return read(data, str(path))
    refusal = refuse_other_than_zip(data)
    return text_document(_text(data)) if refusal.facts.get("jenis") == _PLAIN_TEXT else refusal


def _read_workbook(data: bytes, path: str) -> Document | Finding:
    snapshot = read_snapshot_bytes(data, path)
    if not isinstance(snapshot, WorkbookSnapshot):
        return snapshot
    if any(name.replace(".", "_").lower() == _OURS for name in snapshot.names):
        return Finding("AUD-091")
    return workbook_document(snapshot)


def _text(data: bytes) -> str:
    """Return a text file's text, in the encodings that Windows and Linux programs write."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
