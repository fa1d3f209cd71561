"""Bars of capaian as inline SVG: told apart by filling, not by colour, and named for who listens."""

from enum import Enum
from fractions import Fraction

from iku.calculation.figure import Figure, half_up
from iku.definition.scales import Skala
from iku.messages import Language
from reporting.phrases import number, phrase

_WIDTH, _HEIGHT = 168, 12
_SCALE, _FULL = 160, 200  # percent at the end of the scale; beyond it stands an arrow
_LOWEST = 2  # bands of the scale that are far below target, as in the recap


class Level(Enum):
    """How far a capaian came: class of its cell (and key of its words), and sign beside it.

    The signs are those of the recap workbook: whoever has both before them reads one legend.
    """

    REACHED = ("reached", "▲")
    BELOW = ("below", "■")
    LOW = ("low", "▼")
    NONE = ("none", "")

    def __init__(self, kind: str, sign: str) -> None:
        """Keep the two."""
        self.kind, self.sign = kind, sign


def level_of(capaian: Figure, skala: Skala) -> Level:
    """Return how far a capaian came, judged after rounding half up to two decimals."""
    if not capaian.counted:
        return Level.NONE
    rounded = half_up(capaian.number)
    if rounded >= 100:
        return Level.REACHED
    return Level.LOW if skala.label(rounded) in skala.labels[-_LOWEST:] else Level.BELOW


def bar(capaian: Figure, level: Level, language: Language = "id") -> str:
    """Return a bar with a stroke at 100 percent; empty text where there is no number."""
    if not capaian.counted:
        return ""
    value = capaian.number
    width = round(float(min(max(value, Fraction(0)), Fraction(_FULL))) * _SCALE / _FULL, 1)
    beyond = f'<path d="M{_SCALE + 2} 2l4 4-4 4"/>' if value > _FULL else ""
    target = _SCALE * 100 // _FULL
    return (
        f'<svg class="bar {level.kind}" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" preserveAspectRatio="xMinYMid" '
        f'aria-label="{phrase("bar", language, angka=number(value, language))}">'
        f'<rect x="0" y="2" width="{width}" height="8"/>'
        f'<path d="M{target} 0v{_HEIGHT}"/>{beyond}</svg>'
    )
