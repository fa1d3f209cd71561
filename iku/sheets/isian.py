"""Draw Isian: what staff fill in, with the live result beside it."""

from functools import partial
from itertools import pairwise

from iku.address import a1, column_letters, quoted
from iku.blueprint import BlueprintSheet, ColumnSpec, ConditionalFormat, PageSetup
from iku.calculation.figure import State
from iku.definition.model import Indikator, PolaritasRentang
from iku.layout import extras
from iku.layout.entry import Entry
from iku.layout.isian import (
    ABSENCE_COLUMNS,
    FIRST_PERIOD,
    HEADER_ROW,
    KEY,
    NO,
    PERIODE,
    SATUAN,
    SHEET,
    URAIAN,
    AbsenceRow,
    Row,
)
from iku.layout.layout import Layout
from iku.layout.unasked import is_unasked
from iku.sheets.canvas import Canvas, mark_notes, number_format, paper, plain
from iku.sheets.isian_words import words_of
from iku.sheets.isian_years import number_or_grade, year_cells, year_heads
from iku.sheets.unit_texts import around_unit
from iku.sheets.wording import bounds, numbered, short_period, target_decimals
from iku.terbitan import Terbitan

ABSENCE_LAST = max(ABSENCE_COLUMNS.values())
ABSENCE_HEADS = {
    "status": "Keadaan",
    "instansi": "Instansi pemilik data",
    "alasan": "Alasan",
    "perkiraan": "Perkiraan tersedia",
}
ABSENCE_NOTE = (
    "Isi tabel ini hanya bila angka di atas memang tidak ada: pilih Nihil bila tidak ada kejadian "
    "(0 dari 0), atau Data belum tersedia bila menunggu instansi lain."
)
END = "Akhir lembar isian: di bawah baris ini tidak ada yang perlu diisi."
SHARED_BAND = "Data yang dipakai beberapa indikator"
ROW_HEIGHT = 18.0


def notes_range() -> str:
    """Return the range of Catatan Pemeriksaan that holds the places of notes."""
    column = column_letters(extras.CATATAN_COLUMNS["tempat"])
    sheet = quoted(extras.CATATAN)
    return f"{sheet}!${column}${extras.CATATAN_FIRST}:${column}${extras.CATATAN_LAST}"


def draw_isian(layout: Layout) -> BlueprintSheet:
    """Return the entry sheet: figures above, reasons for absent figures below."""
    canvas, plan = Canvas(SHEET), layout.isian
    _columns(canvas, layout)
    _head(canvas, layout)
    for row in plan.rows:
        _draw_row(canvas, layout, row)
    _absence_table(canvas, layout)
    entries = [entry for entry in layout.entries.values() if entry.ref.sheet == SHEET]
    waited_for = {one.kode for one in layout.definition.indikator if one.pengisi == "kabupaten"}
    for entry in entries:
        canvas.entry(entry, unasked_style(layout, entry) or _entry_style(entry, waited_for))
    _grey_cells(canvas, layout)
    _waiting_marks(canvas, layout)
    mark_notes(canvas, entries, [layout.note_counter(e) for e in entries], notes_range())
    _pages(canvas, layout)
    page = PageSetup(
        paper(layout.definition),
        print_area=f"{a1(1, NO)}:{a1(plan.end_row - 1, plan.last_column)}",
    )
    asked = (one for one in entries if not is_unasked(layout.terbitan, one))
    return canvas.sheet(
        page,
        freeze=a1(HEADER_ROW + 1, FIRST_PERIOD),
        tab_colour="FFC000",
        cursor=next((one.ref.a1 for one in asked), None),  # never in the hidden column
    )


def _pages(canvas: Canvas, layout: Layout) -> None:
    """Keep the rows of an indicator on one page; a band goes with the first of its own."""
    rows = layout.isian.rows
    bands = [row.number for row in rows if row.kind in {"band", "sasaran"}]
    heads = [row.number for row in rows if row.kind == "indikator"]
    end = rows[-1].number + 1 if rows else HEADER_ROW + 1
    for band, following in pairwise([*bands, end]):
        inside = [head for head in heads if band < head < following]
        for first, after in pairwise([band, *inside[1:], following]):
            canvas.together(first, after - 1)


def _columns(canvas: Canvas, layout: Layout) -> None:
    """Set widths so that the whole table stands on a screen of 1366 pixels at 100 %."""
    plan = layout.isian
    many = len(plan.periods) > 1
    widths = {NO: 5.5, URAIAN: 42.0 if many else 54.0, SATUAN: 14.5}
    widths |= dict.fromkeys(range(FIRST_PERIOD, plan.result_column), 14.0 if many else 19.0)
    widths |= {plan.result_column: 20.0 if many else 24.0, plan.hint_column: 36.0}
    widths |= dict.fromkeys(range(plan.hint_column + 1, plan.last_column + 1), 13.0)
    canvas.widths(widths)
    canvas.columns[KEY] = ColumnSpec(3, hidden=True)


def _head(canvas: Canvas, layout: Layout) -> None:
    plan, definition = layout.isian, layout.definition
    canvas.put(1, NO, "ISIAN INDIKATOR KINERJA UTAMA (IKU)", "title")
    unit = around_unit("", f", {definition.kabupaten.nama}, Tahun {definition.tahun}")
    canvas.formula(2, NO, unit, "subtitle")
    canvas.put(3, NO, "Isilah kotak kuning saja, dengan angka tanpa tanda % dan tanpa Rp.", "note")
    canvas.put(4, NO, "Kosong bukan nol: tulis 0 bila hasilnya memang nol.", "note")
    if layout.terbitan.not_yet:
        canvas.put(5, NO, _began(layout), "note")
    canvas.put(HEADER_ROW, KEY, "kunci", "key")
    heads = {
        NO: "No.",
        URAIAN: "Indikator dan data",
        SATUAN: "Satuan",
        plan.result_column: "Hasil (otomatis)",
        plan.hint_column: "Petunjuk",
    }
    heads |= {column: short_period(periode) for periode, column in plan.period_columns.items()}
    heads |= year_heads(layout)
    canvas.heads(HEADER_ROW, heads)
    canvas.at_least(21, 1)
    canvas.at_least(26, HEADER_ROW)


def _began(layout: Layout) -> str:
    """Say from which period on a unit that began during the year is asked."""
    first = [one for one in layout.definition.periods if one not in layout.terbitan.not_yet]
    since = f" mulai {short_period(first[0])}" if first else " setelah tahun ini"
    kind = layout.definition.jenis_unit
    return f"{kind} ini baru ada{since}; kotak abu-abu sebelum itu tidak perlu diisi."


def _draw_row(canvas: Canvas, layout: Layout, row: Row) -> None:
    plan = layout.isian
    canvas.put(row.number, KEY, row.key, "key")
    canvas.at_least(ROW_HEIGHT, row.number)
    if row.kind in {"band", "sasaran"}:
        band = SHARED_BAND
        if row.sasaran is not None:
            band = numbered(row.sasaran.nomor, row.sasaran.nama)
        canvas.across(row.number, NO, plan.hint_column, band, "section")
        canvas.at_least(21, row.number)
        return
    words = words_of(layout, row)
    group = row.kind == "indikator"
    centred = "group_centred" if group else "table_text_centred"
    canvas.put(row.number, NO, words.nomor, centred)
    canvas.put(row.number, URAIAN, words.uraian, "group" if group else "table_part")
    canvas.put(row.number, SATUAN, words.satuan, centred)
    canvas.put(row.number, plan.hint_column, words.petunjuk, "hint")
    _result_cell(canvas, layout, row)
    _locked_target(canvas, layout, row)
    _superseded_target(canvas, layout, row)
    if group and row.indikator is not None:
        year_cells(canvas, layout, row, row.indikator)


def _result_cell(canvas: Canvas, layout: Layout, row: Row) -> None:
    """Write the live realisasi beside an indicator, and its capaian beside the target."""
    column, one = layout.isian.result_column, row.indikator
    family = {"indikator": "realisasi", "target": "capaian"}.get(row.kind)
    if one is None or family is None:
        canvas.put(row.number, column, None, "table_text")
        return
    digits = number_format(one.desimal if family == "realisasi" else 2)
    label = '"Realisasi"' if family == "realisasi" else '"Capaian (%)"'
    shown = layout.perhitungan.reported_result(family, one.kode).absolute
    # The asterisk fills the cell with blanks between the word and the number.
    fmt = f"{label}* {digits};{label}* -{digits}"
    canvas.formula(row.number, column, shown, "result", fmt=fmt)


def _locked_target(canvas: Canvas, layout: Layout, row: Row) -> None:
    one = row.indikator
    if one is None or row.kind not in {"target", "target_predikat"}:
        return
    ranged = isinstance(one.polaritas, PolaritasRentang)
    for periode in layout.definition.measured_periods(one):
        target = layout.terbitan.target_of(one.kode, periode)
        column = layout.isian.period_columns[periode]
        if target is None and not (ranged and row.kind == "target"):
            continue
        fmt = number_format(target_decimals(layout, one))
        make = partial(_target_content, row, one, periode)
        canvas.put_issued(layout.terbitan, row.number, column, make, "table_number", fmt=fmt)


def _superseded_target(canvas: Canvas, layout: Layout, row: Row) -> None:
    """Write the targets as they were before a PK perubahan."""
    version, one = layout.isian.superseded.get(row.key), row.indikator
    if version is None or one is None:
        return
    fmt = number_format(target_decimals(layout, one))
    for periode in layout.definition.measured_periods(one):
        target = version.targets.get(periode)
        column = layout.isian.period_columns[periode]
        canvas.put(row.number, column, number_or_grade(target), "table_number", fmt=fmt)


def _entry_style(entry: Entry, waited_for: set[str]) -> str | None:
    """Return the style of an entry where its kind does not give it: white is not the unit's."""
    if entry.indikator in waited_for and entry.name.startswith(("isian.", "sifat_data.")):
        return "table_number"
    return "entry_choice" if entry.kind == "choice" else None


def unasked_style(layout: Layout, entry: Entry) -> str | None:
    """Return the style of an entry of a period before the unit began; None for all others."""
    return "entry_unasked" if is_unasked(layout.terbitan, entry) else None


def _target_content(
    row: Row, one: Indikator, periode: str, terbitan: Terbitan
) -> str | float | None:
    target = terbitan.target_of(one.kode, periode)
    if row.kind == "target_predikat":
        return target.predikat if target else None
    if target is None and isinstance(one.polaritas, PolaritasRentang):
        return bounds(one.polaritas)
    return None if target is None else plain(target.nilai)


def _grey_cells(canvas: Canvas, layout: Layout) -> None:
    """Close the row of an indicator, and grey what is not filled in: yellow alone means here."""
    many = len(layout.isian.periods) > 1
    for row in layout.isian.rows:
        if row.kind in {"band", "sasaran"}:
            continue
        group = row.kind == "indikator"
        for periode, column in layout.isian.period_columns.items():
            if (row.number, column) not in canvas.cells:
                # Each indicator names its periods, so that a page needs no heads of its own.
                words = short_period(periode) if group and many else None
                style = "group_period" if group else "entry_na"
                canvas.put(row.number, column, words, style)


def _absence_table(canvas: Canvas, layout: Layout) -> None:
    plan = layout.isian
    band, last = plan.absence_band_row, ABSENCE_LAST
    title = "Bila angkanya tidak ada atau belum tersedia"
    canvas.across(band, NO, max(last, plan.hint_column), title, "section")
    canvas.at_least(21, band)
    canvas.new_page(band)
    canvas.put(band + 1, NO, ABSENCE_NOTE, "note")
    grouped = plan.absence_by_indikator
    for group in plan.absence_groups:
        _absence_head(canvas, group[0], grouped=grouped)
        for row in group:
            _absence_row(canvas, row, grouped=grouped)
        canvas.together(group[0].number - 1, group[-1].number)
    canvas.put(plan.end_row, NO, END, "note")
    canvas.put(plan.end_row, last, None, "note")


def _absence_head(canvas: Canvas, first: AbsenceRow, *, grouped: bool) -> None:
    """Write the heads above the rows of one indicator, so that every page has its own."""
    one, row = first.indikator, first.number - 1
    subject = "Indikator/data"
    if grouped:
        subject = one.nama if one else SHARED_BAND
    canvas.put(row, NO, one.nomor if one and grouped else "No.", "header_small")
    canvas.put(row, URAIAN, subject, "header_left")
    canvas.put(row, PERIODE, "Periode", "header_small")
    canvas.heads(row, {c: ABSENCE_HEADS[f] for f, c in ABSENCE_COLUMNS.items()}, "header_small")
    canvas.at_least(24, row)


def _absence_row(canvas: Canvas, row: AbsenceRow, *, grouped: bool) -> None:
    one, part = row.indikator, row.part
    name = "Seluruh indikator" if grouped or one is None else one.nama
    if part is not None:
        name = part.nama
    canvas.put(row.number, KEY, row.key, "key")
    canvas.put(row.number, NO, one.nomor if one else "", "table_text_centred")
    canvas.put(row.number, URAIAN, name, "table_text")
    canvas.put(row.number, PERIODE, short_period(row.periode), "table_text_centred")
    canvas.at_least(ROW_HEIGHT, row.number)


def _waiting_marks(canvas: Canvas, layout: Layout) -> None:
    """Paint results that are still missing, so that an empty form shows where to begin."""
    column = column_letters(layout.isian.result_column)
    first, last = layout.isian.entry_span
    missing = f'{column}{first}="{State.BELUM_DIISI.value}"'
    cells = f"{column}{first}:{column}{last}"
    canvas.formats.append(ConditionalFormat(cells, missing, "mark_wait"))
