"""Figures as papers print them: rounded half up, with a decimal comma, or the words of a state."""

from fractions import Fraction

from iku.calculation.figure import Figure, in_indonesian
from iku.calculation.results import Result, Results
from iku.definition.model import Indikator, NilaiTarget, PolaritasRentang
from iku.sheets.wording import bounds, decimals_of_targets, said

NONE = "-"


def figure_text(figure: Figure, decimals: int = 2) -> str:
    """Return a number, or the words of the state that stands in its place."""
    return in_indonesian(figure.number, decimals) if figure.counted else figure.state.value


def percent_text(figure: Figure) -> str:
    """Return a percentage with its sign, or the words of the state, which take none."""
    return f"{figure_text(figure)}%" if figure.counted else figure.state.value.lower()


def realisasi_text(indikator: Indikator, result: Result) -> str:
    """Return a realisasi; a grade goes before its number, as in ``B (61,70)``."""
    number = figure_text(result.realisasi, indikator.desimal)
    if not result.predikat:
        return number
    return f"{result.predikat} ({number})" if result.realisasi.counted else result.predikat


def capaian_text(result: Result) -> str:
    """Return a capaian in percent with two decimals, or the words of its state."""
    return figure_text(result.capaian)


def target_text(results: Results, indikator: Indikator, periode: str) -> str:
    """Return the target of a period: the regency's as it is written, else the one entered."""
    issued = results.report.terbitan.target_of(indikator.kode, periode)
    if issued is not None:
        return issued_text(results, indikator, issued)
    number = results.target(indikator, periode)
    grade = results.target_predikat(indikator, periode)
    if isinstance(indikator.polaritas, PolaritasRentang) and number is None:
        return bounds(indikator.polaritas)
    return _graded(grade, "" if number is None else amount(number))


def issued_text(results: Results, indikator: Indikator, target: NilaiTarget) -> str:
    """Return a target that the definition gives, with as many decimals as its fellows need."""
    if target.predikat or target.nilai is None:
        return said(target)
    decimals = decimals_of_targets(results.report.terbitan, indikator)
    return in_indonesian(target.nilai, decimals)


def amount(value: Fraction, decimals: int = 2) -> str:
    """Return a number without decimals where it is whole.

    >>> amount(Fraction(2584)), amount(Fraction(5, 2))
    ('2.584', '2,5')
    """
    return in_indonesian(value, 0) if value.denominator == 1 else _trimmed(value, decimals)


def rupiah(value: Fraction) -> str:
    """Return money without "Rp"; sen only where there are any.

    >>> rupiah(Fraction(250000000)), rupiah(Fraction(501, 2))
    ('250.000.000', '250,50')
    """
    return in_indonesian(value, 0 if value.denominator == 1 else 2)


def rupiah_text(figure: Figure) -> str:
    """Return money, or the words of the state that stands in its place."""
    return rupiah(figure.number) if figure.counted else figure.state.value


def _trimmed(value: Fraction, decimals: int) -> str:
    return in_indonesian(value, decimals).rstrip("0").rstrip(",")


def _graded(grade: str, number: str) -> str:
    return f"{grade} ({number})" if grade and number else grade or number or NONE
