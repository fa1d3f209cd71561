"""Capaian: realisasi against target, by polarity and by the settings of the regency."""

from dataclasses import dataclass
from fractions import Fraction

from iku.calculation.figure import TIDAK_DAPAT, Figure, State, counted, half_up
from iku.definition.model import Definition, Indikator, PolaritasRentang, Rentang
from iku.definition.scales import Skala

HUNDRED = Fraction(100)
TERCAPAI = "Tercapai (menurut peringkat predikat)"
BELUM_TERCAPAI = "Belum tercapai (menurut peringkat predikat)"


@dataclass(frozen=True, slots=True)
class Rule:
    """How one indicator's capaian is computed, limited and named."""

    polaritas: str  # maksimasi, minimasi or rentang
    rentang: Rentang | None
    rumus_minimasi: str
    zero_target_met: bool  # whether a zero target is judged rather than refused
    lower: Fraction
    upper: Fraction | None
    skala: Skala
    bila_nihil: Fraction | None


def rule_of(definition: Definition, indikator: Indikator) -> Rule:
    """Return the rule of an indicator: the regency's settings with the indicator's overrides."""
    upper = definition.setting(indikator, "batas_rata_rata")
    polaritas = indikator.polaritas
    in_range = isinstance(polaritas, PolaritasRentang)
    nihil = indikator.bila_nihil
    return Rule(
        polaritas="rentang" if in_range else str(polaritas),
        rentang=polaritas.rentang if isinstance(polaritas, PolaritasRentang) else None,
        rumus_minimasi=definition.setting(indikator, "rumus_minimasi"),
        zero_target_met=definition.setting(indikator, "target_nol") == "terpenuhi_bila_nol",
        lower=Fraction(definition.setting(indikator, "batas_bawah")),
        upper=None if upper is None else Fraction(upper),
        skala=definition.setting(indikator, "skala"),
        bila_nihil=None if nihil == "dikecualikan" else Fraction(nihil),
    )


def capaian(rule: Rule, realisasi: Figure, target: Fraction | None) -> Figure:
    """Return capaian in percent, uncapped; a realisasi without a number passes its state on."""
    if not realisasi.counted:
        return realisasi
    value = realisasi.number
    if rule.rentang is not None:
        return _within(value, Fraction(rule.rentang.bawah), Fraction(rule.rentang.atas))
    if target is None:
        return TIDAK_DAPAT
    if target == 0:
        return _zero_target(rule, value)
    if rule.polaritas == "maksimasi":
        return counted(value / target * 100)
    if rule.rumus_minimasi == "A":
        return counted((2 * target - value) / target * 100)
    return TIDAK_DAPAT if value == 0 else counted(target / value * 100)


def _zero_target(rule: Rule, value: Fraction) -> Figure:
    if not rule.zero_target_met:
        return TIDAK_DAPAT
    met = value >= 0 if rule.polaritas == "maksimasi" else value == 0
    return counted(HUNDRED if met else 0)


def _within(value: Fraction, lower: Fraction, upper: Fraction) -> Figure:
    """Inside is 100; below R/L; above (2U−R)/U and never under zero (own design)."""
    if lower <= value <= upper:
        return counted(HUNDRED)
    if value < lower:
        return TIDAK_DAPAT if lower == 0 else counted(value / lower * 100)
    return (
        TIDAK_DAPAT if upper == 0 else counted(max(Fraction(0), (2 * upper - value) / upper * 100))
    )


def kategori(rule: Rule, value: Figure) -> str:
    """Return the category of a capaian rounded half up to 2 decimals; empty without a number."""
    return rule.skala.label(half_up(value.number)) if value.counted else ""


def by_rank(skala: Skala, predikat: str, target: str) -> str:
    """Return whether a grade reaches a target that is a grade alone; empty where one is missing."""
    reached, wanted = skala.rank(predikat), skala.rank(target)
    if reached is None or wanted is None:
        return ""
    return TERCAPAI if reached >= wanted else BELUM_TERCAPAI


def in_mean(rule: Rule, realisasi: Figure, value: Figure) -> Fraction | None:
    """Return what a capaian adds to the uncapped mean, or None where it is left out."""
    if value.counted:
        return value.number
    return rule.bila_nihil if realisasi.state is State.NIHIL else None


def limited(rule: Rule, value: Fraction) -> Fraction:
    """Return a capaian with the floor and the cap of the mean applied."""
    raised = max(rule.lower, value)
    return raised if rule.upper is None else min(rule.upper, raised)
