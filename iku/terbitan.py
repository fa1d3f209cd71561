"""Terbitan: everything that made one workbook, stored in it, and its fingerprint."""

import hashlib
import json
import re
from functools import cached_property
from typing import Final, Literal

from pydantic import ConfigDict, Field

from iku.definition.model import (
    Bagian,
    Definition,
    Indikator,
    NilaiTarget,
    PerjanjianKinerja,
    TargetMap,
    Unit,
)
from iku.definition.scalars import Bulat
from iku.periods import PERIODS, QUARTERS, TAHUN

TATA_LETAK: Final = 3
"""The layout version: rises whenever the same Terbitan gives any other locked text or place."""


class Terbitan(Bagian):
    """Issue record: definition, unit, that unit's targets and previous values, layout version.

    ``target`` and ``sebelumnya`` map an indicator code to values by period or year; the year of
    the definition is always the key ``TAHUN``. ``definisi`` carries no other unit's data.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    skema: Literal["1"] = "1"
    tata_letak: Bulat = TATA_LETAK
    definisi: Definition
    unit: Unit
    target: dict[str, TargetMap] = Field(default_factory=dict)
    sebelumnya: dict[str, TargetMap] = Field(default_factory=dict)

    @cached_property
    def canonical(self) -> str:
        """The record as text that is the same for the same content, on every machine."""
        tree = self.model_dump(mode="json")
        return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @cached_property
    def sidik(self) -> str:
        """The fingerprint: SHA-256 of the canonical text, 64 hexadecimal digits."""
        return fingerprint(self.canonical)

    def applies(self, indikator: Indikator) -> bool:
        """Whether an indicator has an object in this unit."""
        if indikator.kode in self.unit.tidak_berlaku:
            return False
        return not indikator.berlaku_untuk or self.unit.kode in indikator.berlaku_untuk

    def target_of(self, kode: str, periode: str) -> NilaiTarget | None:
        """Return the target that definition or regency gives for a period or a year, if any."""
        return self.target.get(kode, {}).get(periode)

    @property
    def previous_years(self) -> tuple[str, ...]:
        """The earlier years with values, latest first."""
        years = {year for values in self.sebelumnya.values() for year in values}
        return tuple(sorted(years, reverse=True))


def fingerprint(canonical: str) -> str:
    """Return the SHA-256 of a canonical text."""
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def issue(
    definition: Definition, unit: Unit, previous: dict[str, TargetMap] | None = None
) -> Terbitan:
    """Return the issue record of one unit; ``previous`` maps codes to values by year.

    It is read back from its own canonical text, so that what is built from it here and what is
    rebuilt from a returned workbook cannot differ, not even in the order of keys.
    """
    record = Terbitan(
        definisi=definition.model_copy(update={"unit": ()}),
        unit=unit,
        target={
            one.kode: targets
            for one in definition.indikator
            if (targets := _targets(definition, unit, one))
        },
        sebelumnya=previous or {},
    )
    return parse_terbitan(record.canonical)


def parse_terbitan(canonical: str) -> Terbitan:
    """Read an issue record from the text that a workbook carries; ValueError if it is not one."""
    return Terbitan.model_validate_json(canonical)


def _targets(definition: Definition, unit: Unit, indikator: Indikator) -> TargetMap:
    """Merge definition, unit override and Perjanjian Kinerja; later ones win."""
    year = str(definition.tahun)
    merged = _keyed(indikator.target, year)
    merged.update(_keyed(unit.target.get(indikator.kode, {}), year))
    for agreement in unit.pk:
        held = _keyed(agreement.target.get(indikator.kode, {}), year)
        since = _first_period(agreement)
        merged.update(
            {key: value for key, value in held.items() if key not in PERIODS or key in since}
        )
    if indikator.triwulan == "tetap" and TAHUN in merged and len(definition.periods) > 1:
        merged = {**dict.fromkeys(QUARTERS, merged[TAHUN]), **merged}
    return merged


def in_order(targets: TargetMap) -> list[tuple[str, NilaiTarget]]:
    """Return targets with the periods of the year first, then other years."""
    order = [*PERIODS, *sorted(key for key in targets if key not in PERIODS)]
    return [(key, targets[key]) for key in order if key in targets]


def _keyed(targets: TargetMap, year: str) -> TargetMap:
    return {TAHUN if key == year else key: value for key, value in targets.items()}


def _first_period(agreement: PerjanjianKinerja) -> tuple[str, ...]:
    """Return the periods an agreement speaks for: a change leaves the earlier ones alone."""
    start = agreement.berlaku_mulai
    if agreement.jenis == "murni" or not start:
        return PERIODS
    month = re.search(r"[0-9]{4}-([0-9]{2})", start)
    first = f"TW{(int(month[1]) + 2) // 3}" if month else start
    return PERIODS[PERIODS.index(first) :] if first in PERIODS else PERIODS
