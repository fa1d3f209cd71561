"""Which indicators can only climb in the year: a quarter's target is then no more than the year's."""

from collections.abc import Mapping

from iku.calculation.accumulation import Accumulation, of_component
from iku.definition.model import Definition, Indikator, Komponen
from iku.formula.parser import parse
from iku.formula.tree import Binary, Node, Unary, names_in, walk

_STANDS = Accumulation.HOLD
_GROWS = {Accumulation.SUM, Accumulation.RUNNING}


def climbs(definition: Definition, indikator: Indikator) -> bool:
    """Return whether a quarter's target above the year's makes no sense.

    What is added up from quarter to quarter never falls, whichever way is better. A position (the
    institutions that are active, a value of which the last one counts) can fall, but only where
    more is better would nobody plan for that. Shares of what came in until then, means of quarters
    and values of one quarter go up and down by themselves: there is nothing to say of them.
    """
    if indikator.triwulan == "jumlah":
        return True
    better_up = indikator.polaritas == "maksimasi"
    if indikator.triwulan == "akhir":
        return better_up and _only(_ways(definition, indikator), {_STANDS})
    if indikator.triwulan != "komponen" or indikator.nilai.jenis not in {"rumus", "status"}:
        return False
    return _formula_climbs(indikator, _ways(definition, indikator), better_up=better_up)


def _ways(definition: Definition, indikator: Indikator) -> dict[str, Accumulation]:
    """Return how each component of an indicator accumulates, shared figures included."""
    shared: dict[str, Komponen] = {one.kode: one for one in definition.data_bersama}
    return {
        part.kode: of_component(part, indikator)
        if part.dari is None
        else of_component(shared[part.dari])
        for part in indikator.komponen
    }


def _formula_climbs(
    indikator: Indikator, ways: Mapping[str, Accumulation], *, better_up: bool
) -> bool:
    """Whether a formula of components climbs: nothing is taken away, and what divides stands."""
    tree = parse(indikator.nilai.rumus or "")
    if any(_takes_away(node) for node in walk(tree)):
        return False
    below = {
        name
        for node in walk(tree)
        if isinstance(node, Binary) and node.operator == "/"
        for name in names_in(node.right)
    }
    above = {name: ways[name] for name in names_in(tree) if name not in below}
    if not above or not _only({name: ways[name] for name in below}, {_STANDS}):
        return False
    return _only(above, _GROWS) or better_up


def _takes_away(node: Node) -> bool:
    return isinstance(node, Unary) or (isinstance(node, Binary) and node.operator == "-")


def _only(ways: Mapping[str, Accumulation], allowed: set[Accumulation]) -> bool:
    return set(ways.values()) <= allowed
