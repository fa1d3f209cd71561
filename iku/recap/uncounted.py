"""Which units a regency's figure leaves out, by name and reason."""

from iku.calculation.figure import State
from iku.consolidation.aggregation import REALISASI
from iku.consolidation.figures import OUT_OF_M, RegencyFigure
from iku.consolidation.regency_report import RegencyReport

_NAMED = 6
_COUNTED = OUT_OF_M | {State.TERHITUNG, State.NIHIL}


def uncounted(report: RegencyReport, figure: RegencyFigure) -> str:
    """Return such as ``Belum masuk: Danau Teluk, Alam Barajo.``; empty where nobody is left out."""
    rows = report.aggregation.slice(figure.indikator.kode, figure.periode, REALISASI).rows
    names: dict[str, list[str]] = {}
    for row in rows:
        if row.figure.state not in _COUNTED:
            words = row.standing.words(row.figure, figure.periode)
            names.setdefault(words, []).append(row.standing.unit.nama)
    return " ".join(f"{words}: {_listed(units)}." for words, units in names.items())


def _listed(names: list[str]) -> str:
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f", dan {rest} lainnya" if rest > 0 else "")
