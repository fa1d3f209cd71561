"""What stands in words below the table of Capaian: who is not counted, which targets changed."""

from iku.address import CellRef
from iku.calculation.figure import State
from iku.layout.layout import Layout
from iku.sheets.agreement_words import since_words
from iku.sheets.formulas import quoted_text

NAMED = (State.BELUM_TERSEDIA, State.TIDAK_DAPAT)
MOST_NAMED = 50  # indicators; a formula holds 8,192 characters
LONGEST = 500  # letters of the numbers of indicators, which are short


def not_counted(layout: Layout) -> str:
    """Return the formula that names the indicators of the reported period without a result."""
    plan, table = layout.perhitungan, layout.perhitungan.reported
    if len(table.rows) > MOST_NAMED:
        return '""'
    # Printed numbers need not be unique: the cells stay a list.
    cells = [
        (one.nomor.rstrip(".") or one.kode, plan.reported_result("capaian", one.kode))
        for one in layout.definition.indikator
    ]
    return "&".join(_named(state, cells) for state in NAMED)


def _named(state: State, cells: list[tuple[str, CellRef]]) -> str:
    words = quoted_text(state.value)
    places = [cell for _, cell in cells]
    column = f"{places[0].absolute}:{places[-1].absolute.split('!')[1]}"
    marks = (f'IF({cell.absolute}={words},", "&{quoted_text(label)},"")' for label, cell in cells)
    listed = f'{quoted_text(state.value + ": ")}&MID({"&".join(marks)},3,{LONGEST})&". "'
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
