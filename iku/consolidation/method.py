"""How the figures of kecamatan become one of the regency, or why they must not."""

from dataclasses import dataclass

from iku.calculation.accumulation import quarters_combined
from iku.definition.model import Indikator
from iku.formula.parser import parse
from iku.formula.tree import Binary, Name, names_in, walk

NOT_COMBINED = "Tidak digabung"
NOT_COMBINABLE = "Tidak dapat digabung"


@dataclass(frozen=True, slots=True)
class Method:
    """``agregasi`` of one indicator; ``weight`` is the component that weighs a weighted mean.

    ``stands_alone`` is what the recap says instead of a figure, empty where there is one;
    ``refused`` is the code of the finding where the definition asks for what cannot be.
    """

    agregasi: str
    weight: str = ""
    stands_alone: str = ""
    refused: str = ""


def method_of(indikator: Indikator) -> Method:
    """Return the way in which an indicator is aggregated.

    Percentages are never averaged unless the definition says so: a typed value has no components
    to add up, and a weighted mean needs one component that its rumus divides by.
    """
    agregasi = indikator.agregasi
    if agregasi == "tidak":
        return Method(agregasi, stands_alone=NOT_COMBINED)
    if agregasi == "komponen" and not indikator.measured_by_components:
        return Method(agregasi, stands_alone=NOT_COMBINABLE, refused="KON-014")
    if agregasi != "tertimbang":
        return Method(agregasi)
    weight = _only_divisor(indikator)
    if not weight or quarters_combined(indikator):
        return Method(agregasi, stands_alone=NOT_COMBINABLE, refused="KON-015")
    return Method(agregasi, weight=weight)


def _only_divisor(indikator: Indikator) -> str:
    """Return the one component by which the rumus divides, or empty text."""
    if indikator.nilai.rumus is None:
        return ""
    divisors = [
        node.right
        for node in walk(parse(indikator.nilai.rumus))
        if isinstance(node, Binary) and node.operator == "/" and names_in(node.right)
    ]
    names = {one.name for one in divisors if isinstance(one, Name)}
    simple = all(isinstance(one, Name) for one in divisors)
    return names.pop() if simple and len(names) == 1 else ""
