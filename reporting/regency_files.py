"""Parts of the regency's page about files: Kelengkapan and Catatan."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from iku.consolidation.candidate import Fate
from iku.consolidation.regency_report import RegencyReport
from iku.definition.model import Unit
from iku.finding import Finding, Severity
from iku.messages import entry, explain
from reporting.markup import labelled_row, paragraph, table, text
from reporting.recap_text import FATES
from reporting.unit_note import UnitNote, on_day, unit_notes
from reporting.words import SEVERITY, counted

_SHOWN = 3  # findings of one kind that are written out
_UNIT_HEADS = (
    *("Kode", "Unit", "Keadaan", "Berkas", "Diterima", "Batas waktu", "Hasil pemeriksaan"),
)
_FILE_HEADS = ("Berkas", "Unit", "Nasib", "Sebab")
_ORDER = list(Severity)


def completeness(report: RegencyReport) -> Iterator[str]:
    """Yield where every unit stands, then every file that does not count, with its reason."""
    notes = list(unit_notes(report))
    yield table(_UNIT_HEADS, map(_unit_row, notes), "stacked")
    answered = {one.file.path for one in notes if one.file and one.standing.candidate}
    others = [one for one in report.fates if one.candidate.path not in answered]
    if others:
        yield "<h3>Berkas yang tidak dihitung</h3>"
        yield table(_FILE_HEADS, map(_file_row, others), "stacked")


def _unit_row(note: UnitNote) -> str:
    received = "" if note.received is None else on_day(note.received)
    late = f" (terlambat {note.late} hari)" if note.late else ""
    texts = (
        *(note.unit.kode, note.unit.nama, note.answer.value, note.outcome.name),
        received + late,
        "" if note.deadline is None else on_day(note.deadline),
        counted(note.outcome.counts, "id") if note.file else "",
    )
    return labelled_row(_UNIT_HEADS, [(text(cell), "") for cell in texts])


def _file_row(fate: Fate) -> str:
    unit = fate.candidate.unit
    texts = (
        PurePath(fate.candidate.path).name,
        unit.nama if unit else "(tidak diketahui)",
        FATES["id"][fate.status],
        explain(fate.reason, "id").message,
    )
    return labelled_row(_FILE_HEADS, [(text(cell), "") for cell in texts])


def findings(report: RegencyReport) -> Iterator[str]:
    """Yield the findings by kind, the most severe first, each with how many units have it.

    A few of each kind are written out; all of them are in the recap workbook and in catatan.csv.
    """
    if not report.findings:
        yield paragraph("Tidak ada catatan.")
    kinds: dict[str, list[Finding]] = {}
    for one in report.findings:
        kinds.setdefault(one.code, []).append(one)
    units = {one.candidate.path: one.candidate.unit for one in report.fates}
    for found in sorted(kinds.values(), key=_importance):
        paths = {one.path for one in found}
        kodes = {unit.kode for path in paths if (unit := units.get(path)) is not None}
        yield from _kind(report, found, len(kodes), units)


def _importance(found: Sequence[Finding]) -> tuple[int, int, str]:
    first = found[0]
    return _ORDER.index(first.severity or Severity.INFO), -len(found), first.code


def _kind(
    report: RegencyReport, found: Sequence[Finding], many: int, units: Mapping[str, Unit | None]
) -> Iterator[str]:
    first = found[0]
    severity = SEVERITY["id"][first.severity or Severity.INFO]
    noun = report.definition.jenis_unit.lower()
    spread = f", {many} dari {len(report.standings)} {noun}" if many else ""
    head = f"{severity}: {entry(first.code)['judul']} ({first.code}), {len(found)} kali{spread}"
    yield f'<div class="kind {first.severity or Severity.INFO}"><h3>{text(head)}</h3>\n<ul>'
    shown = [explain(one, "id") for one in found[:_SHOWN]]
    for one in shown:
        unit = units.get(one.path)
        yield f"<li>{text(f'{unit.nama}: {one.message}' if unit else one.message)}</li>"
    if len(found) > _SHOWN:
        rest = f"… dan {len(found) - _SHOWN} lagi, lihat lembar Catatan pada rekap."
        yield f"<li>{rest}</li>"
    yield f'</ul>\n<p class="fix">{text(shown[0].fix)}</p></div>'
