"""The workbook in which a regency verifies: every reported figure, and room for the verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from iku.blueprint import (
    Access,
    Blueprint,
    BlueprintCell,
    ColumnSpec,
    Constant,
    PageSetup,
    Validation,
)
from iku.calculation.entries import TIDAK, YA
from iku.cells import ErrorValue, Value
from iku.consolidation.decisions import Verdict, Verified
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Standing
from iku.definition.model import Indikator
from iku.names import entry_fields, indikator_name, shared_name
from iku.periods import TAHUN
from iku.recap.page import received
from iku.sheets.canvas import Canvas, number_format, paper

SHEET: Final = "Verifikasi"
TITLE, LEAD, HEAD, FIRST = 1, 2, 4, 5
TOLD: Final = (
    ("kode_unit", 13.0),
    ("nama_unit", 18.0),
    ("indikator", 11.0),
    ("nama_indikator", 40.0),
    ("komponen", 14.0),
    ("nama_komponen", 26.0),
    ("satuan", 9.0),
    ("periode", 9.0),
    ("dilaporkan", 14.0),
)
ASKED: Final = (
    ("putusan", 16.0),
    ("terverifikasi", 14.0),
    ("catatan", 30.0),
    ("oleh", 18.0),
    ("tanggal", 13.0),
    ("disetujui", 11.0),
    ("disetujui_oleh", 18.0),
)
_CHOICES: Final = {"putusan": tuple(Verdict), "disetujui": (YA, TIDAK)}
_HINTS: Final = {
    "putusan": "Diterima, Perlu perbaikan, atau Ditolak. Kosong: belum diverifikasi.",
    "terverifikasi": "Isi hanya bila nilainya berbeda dari yang dilaporkan.",
    "tanggal": "Misalnya 5 Juli 2025.",
    "disetujui": "Ya bila penolakan yang menaikkan peringkat sudah disetujui.",
    "disetujui_oleh": "Nama dan jabatan yang menyetujui.",
}
_LEADS: Final = (
    "Isi kolom putusan dan seterusnya, simpan, lalu jalankan: iku consolidate … --verification "
    "BERKAS INI. Yang dilaporkan terkunci; angka yang ditolak tidak dihitung."
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One entry of one unit, as the form shows it."""

    standing: Standing
    kode: str
    nama: str
    field: str
    uraian: str
    satuan: str
    periode: str
    name: str


def verification_form(report: RegencyReport) -> Blueprint:
    """Return the form for the reported period, one row for each entry that holds something."""
    canvas = Canvas(SHEET)
    canvas.put(TITLE, 1, f"VERIFIKASI IKU {report.definition.kabupaten.nama.upper()}", "title")
    canvas.put(LEAD, 1, f"{report.period_words}. {_LEADS}", "note")
    columns = (*TOLD, *ASKED)
    for n, (head, width) in enumerate(columns, 1):
        canvas.columns[n] = ColumnSpec(width)
        canvas.put(HEAD, n, head, "header")
    judged = {(one.unit, one.name): one for one in report.decisions.verification}
    row = FIRST
    for line in _lines(report):
        before = judged.get((line.standing.unit.kode, line.name))
        typed = _typed(line) if before is None else before.reported
        if typed is not None:
            _draw(canvas, row, line, typed, before)
            row += 1
    page = PageSetup(paper(report.definition), title_rows=(HEAD, HEAD), pages_wide=1)
    sheet = canvas.sheet(page, freeze=f"C{FIRST}")
    title = f"Verifikasi IKU {report.definition.kabupaten.nama}, {report.period_words}"
    return Blueprint(title=title, sheets=(sheet,))


def _typed(line: _Line) -> Value:
    standing = line.standing
    results = standing.results
    if results is None:
        return None
    entries = results.report.entries
    status = entries.get(line.name.replace("isian.", "status.", 1))
    return entries.get(line.name) if entries.get(line.name) is not None else status


def _draw(canvas: Canvas, row: int, line: _Line, typed: Value, before: Verified | None) -> None:
    unit = line.standing.unit
    told: tuple[Constant, ...] = (
        unit.kode,
        unit.nama,
        line.kode,
        line.nama,
        line.field,
        line.uraian,
        line.satuan,
        line.periode,
        _shown(typed),
    )
    for n, content in enumerate(told, 1):
        if isinstance(content, float):
            whole = number_format(0) if content.is_integer() else "General"
            canvas.put(row, n, content, "table_number", fmt=whole)
        else:
            canvas.put(row, n, content, "table_text")
    held = _held(before)
    for n, (head, _) in enumerate(ASKED, len(TOLD) + 1):
        canvas.cells[row, n] = _open_cell(row, n, head, held.get(head))


def _shown(typed: Value) -> Constant:
    if isinstance(typed, ErrorValue):
        return typed.code
    return received(typed) if isinstance(typed, str) else typed


def _held(before: Verified | None) -> dict[str, Constant]:
    """Return what was decided before, by column."""
    if before is None:
        return {}
    value = before.verified
    return {
        "putusan": str(before.verdict),
        "terverifikasi": _shown(value),
        "catatan": before.note or None,
        "oleh": before.by or None,
        "tanggal": before.when or None,
        "disetujui": YA if before.approved_by else None,
        "disetujui_oleh": before.approved_by or None,
    }


def _open_cell(row: int, column: int, head: str, content: Constant) -> BlueprintCell:
    prompt, choices = _HINTS.get(head, ""), _CHOICES.get(head)
    validation = None
    if choices:
        listed = ",".join(choices)
        validation = Validation(
            "list",
            formula1=f'"{listed}"',
            prompt_title=head,
            prompt=prompt,
            error_title="Pilih dari daftar",
            error=f"Pilihlah salah satu: {', '.join(choices)}.",
        )
    elif prompt:
        validation = Validation("any", prompt_title=head, prompt=prompt)
    number = head == "terverifikasi"
    return BlueprintCell(
        row,
        column,
        content,
        style="entry" if number else "entry_choice" if choices else "entry_text",
        number_format="General" if number else "@",
        access=Access.ENTRY,
        validation=validation,
    )


def _lines(report: RegencyReport) -> Iterator[_Line]:
    for standing in report.standings:
        if standing.reported(report.period):
            for indikator in report.definition.indikator:
                if standing.applies(indikator):
                    yield from _of_indikator(report, standing, indikator)
            yield from _of_shared(report, standing)


def _wanted(report: RegencyReport, entered: tuple[str, ...]) -> list[str]:
    """Return the entry periods to verify: the reported one; for the year all that are entered."""
    if report.period == TAHUN:
        return list(entered)
    return [one for one in entered if one == report.period]


def _of_indikator(
    report: RegencyReport, standing: Standing, indikator: Indikator
) -> Iterator[_Line]:
    parts = {part.kode: part for part in indikator.komponen}
    for periode in _wanted(report, report.definition.entry_periods(indikator)):
        for field in entry_fields(indikator):
            if field == "predikat":
                continue
            part = parts.get(field)
            yield _Line(
                standing,
                indikator.kode,
                indikator.nama,
                field if part else "",
                part.nama or part.kode if part else "",
                part.satuan if part else indikator.satuan,
                periode,
                indikator_name("isian", indikator.kode, field, periode),
            )


def _of_shared(report: RegencyReport, standing: Standing) -> Iterator[_Line]:
    for part in report.definition.data_bersama:
        for periode in _wanted(report, report.definition.entry_periods(part)):
            name = shared_name("isian", part.kode, periode)
            yield _Line(
                standing, part.kode, part.nama, "", "data bersama", part.satuan, periode, name
            )
