"""Draw the result tables of Perhitungan: one per period, with the means below."""

from iku.address import CellRef, a1
from iku.calculation.accumulation import quarters_combined
from iku.calculation.capaian import rule_of
from iku.calculation.figure import State
from iku.calculation.results import weight
from iku.definition.model import Indikator
from iku.layout.layout import Layout
from iku.layout.perhitungan import NAME, NO, RESULT_COLUMNS, UNIT, PeriodTable
from iku.names import indikator_name
from iku.periods import TAHUN, in_words
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas, number_format
from iku.sheets.values import formula_value, not_due

HEADS = {
    "target": "Target",
    "realisasi": "Realisasi",
    "realisasi_predikat": "Predikat",
    "capaian": "Capaian (%)",
    "target_tahun": "Target tahun",
    "capaian_tahun": "Capaian thd. target tahun (%)",
    "kategori": "Kategori",
    "in_mean": "Nilai dalam rata-rata",
    "in_capped_mean": "Dengan batas",
    "bobot": "Bobot",
    "weighted": "Nilai × bobot",
    "weighted_capped": "Dengan batas × bobot",
}
MEAN_WORDS = {
    "rata_rata": "Rata-rata capaian",
    "rata_rata_batas": "Rata-rata dengan batas maksimum",
    "rata_rata_sasaran": "Rata-rata per sasaran",
    "dihitung": "Indikator yang dihitung",
}


def draw_results(canvas: Canvas, layout: Layout) -> None:
    """Draw the table of every period and, beside the year's, the targets of other years."""
    for table in layout.perhitungan.tables.values():
        _table_head(canvas, layout, table)
        for indikator in layout.definition.indikator:
            _result_row(canvas, layout, table, indikator)
        _means(canvas, layout, table)
    _later_targets(canvas, layout)


def _table_head(canvas: Canvas, layout: Layout, table: PeriodTable) -> None:
    words = in_words(table.periode, layout.definition.tahun)
    canvas.put(table.title_row, NO, f"Hasil {words}", "section")
    row = table.title_row + 1
    for column, head in ((NO, "Kode"), (NAME, "Indikator"), (UNIT, "Satuan")):
        canvas.put(row, column, head, "header_small")
    for family, column in RESULT_COLUMNS.items():
        canvas.put(row, column, HEADS[family], "header_small")
    canvas.row_heights[row] = 44


def _result_row(canvas: Canvas, layout: Layout, table: PeriodTable, indikator: Indikator) -> None:
    row, periode, rule = (
        table.rows[indikator.kode],
        table.periode,
        rule_of(layout.definition, indikator),
    )
    cells = {family: a1(row, column) for family, column in RESULT_COLUMNS.items()}
    canvas.put(row, NO, indikator.kode, "key")
    canvas.put(row, NAME, indikator.nama, "table_text")
    canvas.put(row, UNIT, indikator.satuan, "table_text_center")
    canvas.height(row, (indikator.nama, 36))
    number = f"ISNUMBER({cells['capaian']})"
    added = f'IF({number},{cells["capaian"]},"")'
    if rule.bila_nihil is not None:
        nihil = live.decimal_text(rule.bila_nihil)
        added = f'IF({number},{cells["capaian"]},IF({cells["realisasi"]}={live.NIHIL},{nihil},""))'
    capped = live.limited_formula(rule, cells["in_mean"])
    rounded = f"ROUND({cells['capaian']},2)"
    formulas = {
        "target": _target(layout, indikator, periode),
        "realisasi": _realisasi(layout, indikator, periode),
        "realisasi_predikat": _predikat(layout, indikator, periode, cells["realisasi"]),
        "capaian": live.capaian_formula(rule, cells["realisasi"], cells["target"]),
        "target_tahun": _target(layout, indikator, TAHUN),
        "capaian_tahun": live.capaian_formula(rule, cells["realisasi"], cells["target_tahun"]),
        "kategori": f'IF({number},{live.banded(rule.skala, rounded)},"")',
        "in_mean": added,
        "in_capped_mean": f'IF(ISNUMBER({cells["in_mean"]}),{capped},"")',
        "weighted": f'IF(ISNUMBER({cells["in_mean"]}),{cells["in_mean"]}*{cells["bobot"]},"")',
        "weighted_capped": (
            f'IF(ISNUMBER({cells["in_mean"]}),{cells["in_capped_mean"]}*{cells["bobot"]},"")'
        ),
    }
    desimal = {
        "target": indikator.desimal,
        "realisasi": indikator.desimal,
        "target_tahun": indikator.desimal,
    }
    for family, formula in formulas.items():
        fmt = number_format(desimal.get(family, 2))
        canvas.formula(row, RESULT_COLUMNS[family], formula, "result", fmt=fmt)
    canvas.put(row, RESULT_COLUMNS["bobot"], float(weight(layout.definition, indikator)), "result")


def _target(layout: Layout, indikator: Indikator, periode: str) -> str:
    """Return the formula of a target: the locked cell, or the entry where it was left open."""
    entry = layout.entries.get(indikator_name("target", indikator.kode, periode))
    if entry is not None:
        return f'IF(ISNUMBER({entry.formula}),{entry.formula},"")'
    cell = layout.target_cell(indikator.kode, periode)
    if cell is None or periode not in layout.definition.measured_periods(indikator):
        return '""'
    return f'IF(ISNUMBER({cell.absolute}),{cell.absolute},"")'


def _realisasi(layout: Layout, indikator: Indikator, periode: str) -> str:
    if not layout.terbitan.applies(indikator):
        return live.quoted_text(State.TIDAK_ADA_OBJEK.value)
    if periode not in layout.definition.measured_periods(indikator):
        return live.BELUM_WAKTUNYA
    if indikator.measured_by_components and not quarters_combined(indikator):
        return not_due(layout, periode, formula_value(layout, indikator, periode))
    return layout.perhitungan.figure(f"{indikator.kode}.nilai", periode).a1


def _predikat(layout: Layout, indikator: Indikator, periode: str, realisasi: str) -> str:
    periods = [
        p
        for p in layout.definition.entry_periods(indikator)
        if p in layout.definition.periods[: layout.definition.periods.index(periode) + 1]
    ]
    if indikator.nilai.jenis != "predikat" or not periods or not layout.terbitan.applies(indikator):
        return '""'
    entry = layout.entries[indikator_name("isian", indikator.kode, "predikat", periods[-1])].formula
    derived = f'IF(ISNUMBER({realisasi}),{live.banded(indikator.skala_predikat, realisasi)},"")'
    return not_due(layout, periode, f'IF({entry}<>"",{entry}&"",{derived})').replace(
        live.BELUM_WAKTUNYA, '""', 1
    )


def _means(canvas: Canvas, layout: Layout, table: PeriodTable) -> None:
    first, last = table.first, table.last
    weighted = layout.definition.pengaturan.capaian.rata_rata == "berbobot"

    def mean(family: str, top: int, bottom: int) -> str:
        column = RESULT_COLUMNS[family]
        cells = f"{a1(top, column)}:{a1(bottom, column)}"
        total = f"COUNT({cells})"
        if weighted:
            totals = f"{a1(top, RESULT_COLUMNS['in_mean'])}:{a1(bottom, RESULT_COLUMNS['in_mean'])}"
            weights = f"{a1(top, RESULT_COLUMNS['bobot'])}:{a1(bottom, RESULT_COLUMNS['bobot'])}"
            total = f"SUMPRODUCT(ISNUMBER({totals})*{weights})"
            column = RESULT_COLUMNS["weighted" if family == "in_mean" else "weighted_capped"]
            cells = f"{a1(top, column)}:{a1(bottom, column)}"
        value = f"IF({total}=0,{live.BELUM_DIISI},SUM({cells})/{total})"
        return not_due(layout, table.periode, value)

    per_sasaran = [f"capaian_sasaran.{n}" for n in range(1, len(layout.definition.sasaran) + 1)]
    for key, (top, bottom) in zip(per_sasaran, table.sasaran_rows, strict=True):
        sasaran = layout.definition.sasaran[per_sasaran.index(key)]
        words = f"Rata-rata sasaran {per_sasaran.index(key) + 1}: {sasaran.nama}"
        _mean_row(canvas, table, key, words, mean("in_mean", top, bottom))
    column = RESULT_COLUMNS["capaian"]
    goals = f"{a1(table.mean_rows[per_sasaran[0]], column)}:{a1(table.mean_rows[per_sasaran[-1]], column)}"
    by_goal = f"IF(COUNT({goals})=0,{live.BELUM_DIISI},SUM({goals})/COUNT({goals}))"
    _mean_row(canvas, table, "rata_rata", MEAN_WORDS["rata_rata"], mean("in_mean", first, last))
    capped = mean("in_capped_mean", first, last)
    _mean_row(canvas, table, "rata_rata_batas", MEAN_WORDS["rata_rata_batas"], capped)
    by_goal = not_due(layout, table.periode, by_goal)
    _mean_row(canvas, table, "rata_rata_sasaran", MEAN_WORDS["rata_rata_sasaran"], by_goal)
    counted = RESULT_COLUMNS["in_mean"]
    included = f"COUNT({a1(first, counted)}:{a1(last, counted)})"
    words = f'{included}&" dari {len(table.rows)}"'
    _mean_row(canvas, table, "dihitung", MEAN_WORDS["dihitung"], words)


def _mean_row(canvas: Canvas, table: PeriodTable, key: str, words: str, formula: str) -> None:
    row = table.mean_rows[key]
    canvas.put(row, NAME, words, "table_bold")
    canvas.height(row, (words, 34))
    canvas.formula(row, RESULT_COLUMNS["capaian"], formula, "result", fmt=number_format(2))


def _later_targets(canvas: Canvas, layout: Layout) -> None:
    """Write the Renstra targets of other years, outside the printed page."""
    table = layout.perhitungan.tables[TAHUN]
    for year in layout.later_years:
        for grade in (False, True):
            head = f"Target {year}" + (" (predikat)" if grade else "")
            column = layout.later_target(
                layout.definition.indikator[0].kode, year, grade=grade
            ).column
            canvas.put(table.title_row + 1, column, head, "header_small")
            canvas.widths({column: 12})
            for indikator in layout.definition.indikator:
                _later_target(canvas, layout, indikator, year, grade=grade)


def _later_target(
    canvas: Canvas, layout: Layout, indikator: Indikator, year: str, *, grade: bool
) -> None:
    issued = layout.terbitan.target_of(indikator.kode, year)
    cell: CellRef = layout.later_target(indikator.kode, year, grade=grade)
    value: str | float | None = None
    if issued is not None:
        value = (
            issued.predikat if grade else float(issued.nilai) if issued.nilai is not None else None
        )
    canvas.put(cell.row, cell.column, value, "table_number", fmt=number_format(indikator.desimal))
