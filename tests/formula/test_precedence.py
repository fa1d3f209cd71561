"""What binds closer, how many arguments a function takes, and what is refused for its depth."""

import pytest

from iku.cells import ErrorValue, Value
from iku.formula import FormulaError, Recalculation, parse
from iku.formula.scalar_functions import SCALAR_FUNCTIONS

# Excel's own documentation of its functions: the fewest and the most arguments.
ARGUMENTS = {
    "ABS": (1, 1),
    "CHAR": (1, 1),
    "FIXED": (1, 3),
    "INT": (1, 1),
    "ISBLANK": (1, 1),
    "ISERROR": (1, 1),
    "ISNUMBER": (1, 1),
    "ISTEXT": (1, 1),
    "LEFT": (1, 2),
    "LEN": (1, 1),
    "LOWER": (1, 1),
    "MID": (3, 3),
    "MOD": (2, 2),
    "NOT": (1, 1),
    "REPT": (2, 2),
    "RIGHT": (1, 2),
    "ROUND": (2, 2),
    "SUBSTITUTE": (3, 4),
    "TRIM": (1, 1),
    "UPPER": (1, 1),
}


SIGNS = ("=", "<>", "<", ">", "<=", ">=")
TEXTS: dict[tuple[str, int, int], Value] = {("Isian", row, 1): "kosong" for row in (1, 2, 3)}


def value(formula: str) -> Value:
    return Recalculation(TEXTS, {("Hasil", 1, 1): formula}).value("Hasil", 1, 1)


@pytest.mark.parametrize(
    ("formula", "answer"),
    [
        ("8/2^2", 2.0),
        ("2*3^2", 18.0),
        ("2^2/8", 0.5),
        ("6/2*3", 9.0),
        ("6*2/3", 4.0),
        ("8-2*3", 2.0),
        ("8-6/3", 6.0),
        ("8-2+1", 7.0),
        ("1+2&3*4", "312"),
        ('"1"&2=12', False),
        *((f'"ab"{sign}"a"&"b"', sign in {"=", "<=", ">="}) for sign in SIGNS),
        ("1+1=2", True),
        ("3>2=TRUE", True),
        ("-2^2", 4.0),
        ("2--2", 4.0),
        ("1<1", False),
        ("1<=1", True),
        ("2>2", False),
        ("2>=2", True),
        ('"a"<"a"', False),
        ('"a"<"B"', True),
        ('9<"a"', True),  # a text is more than any number
        ('"a"<TRUE', True),  # and TRUE more than any text
    ],
)
def test_what_binds_closer_is_computed_first(formula: str, answer: Value) -> None:
    assert value(formula) == answer
    assert type(value(formula)) is type(answer)


@pytest.mark.parametrize(
    ("formula", "answer"),
    [
        ('REPT("x",32767)', "x" * 32767),
        ('REPT("x",32768)', ErrorValue("#VALUE!")),
        ('REPT("x",0)', ""),
        ('REPT("x",-1)', ErrorValue("#VALUE!")),
        ("ROUND(7,-1)", 10.0),
        ("ROUND(4,-1)", 0.0),
        ("ROUND(15,0)", 15.0),
        ("ROUND(0.5,0)", 1.0),
        ("ROUND(-0.4,0)", 0.0),
        ('MAX("")', ErrorValue("#VALUE!")),
        ("MAX(Isian!A1:A3)", 0.0),  # no number among them
        ("MIN(Isian!A1:A3)", 0.0),
        ("MAX(-3,-2)", -2.0),
        ("1/0=1", ErrorValue("#DIV/0!")),
        ("1=1/0", ErrorValue("#DIV/0!")),
        ('"a">1/0', ErrorValue("#DIV/0!")),
    ],
)
def test_the_ends_of_what_a_function_answers(formula: str, answer: Value) -> None:
    assert value(formula) == answer


def test_functions_take_as_many_arguments_as_excel_says() -> None:
    taken = {name: (one.fewest, one.most) for name, one in SCALAR_FUNCTIONS.items()}

    assert {name: taken[name] for name in ARGUMENTS} == ARGUMENTS
    assert taken.keys() - ARGUMENTS.keys() == {"CONCATENATE"}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_an_argument_too_many_or_too_few_is_refused(name: str) -> None:
    fewest, most = ARGUMENTS[name]
    for many in (fewest - 1, most + 1):
        with pytest.raises(FormulaError):
            value(f"{name}({','.join(['1'] * many)})")


@pytest.mark.parametrize(("depth", "read"), [(149, True), (150, False)])
def test_a_formula_is_read_down_to_a_depth(depth: int, *, read: bool) -> None:
    text = "(" * depth + "1" + ")" * depth
    if read:
        assert parse(text) == parse("1")
    else:
        with pytest.raises(FormulaError):
            parse(text)


@pytest.mark.parametrize(
    ("formula", "answer"),
    [
        ('MID("abc",1,1)', "a"),
        ('MID("abc",2,9)', "bc"),
        ('MID("abc",3,1)', "c"),
        ('MID("abc",4,1)', ""),
        ('MID("abc",1,0)', ""),
        ('MID("abc",0,1)', ErrorValue("#VALUE!")),
        ('MID("abc",1,-1)', ErrorValue("#VALUE!")),
        ('LEFT("abc")', "a"),
        ('RIGHT("abc")', "c"),
        ('RIGHT("abc",2)', "bc"),
        ('RIGHT("abc",0)', ""),
        ('LEFT("abc",9)', "abc"),
        ('LEN("abc")', 3.0),
        ("MOD(7,4)", 3.0),
        ("MOD(-7,4)", 1.0),
        ("INT(-2.5)", -3.0),
        ("ABS(-2.5)", 2.5),
    ],
)
def test_pieces_of_texts_and_of_numbers(formula: str, answer: Value) -> None:
    assert value(formula) == answer
