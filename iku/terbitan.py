"""Terbitan: everything that made one workbook, stored in it, and its fingerprint."""

import hashlib
from functools import cached_property
from typing import Final, Literal

from pydantic import ConfigDict, Field

from iku.definition.canonical import (
    compact,
    definition_text,
    parse_definition,
    without_units,
)
from iku.definition.existence import NOT_YET, absences
from iku.definition.model import (
    Definition,
    Indikator,
    NilaiTarget,
    TargetMap,
    Unit,
)
from iku.definition.part import Bagian
from iku.definition.scalars import Bulat
from iku.periods import TAHUN
from iku.targets import TargetVersion, in_force, target_versions

TATA_LETAK: Final = 4
"""The layout version: rises whenever the same Terbitan gives any other locked text or place."""
_ASKED_SINCE_IT_BEGAN: Final = 4  # earlier forms ask a new unit for the whole year

_OPENING: Final = '{"definisi":'  # the first key in order, and the same text in every workbook
_NEXT_KEY: Final = ',"sebelumnya":{'


class _OwnPart(Bagian):
    """What an issue record says of its unit alone."""

    skema: Literal["1"] = "1"
    tata_letak: Bulat = TATA_LETAK
    unit: Unit
    target: dict[str, TargetMap] = Field(default_factory=dict)
    sebelumnya: dict[str, TargetMap] = Field(default_factory=dict)


class Terbitan(_OwnPart):
    """Issue record: definition, unit, that unit's targets and previous values, layout version.

    ``target`` and ``sebelumnya`` map an indicator code to values by period or year; the year of
    the definition is always the key ``TAHUN``. ``definisi`` carries no other unit's data.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, ignored_types=(cached_property,)
    )

    definisi: Definition

    @cached_property
    def canonical(self) -> str:
        """The record as text that is the same for the same content, on every machine."""
        rest = compact(self.model_dump(mode="json", exclude={"definisi"}))
        return f"{_OPENING}{definition_text(self.definisi)},{rest[1:]}"

    @cached_property
    def sidik(self) -> str:
        """The fingerprint: SHA-256 of the canonical text, 64 hexadecimal digits."""
        return fingerprint(self.canonical)

    @property
    def unit_name(self) -> str:
        """The unit as reports name it, such as ``Kecamatan Jambi Timur``."""
        return f"{self.definisi.jenis_unit} {self.unit.nama}"

    def applies(self, indikator: Indikator) -> bool:
        """Whether an indicator has an object in this unit."""
        return self.unit.has(indikator)

    @cached_property
    def not_yet(self) -> frozenset[str]:
        """The periods before the unit began: nothing is asked for them, a blank is nothing."""
        if int(self.tata_letak) < _ASKED_SINCE_IT_BEGAN:
            return frozenset()
        absent = absences(self.unit, self.definisi).items()
        return frozenset(periode for periode, words in absent if words == NOT_YET)

    def target_of(self, kode: str, periode: str) -> NilaiTarget | None:
        """Return the target that definition or regency gives for a period or a year, if any."""
        return self.target.get(kode, {}).get(periode)

    @cached_property
    def changed_targets(self) -> dict[str, tuple[TargetVersion, ...]]:
        """The targets of every indicator that a PK perubahan changed, as agreed and as changed."""
        if all(agreement.jenis == "murni" for agreement in self.unit.pk):
            return {}
        versions = (
            (one.kode, target_versions(self.definisi, self.unit, one))
            for one in self.definisi.indikator
        )
        return {kode: found for kode, found in versions if len(found) > 1}

    def superseded(self, kode: str) -> tuple[TargetVersion, ...]:
        """Return the targets of an indicator before each PK perubahan, earliest first."""
        return self.changed_targets.get(kode, ())[:-1]

    def year_target_of(self, kode: str, periode: str) -> NilaiTarget | None:
        """Return the year's target as it was in force in a period, if any."""
        versions = self.changed_targets.get(kode)
        if versions is None:
            return self.target_of(kode, TAHUN)
        return in_force(versions, periode).targets.get(TAHUN)

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
    record = Terbitan.model_construct(
        definisi=without_units(definition),
        unit=unit,
        target={
            one.kode: targets
            for one in definition.indikator
            if (targets := target_versions(definition, unit, one)[-1].targets)
        },
        sebelumnya=previous or {},
    )
    return parse_terbitan(record.canonical)


def parse_terbitan(canonical: str) -> Terbitan:
    """Read an issue record from the text that a workbook carries; ValueError if it is not one.

    The definition, which all workbooks of a regency have in common, is read once.
    """
    opening, found, rest = canonical.partition(_NEXT_KEY)
    if not found or not opening.startswith(_OPENING):
        return Terbitan.model_validate_json(canonical)
    try:
        definition = parse_definition(opening.removeprefix(_OPENING))
        own = _OwnPart.model_validate_json(f"{{{found[1:]}{rest}")
    except ValueError:  # the key stood elsewhere, or something is wrong: read it as a whole
        return Terbitan.model_validate_json(canonical)
    return Terbitan.model_construct(definisi=definition, **dict(own))


def renewed(terbitan: Terbitan) -> Terbitan:
    """Return the record of the same form in today's layout."""
    # Not a copy: that would bring along what the old record has worked out, its text among it.
    today = Terbitan.model_construct(**(dict(terbitan) | {"tata_letak": TATA_LETAK}))
    return parse_terbitan(today.canonical)
