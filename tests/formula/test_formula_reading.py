"""Reading formulas: the tree of what is right, the place of what is wrong."""

import pytest

from iku.formula import (
    Binary,
    Boolean,
    Call,
    Cell,
    FormulaError,
    Name,
    Node,
    Number,
    Range,
    Text,
    Unary,
    check_functions,
    functions_in,
    names_in,
    parse,
)

A, B, C = Name("a"), Name("b"), Name("c")

TREES: list[tuple[str, Node]] = [
    ("2.50", Number("2.50")),
    (".5", Number(".5")),
    ("1E+20", Number("1E+20")),
    ('"a ""b"""', Text('a "b"')),
    ("TRUE", Boolean(value=True)),
    ("false", Boolean(value=False)),
    ("TRUE()", Boolean(value=True)),
    ("rata_rata_2", Name("rata_rata_2")),
    ("rt1", Cell(None, 1, column=488)),
    ("rt1x", Name("rt1x")),
    ("xfe1", Name("xfe1")),
    ("E8", Cell(None, 8, 5)),
    ("$E$8", Cell(None, 8, 5)),
    ("Isian!E8", Cell("Isian", 8, 5)),
    ("_iku!A1", Cell("_iku", 1, 1)),
    ("'Bukti Dukung'!B2", Cell("Bukti Dukung", 2, 2)),
    ("Isian!$E$8:$E$60", Range("Isian", 8, 5, 60, 5)),
    ("C9:A2", Range(None, 2, 1, 9, 3)),
    ("a/b*c", Binary("*", Binary("/", A, B), C)),
    ("a - b - c", Binary("-", Binary("-", A, B), C)),
    ("a+b*c", Binary("+", A, Binary("*", B, C))),
    ("(a+b)*c", Binary("*", Binary("+", A, B), C)),
    ("a*-b", Binary("*", A, Unary("-", B))),
    ("-a^b", Binary("^", Unary("-", A), B)),
    ("a^b^c", Binary("^", Binary("^", A, B), C)),
    ("a&b=c", Binary("=", Binary("&", A, B), C)),
    ("a<=b+c", Binary("<=", A, Binary("+", B, C))),
    ("average(a/b,\n c)", Call("AVERAGE", (Binary("/", A, B), C))),
    ("NOW()", Call("NOW", ())),
    ("LOG10(a)", Call("LOG10", (A,))),
]


@pytest.mark.parametrize(("text", "tree"), TREES, ids=[text for text, _ in TREES])
def test_a_formula_becomes_its_tree(text: str, tree: Node) -> None:
    assert parse(text) == tree


FAULTS = [
    ("", 0, "belum selesai"),
    ("a+", 2, "belum selesai"),
    ("a b", 2, "operator"),
    ("a/b x 100", 4, r"kali ditulis \*"),
    ("a/(b+c", 2, "tidak ditutup"),
    ("SUM(a,b", 3, "tidak ditutup"),
    ("a)", 1, "kurung buka"),
    ("tepat/masuk*92,5", 14, "titik"),
    ("SUM(a;b)", 5, "titik koma"),
    ("SUM(a,)", 6, "diharapkan"),
    ("+a", 0, "diharapkan"),
    ("a*/b", 2, "diharapkan"),
    ("50%", 2, "persen"),
    ('"teks', 0, "kutip"),
    ("'Bukti Dukung!A1", 0, "petik"),
    ("1.234.567", 0, "angka"),
    ("5x", 0, "angka"),
    ("a?b", 1, "tidak dikenali"),
    ("#REF!+1", 0, "tidak dikenali"),
    ("A1:b", 3, "alamat sel"),
    ("Isian!nama", 6, "alamat sel"),
    ("A:A", 1, "operator"),
    ("Isian!A1:Isian!A2", 9, "alamat sel"),
    ("Isian!XFE1", 6, "tidak ada"),
    ("A1:A1048577", 3, "tidak ada"),
]


@pytest.mark.parametrize(("text", "position", "words"), FAULTS, ids=[text for text, *_ in FAULTS])
def test_a_fault_has_its_place_and_an_indonesian_sentence(
    text: str, position: int, words: str
) -> None:
    with pytest.raises(FormulaError, match=words) as caught:
        parse(text)
    assert caught.value.position == position
    assert str(caught.value).endswith(f"(karakter ke-{position + 1})")


@pytest.mark.parametrize(
    "text",
    ["(" * 400 + "1" + ")" * 400, "-" * 400 + "1", "1" + "+1" * 400, "a" * 9000],
    ids=["parentheses", "signs", "terms", "characters"],
)
def test_a_formula_beyond_all_bounds_is_refused_instead_of_exhausting_python(text: str) -> None:
    with pytest.raises(FormulaError):
        parse(text)


def test_names_and_functions_come_once_in_order_of_first_appearance() -> None:
    node = parse("ROUND(AVERAGE(b/a, SUM(c, a)/b), 2) + AVERAGE(a)")
    assert names_in(node) == ("b", "a", "c")
    assert functions_in(node) == ("ROUND", "AVERAGE", "SUM")


def test_every_node_knows_where_its_text_begins() -> None:
    node = parse("10*SUM(tepat,masuk)")
    assert isinstance(node, Binary)
    assert isinstance(node.right, Call)
    places = [part.position for part in (node, node.left, node.right, *node.right.arguments)]
    assert places == [2, 0, 3, 7, 13]


@pytest.mark.parametrize(
    ("text", "position"),
    [("2*TEXT(a)", 2), ("1+ROUND(a)", 2), ("IF(a)", 0), ("NOT(a,b)", 0), ("SUM()", 0)],
)
def test_an_unknown_function_or_wrong_number_of_arguments_is_found(
    text: str, position: int
) -> None:
    with pytest.raises(FormulaError) as caught:
        check_functions(parse(text))
    assert caught.value.position == position
