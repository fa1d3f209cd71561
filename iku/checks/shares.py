"""Shares: what a computed rumus divides by what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from iku.calculation.figure import Figure, State
from iku.definition.model import Indikator
from iku.formula.parser import parse
from iku.formula.tree import Binary, Call, Name, Node, Number, names_in, walk


@dataclass(frozen=True, slots=True)
class Share:
    """A division of components: those added up on top, and those added up below."""

    top: tuple[str, ...]
    bottom: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScaledShare:
    """A rumus that is nothing but one share times a number, such as ``a/b*100``."""

    share: Share
    factor: Fraction


@dataclass(frozen=True, slots=True)
class MeanOfShares:
    """A rumus that averages shares, times a number, such as ``AVERAGE(a/b, c/d)*100``."""

    shares: tuple[Share, ...]
    factor: Fraction


@cache
def shares(rumus: str) -> tuple[Share, ...]:
    """Return the divisions of sums of components by sums of components, in reading order.

    >>> shares("AVERAGE(a/b, (c+d)/e)*100")
    (Share(top=('a',), bottom=('b',)), Share(top=('c', 'd'), bottom=('e',)))
    >>> shares("(a+b)/9/c*25")
    ()
    """
    return tuple(share for node in walk(parse(rumus)) if (share := _share(node)) is not None)


@cache
def denominators(rumus: str) -> tuple[tuple[str, ...], ...]:
    """Return what the rumus divides by: sums of components.

    >>> denominators("(a+b)/9/c*25")
    (('c',),)
    """
    return tuple(
        bottom
        for node in walk(parse(rumus))
        if isinstance(node, Binary) and node.operator == "/"
        if (bottom := _summed(node.right))
    )


@cache
def scaled_share(rumus: str) -> ScaledShare | None:
    """Return the one share and its factor, or None where the rumus is anything else."""
    node, factor = _unscaled(parse(rumus))
    share = _share(node)
    return None if share is None else ScaledShare(share, factor)


@cache
def mean_of_shares(rumus: str) -> MeanOfShares | None:
    """Return the shares that a rumus averages and its factor, or None where it is anything else.

    >>> mean_of_shares("AVERAGE(a/b, c/d)*100").factor
    Fraction(100, 1)
    >>> mean_of_shares("a/b*100")
    """
    node, factor = _unscaled(parse(rumus))
    if not isinstance(node, Call) or node.function != "AVERAGE":
        return None
    parts = [_share(one) for one in node.arguments]
    known = tuple(one for one in parts if one is not None)
    return MeanOfShares(known, factor) if len(known) == len(parts) > 1 else None


def _share(node: Node) -> Share | None:
    if not isinstance(node, Binary) or node.operator != "/":
        return None
    top, bottom = _summed(_unscaled(node.left)[0]), _summed(node.right)
    return Share(top, bottom) if top and bottom else None


def _unscaled(node: Node) -> tuple[Node, Fraction]:
    """Strip a number that a node is multiplied by, on either side."""
    if isinstance(node, Binary) and node.operator == "*":
        if isinstance(node.right, Number):
            return node.left, Fraction(node.right.text)
        if isinstance(node.left, Number):
            return node.right, Fraction(node.left.text)
    return node, Fraction(1)


def _summed(node: Node) -> tuple[str, ...]:
    """Return the components that a node adds up; empty where it does anything else."""
    match node:
        case Name():
            return (node.name,)
        case Binary("+", left, right):
            return _all_of(_summed(left), _summed(right))
        case Call("SUM", arguments):
            return _all_of(*map(_summed, arguments))
        case _:
            return ()


def _all_of(*parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for part in parts for name in part) if all(parts) else ()


def total(codes: Iterable[str], figures: Mapping[str, Figure]) -> Fraction | None:
    """Return the sum of components, Nihil as 0; None where one of them has no number."""
    values = [figures[code] for code in codes]
    if any(not one.counted and one.state is not State.NIHIL for one in values):
        return None
    return sum((one.value or Fraction(0) for one in values), Fraction(0))


def rumus_of(indikator: Indikator) -> str:
    """Return the computed rumus of an indicator, or empty text where a value is typed."""
    return (indikator.nilai.rumus or "") if indikator.measured_by_components else ""


def indikator_shares(indikator: Indikator) -> Iterator[Share]:
    """Yield the shares of an indicator."""
    rumus = rumus_of(indikator)
    yield from shares(rumus) if rumus else ()


def components_in(rumus: str) -> tuple[str, ...]:
    """Return the components of a rumus in order of first appearance."""
    return names_in(parse(rumus))
