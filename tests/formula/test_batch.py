"""Formulas computed together give what each gives alone."""

import random

import pytest

from iku.address import a1
from iku.cells import ErrorValue, Value, WorkbookSnapshot
from iku.formula.batch import batches
from iku.formula.error import FormulaError
from iku.formula.evaluate import Compiled, compile_formula
from iku.formula.grid import BlockValues
from tests.workbooks import EVERY_KIND, layout, workbook_bytes
from workbook_reader.snapshot import read_snapshot_bytes

ODD: tuple[Value, ...] = (
    *(None, "", 0.0, -0.0, 1.0, 2.0, -3.5, 0.1 + 0.2, 0.3, 1e15, 3.0, 4.0, 1.9999999999999998),
    *(True, False, "Nihil", "nihil", "Belum diisi", "1", "a*", "TRUE"),
    *(ErrorValue("#N/A"), ErrorValue("#DIV/0!")),
)
# Each stands in three places, with other cells: rows of A1:C3 on both sheets.
FORMULAS = (
    'IF(A{n}<1,"Belum waktunya",IF(COUNTIF(A{n}:C{n},"Nihil")>0,"Nihil",SUM(A{n}:C{n})/COUNT(A{n})))',
    'IF(COUNTIF(A{n}:C{n},"nihil")=2,COUNTIF(A1:C3,1),COUNTIF(A{n}:C{n},"1")<>COUNT(A1:C3))',
    'IF(COUNTIF(A{n}:C{n},"*h*")>0,1,0)',
    'COUNTIF(A{n}:C{n},"TRUE")',
    'IF(A{n}="",B{n}&C{n},IF(A{n}="nihil","x",A{n}))',
    'IF(A{n}<>"Nihil",A{n})',
    'IF(B{n},A{n},"bukan")',
    "IF(A{n}=B{n},1,IF(A{n}<B{n},2,IF(A{n}>=C{n},3,A{n}<=B{n})))",
    "IF(A{n}<=0.3,1,IF(B{n}>=7,C{n}=0,C{n}>2))",
    'IF(OR(A{n}="Nihil",B{n}=1,AND(C{n}<2,ISNUMBER(C{n}))),A{n},B{n})',
    "OR(A{n},B{n}=1)",
    "IFERROR(IF(ISNUMBER(A{n}),A{n}/B{n}*100,C{n}),-C{n})",
    "IFERROR(A{n}+B{n}-C{n}^2,ISERROR(C{n}))",
    'IF(Lain!$A$1=0,"",CHOOSE(Lain!$A$1,A{n},Lain!B{n},"tiga"))',
    "INDEX(A{n}:C{n},2)&INDEX(A1:A3,{n})",
    "INDEX(A{n}:C{n},Lain!A{n})",
    "INDEX(A{n}:C{n},4)",
    "MIN(120,MAX(0,A{n}),IFERROR(B{n},7))",
    "AVERAGE(A{n},INDEX(A1:C1,2),ROUND(B{n},1))",
    "SUM(IF(A{n}=1,B{n},C{n}),1)",
    'SUBSTITUTE(FIXED(ROUND(A{n},2),2,1),".",",")&COUNTA(A{n}:C{n})',
    "ISBLANK(A{n})=ISTEXT(B{n})",
    "IF(INT(A{n})<>A{n},NOT(B{n}=1),NOT(C{n}))",
    "A{n}",
    '""',
)


class Cells:
    """Values by sheet and address, as a grid too."""

    def __init__(self, rng: random.Random) -> None:
        places = [(row, column) for row in range(1, 4) for column in range(1, 4)]
        self.values = {
            sheet: {a1(*place): rng.choice(ODD) for place in places} for sheet in ("Ini", "Lain")
        }

    def value(self, sheet: str, row: int, column: int) -> Value:
        return self.values.get(sheet, {}).get(a1(row, column))

    def block(self, sheet: str, rows: range, columns: range) -> BlockValues:
        return BlockValues([self.value(sheet, row, column) for row in rows for column in columns])


def together(formulas: dict[str, Compiled], cells: Cells) -> dict[str, Value]:
    made, taken = batches(formulas)
    found = {
        address: value
        for batch in made
        for address, value in zip(batch.addresses, batch.computed(cells.values), strict=True)
    }
    assert found.keys() == taken
    return found


@pytest.mark.parametrize("formula", FORMULAS)
def test_each_kind_of_part_means_the_same(formula: str) -> None:
    rng = random.Random(formula)  # noqa: S311
    formulas = {f"Z{n}": compile_formula(formula.format(n=n), "Ini") for n in (1, 2, 3)}

    for _ in range(400):
        cells = Cells(rng)
        for address, value in together(formulas, cells).items():
            alone = formulas[address].evaluate(cells)
            assert repr(value) == repr(alone), (formulas[address].text, cells.values)


def test_the_formulas_of_a_form_are_nearly_all_computed_together() -> None:
    snapshot = read_snapshot_bytes(workbook_bytes(layout(EVERY_KIND), {}), "IKU.xlsx")
    assert isinstance(snapshot, WorkbookSnapshot)
    rng, cells = random.Random(5), Cells(random.Random(5))  # noqa: S311
    cells.values = {name: dict(sheet.values) for name, sheet in snapshot.sheets.items()}
    together_at_all = 0

    for name, sheet in snapshot.sheets.items():
        formulas = {
            one: made for one in sheet.formulas if (made := ready(sheet.formulas[one], name))
        }
        for address in rng.sample(sorted(sheet.values), len(sheet.values) // 5):
            cells.values[name][address] = rng.choice(ODD)
        for address, value in together(formulas, cells).items():
            together_at_all += 1
            assert repr(value) == repr(formulas[address].evaluate(cells)), (name, address)

    texts = [text for sheet in snapshot.sheets.values() for text in sheet.formulas.values()]
    counters = sum(text.startswith("COUNTIF('Catatan") for text in texts)
    assert together_at_all > 0.9 * (len(texts) - counters)


def ready(formula: str, sheet: str) -> Compiled | None:
    try:
        return compile_formula(formula, sheet)
    except FormulaError:
        return None


def test_no_text_of_a_formula_gets_into_the_function() -> None:
    odd = {
        f"A{n}": compile_formula(f'IF(\'x"+y\'!B{n}="""; import os",1,"\\")', "Ini") for n in (1, 2)
    }

    made, _ = batches(odd)

    assert [batch.computed({'x"+y': {"B1": '"; IMPORT OS'}}) for batch in made] == [[1.0, "\\"]]
