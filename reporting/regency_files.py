"""Parts of the regency's page about files: Kelengkapan and Catatan."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from iku.consolidation.candidate import Fate, Status
from iku.consolidation.regency_report import RegencyReport
from iku.finding import Finding, Severity
from iku.languages import translated
from iku.messages import Language, entry, explain
from reporting.markup import labelled_row, paragraph, table, text
from reporting.phrases import on_day, phrase, phrases
from reporting.recap_text import FATES
from reporting.unit_note import UnitNote, unit_notes
from reporting.words import SEVERITY, counted

_SHOWN = 3  # findings of one kind that are written out
_UNIT_HEADS = tuple(
    f"head_{one}" for one in ("code", "unit", "state", "file", "received", "deadline", "check")
)
_FILE_HEADS = ("head_file", "head_unit", "head_fate", "head_reason")
_ORDER = list(Severity)


def completeness(report: RegencyReport, language: Language) -> Iterator[str]:
    """Yield where every unit stands, then every file that does not count, with its reason."""
    notes = list(unit_notes(report, language))
    yield table(phrases(language, *_UNIT_HEADS), map(_unit_row, notes), "stacked")
    answered = {one.file.path for one in notes if one.file and one.standing.candidate}
    others = [one for one in report.fates if one.candidate.path not in answered]
    gone = [one for one in others if one.status is Status.ACCEPTED]
    yield from _files("of_ended", gone, language)
    yield from _files("others", [one for one in others if one not in gone], language)


def _files(title: str, found: Sequence[Fate], language: Language) -> Iterator[str]:
    """Yield files under a heading; nothing where there are none."""
    if found:
        yield f"<h3>{text(phrase(title, language))}</h3>"
        rows = (_file_row(one, language) for one in found)
        yield table(phrases(language, *_FILE_HEADS), rows, "stacked")


def _unit_row(note: UnitNote) -> str:
    language = note.language
    received = "" if note.received is None else on_day(note.received, language)
    late = phrase("late_by", language, hari=note.late) if note.late else ""
    texts = (
        *(note.unit.kode, note.unit.nama, note.answer.told(language), note.outcome.name),
        received + late,
        "" if note.deadline is None else on_day(note.deadline, language),
        counted(note.outcome.counts, language) if note.file else "",
    )
    heads = phrases(language, *_UNIT_HEADS)
    return labelled_row(heads, [(text(cell), "") for cell in texts])


def _file_row(fate: Fate, language: Language) -> str:
    unit = fate.candidate.unit
    texts = (
        PurePath(fate.candidate.path).name,
        unit.nama if unit else phrase("unknown", language),
        FATES[language][fate.status],
        explain(fate.reason, language).message,
    )
    heads = phrases(language, *_FILE_HEADS)
    return labelled_row(heads, [(text(cell), "") for cell in texts])


def findings(report: RegencyReport, language: Language) -> Iterator[str]:
    """Yield the findings by kind, the most severe first, each with how many units have it.

    A few of each kind are written out; all of them are in the recap workbook and in catatan.csv.
    """
    if not report.findings:
        yield paragraph(phrase("no_notes", language))
    kinds: dict[str, list[Finding]] = {}
    for one in report.findings:
        kinds.setdefault(one.code, []).append(one)
    for found in sorted(kinds.values(), key=_importance):
        yield from _kind(report, found, language)


def _importance(found: Sequence[Finding]) -> tuple[int, int, str]:
    first = found[0]
    return _ORDER.index(first.severity or Severity.INFO), -len(found), first.code


def _kind(report: RegencyReport, found: Sequence[Finding], language: Language) -> Iterator[str]:
    severity = found[0].severity or Severity.INFO
    head = f"{SEVERITY[language][severity]}: {_subject(found, language)}{_spread(report, found, language)}"
    yield f'<div class="kind {severity}"><h3>{text(head)}</h3>\n<ul>'
    shown = [explain(one, language) for one in found[:_SHOWN]]
    for one in shown:
        unit = report.unit_about(one)
        yield f"<li>{text(f'{unit.nama}: {one.message}' if unit else one.message)}</li>"
    if len(found) > _SHOWN:
        yield f"<li>{text(phrase('more', language, n=len(found) - _SHOWN))}</li>"
    yield f'</ul>\n<p class="fix">{text(shown[0].fix)}</p></div>'


def _subject(found: Sequence[Finding], language: Language) -> str:
    """Return what a kind of finding is about, and how often it was found."""
    code = found[0].code
    title = f"{translated(entry(code)['judul'], language, 'judul')} ({code})"
    return f"{title}, {phrase('times', language, n=len(found))}"


def _spread(report: RegencyReport, found: Sequence[Finding], language: Language) -> str:
    kodes = {unit.kode for one in found if (unit := report.unit_about(one)) is not None}
    if not kodes:
        return ""
    counts = phrase("n_of", language, n=len(kodes), of=len(report.expected))
    return f", {counts} {report.definition.jenis_unit.lower()}"
