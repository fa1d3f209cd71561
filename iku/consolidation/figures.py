"""What a regency's figures are made of: the units' values, and what they came to together."""

from dataclasses import dataclass
from fractions import Fraction

from iku.calculation.figure import NIHIL, Figure, State, counted, total
from iku.consolidation.method import Method
from iku.consolidation.standing import Source, Standing
from iku.definition.model import Indikator

_IN_N = {State.TERHITUNG, State.NIHIL}
OUT_OF_M = frozenset({State.BELUM_WAKTUNYA, State.TIDAK_ADA_OBJEK})
"""States of a unit that is not expected to have a figure: it makes the "dari m" smaller."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One value of one unit: as reported, and what of it counts in the regency's figure."""

    standing: Standing
    figure: Figure
    added: Fraction | None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Slice:
    """The values of all units for one component (or realisasi, capaian) in one period."""

    kode: str
    periode: str
    field: str
    rows: tuple[Contribution, ...]

    @property
    def numbers(self) -> list[Fraction]:
        """What is added up."""
        return [row.added for row in self.rows if row.added is not None]

    @property
    def total(self) -> Figure:
        """The sum over the units; Nihil where no unit adds anything."""
        numbers = self.numbers
        return counted(total(numbers)) if numbers else NIHIL


@dataclass(frozen=True, slots=True)
class RegencyFigure:
    """What one indicator came to in the regency in one period, of ``n`` out of ``of`` units.

    ``states`` has one state for each unit, in the order of the standings.
    """

    indikator: Indikator
    periode: str
    method: Method
    realisasi: Figure
    predikat: str
    target: Fraction | None
    target_predikat: str
    capaian: Figure
    kategori: str
    in_mean: Fraction | None
    in_capped_mean: Fraction | None
    states: tuple[State, ...]

    @property
    def n(self) -> int:
        """How many units are counted: those with a number, and those where nothing occurred."""
        return sum(state in _IN_N for state in self.states)

    @property
    def of(self) -> int:
        """How many units could be counted in this period."""
        return sum(state not in OUT_OF_M for state in self.states)

    @property
    def provisional(self) -> bool:
        """Whether a unit that should be counted is not."""
        return self.n < self.of

    def shown(self, figure: Figure) -> float | str:
        """Return what the recap shows for realisasi or capaian: the number, or why there is none."""
        return self.method.stands_alone or figure.shown()

    def as_json(self) -> dict[str, object]:
        """Return the figure as ``--json`` gives it, with the state beside the numbers."""
        return {
            "kode": self.indikator.kode,
            "period": self.periode,
            "realisasi": number(self.realisasi),
            "capaian": number(self.capaian),
            "n": self.n,
            "of": self.of,
            "state": (self.method.stands_alone or self.realisasi.state.value).lower(),
        }


def number(figure: Figure) -> float | None:
    """Return the number of a figure as JSON holds it."""
    return None if figure.value is None else float(figure.value)
