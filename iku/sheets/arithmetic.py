"""The arithmetic of an indicator written out live: ``2.555/2.584 × 100% = 98,88%``."""

from collections.abc import Mapping

from iku.definition.model import Indikator
from iku.formula.parser import parse
from iku.formula.tree import Binary, Call, Name, Node, Number, Unary, names_in
from iku.sheets.formulas import (
    NIHIL,
    figure_text,
    live_rumus,
    number_text,
    quoted_text,
)

NEW_LINE = "&CHAR(10)&"
_SIGNS = {"*": " × ", "/": "/", "+": " + ", "-": " - "}
_WORDS = {"SUM": "jumlah", "MIN": "terkecil", "MAX": "terbesar", "AVERAGE": "rata-rata"}
_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}


def arithmetic(
    indikator: Indikator, cells: Mapping[str, str], realisasi: str, *, may_be_nihil: bool
) -> str:
    """Return the text formula of the arithmetic over ``cells`` (component code → locked cell).

    A mean of several shares is written line by line and then as a mean, as reports do; where
    there is no number, the state stands instead.
    """
    text = _lines(indikator, dict(cells), realisasi, may_be_nihil=may_be_nihil)
    return f"IF(ISNUMBER({realisasi}),{text},{realisasi})"


def _lines(
    indikator: Indikator, cells: dict[str, str], realisasi: str, *, may_be_nihil: bool
) -> str:
    unit = "%" if indikator.satuan == "%" else ""
    result = f"{number_text(realisasi, indikator.desimal)}&{quoted_text(unit)}"
    if indikator.nilai.rumus is None:
        return result
    tree = parse(indikator.nilai.rumus)
    mean, factor = _mean_and_factor(tree)
    if mean is None or len(mean.arguments) < 2:
        return f'{_spelled(tree, cells, unit)}&" = "&{result}'
    lines = []
    for part in mean.arguments:
        whole = part if factor is None else Binary("*", part, factor)
        value = live_rumus(whole, cells, may_be_nihil=may_be_nihil)
        line = f'{_spelled(whole, cells, unit)}&" = "&{number_text(value, indikator.desimal)}&{quoted_text(unit)}'
        if may_be_nihil and names_in(part):
            numbers = ",".join(cells[name] for name in names_in(part))
            line = f"IF(COUNT({numbers})=0,{NIHIL},{line})"
        lines.append(line)
    return NEW_LINE.join([*lines, f'"Rata-rata = "&{result}'])


def _mean_and_factor(tree: Node) -> tuple[Call | None, Number | None]:
    """Take ``AVERAGE(…)*100`` apart into the mean and its factor."""
    if isinstance(tree, Call) and tree.function == "AVERAGE":
        return tree, None
    if (
        isinstance(tree, Binary)
        and tree.operator == "*"
        and isinstance(tree.left, Call)
        and tree.left.function == "AVERAGE"
        and isinstance(tree.right, Number)
    ):
        return tree.left, tree.right
    return None, None


def _spelled(node: Node, cells: dict[str, str], unit: str) -> str:
    """Return the text formula of an expression with its figures in place of the codes."""
    match node:
        case Number():
            return quoted_text(node.text.replace(".", ",") + (unit if node.text == "100" else ""))
        case Name():
            return figure_text(f"SUM({cells[node.name]})")
        case Unary():
            return f'"-"&{_spelled(node.operand, cells, unit)}'
        case Binary():
            left = _within(node.left, node.operator, cells, unit, right=False)
            right = _within(node.right, node.operator, cells, unit, right=True)
            return f"{left}&{quoted_text(_SIGNS[node.operator])}&{right}"
        case Call():
            inside = '&"; "&'.join(_spelled(part, cells, unit) for part in node.arguments)
            word = _WORDS.get(node.function, "dibulatkan")
            return f'"{word}("&{inside}&")"'
    message = f"not part of a rumus: {node!r}"
    raise TypeError(message)


def _within(node: Node, operator: str, cells: dict[str, str], unit: str, *, right: bool) -> str:
    """Spell an operand, in brackets where it binds more loosely than its operator."""
    text = _spelled(node, cells, unit)
    if not isinstance(node, Binary):
        return text
    own, outer = _STRENGTH[node.operator], _STRENGTH[operator]
    needs = own < outer or (right and own == outer and operator in "-/")
    return f'"("&{text}&")"' if needs else text
