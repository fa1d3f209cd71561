"""Words of the recap: which units a figure leaves out, and how it was combined."""

from collections.abc import Sequence

from iku.calculation.figure import State
from iku.consolidation.aggregation import REALISASI
from iku.consolidation.figures import OUT_OF_M, RegencyFigure
from iku.consolidation.method import WORDS
from iku.consolidation.regency_report import RegencyReport
from iku.finding import Finding
from iku.messages import place

_NAMED = 6
_SAID_ELSEWHERE = OUT_OF_M | {State.TERHITUNG, State.NIHIL}


def notes(report: RegencyReport, figure: RegencyFigure) -> str:
    """Return what must be known about a figure: how it was combined, and whom it leaves out.

    Units without any file are named once for the whole sheet; adding up components is the rule.
    """
    rows = report.aggregation.slice(figure.indikator.kode, figure.periode, REALISASI).rows
    names: dict[str, list[str]] = {}
    for row in rows:
        if row.figure.state not in _SAID_ELSEWHERE and row.standing.candidate is not None:
            words = row.standing.words(row.figure, figure.periode)
            names.setdefault(words, []).append(row.standing.unit.nama)
    combined = [] if figure.method.agregasi == "komponen" else [f"{WORDS[figure.method.agregasi]}."]
    if figure.predikat:
        combined.append(f"Predikat {figure.predikat}.")
    return " ".join([*combined, *(f"{words}: {listed(units)}." for words, units in names.items())])


def listed(names: Sequence[str]) -> str:
    """Return names in a row, those beyond the sixth as a number.

    >>> listed(["Utara", "Selatan"])
    'Utara, Selatan'
    """
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f", dan {rest} lainnya" if rest > 0 else "")


def told(finding: Finding) -> str:
    """Return the sentence of a finding without its place, where that stands in its own column."""
    sentence = finding.message.removeprefix(f"{place(finding)}: ")
    return sentence[:1].upper() + sentence[1:]
