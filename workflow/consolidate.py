"""Consolidate: a month's returned workbooks → the regency's report and its recap workbook."""

from collections.abc import Iterable
from concurrent.futures import Executor
from datetime import datetime
from functools import partial
from pathlib import Path

from iku.consolidation.candidate import Candidate
from iku.consolidation.consolidate import consolidate
from iku.consolidation.regency_report import RegencyReport
from iku.definition.load import load_definition
from iku.definition.model import Definition
from iku.entry_workbook import formula_values
from iku.finding import Finding
from iku.messages import Language, explain
from iku.recap.blueprint import recap_blueprint
from workbook_builder import save_whole, write_workbook
from workbook_reader.folder import Received, received_files
from workflow.receive import open_received
from workflow.refusal import FileRefusedError, RefusedError
from workflow.validate import check_opened

BATCH = 20  # files a task: enough to outweigh the hand-over to another process


def consolidate_folder(
    paths: Iterable[Path],
    *,
    definition_path: Path | None = None,
    period: str | None = None,
    executor: Executor | None = None,
    language: Language = "id",
) -> RegencyReport:
    """Return the regency's report on everything found under ``paths``.

    Without a definition the one inside the first readable workbook is used; then nobody can be
    missing. ``executor`` is any `concurrent.futures.Executor`; None works in this process.
    RefusedError where nothing readable was found and no definition was given.
    """
    definition = None if definition_path is None else load_definition(definition_path)
    items = list(received_files(paths))
    task = partial(_candidate, definition=definition, language=language)
    if executor is None:
        candidates = [task(item) for item in items]
    else:
        candidates = list(executor.map(task, items, chunksize=BATCH))
    used = definition or _definition_inside(candidates)
    try:
        return consolidate(used, candidates, period=period, language=language)
    except ValueError as error:
        raise RefusedError(str(error)) from error


def _candidate(item: Received, definition: Definition | None, language: Language) -> Candidate:
    opened = open_received(item)
    result = check_opened(opened, definition, None, language)
    modified = "" if result.submission is None else result.submission.snapshot.modified
    findings = result.findings
    if result.submission is None and not findings:
        findings = (explain(Finding("BRK-008", {"bagian": "-", "sebab": "-"}, path=item.path)),)
    return Candidate(item.path, opened.sha256, modified, result.submission, findings)


def _definition_inside(candidates: list[Candidate]) -> Definition:
    for candidate in candidates:
        if candidate.submission is not None:
            return candidate.submission.report.terbitan.definisi
    for candidate in candidates:
        raise FileRefusedError(candidate.findings[0])
    message = (
        "tidak ada buku kerja IKU yang dapat dibaca; periksa foldernya, atau sebutkan --definition"
    )
    raise RefusedError(message)


def write_recap(report: RegencyReport, path: Path) -> None:
    """Write the recap workbook, whole or not at all."""
    blueprint = recap_blueprint(report)
    values = formula_values(blueprint)
    made = datetime(report.definition.tahun, 1, 1)  # noqa: DTZ001  a date without a place
    save_whole(write_workbook(blueprint, values, password=None, salt=b"", modified=made), path)
