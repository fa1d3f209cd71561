"""Words of the recap: which units a figure leaves out, and how it was combined."""

from collections.abc import Sequence

from iku.calculation.figure import State
from iku.consolidation.aggregation import REALISASI
from iku.consolidation.figures import OUT_OF_M, RegencyFigure
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import DITOLAK_VERIFIKASI, Standing
from iku.definition.model import Indikator
from iku.finding import Finding
from iku.messages import Language, place
from iku.sheets.wording import AGREGASI

WHOLE_TARGET = "Targetnya untuk semua kecamatan, termasuk yang belum dihitung."
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
            words = row.standing.words(row.figure, figure.periode, figure.indikator)
            why = ""
            if words == DITOLAK_VERIFIKASI:  # the unit may have sent nothing for this period
                why = rejection(report, row.standing, figure.indikator, figure.periode)
            said = f"{row.standing.unit.nama} ({why})" if why else row.standing.unit.nama
            names.setdefault(words, []).append(said)
    combined = (
        [] if figure.method.agregasi == "komponen" else [f"{AGREGASI[figure.method.agregasi]}."]
    )
    if figure.method.agregasi == "jumlah" and figure.n < figure.of and figure.target is not None:
        combined.append(WHOLE_TARGET)
    if figure.predikat:
        combined.append(f"Predikat {figure.predikat}.")
    return " ".join([*combined, *(f"{words}: {listed(units)}." for words, units in names.items())])


def rejection(report: RegencyReport, standing: Standing, one: Indikator, periode: str) -> str:
    """Return who rejected a unit's figure and why, as the verification says; empty if nobody did."""
    rejected = set(standing.rejects(one, periode))
    if not rejected:
        return ""
    verdicts = (
        ": ".join(filter(None, (found.by, found.note)))
        for found in report.decisions.verification
        if found.unit == standing.unit.kode and found.name in rejected
    )
    return "; ".join(dict.fromkeys(filter(None, verdicts)))


def listed(names: Sequence[str]) -> str:
    """Return names in a row, those beyond the sixth as a number.

    >>> listed(["Utara", "Selatan"])
    'Utara, Selatan'
    """
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f", dan {rest} lainnya" if rest > 0 else "")


def told(finding: Finding, language: Language = "id") -> str:
    """Return the sentence of a finding without its place, where that stands in its own column."""
    sentence = finding.message.removeprefix(f"{place(finding, language)}: ")
    return sentence[:1].upper() + sentence[1:]
