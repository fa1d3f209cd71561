"""Our Python, LibreOffice, `formulas` and ironcalc give the same value for every formula cell."""

from pathlib import Path

import pytest

from iku.cells import ErrorValue, Value
from iku.entry_workbook import formula_values
from tests.agreement.fillings import at_random, example, half
from tests.judges import formulas_library, ironcalc_library, libreoffice
from tests.judges.compare import differences
from tests.judges.values import Values
from tests.workbooks import DEFINITIONS, EVERY_KIND, filled_blueprint, layout, refs, write_filled

RANDOM_SEEDS = range(4)


def own_values(name: str, values: dict[str, Value]) -> Values:
    found = formula_values(filled_blueprint(layout(name), values))
    return {
        (ref.sheet, ref.a1): value.code if isinstance(value, ErrorValue) else value
        for ref, value in found.items()
    }


def ways(name: str) -> dict[str, dict[str, Value]]:
    full = example(name, layout(name)) if name in DEFINITIONS else at_random(layout(name), 99)
    chosen = {"kosong": {}, "separuh": half(full), "penuh": full}
    return chosen | {f"acak {seed}": at_random(layout(name), seed) for seed in RANDOM_SEEDS}


@pytest.mark.parametrize("name", [*DEFINITIONS, EVERY_KIND])
def test_libreoffice_computes_every_cell_as_we_do(name: str, tmp_path: Path) -> None:
    fillings = ways(name)
    paths = [
        write_filled(layout(name), values, tmp_path / f"{way}.xlsx")
        for way, values in fillings.items()
    ]

    judged = libreoffice.computed_values_of(paths)

    for (way, values), judge in zip(fillings.items(), judged, strict=True):
        own = own_values(name, values)
        assert len(own) > 100
        assert differences(own, judge) == [], way


@pytest.mark.parametrize("name", [*DEFINITIONS, EVERY_KIND])
def test_ironcalc_computes_every_cell_as_we_do(name: str, tmp_path: Path) -> None:
    for way, values in ways(name).items():
        path = write_filled(layout(name), values, tmp_path / f"{way}.xlsx")

        assert (
            differences(own_values(name, values), ironcalc_library.computed_values(path)) == []
        ), way


@pytest.mark.parametrize("name", [*DEFINITIONS, EVERY_KIND])
def test_the_formulas_library_computes_every_cell_as_we_do(name: str, tmp_path: Path) -> None:
    of = layout(name)
    fillings = {way: values for way, values in ways(name).items() if not way.startswith("acak")}
    by_cell = {
        way: {
            (ref.sheet, ref.a1): value
            for ref, value in refs(of, values).items()
            if not isinstance(value, ErrorValue)
        }
        for way, values in fillings.items()
    }
    everything = {(e.ref.sheet, e.ref.a1): e.default for e in of.entries.values()}
    loaded = formulas_library.LoadedWorkbook(
        write_filled(of, {}, tmp_path / "kosong.xlsx"), everything
    )

    for way, values in fillings.items():
        judge = loaded.computed_values(by_cell[way])
        assert differences(own_values(name, values), judge) == [], way


@pytest.mark.parametrize("name", [*DEFINITIONS, EVERY_KIND])
def test_no_cell_ever_shows_an_error(name: str) -> None:
    for way, values in ways(name).items():
        shown = own_values(name, values)

        assert [cell for cell, value in shown.items() if str(value).startswith("#")] == [], way
