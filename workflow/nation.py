"""Nation: returned workbooks of many regencies → one summary, regency by regency, in flat memory."""

import json
import logging
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

from iku.consolidation.candidate import Candidate
from iku.consolidation.consolidate import consolidate
from iku.consolidation.record import from_record
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.regency_summary import FileSummary, RegencySummary
from iku.definition.model import Definition
from iku.finding import Severity
from iku.languages import SOURCE
from iku.languages.drawn import blueprint_in
from iku.languages.wordings import recap_wording
from reporting.nation_book import UNITS_UNKNOWN, nation_blueprint
from reporting.recap_text import recap_lines
from reporting.signature_line import authenticity_line
from workbook_builder import save_whole, write_workbook
from workflow.authenticity import Verdict
from workflow.definition_inside import definition_inside
from workflow.executors import HERE, Place
from workflow.history.opening import opened, transaction
from workflow.history.recording import Told, record_run, record_whole
from workflow.history.records import Records
from workflow.inbox import Inbox, Progress, take_in, unseen
from workflow.known_forms import KnownForms
from workflow.nation_definitions import Whose, definitions_in
from workflow.parquet_support import refuse_without_parquet
from workflow.publication import Publication, publication
from workflow.refusal import RefusedError, keep_received, refuse_mistyped
from workflow.repetition import Asked

LOG = logging.getLogger("iku")


@dataclass(frozen=True)
class Nation:
    """What a run over several regencies came to; ``unread`` are files nobody knows whose they are.

    ``units_known`` tells whether definitions were given, so that units can be missing.
    """

    summaries: tuple[RegencySummary, ...]
    unread: tuple[FileSummary, ...]
    units_known: bool = False

    @property
    def status(self) -> int:
        """The exit status: 1 where a file was refused or a finding must be mended."""
        refused = any(one.counts["rejected"] or one.errors for one in self.summaries)
        return int(refused or any(one.status == "rejected" for one in self.unread))

    def lines(self) -> tuple[str, ...]:
        """Return what is printed: a line for each regency, and one for all."""
        each = [
            f"{one.nama} ({one.templat}), {one.period}: {one.reported} dari {one.expected} melapor,"
            f" {one.counts['rejected']} berkas ditolak"
            for one in self.summaries
        ]
        files = sum(len(one.files) for one in self.summaries) + len(self.unread)
        missing = sum(len(one.missing) for one in self.summaries)
        late = f", {missing} unit belum melapor" if self.units_known else f"; {UNITS_UNKNOWN}"
        return (*each, f"{len(each)} kabupaten/kota, {files} berkas{late}")

    def as_json(self) -> dict[str, object]:
        """Return the same as JSON holds it."""
        return {
            "regencies": [
                {
                    "kode": one.kode,
                    "nama": one.nama,
                    "template": one.templat,
                    "period": one.period,
                    "n": one.reported,
                    "of": one.expected,
                    "files": dict(one.counts),
                    "missing": [{"kode": unit.kode, "nama": unit.nama} for unit in one.missing],
                }
                | _genuine_or_not(one)
                for one in self.summaries
            ],
            "unread": [{"path": one.path, "reason": one.reason} for one in self.unread],
        }


def consolidate_nation(
    asked: Asked, digest: str, place: Place | Executor = HERE, progress: Progress = unseen
) -> tuple[Nation, Told]:
    """Consolidate each regency on its own and write one summary of them all, or nothing.

    The definitions are those in the folder ``asked.definition``, which say which units are
    expected; for a regency without one, that inside its workbooks. Only the summary and a Parquet
    folder can be asked for. Forms are compared with register and keys as for one regency.
    RefusedError where something else was, or nothing could be read, and
    DefinitionError for a definition with faults.
    """
    _refuse_more(asked)
    given = definitions_in(asked.definition)
    with opened(asked.history) as database, publication() as drafts:
        store = Records(database, asked.language)
        inbox = take_in(asked.paths, store, place=place, progress=progress)
        groups = _groups(store, inbox, given)
        # Before the transaction: it keeps everybody else out of the history, ourselves included.
        known = KnownForms.of(asked, {kode for kode, _ in groups})
        with transaction(database) if asked.history else nullcontext():
            summaries = [
                _kept(one, drafts, asked)
                for one in _reports(database, store, groups, asked, digest, given, known)
            ]
            nation = Nation(tuple(summaries), _unread(store, inbox), bool(given))
            if not any(one.files for one in summaries):
                message = "tidak ada buku kerja IKU yang dapat dibaca; periksa foldernya"
                raise RefusedError(message)
            write_summary(nation, drafts, asked)
            told = Told(nation.status, _lines(nation, asked), drafts.digests())
            progress(0)
            if asked.history:
                record_whole(database, digest, json.dumps(nation.as_json()), told)
        drafts.put_in_place()
    return nation, told


def _refuse_more(asked: Asked) -> None:
    refuse_mistyped(asked.paths, asked.recap)
    for path in asked.results:
        keep_received(path, [*asked.paths, *asked.tables])
    refuse_without_parquet(asked.parquet)
    others = set(asked.results) - {asked.recap, asked.parquet}
    if set(asked.tables) - {asked.definition, *asked.trust} or others:
        message = (
            "--nation merangkum banyak kabupaten/kota: hanya -o, --history, --period, --parquet, "
            "--trust, dan --definition FOLDER yang berlaku; jalankan tanpa --nation untuk satu "
            "kabupaten/kota"
        )
        raise RefusedError(message)
    if asked.definition is not None and not asked.definition.is_dir():
        message = (
            f"{asked.definition}: --nation memerlukan folder yang ada, berisi definisi setiap "
            "kabupaten/kota, bukan satu berkas"
        )
        raise RefusedError(message)


def _lines(nation: Nation, asked: Asked) -> tuple[str, ...]:
    words = sum((one.authenticity for one in nation.summaries), Counter[str]())
    told = authenticity_line(words, asked.language)
    return (*nation.lines(), told) if told else nation.lines()


def _genuine_or_not(one: RegencySummary) -> dict[str, object]:
    """Return what keys say of a regency's forms, as JSON holds it; nothing where none is known."""
    if not one.authenticity:
        return {}
    others = [file for file in one.files if file.authenticity not in {"", Verdict.GENUINE}]
    doubted = [{"path": file.path, "authenticity": file.authenticity} for file in others]
    return {"authenticity": dict(one.authenticity), "not_genuine": doubted}


def _groups(
    store: Records, inbox: Inbox, given: Mapping[Whose, Definition]
) -> dict[Whose, list[tuple[str, str]]]:
    """Return path and SHA-256 of the files of each definition and year, those given included."""
    groups: dict[Whose, list[tuple[str, str]]] = {whose: [] for whose in given}
    for path, sha256 in inbox.files:
        whose = store.definition_of(sha256)
        if whose is not None:
            groups.setdefault(whose, []).append((path, sha256))
    return groups


def _reports(  # noqa: PLR0913, PLR0917  all that a run has
    database: sqlite3.Connection,
    store: Records,
    groups: Mapping[Whose, list[tuple[str, str]]],
    asked: Asked,
    digest: str,
    given: Mapping[Whose, Definition],
    known: KnownForms,
) -> Iterator[RegencyReport]:
    """Yield the report of each definition and year in turn; only one is in memory at a time."""
    for (kode, tahun), files in sorted(groups.items()):
        read = [from_record(store.of(sha), path, asked.language) for path, sha in files]
        received = known.compared(read, kode)
        report = _report(given.get((kode, tahun)) or definition_inside(received), received, asked)
        if asked.history:
            own = f"{digest} {kode} {tahun}"
            lines = tuple(recap_lines(report, asked.language))
            errors = any(one.severity is Severity.ERROR for one in report.findings)
            record_run(database, own, report, received, Told(int(errors), lines, {}))
        LOG.info("%s tahun %d: %d berkas", kode, tahun, len(files))
        yield report


def _report(definition: Definition, received: Sequence[Candidate], asked: Asked) -> RegencyReport:
    period = asked.period if asked.period in definition.periods else None
    return consolidate(definition, received, period=period, language=asked.language)


def _kept(report: RegencyReport, drafts: Publication, asked: Asked) -> RegencySummary:
    if asked.parquet is not None:
        from reporting.parquet_folder import write_parquet  # noqa: PLC0415  an optional extra

        write_parquet(report, drafts.draft(asked.parquet))
    return RegencySummary.of(report)


def _unread(store: Records, inbox: Inbox) -> tuple[FileSummary, ...]:
    files = [
        from_record(store.of(sha256), path, store.language)
        for path, sha256 in inbox.files
        if store.definition_of(sha256) is None
    ]
    return tuple(_of_unread(one) for one in (*files, *inbox.unkept))


def _of_unread(one: Candidate) -> FileSummary:
    errors = [note for note in one.findings if note.severity is Severity.ERROR]
    status = "rejected" if errors else "ignored"
    return FileSummary(one.path, one.sha256, "", status, (errors or one.findings)[0].message)


def write_summary(nation: Nation, drafts: Publication, asked: Asked) -> None:
    """Write the summary workbook as a draft."""
    late = nation.units_known
    blueprint = nation_blueprint(nation.summaries, nation.unread, units_known=late)
    if asked.language != SOURCE:
        blueprint = blueprint_in(blueprint, recap_wording(asked.language))
    made = datetime(2000, 1, 1)  # noqa: DTZ001  the same every time
    data = write_workbook(blueprint, {}, password=None, salt=b"", modified=made)
    save_whole(data, drafts.draft(asked.recap))
