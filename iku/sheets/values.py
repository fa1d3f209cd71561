"""Formulas of values: the rumus over its figures, due or not, and the reported period's result."""

from collections.abc import Sequence

from iku.address import CellRef, a1
from iku.definition.model import Indikator
from iku.formula.parser import parse
from iku.layout.layout import Layout
from iku.layout.perhitungan import INDEX_CELL, SHEET
from iku.names import entry_fields, indikator_name
from iku.periods import in_words, up_to
from iku.sheets import formulas as live


def index_formula(layout: Layout) -> str:
    """Return the position of the reported period, 0 while none is chosen."""
    chosen = layout.entries["identitas.periode_lapor"].formula
    formula = "0"
    for n, periode in reversed(list(enumerate(layout.definition.periods, 1))):
        formula = f'IF({chosen}="{periode}",{n},{formula})'
    return formula


def not_due(layout: Layout, periode: str, formula: str) -> str:
    """Return a formula that says "Belum waktunya" until its period is reported."""
    position = layout.definition.periods.index(periode) + 1
    return f"IF({INDEX_CELL.absolute}<{position},{live.BELUM_WAKTUNYA},{formula})"


def of_reported(cells: Sequence[CellRef], otherwise: str) -> str:
    """Return the formula of the one of the cells, period by period, that is reported."""
    chosen = f"CHOOSE({INDEX_CELL.absolute},{','.join(cell.a1 for cell in cells)})"
    return f"IF({INDEX_CELL.absolute}=0,{otherwise},{chosen})"


def of_period(layout: Layout, texts: Sequence[str]) -> str:
    """Return the formula of the one of these formulas, period by period, that is reported."""
    if len(layout.definition.periods) == 1:
        return texts[0]
    chosen = f"CHOOSE({INDEX_CELL.absolute},{','.join(texts)})"
    return f'IF({INDEX_CELL.absolute}=0,"",{chosen})'


def target_grade(layout: Layout, one: Indikator, periode: str) -> str:
    """Return the formula of the grade that is the target of a period; ``""`` without a cell."""
    entry = layout.entries.get(indikator_name("target_predikat", one.kode, periode))
    if entry is not None:
        return f'({entry.formula}&"")'
    cell = layout.target_cell(one.kode, periode, grade=True)
    if cell is None or periode not in layout.definition.measured_periods(one):
        return '""'
    return f'({cell.absolute}&"")'


def may_be_nihil(layout: Layout, indikator: Indikator) -> bool:
    """Whether some figures of an indicator can be Nihil while others are numbers."""
    definition = layout.definition
    return (
        len(definition.periods) > 1
        or "status_komponen" in definition.pengaturan.fitur
        or any(part.dari is not None or not part.wajib for part in indikator.komponen)
    )


def formula_value(layout: Layout, indikator: Indikator, periode: str) -> str:
    """Return the rumus over the figures up to a period, with every state before it."""
    plan = layout.perhitungan
    rows = (*plan.own_rows(indikator), *plan.shared_rows(indikator))
    column = plan.upto_column(periode)
    figures = f"{a1(rows[0], column)}:{a1(rows[-1], column)}"
    cells = {
        part.kode: CellRef(SHEET, plan.figure_row[f"{indikator.kode}.{part.kode}"], column).a1
        for part in indikator.komponen
    }
    nihil = may_be_nihil(layout, indikator)
    rumus = live.live_rumus(parse(indikator.nilai.rumus or ""), cells, may_be_nihil=nihil)
    computed = f"IFERROR({rumus},{live.TIDAK_DAPAT})"
    nothing = _nothing_occurred(layout, indikator, periode)
    return live.first_blocking(figures)(f"IF({nothing},{live.NIHIL},{computed})")


def _nothing_occurred(layout: Layout, indikator: Indikator, periode: str) -> str:
    """Return the condition that an indicator is Nihil (twin of `Results._nothing_occurred`)."""
    plan, column = layout.perhitungan, layout.perhitungan.upto_column(periode)
    own, shared = plan.own_rows(indikator), plan.shared_rows(indikator)
    all_own = _all_nihil(own, column) if entry_fields(indikator) else "1=1"
    if not shared:
        return all_own
    all_shared = _all_nihil(shared, column)
    periods = [p for p in layout.definition.entry_periods(indikator) if p in up_to(periode)]
    status = layout.entries[indikator_name("status", indikator.kode, periods[-1])].formula
    return f"AND({all_own},OR({all_shared},{status}={live.NIHIL}))"


def _all_nihil(rows: Sequence[int], column: int) -> str:
    cells = f"{a1(rows[0], column)}:{a1(rows[-1], column)}"
    return f"COUNTIF({cells},{live.NIHIL})={len(rows)}"


def figures_column(layout: Layout) -> str:
    """Return the range of Perhitungan with every figure up to the reported period."""
    plan = layout.perhitungan
    rows = [row.number for row in plan.figure_rows] or [INDEX_CELL.row]
    top = CellRef(SHEET, rows[0], plan.selected_column)
    bottom = CellRef(SHEET, rows[-1], plan.selected_column)
    return f"{top.absolute}:{bottom.absolute.split('!')[1]}"


def period_words(layout: Layout) -> str:
    """Return the formula of the reported period in words."""
    words = [
        live.quoted_text(in_words(p, layout.definition.tahun)) for p in layout.definition.periods
    ]
    if len(words) == 1:
        return words[0]
    chosen = f"CHOOSE({INDEX_CELL.absolute},{','.join(words)})"
    return f'IF({INDEX_CELL.absolute}=0,"(periode belum dipilih)",{chosen})'
