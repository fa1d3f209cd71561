"""Rules about programmes and their money: what is wrong here would be added up wrongly later."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, TypeAlias

from iku.definition.model import Definition
from iku.definition.program import Program
from iku.names import normal, safe

Fault: TypeAlias = tuple[tuple[str | int, ...], str]

LARGEST_PAGU: Final = 999_999_999_999_999  # rupiah; 15 digits are what a spreadsheet keeps
_LONGEST_CODE: Final = 60


def programs_are_sound(definition: Definition) -> Iterator[Fault]:
    """Programmes are told apart by code, point at what exists, and none contains another."""
    units = {unit.kode for unit in definition.unit}
    seen: set[str] = set()
    for n, program in enumerate(definition.program):
        yield from _code_faults(definition, n, program, seen)
        goals = len(definition.sasaran)
        if program.sasaran is not None and not 1 <= program.sasaran <= goals:
            reason = f"sasaran ke-{program.sasaran} tidak ada; tulis 1 sampai {goals}"
            yield ("program", n, "sasaran"), reason
        yield from _pagu_faults(("program", n, "pagu"), program.pagu)
        for code in program.berlaku_untuk:
            if units and code not in units:
                yield ("program", n, "berlaku_untuk"), f"unit '{code}' tidak ada dalam definisi"
    yield from _unit_faults(definition)


def _code_faults(
    definition: Definition, n: int, program: Program, seen: set[str]
) -> Iterator[Fault]:
    here, code = ("program", n, "kode"), program.kode
    if not code or len(code) > _LONGEST_CODE:
        yield here, f"kode program wajib ada dan paling panjang {_LONGEST_CODE} huruf"
    elif normal(safe(code)) in seen:
        yield here, f"kode program '{code}' dipakai dua kali"
    seen.add(normal(safe(code)))
    inside = next((one.kode for one in definition.program if one.kode.startswith(f"{code}.")), None)
    if inside is not None:
        reason = (
            f"'{code}' sudah memuat '{inside}'; tulis salah satu, agar tidak terhitung dua kali"
        )
        yield here, reason


def _unit_faults(definition: Definition) -> Iterator[Fault]:
    known = {program.kode: program for program in definition.program}
    for n, unit in enumerate(definition.unit):
        for code, pagu in unit.pagu.items():
            here = ("unit", n, "pagu", code)
            if code not in known:
                yield here, f"program '{code}' tidak ada dalam definisi"
                continue
            meant = known[code].berlaku_untuk
            if meant and unit.kode not in meant:
                yield here, f"program '{code}' tidak berlaku untuk unit '{unit.kode}'"
            yield from _pagu_faults(here, pagu)


def _pagu_faults(where: tuple[str | int, ...], pagu: Decimal | None) -> Iterator[Fault]:
    if pagu is not None and not 0 <= pagu <= LARGEST_PAGU:
        yield where, "pagu ditulis dalam rupiah, dari 0 sampai 15 angka, misalnya 250000000"
