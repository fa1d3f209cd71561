"""How a realisasi was worked out, written with its figures: ``48/52 × 100% = 92,31%``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from iku.calculation.figure import Figure, State, blocked, half_up, in_indonesian
from iku.calculation.results import Results
from iku.calculation.rumus import node_value, parsed
from iku.definition.model import CatatanSumber, Indikator
from iku.documents.blocks import Run
from iku.documents.said import amount, realisasi_text
from iku.formula.tree import Binary, Call, Name, Node, Number, Unary

_WEAK = {"+": 1, "-": 1, "*": 2, "/": 2}
_SIGNS = {"+": " + ", "-": " - ", "*": " × ", "/": "/"}
_FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_RESULT = re.compile(rf"=\s*({_FIGURE})(?!\s*/)")


@dataclass(frozen=True, slots=True)
class _Part:
    """One quotient of a rumus; ``percent`` says that it is multiplied by 100."""

    node: Node
    percent: bool


def worked_lines(
    results: Results, indikator: Indikator, periode: str, printed: str | None = None
) -> tuple[tuple[Run, ...], ...]:
    """Return the text of the rumus with each of its parts worked out below it.

    The lines of ``rumus`` after the first name the parts, the last one the whole. ``printed`` is
    what a source document printed here: a result that is not in it is marked as corrected.
    """
    title = indikator.rumus.split("\n")[0]
    head = ((Run(title),),) if title else ()
    return (*head, *worked_parts(results, indikator, periode, printed))


def worked_parts(
    results: Results, indikator: Indikator, periode: str, printed: str | None = None
) -> tuple[tuple[Run, ...], ...]:
    """Return the parts of the rumus worked out, and the whole where there are several."""
    labels = indikator.rumus.split("\n")[1:]
    if indikator.nilai.rumus is None:
        return tuple((Run(label),) for label in labels)
    figures = results.components(indikator, periode)
    stop = blocked(figures.values())
    if stop is not None:
        return (*((Run(label),) for label in labels), (Run(stop.state.value, italic=True),))
    known = None if printed is None else results_in(printed)
    parts = _parts(parsed(indikator.nilai.rumus))
    named, whole = _labelled(labels, len(parts))
    body = [
        _line(label, part, figures, indikator, known)
        for label, part in zip(named, parts, strict=True)
    ]
    if len(parts) > 1:
        text = realisasi_text(indikator, results.result(indikator.kode, periode))
        body.append((Run(f"{whole or 'Hasil'} = "), _marked(text, indikator, known)))
    return tuple(body)


def source_text(notes: Sequence[CatatanSumber], place: str) -> str | None:
    """Return what the source document printed as rumus of an indicator, if a note keeps it.

    ``place`` is the indicator's path in the definition, such as ``sasaran[0].indikator[1]``.
    """
    return next((note.tertulis for note in notes if note.kunci == f"{place}.rumus"), None)


def results_in(text: str) -> frozenset[str]:
    """Return the results in a text, which stand after an equals sign, as plain figures.

    >>> sorted(results_in("a. 1.200/2200 x 100 % = 54,50 % b = 0/3 x 100 = 0"))
    ['0', '54,5']
    """
    return frozenset(_plain(found) for found in _RESULT.findall(text))


def _plain(figure: str) -> str:
    bare = figure.replace(".", "")
    return bare.rstrip("0").rstrip(",") if "," in bare else bare


def _parts(node: Node) -> list[_Part]:
    """Return what a rumus takes together: the arguments of a mean, addends over one whole."""
    percent = False
    if isinstance(node, Binary) and node.operator == "*":
        for factor, other in ((node.left, node.right), (node.right, node.left)):
            if isinstance(other, Number) and float(other.text) == 100:
                node, percent = factor, True
                break
    if isinstance(node, Call) and node.function == "AVERAGE" and len(node.arguments) > 1:
        return [_Part(part, percent) for part in node.arguments]
    if isinstance(node, Binary) and node.operator == "/":
        addends = list(_addends(node.left))
        if len(addends) > 1 and isinstance(node.right, Name):
            return [_Part(Binary("/", one, node.right), percent) for one in addends]
    return [_Part(node, percent)]


def _addends(node: Node) -> Iterator[Node]:
    if isinstance(node, Binary) and node.operator == "+":
        yield from _addends(node.left)
        yield from _addends(node.right)
    else:
        yield node


def _labelled(labels: list[str], parts: int) -> tuple[list[str], str]:
    """Return the name of each part, and that of the whole, as far as there are any."""
    if len(labels) == parts + 1 and parts > 1:
        return labels[:-1], labels[-1]
    if len(labels) == parts:
        return labels, ""
    return [""] * parts, labels[-1] if labels else ""


def _line(
    label: str,
    part: _Part,
    figures: Mapping[str, Figure],
    indikator: Indikator,
    known: frozenset[str] | None,
) -> tuple[Run, ...]:
    value = node_value(part.node, figures)
    written = _written(part.node, figures, indikator)
    times = " × 100%" if part.percent else ""
    start = f"{label} : " if label else ""
    head = Run(f"{start}{written}{times} = ")
    if not value.counted:
        return (head, Run(value.state.value, italic=True))
    number = value.number * (100 if part.percent else 1)
    return (head, _marked(in_indonesian(number, indikator.desimal), indikator, known))


def _marked(text: str, indikator: Indikator, known: frozenset[str] | None) -> Run:
    unit = "%" if indikator.satuan == "%" else ""
    corrected = known is not None and _plain(text) not in known
    return Run(f"{text}{unit}", corrected=corrected)


def _written(node: Node, figures: Mapping[str, Figure], indikator: Indikator) -> str:
    """Return a rumus with its figures in place of the component codes."""
    match node:
        case Number():
            return node.text.replace(".", ",")
        case Name():
            return _component(node.name, figures[node.name], indikator)
        case Unary():
            return f"-{_written(node.operand, figures, indikator)}"
        case Binary():
            left = _inside(node.left, node, figures, indikator)
            right = _inside(node.right, node, figures, indikator, right=True)
            return f"{left}{_SIGNS[node.operator]}{right}"
        case Call():
            inner = "; ".join(_written(one, figures, indikator) for one in node.arguments)
            return f"{node.function}({inner})"
    message = f"not part of a rumus: {node!r}"
    raise TypeError(message)


def _inside(
    node: Node,
    outer: Binary,
    figures: Mapping[str, Figure],
    indikator: Indikator,
    *,
    right: bool = False,
) -> str:
    text = _written(node, figures, indikator)
    if not isinstance(node, Binary):
        return text
    inner, around = _WEAK[node.operator], _WEAK[outer.operator]
    same = right and inner == around and outer.operator in "-/"
    return f"({text})" if inner < around or same else text


def _component(code: str, figure: Figure, indikator: Indikator) -> str:
    if figure.state is State.NIHIL:
        return "0"
    part = next(one for one in indikator.komponen if one.kode == code)
    rupiah = "Rp. " if part.satuan.rstrip(".") == "Rp" else ""
    return f"{rupiah}{amount(figure.number)}"


def differs(figure: Figure, printed: float, decimals: int) -> bool:
    """Whether a figure, rounded, is another than the one that a report printed."""
    if not figure.counted:
        return True
    return float(half_up(figure.number, decimals)) != round(printed, decimals)
