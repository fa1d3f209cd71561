"""Rules on what a target can be, and whether it still asks for anything."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from iku.calculation.figure import half_up
from iku.definition.lint.computed import PERCENT
from iku.definition.lint.subject import Subject
from iku.definition.model import Baseline, Indikator, NilaiTarget, TargetMap, Unit
from iku.finding import Fact, Finding

_MOST_VILLAGES = 12  # with more of them the possible values lie closer than targets are meant
_LAST_DIGIT = Fraction(1, 100)


def target_is_possible(subject: Subject) -> Iterator[Finding]:
    """DEF-159: a target that no realisasi can ever equal: 110 % of a whole, an IKM of 20."""
    limits = _limits(subject)
    if limits is None:
        return
    lowest, highest = limits
    for key, target in subject.indikator.target.items():
        if target.nilai is not None and not lowest <= target.nilai <= highest:
            yield subject.finding(
                "DEF-159",
                f"target.{key}",
                target=shown(target.nilai),
                terendah=lowest,
                tertinggi=highest,
            )
            return


def zero_target_can_be_judged(subject: Subject) -> Iterator[Finding]:
    """DEF-161: the lower the better and a target of 0, which formula A and B cannot divide by."""
    indikator = subject.indikator
    judged = subject.definition.setting(indikator, "target_nol") != "tidak_dapat_dihitung"
    zero = next((key for key, one in indikator.target.items() if one.nilai == 0), None)
    if indikator.polaritas == "minimasi" and zero is not None and not judged:
        yield subject.finding("DEF-161", f"target.{zero}")


def _limits(subject: Subject) -> tuple[int, int] | None:
    """Return the lowest and highest value of an indicator, where its kind has such."""
    indikator = subject.indikator
    match indikator.nilai.jenis:
        case "skm":
            return 25, 100
        case "predikat" if indikator.nilai.skala is None:
            return 0, 100
        case "ya_tidak":
            return 0, 100
        case "rumus" | "status" if _is_part_of_a_whole(subject):
            return 0, 100
        case _:
            return None


def _is_part_of_a_whole(subject: Subject) -> bool:
    """Whether a percentage counts, of things of one unit, those that are singled out."""
    if subject.indikator.satuan.strip().lower() not in PERCENT or len(subject.shares) != 1:
        return False
    (share,) = subject.shares
    above, below = subject.units(share.top), subject.units(share.bottom)
    return above.keys() == below.keys() and bool(above) and "rp" not in above


def target_fits_the_villages(subject: Subject) -> Iterator[Finding]:
    """DEF-158: with three villages a share is 0, 33,33, 66,67 or 100, and never 80."""
    kind = _village_share(subject)
    if kind is None:
        return
    misfits = []
    for unit in subject.definition.unit:
        villages = sum(place.jenis == kind for place in unit.wilayah)
        target = _target_of(subject, unit)
        if target is None or target.nilai is None or not 0 < villages <= _MOST_VILLAGES:
            continue
        if not _reachable(target.nilai, villages):
            misfits.append((unit.nama, villages, target.nilai))
    if misfits:
        _, villages, target_nilai = misfits[0]
        yield subject.finding(
            "DEF-158",
            "target",
            unit=[nama for nama, _, _ in misfits],
            banyak=villages,
            jenis=kind,
            target=shown(target_nilai),
            mungkin="; ".join(_percent(k, villages) for k in range(villages + 1)),
        )


def _village_share(subject: Subject) -> str | None:
    """Return ``desa`` or ``kelurahan`` where that is the whole that a percentage divides by."""
    if subject.indikator.satuan.strip().lower() not in PERCENT or len(subject.shares) != 1:
        return None
    (share,) = subject.shares
    units = set(subject.units(share.bottom))
    return next((kind for kind in ("desa", "kelurahan") if units == {kind}), None)


def _target_of(subject: Subject, unit: Unit) -> NilaiTarget | None:
    year = str(subject.definition.tahun)
    own = unit.target.get(subject.indikator.kode, {})
    return own.get(year) or subject.indikator.target.get(year)


def _reachable(target: Decimal, villages: int) -> bool:
    near = round(Fraction(target) / 100 * villages)
    return abs(Fraction(near * 100, villages) - Fraction(target)) < _LAST_DIGIT


def _percent(part: int, whole: int) -> str:
    return shown(half_up(Fraction(part * 100, whole), 2))


def target_asks_for_more(subject: Subject) -> Iterator[Finding]:
    """DEF-157: the target of the year was reached before the year began, here or in some units."""
    indikator, kode = subject.indikator, subject.indikator.kode
    everywhere = _reached_before(subject, indikator.target, indikator.baseline)
    if everywhere:
        yield _asks_for_nothing(subject, everywhere, ())
        return
    somewhere = {}
    for unit in subject.definition.unit:
        if kode not in unit.target and kode not in unit.baseline:
            continue
        targets = {**indikator.target, **unit.target.get(kode, {})}
        found = _reached_before(subject, targets, unit.baseline.get(kode) or indikator.baseline)
        if found:
            somewhere[unit.nama] = found
    if somewhere:
        yield _asks_for_nothing(subject, next(iter(somewhere.values())), tuple(somewhere))


def _reached_before(
    subject: Subject, targets: TargetMap, before: Baseline | None
) -> dict[str, Fact] | None:
    """Return what is known of a target that was met before its year, None where it was not."""
    year = subject.definition.tahun
    target = targets.get(str(year))
    if target is None or target.nilai is None or before is None or before.nilai is None:
        return None
    if not _is_met(subject.indikator, before, target.nilai) or _at_its_end(subject, target.nilai):
        return None
    last = targets.get(str(year - 1))
    same = last is not None and last.nilai == target.nilai
    return {
        "target": shown(target.nilai),
        "tahun": year,
        "kondisi_awal": shown(before.nilai),
        "tahun_awal": str(before.tahun or "sebelumnya"),
        "tambahan": f", dan target tahun {year - 1} juga {shown(target.nilai)}" if same else "",
    }


def _asks_for_nothing(subject: Subject, known: dict[str, Fact], units: tuple[str, ...]) -> Finding:
    year = subject.definition.tahun
    key = "target" if units else f"target.{year}"
    where = f" di {', '.join(units)}" if units else ""
    return subject.finding("DEF-157", key, **known, di_unit=where, unit=list(units))


def _is_met(indikator: Indikator, reached: Baseline, target: Decimal) -> bool:
    """Whether the value before the year already meets the target; a range asks to stay."""
    if reached.nilai is None or indikator.polaritas not in {"maksimasi", "minimasi"}:
        return False
    rising = indikator.polaritas == "maksimasi"
    return reached.nilai >= target if rising else reached.nilai <= target


def _at_its_end(subject: Subject, target: Decimal) -> bool:
    """Whether a better target does not exist: all of a whole, or none of what should not be."""
    if subject.indikator.polaritas == "minimasi":
        return target == 0
    highest = subject.indikator.satuan.strip().lower() in PERCENT or _limits(subject) is not None
    return highest and target >= 100


def shown(number: Decimal | Fraction) -> str:
    """Return a target as it is written in Indonesian, without noughts at its end."""
    text = format(number, "f") if isinstance(number, Decimal) else f"{float(number):.2f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",")
