"""Marks: colours that repeat what numbers and words already say."""

from iku.blueprint import ConditionalFormat
from iku.definition.model import Definition
from iku.sheets.formulas import banded, quoted_text

_LOWEST = 2  # bands of the scale that are marked as far below target


def capaian_marks(definition: Definition, cells: str, first: str) -> list[ConditionalFormat]:
    """Return the rules of a range of capaian: no number, reached, or in the lowest bands."""
    skala = definition.pengaturan.capaian.skala
    label = banded(skala, f"ROUND({first},2)")
    low = ",".join(f"{label}={quoted_text(words)}" for words in skala.labels[-_LOWEST:])
    return [
        ConditionalFormat(cells, f'AND({first}<>"",NOT(ISNUMBER({first})))', "mark_wait"),
        ConditionalFormat(cells, f"AND(ISNUMBER({first}),ROUND({first},2)>=100)", "mark_ok"),
        ConditionalFormat(cells, f"AND(ISNUMBER({first}),OR({low}))", "mark_bad"),
    ]
