"""Draw the result tables of Perhitungan: one per period, with the means below."""

from iku.address import CellRef, a1
from iku.calculation.accumulation import quarters_combined
from iku.calculation.capaian import Rule, rule_of
from iku.calculation.figure import State
from iku.calculation.results import OUT_OF_M, WITHOUT_MEAN, weight
from iku.definition.model import Indikator
from iku.layout.layout import Layout
from iku.layout.perhitungan import NAME, NO, RESULT_COLUMNS, UNIT, PeriodTable
from iku.names import indikator_name
from iku.periods import TAHUN, in_words
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas, number_format, plain
from iku.sheets.values import formula_value, not_due, of_reported, target_grade
from iku.terbitan import Terbitan

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
SHOWN = tuple(HEADS)[: tuple(HEADS).index("kategori") + 1]
OWN_DECIMALS = frozenset({"target", "realisasi", "target_tahun"})
MEAN_WORDS = {
    "rata_rata": "Rata-rata capaian",
    "rata_rata_batas": "Rata-rata dengan batas maksimum",
    "rata_rata_sasaran": "Rata-rata per sasaran",
    "dihitung": "Indikator yang terjawab (termasuk Nihil)",
}


def draw_results(canvas: Canvas, layout: Layout) -> None:
    """Draw the table of every period and, beside the year's, the targets of other years."""
    if len(layout.definition.periods) > 1:
        _reported_table(canvas, layout)
    for table in layout.perhitungan.tables.values():
        _table_head(canvas, layout, table)
        for indikator in layout.definition.indikator:
            _result_row(canvas, layout, table, indikator)
        _means(canvas, layout, table)
    _later_targets(canvas, layout)


def _reported_table(canvas: Canvas, layout: Layout) -> None:
    """Draw the results of whichever period is reported; printed sheets show these cells."""
    plan, table = layout.perhitungan, layout.perhitungan.reported
    _table_head(canvas, layout, table)
    for one in layout.definition.indikator:
        _row_words(canvas, table, one)
        for family in SHOWN:
            cells = [plan.result(family, one.kode, periode) for periode in plan.periods]
            quiet = family in {"kategori", "realisasi_predikat"}
            formula = of_reported(cells, '""' if quiet else live.BELUM_WAKTUNYA)
            fmt = number_format(one.desimal if family in OWN_DECIMALS else 2)
            canvas.formula(table.rows[one.kode], RESULT_COLUMNS[family], formula, "figure", fmt=fmt)
    for n, sasaran in enumerate(layout.definition.sasaran, 1):
        words = f"Rata-rata sasaran {n}: {sasaran.nama}"
        _reported_mean(canvas, layout, f"capaian_sasaran.{n}", words)
    for key, words in MEAN_WORDS.items():
        _reported_mean(canvas, layout, key, words)


def _reported_mean(canvas: Canvas, layout: Layout, key: str, words: str) -> None:
    plan = layout.perhitungan
    cells = [plan.mean(key, periode) for periode in plan.periods]
    _mean_row(canvas, plan.reported, key, words, of_reported(cells, live.BELUM_WAKTUNYA))


def _table_head(canvas: Canvas, layout: Layout, table: PeriodTable) -> None:
    words = in_words(table.periode, layout.definition.tahun) if table.periode else "periode lapor"
    canvas.put(table.title_row, NO, f"Hasil {words}", "subtitle")
    heads = {NO: "Kode", NAME: "Indikator", UNIT: "Satuan"}
    heads |= {column: HEADS[family] for family, column in RESULT_COLUMNS.items()}
    canvas.heads(table.title_row + 1, heads, "header_small")
    canvas.at_least(40, table.title_row + 1)


def _result_row(canvas: Canvas, layout: Layout, table: PeriodTable, indikator: Indikator) -> None:
    row = table.rows[indikator.kode]
    _row_words(canvas, table, indikator)
    for family, formula in _result_formulas(layout, table, indikator).items():
        fmt = number_format(indikator.desimal if family in OWN_DECIMALS else 2)
        canvas.formula(row, RESULT_COLUMNS[family], formula, "figure", fmt=fmt)


def _row_words(canvas: Canvas, table: PeriodTable, indikator: Indikator) -> None:
    row = table.rows[indikator.kode]
    canvas.put(row, NO, indikator.kode, "table_text_centred")
    canvas.put(row, NAME, indikator.nama, "table_text")
    canvas.put(row, UNIT, indikator.satuan, "table_text_centred")
    canvas.at_least(29, row)  # room for states of two words, such as Tidak dapat dihitung


def _result_formulas(layout: Layout, table: PeriodTable, indikator: Indikator) -> dict[str, str]:
    """Return the formula of each result of an indicator in a period."""
    row, periode = table.rows[indikator.kode], table.periode
    rule = rule_of(layout.definition, indikator)
    cells = {family: a1(row, column) for family, column in RESULT_COLUMNS.items()}
    banded = live.banded(rule.skala, f"ROUND({cells['capaian']},2)")
    reached = _reached(layout, indikator, periode, cells)
    return {
        "target": _target(layout, indikator, periode),
        "realisasi": _realisasi(layout, indikator, periode),
        "realisasi_predikat": _predikat(layout, indikator, periode, cells["realisasi"]),
        "capaian": live.capaian_formula(rule, cells["realisasi"], cells["target"]),
        "target_tahun": _year_target(layout, indikator, periode),
        "capaian_tahun": live.capaian_formula(rule, cells["realisasi"], cells["target_tahun"]),
        "kategori": f"IF(ISNUMBER({cells['capaian']}),{banded},{reached})",
    } | _mean_formulas(rule, cells, live.decimal_text(weight(layout.definition, indikator)))


def _mean_formulas(rule: Rule, cells: dict[str, str], weight_text: str) -> dict[str, str]:
    """Return what an indicator brings into the means: as it is, limited, and weighted."""
    number, bobot, in_mean = f"ISNUMBER({cells['capaian']})", cells["bobot"], cells["in_mean"]
    added = f'IF({number},{cells["capaian"]},"")'
    if rule.bila_nihil is not None:
        nihil = live.decimal_text(rule.bila_nihil)
        added = f'IF({number},{cells["capaian"]},IF({cells["realisasi"]}={live.NIHIL},{nihil},""))'
    counted = f"ISNUMBER({in_mean})"
    return {
        "in_mean": added,
        "in_capped_mean": f'IF({counted},{live.limited_formula(rule, in_mean)},"")',
        "bobot": f'IF({counted},{weight_text},"")',
        "weighted": f'IF({counted},{in_mean}*{bobot},"")',
        "weighted_capped": f'IF({counted},{cells["in_capped_mean"]}*{bobot},"")',
    }


def _target(layout: Layout, indikator: Indikator, periode: str) -> str:
    """Return the formula of a target: the locked cell, or the entry where it was left open."""
    entry = layout.entries.get(indikator_name("target", indikator.kode, periode))
    if entry is not None:
        return f'IF(ISNUMBER({entry.formula}),{entry.formula},"")'
    cell = layout.target_cell(indikator.kode, periode)
    if cell is None or periode not in layout.definition.measured_periods(indikator):
        return '""'
    return f'IF(ISNUMBER({cell.absolute}),{cell.absolute},"")'


def _year_target(layout: Layout, indikator: Indikator, periode: str) -> str:
    """Return the formula of the year's target that was in force in a period."""
    if indikator.kode not in layout.terbitan.changed_targets:
        return _target(layout, indikator, TAHUN)
    cell = layout.year_target_cell(indikator.kode, periode)
    return '""' if cell is None else f'IF(ISNUMBER({cell.absolute}),{cell.absolute},"")'


def _reached(layout: Layout, indikator: Indikator, periode: str, cells: dict[str, str]) -> str:
    """Return the formula of a grade against a target that is a grade alone."""
    if indikator.nilai.jenis != "predikat":
        return '""'
    grade = target_grade(layout, indikator, periode)
    if grade == '""':
        return grade
    by_rank = live.by_rank(indikator.skala_predikat, cells["realisasi_predikat"], grade)
    return f'IF(ISNUMBER({cells["target"]}),"",{by_rank})'


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
    """Write the means of a period: by sasaran, by indicator, capped, and by sasaran overall."""
    first, last = table.first, table.last
    goals = []
    for n, (top, bottom) in enumerate(table.sasaran_rows, 1):
        key = f"capaian_sasaran.{n}"
        words = f"Rata-rata sasaran {n}: {layout.definition.sasaran[n - 1].nama}"
        _mean_row(canvas, table, key, words, _mean(layout, table, "in_mean", top, bottom))
        goals.append(table.mean_rows[key])
    column = RESULT_COLUMNS["capaian"]
    goal_cells = f"{a1(goals[0], column)}:{a1(goals[-1], column)}"
    none = _without_mean(first, last)
    by_goal = f"IF(COUNT({goal_cells})=0,{none},SUM({goal_cells})/COUNT({goal_cells}))"
    formulas = {
        "rata_rata": _mean(layout, table, "in_mean", first, last),
        "rata_rata_batas": _mean(layout, table, "in_capped_mean", first, last),
        "rata_rata_sasaran": not_due(layout, table.periode, by_goal),
        "dihitung": _answered(table),
    }
    for key, formula in formulas.items():
        _mean_row(canvas, table, key, MEAN_WORDS[key], formula)


def _answered(table: PeriodTable) -> str:
    """Return the formula of "n dari m": who is answered, Nihil included, of who is expected."""

    def stretch(family: str) -> str:
        column = RESULT_COLUMNS[family]
        return f"{a1(table.first, column)}:{a1(table.last, column)}"

    realisasi = stretch("realisasi")
    answered = f"(COUNT({stretch('capaian')})+COUNTIF({realisasi},{live.NIHIL}))"
    absent = (f'-COUNTIF({realisasi},"{state.value}")' for state in OUT_OF_M)
    return f'{answered}&" dari "&({len(table.rows)}{"".join(absent)})'


def _mean(layout: Layout, table: PeriodTable, family: str, top: int, bottom: int) -> str:
    """Return the mean of a stretch of indicators, weighted where the regency weighs them."""

    def stretch(name: str) -> str:
        column = RESULT_COLUMNS[name]
        return f"{a1(top, column)}:{a1(bottom, column)}"

    cells = stretch(family)
    total = f"COUNT({cells})"
    if layout.definition.pengaturan.capaian.rata_rata == "berbobot":
        total = f"SUM({stretch('bobot')})"
        cells = stretch("weighted" if family == "in_mean" else "weighted_capped")
    value = f"IF({total}=0,{_without_mean(top, bottom)},SUM({cells})/{total})"
    return not_due(layout, table.periode, value)


def _without_mean(top: int, bottom: int) -> str:
    """Return the formula of what a mean without any number shows (twin of `Results._of`)."""
    column = RESULT_COLUMNS["capaian"]
    cells = f"{a1(top, column)}:{a1(bottom, column)}"
    formula = live.TIDAK_DAPAT
    for figure in reversed(WITHOUT_MEAN):
        words = live.quoted_text(figure.state.value)
        formula = f"IF(COUNTIF({cells},{words})>0,{words},{formula})"
    return formula


def _mean_row(canvas: Canvas, table: PeriodTable, key: str, words: str, formula: str) -> None:
    row, column = table.mean_rows[key], RESULT_COLUMNS["capaian"]
    canvas.across(row, NO, column - 1, words, "mean")
    canvas.formula(row, column, formula, "mean_number", fmt=number_format(2))
    canvas.at_least(17, row)


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
    def content(terbitan: Terbitan) -> str | float | None:
        target = terbitan.target_of(indikator.kode, year)
        if target is None:
            return None
        return target.predikat if grade else plain(target.nilai)

    cell: CellRef = layout.later_target(indikator.kode, year, grade=grade)
    fmt = number_format(indikator.desimal)
    canvas.put_issued(layout.terbitan, cell.row, cell.column, content, "table_number", fmt=fmt)
