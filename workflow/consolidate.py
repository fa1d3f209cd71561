"""Consolidate: a month's returned workbooks → the regency's report, its recap, and its history."""

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from iku.consolidation.candidate import Candidate, Status, latest_period
from iku.consolidation.consolidate import consolidate
from iku.consolidation.deciding import RegencyTables
from iku.consolidation.regency_report import RegencyReport
from iku.definition.model import Definition
from iku.finding import Severity
from iku.messages import Language
from workflow.collecting import uncollected
from workflow.definition_inside import definition_inside
from workflow.definition_source import read_definition
from workflow.executors import HERE, Place
from workflow.history.closing import closings, keep_ready, refuse_closed_since
from workflow.history.opening import writing
from workflow.history.recording import Told, record_run
from workflow.history.records import records
from workflow.inbox import Progress, take_in, unseen
from workflow.known_forms import KnownForms
from workflow.parquet_support import refuse_without_parquet
from workflow.publication import publication
from workflow.refusal import RefusedError, keep_received, refuse_mistyped
from workflow.repetition import Asked
from workflow.run_before import accepted_before

LOG = logging.getLogger("iku")


def _prepare() -> None:
    """Import what is needed once everything is read: it takes a while, and others read meanwhile."""
    import_module("workflow.decisions")
    import_module("workflow.consolidation_results")


@dataclass(frozen=True)
class Consolidated:
    """A regency's report, and the files as they came: what the regency adds is not in these."""

    report: RegencyReport
    received: tuple[Candidate, ...]


def consolidate_folder(
    paths: Iterable[Path],
    *,
    definition_path: Path | None = None,
    period: str | None = None,
    executor: Executor | None = None,
    language: Language = "id",
) -> RegencyReport:
    """Return the regency's report on everything found under ``paths``.

    Without a definition the one inside the workbooks is used, if it is the same in all of them;
    then nobody can be missing. ``executor`` is any `concurrent.futures.Executor`; None works in
    this process. RefusedError where nothing readable was found, or several definitions, and none
    was given.
    """
    asked = Asked(tuple(paths), Path(), definition_path, period=period or "", language=language)
    return consolidated(asked, "", HERE if executor is None else executor).report


def consolidated(
    asked: Asked, digest: str, place: Place | Executor = HERE, progress: Progress = unseen
) -> Consolidated:
    """Read what came in and work out the report; nothing is written but what was read.

    ``digest`` is that of ``asked``. RefusedError as `consolidate_folder`.
    """
    language = asked.language
    definition = None if asked.definition is None else read_definition(asked.definition)
    with records(asked.history, language) as store:
        inbox = take_in(
            asked.paths,
            store,
            place=place,
            progress=progress,
            meanwhile=_prepare,
        )
        received = tuple(inbox.candidates(store))
        LOG.info("%d berkas, %d di antaranya baru dibaca", len(received), inbox.read)
        used = definition or definition_inside(received)
        previous = (
            ()
            if asked.history is None
            else accepted_before(
                asked.history, store, used, digest, asked.period or latest_period(received)
            )
        )
    tables = _tables(asked, used, previous)
    known = KnownForms.of(asked, [used.kode]).compared(received, used.kode)
    try:
        with uncollected():
            report = consolidate(
                used, known, period=asked.period or None, language=language, tables=tables
            )
    except ValueError as error:
        raise RefusedError(str(error)) from error
    return Consolidated(report, received)


def _tables(asked: Asked, definition: Definition, previous: Sequence[Candidate]) -> RegencyTables:
    """Return the regency's own tables, what it closed, and what the run before accepted."""
    from workflow.decisions import regency_tables  # noqa: PLC0415  see `_prepare`

    closed = (
        ()
        if asked.history is None
        else closings(asked.history, definition.kode, int(definition.tahun))
    )
    return regency_tables(
        central_file=asked.central,
        verification_file=asked.verification,
        waivers_file=asked.waivers,
        closings=closed,
        previous=previous,
    )


def consolidate_all(
    asked: Asked, digest: str, place: Place | Executor, progress: Progress = unseen
) -> tuple[RegencyReport, Told]:
    """Work out the report, write all results, and record the run: everything or nothing.

    ``digest`` is that of ``asked``, taken before anything was read. RefusedError as
    `consolidate_folder`, for a name that was mistyped, or where a result would be written over
    something received.
    """
    refuse_mistyped(asked.paths, asked.recap)
    for path in asked.results:
        keep_received(path, [*asked.paths, *asked.tables])
    if asked.verification_form is not None:
        from workflow.verification_form import keep_verdicts  # noqa: PLC0415  mostly not asked for

        keep_verdicts(asked.verification_form)
    refuse_without_parquet(asked.parquet)
    found = consolidated(asked, digest, place, progress)
    report = found.report
    from reporting.recap_text import recap_lines  # noqa: PLC0415  see `_prepare`
    from workflow.consolidation_results import write_results  # noqa: PLC0415  see `_prepare`

    with uncollected(), publication() as drafts:
        write_results(report, asked, drafts)
        lines = (*recap_lines(report, asked.language), *_signatures(report, asked.language))
        told = Told(_status(report), lines, drafts.digests())
        progress(0)  # the last moment at which an interruption leaves everything as it was
        if asked.history is not None:
            with writing(asked.history) as database:
                refuse_closed_since(database, report)
                run = record_run(database, digest, report, found.received, told)
                keep_ready(database, report)
            LOG.info("tercatat sebagai konsolidasi nomor %d", run)
        drafts.put_in_place()
    for fate in report.fates:
        LOG.info("%s: %s. %s", fate.candidate.path, fate.status, fate.reason.message)
    return report, told


def _signatures(report: RegencyReport, language: Language) -> tuple[str, ...]:
    """Return how many files are genuine and how many not, in a line; none where no key is known."""
    from reporting.signature_line import authenticity_line  # noqa: PLC0415  see `_prepare`

    words = Counter(fate.candidate.authenticity for fate in report.fates)
    told = authenticity_line(words, language)
    return (told,) if told else ()


def _status(report: RegencyReport) -> int:
    """Return the exit status: 1 where a file was refused or a finding must be mended."""
    refused = any(fate.status is Status.REJECTED for fate in report.fates)
    errors = any(finding.severity is Severity.ERROR for finding in report.findings)
    return int(refused or errors)
