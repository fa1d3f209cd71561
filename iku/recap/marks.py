"""Marks: signs and colours that repeat what numbers and words already say.

A sign stands beside every colour, so that a page printed in grey reads the same.
"""

from decimal import Decimal

from iku.blueprint import ConditionalFormat
from iku.definition.model import Definition
from iku.definition.scales import Skala
from iku.sheets.formulas import quoted_text

REACHED, NEAR, FAR, NONE = "▲ Tercapai", "■ Belum tercapai", "▼ Jauh dari target", "○ Belum ada"
LIGHTS = (REACHED, NEAR, FAR, NONE)
LEGEND = "▲ tercapai (100 atau lebih), ■ belum tercapai, ▼ jauh dari target{low}, tanpa tanda: belum ada angka."
_LOWEST = 2  # bands of the scale that are marked as far below target
_HALF = Decimal("0.005")  # bands take a capaian rounded half up to two decimals


def legend(definition: Definition) -> str:
    """Return what the signs mean, the lowest bands by name."""
    skala = definition.pengaturan.capaian.skala
    low = f" ({' atau '.join(skala.labels[-_LOWEST:])})" if _lowest_bands(skala) else ""
    return LEGEND.format(low=low)


def capaian_format(definition: Definition) -> str:
    """Return the number format of a capaian: its sign before it, text as it stands."""
    found = _lowest_bands(definition.pengaturan.capaian.skala)
    rest = '"■ "#,##0.00'
    if found is not None:
        how, bound = found
        low = bound - _HALF if how == "<" else bound + _HALF
        rest = f'[<{low}]"▼ "#,##0.00;{rest}'
    return f'[>={100 - _HALF}]"▲ "#,##0.00;{rest}'


def _lowest_bands(skala: Skala) -> tuple[str, Decimal] | None:
    """Return how a rounded capaian compares with which bound when it is in the lowest bands."""
    above = skala.tingkat[-_LOWEST - 1] if len(skala.tingkat) > _LOWEST else None
    if above is None:
        return None
    if above.mulai is not None:
        return "<", above.mulai
    return None if above.di_atas is None else ("<=", above.di_atas)


def light(definition: Definition, cell: str) -> str:
    """Return the formula of the traffic light of a capaian, in words."""
    low = _is_low(definition, f"ROUND({cell},2)")
    words = f"IF({low},{quoted_text(FAR)},{quoted_text(NEAR)})"
    reached = f"IF(ROUND({cell},2)>=100,{quoted_text(REACHED)},{words})"
    return f"IF(ISNUMBER({cell}),{reached},{quoted_text(NONE)})"


def light_marks(cells: str, first: str) -> list[ConditionalFormat]:
    """Return the colours of a range of traffic lights in words."""
    styles = ("mark_ok", "mark_almost", "mark_bad", "mark_wait")
    return [
        ConditionalFormat(cells, f"{first}={quoted_text(words)}", style)
        for words, style in zip(LIGHTS, styles, strict=True)
    ]


def capaian_marks(definition: Definition, cells: str, first: str) -> list[ConditionalFormat]:
    """Return the colours of a range of capaian: no number, reached, in the lowest bands, or not."""
    low = _is_low(definition, f"ROUND({first},2)")
    return [
        ConditionalFormat(cells, f'AND({first}<>"",NOT(ISNUMBER({first})))', "mark_wait"),
        ConditionalFormat(cells, f"AND(ISNUMBER({first}),ROUND({first},2)>=100)", "mark_ok"),
        ConditionalFormat(cells, f"AND(ISNUMBER({first}),{low})", "mark_bad"),
        ConditionalFormat(
            cells, f"AND(ISNUMBER({first}),ROUND({first},2)<100,NOT({low}))", "mark_almost"
        ),
    ]


def _is_low(definition: Definition, value: str) -> str:
    found = _lowest_bands(definition.pengaturan.capaian.skala)
    return f"{value}>{value}" if found is None else f"{value}{found[0]}{found[1]}"
