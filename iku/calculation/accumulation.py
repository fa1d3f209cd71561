"""How quarters make a year to date: flows add up, stocks hold, typed values are the latest."""

from collections.abc import Mapping, Sequence
from enum import Enum

from iku.calculation.figure import (
    BELUM_DIISI,
    BELUM_WAKTUNYA,
    NIHIL,
    Figure,
    State,
    blocked,
    counted,
    total,
)
from iku.definition.model import Indikator, Komponen


class Accumulation(Enum):
    """How the entries of several periods become one figure up to a period."""

    SUM = "dijumlahkan"
    MEAN = "dirata-ratakan"
    LATEST = "nilai periode itu"
    RUNNING = "angka s.d. akhir periode"  # nothing occurred: the figure before it still holds
    HOLD = "keadaan terakhir"  # a blank or Nihil leaves the last known value standing


def of_component(part: Komponen, indikator: Indikator | None = None) -> Accumulation:
    """Return how a component accumulates; ``indikator`` is None for a shared figure."""
    if part.sifat == "posisi":
        return Accumulation.HOLD
    if part.cara_isi == "sd_triwulan":
        return Accumulation.RUNNING
    if indikator is None or indikator.triwulan == "komponen":
        return Accumulation.SUM
    return Accumulation.LATEST


def of_value(indikator: Indikator) -> Accumulation:
    """Return how the typed value, or the value per quarter, of an indicator accumulates."""
    match indikator.triwulan:
        case "jumlah":
            return Accumulation.SUM
        case "rata_rata":
            return Accumulation.MEAN
        case _:
            return Accumulation.LATEST


def quarters_combined(indikator: Indikator) -> bool:
    """Whether the formula is worked out quarter by quarter and the results are then combined."""
    return indikator.measured_by_components and indikator.triwulan in {"jumlah", "rata_rata"}


def accumulate(how: Accumulation, own: Mapping[str, Figure], periods: Sequence[str]) -> Figure:
    """Return the figure up to the last of ``periods`` (earliest first) from each period's own.

    ``own`` has one figure for each of ``periods``; without periods nothing is due yet.
    """
    if not periods:
        return BELUM_WAKTUNYA
    figures = [own[period] for period in periods]
    match how:
        case Accumulation.LATEST:
            return figures[-1]
        case Accumulation.RUNNING:
            return _last_unless(figures, {State.NIHIL})
        case Accumulation.HOLD:
            held = _last_unless(figures, {State.NIHIL, State.BELUM_DIISI})
            return NIHIL if held == BELUM_DIISI and NIHIL in figures else held
    stop = blocked(figures)
    numbers = [figure.number for figure in figures if figure.counted]
    if stop is not None:
        return stop
    if not numbers:
        return NIHIL
    added = total(numbers)
    return counted(added / len(numbers) if how is Accumulation.MEAN else added)


def _last_unless(figures: Sequence[Figure], skipped: set[State]) -> Figure:
    """Return the latest figure whose state is not skipped; the earliest one if all are."""
    for figure in reversed(figures):
        if figure.state not in skipped:
            return figure
    return figures[0]
