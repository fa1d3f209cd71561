"""Draw Capaian: the yearly capaian report, or the quarterly Pengukuran Kinerja, ready to sign."""

from dataclasses import dataclass
from functools import partial

from iku.address import a1
from iku.blueprint import BlueprintSheet, PageSetup
from iku.definition.model import Indikator, PolaritasRentang, Sasaran
from iku.layout.layout import Layout
from iku.layout.perhitungan import INDEX_CELL
from iku.names import indikator_name
from iku.periods import TAHUN, up_to
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas, number_format, paper
from iku.sheets.capaian_notes import not_counted, target_changes
from iku.sheets.signature import draw_both_signatures, draw_signature
from iku.sheets.unit_texts import around_unit
from iku.sheets.values import of_period, period_words, target_grade
from iku.sheets.wording import bounds, numbered, said, target_decimals
from iku.terbitan import Terbitan

SHEET = "Capaian"
HEAD_ROW = 7
ONE_PAGE = 14  # as many indicators are readable, with means and signature, on one page
CENTRED = frozenset({"nomor", "satuan", "dash", "later", "kategori", "sifat"})
MEANS = {
    "rata_rata": "RATA – RATA CAPAIAN IKU",
    "rata_rata_batas": "Rata-rata dengan batas maksimum",
    "rata_rata_sasaran": "Rata-rata per sasaran",
    "dihitung": "Indikator yang terjawab (termasuk Nihil)",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the report: its head, its width, and what it shows of an indicator.

    Neighbours with the same ``band`` stand under that common head.
    """

    head: str
    width: float
    shows: str
    band: str = ""
    year: str = ""


def report_columns(layout: Layout) -> list[Column]:
    """Return the columns of the report: seed 2's for a year, the customary form for quarters."""
    if len(layout.definition.periods) > 1:
        return [
            Column("No.", 5, "nomor"),
            Column("Sasaran Strategis", 27, "sasaran"),
            Column("Indikator Kinerja", 36, "nama"),
            Column("Satuan", 10, "satuan"),
            Column("Target Tahunan", 13, "target_tahun"),
            Column("Target Triwulan", 14.5, "target"),
            Column("Realisasi s.d. Triwulan", 15, "realisasi"),
            Column("Capaian Triwulan (%)", 15, "capaian"),
            Column("Capaian terhadap Target Tahunan (%)", 15, "capaian_tahun"),
            Column("Kategori", 18, "kategori"),
            *_nature(layout),
            Column("Penanggung Jawab", 19, "pj"),
        ]
    columns = [
        Column("Sasaran", 31, "sasaran"),
        Column("IKU", 44, "nama"),
        Column("Satuan", 10, "satuan"),
        Column("Target", 12, "target"),
        Column("Realisasi", 15, "realisasi"),
        Column("Capaian (%)", 15, "capaian"),
        Column("Kategori", 18, "kategori"),
        *_nature(layout),
    ]
    for year in layout.later_years:
        columns.append(Column("Target", 10, "later", f"RENSTRA {year}", year))
        columns.append(Column("Capaian", 10, "dash", f"RENSTRA {year}", year))
    return columns


def _nature(layout: Layout) -> list[Column]:
    """Return the column of sementara and tetap, where the definition asks for it."""
    asked = "sifat_data" in layout.definition.pengaturan.fitur
    return [Column("Sifat Data", 12, "sifat")] if asked else []


def draw_capaian(layout: Layout) -> BlueprintSheet:
    """Return the sheet that is printed and signed."""
    canvas = Canvas(SHEET)
    columns = report_columns(layout)
    canvas.widths({n: column.width for n, column in enumerate(columns, 1)})
    last = len(columns)
    _titles(canvas, layout, last)
    row = body = _heads(canvas, layout, columns)
    for sasaran in layout.definition.sasaran:
        row = _sasaran(canvas, layout, row, columns, sasaran)
    means = row + 1
    row = _means(canvas, layout, row, columns)
    row = _waiting(canvas, layout, row + 2, last)
    for words in target_changes(layout):
        row += 1
        canvas.across(row, 1, last, words, "paragraph_flush")
        canvas.at_least(16, row)
    quarterly = len(layout.definition.periods) > 1
    sign = draw_both_signatures if quarterly else draw_signature
    end = sign(canvas, layout, row + 1, last - 2, last)
    # Nobody signs an empty page: the last indicator goes with the means and the signature.
    canvas.together(means - 1, end)
    small = len(layout.definition.indikator) <= ONE_PAGE and not quarterly
    page = PageSetup(
        paper(layout.definition),
        print_area=f"A1:{a1(end, last)}",
        title_rows=(HEAD_ROW, body),
        fit_height=small,
    )
    return canvas.sheet(page, freeze=a1(body + 1, 1), tab_colour="2E75B6")


def _titles(canvas: Canvas, layout: Layout, last: int) -> None:
    definition = layout.definition
    regency = f" {definition.kabupaten.nama.upper()}"
    if len(definition.periods) == 1:
        canvas.put(1, 1, "LAPORAN CAPAIAN TARGET", "title_centred")
        about = f"INDIKATOR KINERJA UTAMA (IKU) TAHUN {definition.tahun}"
        canvas.put(2, 1, about, "title_centred")
    else:
        canvas.put(1, 1, "PENGUKURAN KINERJA", "title_centred")
        canvas.formula(2, 1, f"UPPER({period_words(layout)})", "title_centred")
    canvas.formula(4, 1, around_unit("SKPD : ", regency, capitals=True), "subtitle")
    said_already = definition.misi.lower().startswith("misi")
    prefix = "" if said_already or not definition.misi else "Misi: "
    canvas.put(5, 1, prefix + definition.misi, "paragraph_flush")
    for row in (1, 2, 4, 5):
        canvas.merge(row, 1, last)
    canvas.at_least(20, 1, 2)


def _heads(canvas: Canvas, layout: Layout, columns: list[Column]) -> int:
    """Write the heads, in two rows where columns have a common one; return the last row."""
    if len(layout.definition.periods) > 1:
        canvas.heads(HEAD_ROW, {n: column.head for n, column in enumerate(columns, 1)})
        canvas.at_least(44, HEAD_ROW)
        _column_numbers(canvas, HEAD_ROW + 1, columns)
        return HEAD_ROW + 1
    for n, column in enumerate(columns, 1):
        if column.band:
            canvas.put(HEAD_ROW + 1, n, column.head, "header")
            if column.shows == "later":
                canvas.put(HEAD_ROW, n, column.band, "header")
                canvas.merge(HEAD_ROW, n, n + 1)
        else:
            canvas.put(HEAD_ROW, n, column.head, "header")
            canvas.merge(HEAD_ROW, n, n, HEAD_ROW + 1)
    canvas.at_least(18, HEAD_ROW, HEAD_ROW + 1)
    return HEAD_ROW + 1


def _column_numbers(canvas: Canvas, row: int, columns: list[Column]) -> None:
    """Write the customary row of column numbers, with the arithmetic of the two capaian."""
    place = {column.shows: n for n, column in enumerate(columns, 1)}
    compared = {"capaian": place["target"], "capaian_tahun": place["target_tahun"]}
    for n, column in enumerate(columns, 1):
        text = f"({n})"
        if column.shows in compared:
            text += f"=({place['realisasi']})/({compared[column.shows]})×100"
        canvas.put(row, n, text, "column_number")
    canvas.at_least(16, row)


def _sasaran(
    canvas: Canvas, layout: Layout, row: int, columns: list[Column], sasaran: Sasaran
) -> int:
    """Write the indicators of a sasaran below a row, its name beside all of them."""
    first, last = row + 1, row + len(sasaran.indikator)
    goal = next(n for n, column in enumerate(columns, 1) if column.shows == "sasaran")
    for number, indikator in enumerate(sasaran.indikator, first):
        _row(canvas, layout, number, columns, indikator)
        canvas.at_least(_row_height(indikator), number)
    canvas.put(first, goal, numbered(sasaran.nomor, sasaran.nama), "table_text_top")
    canvas.together(first, min(first + 1, last))
    if last > first:
        canvas.merge(first, goal, goal, last)
    return last


def _row_height(indikator: Indikator) -> float:
    """Leave room for states of two words, and for a grade reached or not by its rank."""
    return 44.0 if indikator.nilai.jenis == "predikat" else 29.0


def _row(canvas: Canvas, layout: Layout, row: int, columns: list[Column], one: Indikator) -> None:
    texts = {
        "nomor": one.nomor,
        "nama": one.nama if columns[0].shows == "nomor" else numbered(one.nomor, one.nama),
        "satuan": one.satuan,
        "pj": one.penanggung_jawab,
        "dash": "-",
    }
    for n, column in enumerate(columns, 1):
        style = "table_text_centred" if column.shows in CENTRED else "table_text"
        if column.shows == "later":
            make = partial(_later_target, one, column.year)
            canvas.put_issued(layout.terbitan, row, n, make, style)
        elif column.shows == "kategori":
            canvas.formula(row, n, _shown(layout, one, "kategori"), style)
        elif column.shows == "sifat":
            canvas.formula(row, n, _nature_of(layout, one), style)
        elif column.shows in texts:
            canvas.put(row, n, texts[column.shows], style)
        elif column.shows != "sasaran":
            fmt = number_format(_decimals(layout, one, column.shows))
            canvas.formula(row, n, _shown(layout, one, column.shows), "table_number", fmt=fmt)


def _later_target(one: Indikator, year: str, terbitan: Terbitan) -> str:
    target = terbitan.target_of(one.kode, year)
    return said(target) if target else ""


def _decimals(layout: Layout, one: Indikator, family: str) -> int:
    if family.startswith("target"):
        return target_decimals(layout, one)
    return 2 if family.startswith("capaian") else one.desimal


def _shown(layout: Layout, one: Indikator, family: str) -> str:
    """Return the formula of a figure as the report prints it; grades as ``B (61,70)``."""
    if family in {"target", "target_tahun"} and isinstance(one.polaritas, PolaritasRentang):
        return live.quoted_text(bounds(one.polaritas))
    value = layout.perhitungan.reported_result(family, one.kode).absolute
    if family == "target_tahun":  # known whether or not a period has been chosen
        now = layout.perhitungan.result("target", one.kode, TAHUN).absolute
        changed = one.kode in layout.terbitan.changed_targets
        value = f"IF({INDEX_CELL.absolute}=0,{now},{value})" if changed else now
    if one.nilai.jenis != "predikat" or family not in {"target", "target_tahun", "realisasi"}:
        return value
    number = live.number_text(value, one.desimal)
    if family == "realisasi":
        grade = layout.perhitungan.reported_result("realisasi_predikat", one.kode).absolute
    elif family == "target_tahun":
        grade = _year_grade(layout, one)
    else:
        grade = _reported_grade(layout, one)
    return f'IF(ISNUMBER({value}),{grade}&" ("&{number}&")",IF({grade}<>"",{grade},{value}))'


def _nature_of(layout: Layout, one: Indikator) -> str:
    """Return the formula of whether the reported value is sementara or tetap, as it was chosen."""
    texts = []
    for periode in layout.definition.periods:
        entered = [p for p in layout.definition.entry_periods(one) if p in up_to(periode)]
        name = indikator_name("sifat_data", one.kode, entered[-1]) if entered else ""
        entry = layout.entries.get(name)
        texts.append('""' if entry is None else f'({entry.formula}&"")')
    return of_period(layout, texts)


def _reported_grade(layout: Layout, one: Indikator) -> str:
    """Return the grade that is the target of the reported period."""
    return of_period(layout, [target_grade(layout, one, p) for p in layout.definition.periods])


def _year_grade(layout: Layout, one: Indikator) -> str:
    """Return the grade that is the year's target, as it was in force in the reported period."""
    now = target_grade(layout, one, TAHUN)
    if one.kode not in layout.terbitan.changed_targets:
        return now
    issued = (layout.terbitan.year_target_of(one.kode, p) for p in layout.definition.periods)
    grades = [live.quoted_text((target.predikat or "") if target else "") for target in issued]
    return f"IF({INDEX_CELL.absolute}=0,{now},{of_period(layout, grades)})"


def _means(canvas: Canvas, layout: Layout, row: int, columns: list[Column]) -> int:
    """Write the means: uncapped, capped, by sasaran, and how many indicators were counted."""
    cap = layout.definition.pengaturan.capaian.batas_rata_rata
    target = next(n for n, column in enumerate(columns, 1) if column.shows == "capaian")
    for family, words in MEANS.items():
        row += 1
        limit = f" ({format(cap, 'f')})" if family == "rata_rata_batas" and cap else ""
        canvas.across(row, 1, target - 1, words + limit, "mean")
        formula = layout.perhitungan.reported_mean(family).absolute
        canvas.formula(row, target, formula, "mean_number", fmt=number_format(2))
        canvas.put(row, target + 1, None, "mean")
        canvas.merge(row, target + 1, len(columns))
        canvas.at_least(17, row)
    return row


def _waiting(canvas: Canvas, layout: Layout, row: int, last: int) -> int:
    """Name the indicators without a result below the means, in at most two lines."""
    canvas.formula(row, 1, not_counted(layout), "paragraph_flush")
    canvas.merge(row, 1, last)
    canvas.at_least(28, row)
    return row
