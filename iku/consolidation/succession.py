"""Succession: the quarters of a unit that has ended stay in the regency's sums over the year.

What happened in a quarter happened, whoever keeps the archive now, and a form asks every unit for
its own quarters only. A stock (``posisi``) and a figure typed since January (``sd_triwulan``) pass
to the unit that took over: they stand in its report.
"""

from collections.abc import Sequence

from iku.calculation.accumulation import Accumulation, of_component, of_value, quarters_combined
from iku.consolidation.standing import Standing
from iku.definition.existence import NO_MORE, NOT_YET
from iku.definition.model import Definition, Indikator, Komponen
from iku.periods import up_to


def last_of(standing: Standing, indikator: Indikator, periode: str) -> str:
    """Return the last period with a figure of a unit that has ended by ``periode``; empty if none.

    A unit that still exists, or does not exist yet, has none: its own figures count, or nothing.
    """
    if standing.absent.get(periode) != NO_MORE:
        return ""
    asked = up_to(periode)
    known = [
        one
        for one in standing.definition.measured_periods(indikator)
        if one in asked and one not in standing.absent
    ]
    return known[-1] if known else ""


def stays(
    definition: Definition,
    indikator: Indikator,
    field: Komponen | None,
    heirs: Sequence[Standing],
    periode: str,
) -> bool:
    """Whether a component (None: the realisasi) of a unit that has ended stays in later periods.

    ``heirs`` are the units that name it in ``asal``. Where one of them tells of quarters in which
    it did not exist itself, it reports for both, and nothing is added twice. Beside a stock the
    flow stays only where all heirs have reported: a numerator needs its denominator.
    """
    if indikator.agregasi not in {"komponen", "jumlah"}:
        return False
    if not _adds_up(definition, indikator, field):
        return False
    if any(_tells_of_before(one, indikator, periode) for one in heirs):
        return False
    if all(_is_flow(definition, part) for part in indikator.komponen):
        return True
    return bool(heirs) and all(one.reported(periode) for one in heirs)


def _adds_up(definition: Definition, indikator: Indikator, field: Komponen | None) -> bool:
    if field is not None:
        return not quarters_combined(indikator) and _is_flow(definition, field)
    if indikator.agregasi != "jumlah":
        return False
    if indikator.measured_by_components and not quarters_combined(indikator):
        return all(_is_flow(definition, part) for part in indikator.komponen)
    return of_value(indikator) is Accumulation.SUM


def _is_flow(definition: Definition, part: Komponen) -> bool:
    if part.dari is None:
        return part.sifat != "posisi" and part.cara_isi != "sd_triwulan"
    shared = next(one for one in definition.data_bersama if one.kode == part.dari)
    return of_component(shared) is Accumulation.SUM


def _tells_of_before(heir: Standing, indikator: Indikator, periode: str) -> bool:
    """Whether a unit gives numbers for periods in which it did not exist yet."""
    if heir.results is None:
        return False
    entries = heir.results.report.entries
    before = {one for one, words in heir.absent.items() if words == NOT_YET}
    return any(
        isinstance(entries.get(name), float) and entries[name] != 0
        for name in heir.entry_names(indikator, periode)
        if name.rpartition(".")[2] in before
    )
