"""Draw Capaian: the yearly capaian report, or the quarterly Pengukuran Kinerja, ready to sign."""

from dataclasses import dataclass

from iku.address import a1
from iku.blueprint import BlueprintSheet, PageSetup
from iku.definition.model import Definition, Indikator, PolaritasRentang
from iku.layout.layout import Layout
from iku.names import indikator_name
from iku.periods import TAHUN
from iku.sheets import formulas as live
from iku.sheets.canvas import PAPER, Canvas, number_format
from iku.sheets.definisi import said
from iku.sheets.isian import direction
from iku.sheets.signature import draw_signature
from iku.sheets.values import period_words, selected_mean, selected_text

SHEET = "Capaian"
HEAD_ROW = 8


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the report: its head, its width, and what it shows of an indicator."""

    head: str
    width: float
    shows: str
    year: str = ""


def report_columns(layout: Layout) -> list[Column]:
    """Return the columns of the report: seed 2's for a year, the customary form for quarters."""
    if len(layout.definition.periods) == 1:
        columns = [
            Column("Sasaran", 30, "sasaran"), Column("IKU", 40, "nama"), Column("Satuan", 9, "satuan"),
            Column("Target", 12, "target"), Column("Realisasi", 12, "realisasi"),
            Column("Capaian (%)", 12, "capaian"), Column("Kategori", 14, "kategori"),
        ]
        for year in layout.later_years:
            columns.append(Column(f"RENSTRA {year}: Target", 12, "later", year))
            columns.append(Column(f"RENSTRA {year}: Capaian", 12, "dash", year))
        return columns
    return [
        Column("No.", 6, "nomor"), Column("Sasaran Strategis", 28, "sasaran"),
        Column("Indikator Kinerja", 34, "nama"), Column("Satuan", 9, "satuan"),
        Column("Target Tahunan", 12, "target_tahun"), Column("Target Triwulan", 12, "target"),
        Column("Realisasi s.d. Triwulan", 13, "realisasi"), Column("Capaian Triwulan (%)", 12, "capaian"),
        Column("Capaian terhadap Target Tahunan (%)", 14, "capaian_tahun"), Column("Kategori", 14, "kategori"),
        Column("Penanggung Jawab", 18, "pj"),
    ]


def draw_capaian(layout: Layout) -> BlueprintSheet:
    """Return the sheet that is printed and signed."""
    canvas = Canvas(SHEET)
    columns = report_columns(layout)
    canvas.widths({n: column.width for n, column in enumerate(columns, 1)})
    last = len(columns)
    _titles(canvas, layout, last)
    for n, column in enumerate(columns, 1):
        canvas.put(HEAD_ROW, n, column.head, "header")
    canvas.row_heights[HEAD_ROW] = 48 if last > 8 else 34  # noqa: PLR2004  long heads
    row = HEAD_ROW
    if len(layout.definition.periods) > 1:
        row += 1
        _column_numbers(canvas, row, columns)
    for sasaran in layout.definition.sasaran:
        for n, indikator in enumerate(sasaran.indikator):
            row += 1
            goal = f"{sasaran.nomor} {sasaran.nama}".strip() if n == 0 else ""
            _row(canvas, layout, row, columns, indikator, goal)
    row = _means(canvas, layout, row, columns)
    end = draw_signature(canvas, layout, row + 2, last - 2, last)
    page = PageSetup(
        PAPER[layout.definition.pengaturan.kertas],
        print_area=f"A1:{a1(end + 1, last)}",
        title_rows=(HEAD_ROW, HEAD_ROW),
    )
    return canvas.sheet(page, freeze=a1(HEAD_ROW + 1, 1), tab_colour="2E75B6")


def _titles(canvas: Canvas, layout: Layout, last: int) -> None:
    definition = layout.definition
    yearly = len(definition.periods) == 1
    title = "LAPORAN CAPAIAN TARGET" if yearly else "PENGUKURAN KINERJA"
    canvas.put(1, 1, title, "title")
    if yearly:
        canvas.put(2, 1, f"INDIKATOR KINERJA UTAMA (IKU) TAHUN {definition.tahun}", "title")
    else:
        canvas.formula(2, 1, f"UPPER({period_words(layout)})", "title")
    unit = f"{definition.jenis_unit} {layout.terbitan.unit.nama}".upper()
    canvas.put(4, 1, f"SKPD : {unit}", "subtitle")
    canvas.put(5, 1, definition.kabupaten.nama.upper(), "subtitle")
    misi = f"Misi: {definition.misi}" if definition.misi else ""
    canvas.put(6, 1, misi, "paragraph")
    for row in (1, 2, 4, 5, 6):
        canvas.merge(row, 1, last)
    canvas.height(6, (misi, sum(spec.width for spec in canvas.columns.values())))


def _column_numbers(canvas: Canvas, row: int, columns: list[Column]) -> None:
    """The customary row of column numbers, with the arithmetic of the two capaian."""
    place = {column.shows: n for n, column in enumerate(columns, 1)}
    for n, column in enumerate(columns, 1):
        text = f"({n})"
        if column.shows == "capaian":
            text += f"=({place['realisasi']})/({place['target']})×100"
        elif column.shows == "capaian_tahun":
            text += f"=({place['realisasi']})/({place['target_tahun']})×100"
        canvas.put(row, n, text, "column_number")
    canvas.row_heights[row] = 26


def _row(
    canvas: Canvas, layout: Layout, row: int, columns: list[Column], one: Indikator, goal: str
) -> None:
    texts = {"sasaran": goal, "nomor": one.nomor, "satuan": one.satuan, "pj": one.penanggung_jawab, "dash": "-"}
    texts["nama"] = one.nama if columns[0].shows == "nomor" else f"{one.nomor} {one.nama}".strip()
    for n, column in enumerate(columns, 1):
        if column.shows in texts:
            centred = column.shows in {"nomor", "satuan", "dash"}
            canvas.put(row, n, texts[column.shows], "table_text_center" if centred else "table_text")
        elif column.shows == "later":
            issued = layout.terbitan.target_of(one.kode, column.year)
            canvas.put(row, n, said(issued) if issued else "", "table_text_center")
        else:
            fmt = number_format(2 if column.shows.startswith("capaian") else one.desimal)
            formula = _shown(layout, one, column.shows)
            canvas.formula(row, n, formula, "table_number", fmt=fmt)
    canvas.height(row, *((texts[c.shows], c.width) for c in columns if c.shows in texts))


def _shown(layout: Layout, one: Indikator, family: str) -> str:
    """Return the formula of a figure as the report prints it; grades as ``B (61,70)``."""
    if family in {"target", "target_tahun"} and isinstance(one.polaritas, PolaritasRentang):
        return live.quoted_text(direction(one).removeprefix("Dalam rentang "))
    value = selected_text(layout, family, one)
    if one.nilai.jenis != "predikat" or family not in {"target", "target_tahun", "realisasi"}:
        return value
    number = live.number_text(value, one.desimal)
    if family == "realisasi":
        grade = selected_text(layout, "realisasi_predikat", one)
    else:
        grade = _target_grade(layout, one, TAHUN if family == "target_tahun" else None)
    return f'IF(ISNUMBER({value}),{grade}&" ("&{number}&")",IF({grade}<>"",{grade},{value}))'


def _target_grade(layout: Layout, one: Indikator, periode: str | None) -> str:
    """Return the grade that is the target of a period, or of the reported one."""
    definition: Definition = layout.definition
    if periode is None and len(definition.periods) > 1:
        from iku.layout.perhitungan import INDEX_CELL

        parts = ",".join(_target_grade(layout, one, p) for p in definition.periods)
        return f'IF({INDEX_CELL.absolute}=0,"",CHOOSE({INDEX_CELL.absolute},{parts}))'
    wanted = periode or definition.periods[0]
    entry = layout.entries.get(indikator_name("target_predikat", one.kode, wanted))
    if entry is not None:
        return f'({entry.formula}&"")'
    cell = layout.target_cell(one.kode, wanted, grade=True)
    if cell is None or wanted not in definition.measured_periods(one):
        return '""'
    return f'({cell.absolute}&"")'


def _means(canvas: Canvas, layout: Layout, row: int, columns: list[Column]) -> int:
    """The means below the table: uncapped, capped, by sasaran, and how many were counted."""
    cap = layout.definition.pengaturan.capaian.batas_rata_rata
    limit = "" if cap is None else f" ({format(cap, 'f')})"
    lines = [
        ("RATA – RATA CAPAIAN IKU", "rata_rata"),
        (f"Rata-rata dengan batas maksimum{limit}", "rata_rata_batas"),
        ("Rata-rata per sasaran", "rata_rata_sasaran"),
        ("Indikator yang dihitung", "dihitung"),
    ]
    target = next(n for n, column in enumerate(columns, 1) if column.shows == "capaian")
    for words, family in lines:
        row += 1
        canvas.put(row, 1, words, "table_bold")
        canvas.merge(row, 1, target - 1)
        formula = selected_mean(layout, family)
        canvas.formula(row, target, formula, "table_bold_number", fmt=number_format(2))
        for n in range(target + 1, len(columns) + 1):
            canvas.put(row, n, None, "table_text")
    return row
