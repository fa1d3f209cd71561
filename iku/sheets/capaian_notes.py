"""What stands in words below the table of Capaian: who is not counted, which targets changed."""

from iku.address import CellRef
from iku.calculation.figure import State
from iku.layout.layout import Layout
from iku.layout.perhitungan import NAME
from iku.sheets.agreement_words import since_words
from iku.sheets.formulas import quoted_text

NAMED = (State.BELUM_TERSEDIA, State.TIDAK_DAPAT)
MOST_NAMED = 50  # indicators; a formula holds 8,192 characters
LONGEST = 500  # letters of the numbers or names of indicators


def not_counted(layout: Layout) -> str:
    """Return the formula that names the indicators of the reported period without a result."""
    plan, table = layout.perhitungan, layout.perhitungan.reported
    if len(table.rows) > MOST_NAMED:
        return '""'
    cells = [plan.reported_result("capaian", one.kode) for one in layout.definition.indikator]
    by_number = _numbers(layout)
    if by_number:
        labels = [quoted_text(number) for number in by_number]
        return "&".join(_named(state, "indikator nomor", cells, labels) for state in NAMED)
    names = [cell._replace(column=NAME).absolute for cell in cells]
    return "&".join(_named(state, "indikator", cells, names) for state in NAMED)


def _numbers(layout: Layout) -> list[str]:
    """Return the printed number of every indicator; none where they do not tell which is meant."""
    numbers = [one.nomor.rstrip(".") for one in layout.definition.indikator]
    return numbers if all(numbers) and len(set(numbers)) == len(numbers) else []


def _named(state: State, kind: str, cells: list[CellRef], labels: list[str]) -> str:
    words = quoted_text(state.value)
    column = f"{cells[0].absolute}:{cells[-1].absolute.split('!')[1]}"
    marks = (
        f'IF({cell.absolute}={words},"; "&{label},"")'
        for cell, label in zip(cells, labels, strict=True)
    )
    listed = f'{quoted_text(f"{state.value}: {kind} ")}&MID({"&".join(marks)},3,{LONGEST})&". "'
    return f'IF(COUNTIF({column},{words})=0,"",{listed})'


def target_changes(layout: Layout) -> tuple[str, ...]:
    """Return a sentence for each PK perubahan that changed targets of this unit."""
    versions = {
        (version.since, since_words(version)): None
        for changed in layout.terbitan.changed_targets.values()
        for version in changed[1:]
    }
    return tuple(
        f"Target menurut {words}; periode sebelumnya tetap dinilai terhadap target semula."
        for _, words in versions
    )
