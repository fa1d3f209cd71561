"""New constants: what is computed anew is what computing everything anew would give."""

from hypothesis import given
from hypothesis import strategies as st

from iku.cells import Value
from iku.formula.evaluate import compile_formula
from iku.formula.recalculation import Place, Recalculation
from iku.formula.tracing import TracedRecalculation

FORMULAS: dict[Place, str] = {
    ("S", 1, 2): 'IF(A1>5,A2,"kecil")',
    ("S", 2, 2): "SUM(A1:A4)",
    ("S", 3, 2): "COUNTIF(A1:A4,A1)+B2",
    ("S", 4, 2): 'IFERROR(INDEX(A1:A4,A2),"tidak ada")',
    ("S", 5, 2): 'B1&"/"&B3',
}
_values = st.one_of(st.none(), st.integers(0, 9).map(float), st.sampled_from(["x", "7"]))
_cells = st.dictionaries(st.integers(1, 4), _values, max_size=4)


def placed(cells: dict[int, Value]) -> dict[Place, Value]:
    return {("S", row, 1): value for row, value in cells.items()}


@given(_cells, _cells)
def test_renewed_values_are_those_of_a_new_calculation(
    before: dict[int, Value], changes: dict[int, Value]
) -> None:
    traced = TracedRecalculation(placed({1: None} | before), FORMULAS)

    renewed = traced.with_constants(placed(changes))

    anew = Recalculation(placed({1: None} | before | changes), FORMULAS).all_formula_values()
    assert {**traced.values, **renewed} == anew
    assert traced.values == Recalculation(placed({1: None} | before), FORMULAS).all_formula_values()


def test_what_was_not_read_is_not_computed_anew() -> None:
    traced = TracedRecalculation(placed({1: 1.0, 2: 2.0}), {("S", 1, 2): "IF(A1>5,A2,0)"})

    assert traced.with_constants(placed({2: 9.0})) == {}
    assert traced.with_constants(placed({1: 9.0})) == {("S", 1, 2): 2.0}


def test_formulas_of_one_skeleton_share_what_they_do_and_not_what_they_read() -> None:
    grid = Recalculation(placed({1: 4.0, 2: 10.0}), {})
    texts = {
        "A1*2+1": 9.0,
        "A2*3+5": 35.0,
        '$A$1&"a"': "4a",
        'A2&"b""c"': '10b"c',
        "MATCH(A2,A1:A2,0)": 2.0,
        "INDEX(A1:A2,1)+A1": 8.0,
        "INDEX(A1:A2,2)+A1": 14.0,
    }
    for text, value in texts.items():
        assert compile_formula(text, "S").evaluate(grid) == value
    assert compile_formula("A1*2+1", "S").run is compile_formula("A2*3+5", "S").run
