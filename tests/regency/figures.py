"""The numbers that each kecamatan has, before anything goes wrong with them."""

import random
from collections.abc import Mapping
from fractions import Fraction

from tests.regency.measures import BY_CODE, QUARTERS
from tests.regency.units import NAMES, STARTS_LATE, Kecamatan

NIHIL = "Nihil"
NOT_YET = "Data belum tersedia"
Key = tuple[str, str, str]
"""Code (or ``bersama``), field and period; an empty field is the status of the whole indicator."""
Typed = dict[Key, Fraction | str]
"""What was typed: a number, or the status in its place."""


def year_of(unit: Kecamatan, seed: int) -> Typed:
    """Everything that a unit has to say in a year."""
    chance = random.Random(f"{seed}/{unit.kode}")  # noqa: S311  no secret, the same every time
    typed: Typed = {}
    rukun, penduduk, penerima = chance.randint(60, 240), chance.randint(20_000, 90_000), 0
    pokok = chance.randint(400, 900) * 1_000_000
    for quarter in QUARTERS:
        rukun, penduduk = rukun + chance.randint(0, 2), penduduk + chance.randint(-80, 300)
        penerima += chance.randint(40, 260)
        shared = {"rukun": rukun, "penduduk": penduduk}
        typed |= {("bersama", kode, quarter): Fraction(one) for kode, one in shared.items()}
        numbers = _quarter(chance, rukun, pokok) | {("P5", "penerima"): penerima}
        typed |= {(kode, part, quarter): Fraction(one) for (kode, part), one in numbers.items()}
        typed["P13", "nilai", quarter] = Fraction(chance.randint(1000, 9900), 100)
    typed["P12", "nilai", "TAHUN"] = Fraction(chance.randint(7000, 9500), 100)
    return _with_gaps(unit, typed)


def _quarter(chance: random.Random, rukun: int, pokok: int) -> dict[tuple[str, str], int]:
    masuk, keluhan, berkas = chance.randint(200, 900), chance.randint(8, 40), chance.randint(30, 90)
    izin, lain = chance.randint(5, 40), chance.randint(50, 300)
    return {
        ("P1", "tepat"): chance.randint(masuk * 7 // 10, masuk),
        ("P1", "masuk"): masuk,
        ("P2", "izin_tepat"): chance.randint(izin // 2, izin),
        ("P2", "izin_masuk"): izin,
        ("P2", "lain_tepat"): chance.randint(lain // 2, lain),
        ("P2", "lain_masuk"): lain,
        ("P3", "selesai"): chance.randint(keluhan // 2, keluhan),
        ("P3", "keluhan"): keluhan,
        ("P6", "hari"): berkas * 2 + chance.randint(1, berkas * 2),
        ("P6", "berkas"): berkas,
        ("P4", "aktif"): chance.randint(rukun // 3, rukun),
        ("P7", "nilai"): chance.randint(2, 9),
        ("P8", "lunas"): chance.randint(pokok // 10, pokok // 4),
        ("P8", "pokok"): pokok,
        ("P9", "linmas"): chance.randint(rukun, rukun * 5),
        ("P10", "nilai"): chance.randint(0, 9),
    }


def _with_gaps(unit: Kecamatan, typed: Typed) -> Typed:
    """What some units do not have: no permits, no complaints, a stock that is not typed again."""
    which = unit.index % len(NAMES)
    for quarter in QUARTERS:
        if which == 1:
            typed = with_status(typed, "P3", quarter, NIHIL)
        if which == 2 and quarter != "TW4":
            typed["P2", "izin_tepat", quarter] = typed["P2", "izin_masuk", quarter] = NIHIL
        if which == 6 and quarter != "TW1":
            del typed["bersama", "rukun", quarter]
        if unit.index == STARTS_LATE and quarter in {"TW1", "TW2"}:
            for kode in BY_CODE:
                typed = with_status(typed, kode, quarter, NIHIL)
            typed["bersama", "rukun", quarter] = typed["bersama", "penduduk", quarter] = NIHIL
    if which == 5:  # rejecting it would raise the mean; it is far below all others
        typed["P3", "selesai", "TW3"], typed["P3", "keluhan", "TW3"] = Fraction(1), Fraction(200)
    if which == 8:
        typed["P7", "nilai", "TW3"] = Fraction(400)
    for kode in unit.without:
        typed = without(typed, kode)
    return typed


def without(typed: Typed, kode: str) -> Typed:
    """The same without an indicator."""
    return {key: one for key, one in typed.items() if key[0] != kode}


def with_status(typed: Typed, kode: str, period: str, status: str) -> Typed:
    """The same with a status in place of an indicator's numbers."""
    if BY_CODE[kode].yearly:
        return typed
    kept = {key: one for key, one in typed.items() if (key[0], key[2]) != (kode, period)}
    return {**kept, (kode, "", period): status}


def up_to(typed: Typed, periods: tuple[str, ...]) -> Typed:
    """Only what is said of some periods."""
    return {key: one for key, one in typed.items() if key[2] in periods}


def as_entries(typed: Mapping[Key, Fraction | str]) -> dict[str, float | str]:
    """The same as workbook names and what is put into the cells."""
    entries: dict[str, float | str] = {}
    for (kode, part, period), one in typed.items():
        name = ".".join(filter(None, (kode, part, period)))
        if isinstance(one, Fraction):
            entries[f"isian.{name}"] = float(one)
            continue
        entries[f"status.{name}"] = one
        entries[f"alasan.{name}"] = "Tidak ada pada triwulan ini"
        if one == NOT_YET:
            entries[f"instansi.{name}"] = "Dinas PMD"
            entries[f"perkiraan.{name}"] = "15 Oktober 2025"
    return entries
