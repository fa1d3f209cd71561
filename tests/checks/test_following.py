"""Whether stored results follow is the same asked anew as where what is known is taken over."""

import random

import pytest

from iku.address import a1
from iku.cells import ErrorValue, Value, WorkbookSnapshot
from iku.formula.grid import BlockValues
from iku.tamper.following import compiled_for, doubtful_results, same_result
from tests.workbooks import EVERY_KIND, layout, workbook_bytes
from workbook_reader.snapshot import read_snapshot_bytes

ODD: tuple[Value, ...] = (0.0, -0.0, 1.0, True, False, "", "Nihil", "1", ErrorValue("#N/A"), None)


class Grid:
    """The values of a file, looked up one by one."""

    def __init__(self, snapshot: WorkbookSnapshot) -> None:
        self._snapshot = snapshot

    def value(self, sheet: str, row: int, column: int) -> Value:
        found = self._snapshot.sheets.get(sheet)
        return None if found is None else found.values.get(a1(row, column))

    def block(self, sheet: str, rows: range, columns: range) -> BlockValues:
        return BlockValues([self.value(sheet, row, column) for row in rows for column in columns])


def asked_anew(snapshot: WorkbookSnapshot) -> set[tuple[str, str]]:
    grid, doubtful = Grid(snapshot), set()
    for name, sheet in snapshot.sheets.items():
        for address, formula in sheet.formulas.items():
            compiled = compiled_for(formula, name)
            if compiled is None or address in sheet.uncomputed:
                continue
            if not same_result(sheet.values.get(address), compiled.evaluate(grid)):
                doubtful.add((name, address))
    return doubtful


def read() -> WorkbookSnapshot:
    snapshot = read_snapshot_bytes(workbook_bytes(layout(EVERY_KIND), {}), "IKU.xlsx")
    assert isinstance(snapshot, WorkbookSnapshot)
    return snapshot


@pytest.mark.parametrize("seed", range(3))
def test_what_is_known_gives_what_asking_gives(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    snapshot = read()
    assert doubtful_results(snapshot) == set()

    for _ in range(3):
        for sheet in snapshot.sheets.values():
            for address in rng.sample(sorted(sheet.values), min(4, len(sheet.values))):
                sheet.values[address] = rng.choice(ODD)

        assert doubtful_results(snapshot) == asked_anew(snapshot) != set()


def test_a_sheet_that_is_gone_is_blank_to_those_that_read_it() -> None:
    snapshot = read()
    doubtful_results(snapshot)
    del snapshot.sheets["Isian"]

    assert doubtful_results(snapshot) == asked_anew(snapshot)


def test_a_formula_that_was_changed_is_asked_as_it_is_now() -> None:
    snapshot = read()
    doubtful_results(snapshot)
    sheet = snapshot.sheets["Perhitungan"]
    address = next(iter(sheet.formulas))
    sheet.formulas[address], sheet.values[address] = "1+1", 3.0

    assert ("Perhitungan", address) in doubtful_results(snapshot)
