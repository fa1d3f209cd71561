"""Targets of a unit: definition, unit and Perjanjian Kinerja merged, and what each change left."""

from dataclasses import dataclass

from iku.definition.agreement import first_period
from iku.definition.model import (
    Definition,
    Indikator,
    NilaiTarget,
    PerjanjianKinerja,
    TargetMap,
    Unit,
)
from iku.periods import PERIODS, QUARTERS, TAHUN


@dataclass(frozen=True, slots=True)
class TargetVersion:
    """The targets of an indicator as an agreement left them, in force from ``since`` on.

    ``agreement`` is None where definition and unit set them without any. ``targets`` is keyed by
    period, and by year for other years.
    """

    since: str
    agreement: PerjanjianKinerja | None
    targets: TargetMap


def target_versions(
    definition: Definition, unit: Unit, indikator: Indikator
) -> tuple[TargetVersion, ...]:
    """Return the targets as first agreed, then as each PK perubahan changed them, earliest first.

    A perubahan that changes nothing for this indicator makes no version. The periods before a
    change keep their targets in every version; only the year's own target differs.
    """
    versions = [_agreed_first(definition, unit, indikator)]
    for since, agreement in _changes(definition, unit):
        last = versions[-1].targets
        changed = {**last, **_changed(definition, indikator, agreement, since)}
        if changed != last:
            versions.append(TargetVersion(since, agreement, changed))
    return tuple(versions)


def has_own_target(definition: Definition, unit: Unit, indikator: Indikator, periode: str) -> bool:
    """Whether a unit or its Perjanjian Kinerja sets a target of its own for a period."""
    bare = indikator.model_copy(update={"target": {}})
    return periode in in_force(target_versions(definition, unit, bare), periode).targets


def in_force(versions: tuple[TargetVersion, ...], periode: str) -> TargetVersion:
    """Return the version that was in force in a period."""
    position = PERIODS.index(periode)
    known = [one for one in versions if PERIODS.index(one.since) <= position]
    return known[-1]


def _agreed_first(definition: Definition, unit: Unit, indikator: Indikator) -> TargetVersion:
    year = str(definition.tahun)
    merged = _keyed(indikator.target, year)
    merged.update(_keyed(unit.target.get(indikator.kode, {}), year))
    agreed = None
    for agreement in unit.pk:
        if agreement.jenis == "murni":
            held = _keyed(agreement.target.get(indikator.kode, {}), year)
            merged.update(held)
            agreed = agreement if held else agreed
    return TargetVersion(PERIODS[0], agreed, _same_each_quarter(definition, indikator, merged))


def _changes(definition: Definition, unit: Unit) -> list[tuple[str, PerjanjianKinerja]]:
    """Return every PK perubahan with its first period, in the order in which they take effect."""
    found = [
        (first_period(one, int(definition.tahun)) or PERIODS[0], one)
        for one in unit.pk
        if one.jenis == "perubahan"
    ]
    return sorted(found, key=lambda change: PERIODS.index(change[0]))


def _changed(
    definition: Definition, indikator: Indikator, agreement: PerjanjianKinerja, since: str
) -> TargetMap:
    """Return the targets that a change sets: none of a period before it is in force."""
    held = _keyed(agreement.target.get(indikator.kode, {}), str(definition.tahun))
    held = _same_each_quarter(definition, indikator, held)
    open_ones = PERIODS[PERIODS.index(since) :]
    return {key: value for key, value in held.items() if key not in PERIODS or key in open_ones}


def _same_each_quarter(
    definition: Definition, indikator: Indikator, targets: TargetMap
) -> TargetMap:
    """Give every quarter the year's target where the indicator's mode is ``tetap``."""
    if indikator.triwulan != "tetap" or TAHUN not in targets or len(definition.periods) == 1:
        return targets
    return {**dict.fromkeys(QUARTERS, targets[TAHUN]), **targets}


def _keyed(targets: TargetMap, year: str) -> dict[str, NilaiTarget]:
    return {TAHUN if key == year else key: value for key, value in targets.items()}
