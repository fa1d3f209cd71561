"""Rules on how four quarters make a year."""

from collections.abc import Iterator
from decimal import Decimal

from iku.definition.climbing import climbs
from iku.definition.lint.computed import PERCENT
from iku.definition.lint.reach import shown
from iku.definition.lint.subject import Subject, subjects
from iku.definition.lint.vocabulary import word_set
from iku.definition.lint.wording import words
from iku.definition.load import spoken
from iku.definition.model import Definition, Indikator, NilaiTarget, TargetMap, Unit
from iku.finding import Fact, Finding
from iku.periods import QUARTERS, TAHUN
from iku.targets import target_versions

_STOCKS = word_set("keadaan")


def stocks_are_not_added_up(subject: Subject) -> Iterator[Finding]:
    """DEF-160: 192 RT stay 192 RT; four quarters of them are not 768."""
    if subject.definition.pengaturan.periode == "tahunan":
        return
    indikator = subject.indikator
    if indikator.triwulan == "jumlah" and indikator.satuan.strip().lower() in PERCENT:
        yield subject.finding("DEF-160", "triwulan", dijumlahkan=f"persentase {indikator.nama}")
        return
    if indikator.triwulan != "komponen":
        return
    below = {code for share in subject.shares for code in share.bottom}
    for n, written in enumerate(indikator.komponen):
        part = subject.part(written.kode)
        adds_up = part.sifat == "arus" and part.cara_isi == "dalam_triwulan"
        said = words(part.nama)
        is_stock = bool(said) and said <= _STOCKS
        if written.kode in below and adds_up and (is_stock or _under_stocks(subject, written.kode)):
            yield subject.finding("DEF-160", f"komponen.{n}.sifat", dijumlahkan=part.nama)


def _under_stocks(subject: Subject, kode: str) -> bool:
    """Whether a component divides states alone: what they are part of is a state as well."""
    tops = [one.top for one in subject.shares if kode in one.bottom]
    return any(top and all(subject.part(one).sifat == "posisi" for one in top) for top in tops)


def quarters_have_targets(definition: Definition) -> Iterator[Finding]:
    """DEF-162: entered by quarter, with a target of the year alone: no quarter has a capaian."""
    year = {TAHUN, str(definition.tahun)}
    bare = [
        one
        for one in subjects(definition)
        if set(definition.entry_periods(one.indikator)) & set(QUARTERS)
        and definition.pengaturan.periode == "triwulanan"
        and one.indikator.triwulan != "tetap"
        and year & one.indikator.target.keys()
        and not set(QUARTERS) & one.indikator.target.keys()
        and not any(set(QUARTERS) & _targets(unit, one.indikator) for unit in definition.unit)
    ]
    if bare:
        facts: dict[str, Fact] = {
            "kunci": spoken((*bare[0].where, "target")),
            "daftar_indikator": [one.indikator.kode for one in bare],
        }
        yield Finding("DEF-162", facts=facts)


def _targets(unit: Unit, indikator: Indikator) -> set[str]:
    """Return the periods for which a unit has a target of its own."""
    given = [unit.target, *(agreement.target for agreement in unit.pk)]
    return {period for one in given for period in one.get(indikator.kode, {})}


def quarters_stay_below_the_year(subject: Subject) -> Iterator[Finding]:
    """DEF-165: a quarter asks for more than the whole year, of what only climbs in it."""
    definition, indikator = subject.definition, subject.indikator
    if definition.pengaturan.periode != "triwulanan" or not climbs(definition, indikator):
        return
    everywhere = _above(definition, indikator.target, QUARTERS)
    somewhere = {
        unit.nama: found
        for unit in definition.unit
        if not everywhere and (found := _above_in(subject, unit))
    }
    found = everywhere or next(iter(somewhere.values()), None)
    if found is not None:
        key = "target" if somewhere else f"target.{found[0]}"
        where = f" di {', '.join(somewhere)}" if somewhere else ""
        facts = {"periode": found[0], "target": shown(found[1]), "target_tahun": shown(found[2])}
        yield subject.finding("DEF-165", key, **facts, di_unit=where, unit=list(somewhere))


_Above = tuple[str, Decimal, Decimal]  # a quarter, its target and that of the year


def _above_in(subject: Subject, unit: Unit) -> _Above | None:
    """Return the first quarter of a unit above the year's target that was agreed with it."""
    if not _targets(unit, subject.indikator):
        return None
    for version in target_versions(subject.definition, unit, subject.indikator):
        since = QUARTERS[QUARTERS.index(version.since) :] if version.since in QUARTERS else ()
        found = _above(subject.definition, version.targets, since)
        if found is not None:
            return found
    return None


def _above(definition: Definition, targets: TargetMap, quarters: tuple[str, ...]) -> _Above | None:
    year = targets.get(TAHUN) or targets.get(str(definition.tahun)) or NilaiTarget()
    for quarter in quarters:
        own = (targets.get(quarter) or NilaiTarget()).nilai
        if own is not None and year.nilai is not None and own > year.nilai:
            return quarter, own, year.nilai
    return None
