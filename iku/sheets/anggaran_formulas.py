"""Formulas of money: the same rules as `iku.calculation.budget`, written for every spreadsheet."""

from iku.calculation.budget import (
    AKHIR_TAHUN,
    BELUM_DINILAI,
    BELUM_EFISIEN,
    EFISIEN,
    FULL,
    TARGET_BELUM,
)
from iku.calculation.figure import LARGEST_ENTRY
from iku.layout.layout import Layout
from iku.layout.perhitungan import INDEX_CELL
from iku.sheets import formulas as live


def typed(entry: str, *, blank: str = live.BELUM_DIISI) -> str:
    """Return the formula of an entry that has no status beside it (twin of `typed_figure`)."""
    fits = f"IF(ABS({entry})>{LARGEST_ENTRY},{live.TIDAK_DAPAT},{entry})"
    missing = f'IF({entry}="",{blank},{live.TIDAK_DAPAT})'
    number = f"IF(ISNUMBER({entry}),{fits},{missing})"
    return f"IF(ISERROR({entry}),{live.TIDAK_DAPAT},{number})"


def serapan(spent: str, pagu: str) -> str:
    """Return the formula of the share of a pagu in percent (twin of `Spending.serapan`)."""
    share = f"IF({pagu}=0,{live.TIDAK_DAPAT},{spent}/{pagu}*{FULL})"
    return f"IF(ISNUMBER({spent}),IF(ISNUMBER({pagu}),{share},{pagu}),{spent})"


def efficiency(layout: Layout, spent: str, reached: str) -> str:
    """Return the formula of the word for serapan and capaian (twin of `budget.word_of`)."""
    good = f"IF(ROUND({reached},2)>=ROUND({spent},2),{_said(EFISIEN)},{_said(BELUM_EFISIEN)})"
    judged = f"IF(ROUND({reached},2)<{FULL},{_said(TARGET_BELUM)},{good})"
    known = f"IF(ISNUMBER({spent}),IF(ISNUMBER({reached}),{judged},{_said(BELUM_DINILAI)}),"
    word = f"{known}{_said(BELUM_DINILAI)})"
    last = len(layout.definition.periods)
    return f"IF({INDEX_CELL.absolute}<{last},{_said(AKHIR_TAHUN)},{word})"


def _said(word: str) -> str:
    return live.quoted_text(word)
