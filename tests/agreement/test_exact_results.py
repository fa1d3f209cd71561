"""The live cells and the exact calculation come to the same, for every indicator of every definition."""

import pytest

from iku.calculation.results import Results
from iku.cells import Value
from iku.entry_workbook import entry_blueprint, formula_values
from iku.layout.layout import Layout
from iku.report import Report
from tests.agreement.fillings import at_random, example
from tests.workbooks import DEFINITIONS, EVERY_KIND, filled_blueprint, layout
from workflow.read import result_values

SEEDS = range(40)
WHOLE_YEAR = "tahun_penuh"  # what a PK perubahan and the regency's own figures add
WITH_MONEY = "anggaran"  # programmes with their pagu, given and entered
NEW_UNIT = "baru_dibentuk"  # a unit that began in July


def entries_with_defaults(of: Layout, values: dict[str, Value]) -> dict[str, Value]:
    prefilled = {
        name: entry.default for name, entry in of.entries.items() if entry.default is not None
    }
    numbers = {n: float(v) if type(v) is int else v for n, v in prefilled.items()}
    return {**numbers, **values}


def differing(name: str, values: dict[str, Value]) -> list[str]:
    of = layout(name)
    live = formula_values(filled_blueprint(of, values))
    exact = result_values(Results(Report(of.terbitan, entries_with_defaults(of, values))))
    assert set(exact) == set(of.results)
    return [
        f"{key}: exact {value!r}, live {live[of.names[key]]!r}"
        for key, value in exact.items()
        if not same(value, live[of.names[key]])
    ]


def same(exact: object, live: object) -> bool:
    if isinstance(exact, float) and isinstance(live, float):
        return live == pytest.approx(exact, rel=1e-9, abs=1e-9)
    return (exact or "") == (live or "")


@pytest.mark.parametrize("name", DEFINITIONS)
def test_the_example_values(name: str) -> None:
    assert differing(name, example(name, layout(name))) == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", [*DEFINITIONS, EVERY_KIND])
def test_random_entries(name: str, seed: int) -> None:
    assert differing(name, at_random(layout(name), seed)) == []


@pytest.mark.parametrize("seed", range(8))
def test_random_entries_after_a_change_of_targets(seed: int) -> None:
    assert differing(WHOLE_YEAR, at_random(layout(WHOLE_YEAR), seed)) == []


@pytest.mark.parametrize("seed", range(8))
def test_random_money(seed: int) -> None:
    assert differing(WITH_MONEY, at_random(layout(WITH_MONEY), seed)) == []


@pytest.mark.parametrize("seed", range(12))
def test_random_entries_of_a_unit_that_began_in_mid_year(seed: int) -> None:
    assert differing(NEW_UNIT, at_random(layout(NEW_UNIT), seed)) == []


@pytest.mark.parametrize("name", [*DEFINITIONS, EVERY_KIND, WHOLE_YEAR, WITH_MONEY, NEW_UNIT])
def test_every_name_of_the_layout_is_a_cell_of_the_blueprint(name: str) -> None:
    of = layout(name)
    cells = {(sheet, cell.a1) for sheet, cell in entry_blueprint(of).all_cells()}

    assert [key for key, ref in of.names.items() if (ref.sheet, ref.a1) not in cells] == []
