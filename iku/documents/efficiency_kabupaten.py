"""The regency's section on the efficient use of resources: by sasaran, and by unit."""

from collections.abc import Iterator

from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.spending import RegencySpending, regency_spending, unit_spending
from iku.documents.blocks import Block, Cell, Column, Table, cell, paragraph
from iku.documents.efficiency import HEADING, TOTAL, apart, goal_name, rule_of, spent_sentence
from iku.documents.said import NONE, figure_text, rupiah_text

_GOALS = (
    Column("Sasaran", 22),
    Column("Pagu (Rp)", 16, "kanan"),
    Column("Realisasi (Rp)", 16, "kanan"),
    Column("Serapan (%)", 10, "tengah"),
    Column("Capaian (%)", 10, "tengah"),
    Column("Selisih", 8, "tengah"),
    Column("Efisiensi", 12, "tengah"),
    Column("Dihitung dari", 10, "tengah"),
)
_UNITS = (
    Column("Unit", 34),
    Column("Pagu (Rp)", 25, "kanan"),
    Column("Realisasi (Rp)", 25, "kanan"),
    Column("Serapan (%)", 16, "tengah"),
)


def regency_efficiency_section(report: RegencyReport, letter: str = "") -> tuple[Block, ...]:
    """Return the section of the regency; nothing where no unit is asked for money."""
    return tuple(_section(report, letter))


def _section(report: RegencyReport, letter: str) -> Iterator[Block]:
    rows = regency_spending(report)
    if not rows:
        return
    yield paragraph(f"{letter} {HEADING}".strip(), "subjudul")
    total = rows[-1]
    sentence = spent_sentence(
        total.efficiency.spending, report.period, int(report.definition.tahun)
    )
    yield paragraph(f"{sentence} Dihitung dari {total.n} di antara {total.of} unit.")
    yield Table(_GOALS, tuple(_goal_row(report, one) for one in rows))
    yield paragraph(rule_of(report.period), "catatan")
    yield Table(_UNITS, tuple(_unit_rows(report)))


def _goal_row(report: RegencyReport, row: RegencySpending) -> tuple[Cell, ...]:
    one, spending = row.efficiency, row.efficiency.spending
    name = TOTAL if row.sasaran is None else goal_name(report.definition, row.sasaran)
    beside = (figure_text(one.capaian), apart(one.capaian, spending.serapan), one.word)
    texts = (
        name,
        rupiah_text(spending.pagu),
        rupiah_text(spending.realisasi),
        figure_text(spending.serapan),
        *(beside if row.sasaran != 0 else (NONE, NONE, NONE)),
        f"{row.n} dari {row.of}",
    )
    return tuple(cell(text) for text in texts)


def _unit_rows(report: RegencyReport) -> Iterator[tuple[Cell, ...]]:
    for standing in report.expected:
        spending = unit_spending(standing, report.period)
        if spending is None:
            continue
        pagu, spent = (
            rupiah_text(one) if one.counted else standing.words(one, report.period)
            for one in (spending.pagu, spending.realisasi)
        )
        texts = (standing.unit.nama, pagu, spent, figure_text(spending.serapan))
        yield tuple(cell(text) for text in texts)
