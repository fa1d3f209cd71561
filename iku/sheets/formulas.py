"""Live formulas: the same rules as `iku.calculation`, written in what every spreadsheet knows.

Only bounded ranges and old functions are used (PERFORMANCE sections 1.3 and 9); a formula reaches
an entry through INDEX over a stretch with locked ends, and locked cells directly.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from iku.calculation.accumulation import Accumulation
from iku.calculation.capaian import BELUM_TERCAPAI, TERCAPAI, Rule
from iku.calculation.entries import STATUS_BELUM_TERSEDIA, TIDAK, YA
from iku.calculation.figure import BLOCKING, LARGEST_ENTRY, State
from iku.definition.scales import Skala
from iku.formula.tree import Binary, Call, Name, Node, Number, Unary, names_in

TIDAK_DAPAT = f'"{State.TIDAK_DAPAT.value}"'
BELUM_DIISI = f'"{State.BELUM_DIISI.value}"'
BELUM_WAKTUNYA = f'"{State.BELUM_WAKTUNYA.value}"'
BELUM_TERSEDIA = f'"{State.BELUM_TERSEDIA.value}"'
NIHIL = f'"{State.NIHIL.value}"'
TERLALU_BESAR = '"(terlalu besar untuk ditulis)"'
SIGNIFICANT_DIGITS = 15  # which a spreadsheet keeps of a number


def quoted_text(text: str) -> str:
    """Return a text as a formula writes it: in quotation marks, those inside doubled.

    >>> print(quoted_text("Nihil"))
    "Nihil"
    """
    return '"' + text.replace('"', '""') + '"'


def typed(entry: str, status: str, *, blank: str = BELUM_DIISI, yes_or_no: bool = False) -> str:
    """Return the formula of one entry with its status (twin of `entries.typed_figure`)."""
    fits = f"IF(ABS({entry})>{LARGEST_ENTRY},{TIDAK_DAPAT},{entry})"
    number = f"IF(ISNUMBER({entry}),{fits},{_when_blank(entry, blank)})"
    if yes_or_no:
        number = f'IF({entry}="{YA}",100,IF({entry}="{TIDAK}",0,{number}))'
    waiting = f'IF({status}="{STATUS_BELUM_TERSEDIA}",{BELUM_TERSEDIA},{TIDAK_DAPAT})'
    known = f"IF({status}={NIHIL},{NIHIL},{waiting})"
    chosen = f'IF({status}="",{number},{_when_blank(entry, known)})'
    return f"IF(ISERROR({entry}),{TIDAK_DAPAT},{chosen})"


def _when_blank(entry: str, formula: str) -> str:
    return f'IF({entry}="",{formula},{TIDAK_DAPAT})'


def first_blocking(cells: str) -> Callable[[str], str]:
    """Return a wrapper: the state that stops a calculation over cells, else the formula."""

    def wrap(formula: str) -> str:
        for stop in reversed(BLOCKING):
            words = f'"{stop.state.value}"'
            formula = f"IF(COUNTIF({cells},{words})>0,{words},{formula})"
        return formula

    return wrap


def accumulated(
    how: Accumulation, own: Sequence[str], cells: str, *, unknown: str = BELUM_DIISI
) -> str:
    """Return the formula of a figure up to a period (twin of `accumulation.accumulate`).

    ``own`` are the cells of each entry period up to there, earliest first; ``cells`` their range;
    ``unknown`` is what stands for a stock of which nothing has been entered yet.
    """
    match how:
        case Accumulation.LATEST:
            return own[-1]
        case Accumulation.RUNNING:
            return _last_unless(own, lambda cell: f"{cell}={NIHIL}", own[0])
        case Accumulation.HOLD:
            blank = f"IF(COUNTIF({cells},{NIHIL})>0,{NIHIL},{unknown})"
            return _last_unless(
                own, lambda cell: f"OR({cell}={NIHIL},{cell}={BELUM_DIISI})", blank, every=True
            )
    total = f"SUM({cells})"
    if how is Accumulation.MEAN:
        total += f"/COUNT({cells})"
    return first_blocking(cells)(f"IF(COUNT({cells})=0,{NIHIL},{total})")


def _last_unless(
    own: Sequence[str], skipped: Callable[[str], str], rest: str, *, every: bool = False
) -> str:
    formula = rest
    for cell in own if every else own[1:]:
        formula = f"IF({skipped(cell)},{formula},{cell})"
    return formula


def live_rumus(node: Node, cells: dict[str, str], *, may_be_nihil: bool) -> str:
    """Return a rumus over cells; where figures may be Nihil they count as 0 and means skip them."""

    def walk(node: Node) -> str:
        match node:
            case Number():
                return node.text
            case Name():
                return f"SUM({cells[node.name]})" if may_be_nihil else cells[node.name]
            case Unary():
                return f"{node.operator}{_grouped(node.operand, walk)}"
            case Binary():
                return f"({walk(node.left)}{node.operator}{walk(node.right)})"
            case Call(function="AVERAGE") if may_be_nihil:
                return _mean_of_occurred(node, cells, walk)
            case Call():
                return f"{node.function}({','.join(walk(part) for part in node.arguments)})"
        message = f"not part of a rumus: {node!r}"
        raise TypeError(message)

    return walk(node)


def _grouped(node: Node, walk: Callable[[Node], str]) -> str:
    return f"({walk(node)})" if isinstance(node, Unary | Binary) else walk(node)


def _mean_of_occurred(node: Call, cells: dict[str, str], walk: Callable[[Node], str]) -> str:
    """AVERAGE in which an argument without any number (all Nihil) is left out."""
    parts, counts = [], []
    for part in node.arguments:
        names = names_in(part)
        if not names:
            parts.append(walk(part))
            counts.append("1")
            continue
        numbers = f"COUNT({','.join(cells[name] for name in names)})"
        parts.append(f"IF({numbers}=0,0,{walk(part)})")
        counts.append(f"IF({numbers}=0,0,1)")
    return f"(({'+'.join(parts)})/({'+'.join(counts)}))"


def capaian_formula(rule: Rule, realisasi: str, target: str) -> str:
    """Return the formula of capaian (twin of `capaian.capaian`)."""
    if rule.rentang is not None:
        value = _range_formula(rule.rentang.bawah, rule.rentang.atas, realisasi)
        return f"IF(ISNUMBER({realisasi}),IFERROR({value},{TIDAK_DAPAT}),{realisasi})"
    zero = TIDAK_DAPAT
    if rule.polaritas == "maksimasi":
        value = f"{realisasi}/{target}*100"
        zero = f"IF({realisasi}>=0,100,0)" if rule.zero_target_met else zero
    else:
        zero = f"IF({realisasi}=0,100,0)" if rule.zero_target_met else zero
        value = f"(2*{target}-{realisasi})/{target}*100"
        if rule.rumus_minimasi == "B":
            value = f"IF({realisasi}=0,{TIDAK_DAPAT},{target}/{realisasi}*100)"
    value = f"IF(ISNUMBER({target}),IF({target}=0,{zero},{value}),{TIDAK_DAPAT})"
    return f"IF(ISNUMBER({realisasi}),IFERROR({value},{TIDAK_DAPAT}),{realisasi})"


def _range_formula(lower: Decimal, upper: Decimal, realisasi: str) -> str:
    low, high = format(lower, "f"), format(upper, "f")
    below = TIDAK_DAPAT if lower == 0 else f"{realisasi}/{low}*100"
    above = TIDAK_DAPAT if upper == 0 else f"MAX(0,(2*{high}-{realisasi})/{high}*100)"
    return f"IF({realisasi}<{low},{below},IF({realisasi}>{high},{above},100))"


def banded(skala: Skala, value: str) -> str:
    """Return the label of a value on a scale."""
    formula = '""'
    for band in reversed(skala.tingkat):
        label = quoted_text(band.label)
        if band.di_atas is not None:
            formula = f"IF({value}>{format(band.di_atas, 'f')},{label},{formula})"
        elif band.mulai is not None:
            formula = f"IF({value}>={format(band.mulai, 'f')},{label},{formula})"
        else:
            formula = label
    return formula


def by_rank(skala: Skala, predikat: str, target: str) -> str:
    """Return the formula of a grade against a target grade (twin of `capaian.by_rank`)."""
    reached, wanted = _rank(skala, predikat), _rank(skala, target)
    verdict = f"IF({reached}>={wanted},{quoted_text(TERCAPAI)},{quoted_text(BELUM_TERCAPAI)})"
    return f'IF(OR({reached}<0,{wanted}<0),"",{verdict})'


def _rank(skala: Skala, grade: str) -> str:
    """Return the formula of how good a grade is: 0 is the worst, -1 none of the scale."""
    formula = "-1"
    for rank, label in enumerate(reversed(skala.labels)):
        formula = f"IF(TRIM({grade})={quoted_text(label)},{rank},{formula})"
    return formula


def limited_formula(rule: Rule, value: str) -> str:
    """Return a capaian with the floor and the cap of the mean."""
    raised = f"MAX({decimal_text(rule.lower)},{value})"
    return raised if rule.upper is None else f"MIN({decimal_text(rule.upper)},{raised})"


def decimal_text(number: Fraction) -> str:
    """Return a decimal fraction as formulas write it.

    >>> decimal_text(Fraction(241, 2))
    '120.5'
    """
    return format(Decimal(number.numerator) / Decimal(number.denominator), "f")


def whole_text(value: str) -> str:
    """Return a whole number with Indonesian thousands dots, whatever the PC's settings."""
    return _if_written_alike(value, 0, _whole(value))


def number_text(value: str, desimal: int) -> str:
    """Return a number as Indonesians write it, whatever the PC's settings."""
    return _if_written_alike(value, desimal, _number(value, desimal))


def figure_text(value: str) -> str:
    """Return a figure as typed: whole numbers with thousands dots, others with two decimals."""
    return f"IF({value}=INT({value}),{whole_text(value)},{number_text(value, 2)})"


def _if_written_alike(value: str, desimal: int, written: str) -> str:
    """Write a number only up to its 15th digit: beyond, each spreadsheet writes another one."""
    limit = 10 ** (SIGNIFICANT_DIGITS - desimal)
    return f"IF(ABS({value})<{limit},{written},{TERLALU_BESAR})"


def _whole(value: str) -> str:
    return f'SUBSTITUTE(FIXED(ROUND({value},0),0,0),",",".")'


def _number(value: str, desimal: int) -> str:
    if desimal == 0:
        return _whole(value)
    return f'SUBSTITUTE(FIXED(ROUND({value},{desimal}),{desimal},1),".",",")'
