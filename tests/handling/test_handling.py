"""Whatever is done with entry cells, in LibreOffice and protected: results follow their contents.

A share of the campaign ``python -m benchmarks.handling``, which does everything with every column.
"""

from collections import Counter
from collections.abc import Iterator

import pytest

from iku.layout.layout import Layout
from tests.agreement.fillings import at_random
from tests.handling.handled import HandledWorkbook, Outcome
from tests.handling.operations import Operation, a_share, operations
from tests.handling.small import small_layout
from tests.judges.calc_session import Office
from tests.judges.shared_office import shared_office
from tests.workbooks import layout

QUARTERLY_SHARE, YEARLY_SHARE = 3, 5  # operations of each entry column
KINDS = {
    "cut",
    "drag",
    "copy",
    "clear",
    "fill down",
    "fill series",
    "sort up",
    "sort down",
    "from another book",
}
YEARLY = "kota_jambi_2017"


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    with shared_office() as running:
        yield running


def handled(of: Layout, chosen: list[Operation], office: Office) -> dict[Operation, Outcome]:
    with HandledWorkbook.loaded(of, at_random(of, 7), office) as book:
        assert book.faults_at_rest() == ()
        return {operation: book.handle(operation) for operation in chosen}


def faults(outcomes: dict[Operation, Outcome]) -> dict[str, tuple[str, ...]]:
    return {str(one): outcome.faults for one, outcome in outcomes.items() if outcome.faults}


def test_every_entry_column_is_handled_in_every_way() -> None:
    of = small_layout()
    columns = operations(of)

    assert {column.sheet for column in columns} == {"Beranda", "Isian", "Analisis", "Bukti Dukung"}
    assert sum(len(run) for column in columns for run in column.runs) == len(of.entries)
    assert {one.kind for chosen in columns.values() for one in chosen} == KINDS
    assert {one.kind for one in a_share(of, QUARTERLY_SHARE)} == KINDS


def test_no_formula_changes_its_meaning_in_a_quarterly_workbook(office: Office) -> None:
    of = small_layout()

    outcomes = handled(of, a_share(of, QUARTERLY_SHARE), office)

    assert faults(outcomes) == {}
    let_through = Counter(one.kind for one, outcome in outcomes.items() if outcome.let_through)
    assert set(let_through) == KINDS


def test_no_formula_changes_its_meaning_in_a_yearly_workbook(office: Office) -> None:
    of = layout(YEARLY)

    outcomes = handled(of, a_share(of, YEARLY_SHARE), office)

    assert faults(outcomes) == {}
    assert all(outcome.let_through for outcome in outcomes.values())


def test_what_is_locked_can_be_neither_cut_nor_pasted_over(office: Office) -> None:
    of = layout(YEARLY)
    result = of.results["realisasi.R2.TAHUN"]
    entry = of.entries["isian.R2.aktif.TAHUN"].ref
    attempts = [  # the clipboard would ask a question that nobody answers
        Operation("drag", (result.sheet, result.a1, entry.sheet, entry.a1)),
        Operation("drag", (entry.sheet, entry.a1, result.sheet, result.a1)),
        Operation(
            "fill series", (result.sheet, f"{result.a1}:{result._replace(row=result.row + 1).a1}")
        ),
    ]

    outcomes = handled(of, attempts, office)

    assert faults(outcomes) == {}
    assert [outcome.let_through for outcome in outcomes.values()] == [False] * 3
