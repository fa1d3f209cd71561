"""The section on the efficient use of resources: money by programme, and money beside capaian."""

from collections.abc import Iterable, Iterator

from iku.calculation.budget import QUARTER_RULE, RULE, Budget, Efficiency, Spending
from iku.calculation.figure import Figure, half_up, in_indonesian
from iku.calculation.results import Results
from iku.definition.budget import BudgetGroup, named
from iku.definition.model import Definition
from iku.documents.blocks import Block, Cell, Column, Table, cell, paragraph
from iku.documents.said import NONE, figure_text, rupiah_text
from iku.periods import TAHUN, in_words
from iku.sheets.wording import numbered

HEADING = "Efisiensi penggunaan sumber daya"
SUPPORTING = "Penunjang semua sasaran"
TOTAL = "Jumlah seluruhnya"
_MONEY = (
    Column("No.", 6, "tengah"),
    Column("Program/kegiatan", 40),
    Column("Pagu (Rp)", 20, "kanan"),
    Column("Realisasi (Rp)", 20, "kanan"),
    Column("Serapan (%)", 14, "tengah"),
)


def efficiency_section(results: Results, periode: str, letter: str = "") -> tuple[Block, ...]:
    """Return the section of one unit up to a period; nothing where no budget is asked for."""
    return tuple(_section(Budget(results), periode, letter))


def _section(budget: Budget, periode: str, letter: str) -> Iterator[Block]:
    if not budget.programs:
        return
    yield paragraph(f"{letter} {HEADING}".strip(), "subjudul")
    yield paragraph(spent_sentence(budget.total(periode), periode, int(budget.definition.tahun)))
    yield Table(_MONEY, tuple(_money_rows(budget, periode)))
    together = (budget.efficiency(group, periode) for group in budget.goals)
    names = [goal_name(budget.definition, group.sasaran) for group in budget.goals]
    rows = [*zip(names, together, strict=True), (TOTAL, budget.total_efficiency(periode))]
    yield comparison(rows)
    yield paragraph(rule_of(periode), "catatan")


def rule_of(periode: str) -> str:
    """Return what is printed under efficiency: how it was judged, or why it was not yet."""
    return RULE if periode == TAHUN else QUARTER_RULE


def spent_sentence(spending: Spending, periode: str, tahun: int) -> str:
    """Return in one sentence how much of the money was spent up to a period."""
    share, words = spending.serapan, in_words(periode, tahun)
    until = f"Selama {words}" if periode == TAHUN else f"Sampai dengan {words}"
    if not share.counted:
        return f"{until}, serapan anggaran: {share.state.value.lower()}."
    return (
        f"{until} dibelanjakan Rp{rupiah_text(spending.realisasi)} dari pagu "
        f"Rp{rupiah_text(spending.pagu)}, atau {figure_text(share)}%."
    )


def goal_name(definition: Definition, sasaran: int) -> str:
    """Return a sasaran (counted from 1) as a row names it, or what supports them all."""
    if not sasaran:
        return SUPPORTING
    one = definition.sasaran[sasaran - 1]
    return numbered(one.nomor, one.nama)


def _money_rows(budget: Budget, periode: str) -> Iterator[tuple[Cell, ...]]:
    for group in budget.groups:
        yield from _group_rows(budget, group, periode)
    yield (
        cell(TOTAL, across=2, align="kiri", shaded=True),
        *_money(budget.total(periode), shaded=True),
    )


def _group_rows(budget: Budget, group: BudgetGroup, periode: str) -> Iterator[tuple[Cell, ...]]:
    goal = goal_name(budget.definition, group.sasaran)
    yield (cell(goal, across=len(_MONEY), align="kiri", shaded=True),)
    for n, one in enumerate(group.programs, 1):
        yield (cell(str(n)), cell(named(one)), *_money(budget.program(one, periode)))
    if len(group.programs) > 1:
        yield (cell("Jumlah", across=2, align="kiri"), *_money(budget.group(group, periode)))


def _money(spending: Spending, *, shaded: bool = False) -> Iterator[Cell]:
    for text in (
        rupiah_text(spending.pagu),
        rupiah_text(spending.realisasi),
        figure_text(spending.serapan),
    ):
        yield cell(text, shaded=shaded)


def comparison(rows: Iterable[tuple[str, Efficiency]]) -> Table:
    """Return the table of capaian beside serapan, row by row under its name."""
    columns = (
        Column("Sasaran", 36),
        Column("Capaian (%)", 15, "tengah"),
        Column("Serapan (%)", 15, "tengah"),
        Column("Selisih", 12, "tengah"),
        Column("Efisiensi", 22, "tengah"),
    )
    return Table(columns, tuple(_compared(name, one) for name, one in rows))


def _compared(name: str, one: Efficiency) -> tuple[Cell, ...]:
    spent = one.spending.serapan
    texts = (name, figure_text(one.capaian), figure_text(spent), apart(one.capaian, spent))
    return (*(cell(text) for text in texts), cell(one.word))


def apart(reached: Figure, spent: Figure) -> str:
    """Return capaian less serapan, of the figures as they are printed beside it."""
    if not reached.counted or not spent.counted:
        return NONE
    return in_indonesian(half_up(reached.number) - half_up(spent.number))
