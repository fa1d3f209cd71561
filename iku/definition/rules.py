"""Rules between the fields of a definition: a definition that breaks one cannot be built."""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from iku.dates_as_typed import date_as_typed
from iku.definition.agreement import first_period, period_of
from iku.definition.budget_rules import programs_are_sound
from iku.definition.form_language import form_language_is_known
from iku.definition.model import Definition, Indikator, Komponen, PerjanjianKinerja, TargetMap
from iku.definition.scale_rules import scales_are_sound
from iku.formula.functions import ALLOWED_FUNCTIONS
from iku.formula.parser import parse
from iku.formula.tree import (
    Binary,
    Boolean,
    Call,
    Cell,
    Node,
    Number,
    Range,
    Text,
    names_in,
    walk,
)
from iku.names import all_names, normal
from iku.periods import PERIODS

Where: TypeAlias = tuple[str | int, ...]
Fault: TypeAlias = tuple[Where, str]

RUMUS_FUNCTIONS = frozenset({"SUM", "AVERAGE", "MIN", "MAX", "ROUND"})
_CODE = re.compile(r"[a-z]+(_[a-z0-9]+)*")
_CELL = re.compile(r"[a-z]{1,3}[0-9]{1,7}|r[0-9]*c[0-9]*|r|c")
_RESERVED = {"nilai", "predikat", "bersama"}
_OPERATORS = frozenset("+-*/")
_PLAIN_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_LONGEST_CODE = 60  # names of cells hold 255 characters, and a code is a part of many
_TARGET_KEY = re.compile(r"TW[1-4]|TAHUN|(19|20)[0-9]{2}")


def rule_faults(definition: Definition) -> list[Fault]:
    """Return (path, reason) of every broken rule."""
    return [fault for rule in RULES for fault in rule(definition)]


def _indikator(definition: Definition) -> Iterator[tuple[Where, Indikator]]:
    for s, sasaran in enumerate(definition.sasaran):
        for i, indikator in enumerate(sasaran.indikator):
            yield ("sasaran", s, "indikator", i), indikator


def codes_are_unique(definition: Definition) -> Iterator[Fault]:
    """Indicator and unit codes identify; ``bersama`` is taken by the shared figures."""
    seen: dict[str, str] = {}
    for where, indikator in _indikator(definition):
        key = normal(indikator.kode)
        if len(indikator.kode) > _LONGEST_CODE:
            yield (*where, "kode"), f"kode paling panjang {_LONGEST_CODE} huruf"
        if not indikator.kode or key == "bersama":
            yield (*where, "kode"), f"kode indikator '{indikator.kode}' tidak boleh dipakai"
        elif key in seen:
            yield (*where, "kode"), f"kode '{indikator.kode}' sudah dipakai '{seen[key]}'"
        seen[key] = indikator.nama
    units: set[str] = set()
    for n, unit in enumerate(definition.unit):
        if unit.kode in units:
            yield ("unit", n, "kode"), f"kode unit '{unit.kode}' dipakai dua kali"
        units.add(unit.kode)


def component_codes_are_sound(definition: Definition) -> Iterator[Fault]:
    """Component codes become parts of names and of formulas, and must not read as anything else."""
    for n, shared in enumerate(definition.data_bersama):
        yield from _code_faults(("data_bersama", n), shared, set())
    for where, indikator in _indikator(definition):
        seen: set[str] = set()
        for n, part in enumerate(indikator.komponen):
            yield from _code_faults((*where, "komponen", n), part, seen)


def _code_faults(where: Where, part: Komponen, seen: set[str]) -> Iterator[Fault]:
    code = part.kode
    here = (*where, "kode")
    if _CELL.fullmatch(code):
        apart = re.sub(r"(?<=[a-z])(?=[0-9])", "_", code)
        hint = f"tulis misalnya {apart}" if apart != code else "pilih kata lain"
        yield here, f"kode '{code}' sama dengan alamat sel Excel; {hint}"
    elif not _CODE.fullmatch(code):
        yield here, f"kode '{code}' harus huruf kecil, angka dan '_', misalnya surat_masuk"
    elif code.upper() in ALLOWED_FUNCTIONS or code in _RESERVED:
        yield here, f"kode '{code}' sudah berarti lain di Excel; pilih kata lain"
    if normal(code) in seen:
        yield here, f"kode komponen '{code}' dipakai dua kali dalam indikator ini"
    seen.add(normal(code))


def shared_figures_exist(definition: Definition) -> Iterator[Fault]:
    """A component with ``dari`` points at a shared figure."""
    known = {part.kode for part in definition.data_bersama}
    for where, indikator in _indikator(definition):
        for n, part in enumerate(indikator.komponen):
            if part.dari is not None and part.dari not in known:
                yield (
                    (*where, "komponen", n, "dari"),
                    f"'{part.dari}' tidak ada dalam data_bersama",
                )


def formulas_use_components(definition: Definition) -> Iterator[Fault]:
    """The rumus names its components and nothing else, with the allowed functions only."""
    for where, indikator in _indikator(definition):
        here = (*where, "nilai", "rumus")
        if not indikator.measured_by_components:
            if indikator.nilai.rumus or indikator.komponen:
                jenis = indikator.nilai.jenis
                yield here, f"nilai berjenis '{jenis}' tidak memakai rumus dan komponen"
        elif indikator.nilai.rumus is None:
            yield here, "rumus belum ada; tulis misalnya tepat/masuk*100"
        else:
            yield from _formula_faults(here, indikator)


def _formula_faults(here: Where, indikator: Indikator) -> Iterator[Fault]:
    tree = parse(indikator.nilai.rumus or "")
    codes = {part.kode for part in indikator.komponen}
    used = names_in(tree)
    for name in used:
        if name not in codes:
            yield here, f"'{name}' bukan kode komponen indikator {indikator.kode}"
    for code in sorted(codes - set(used)):
        yield here, f"komponen '{code}' tidak dipakai dalam rumus"
    yield from _grammar_faults(here, tree)


def _grammar_faults(here: Where, tree: Node) -> Iterator[Fault]:
    """Hold a rumus to what people, the sheet and the exact calculation all understand."""
    for node in walk(tree):
        match node:
            case Call() if node.function not in RUMUS_FUNCTIONS:
                allowed = "SUM, AVERAGE, MIN, MAX, ROUND"
                yield here, f"fungsi {node.function} tidak tersedia; pakai {allowed}"
            case Call(function="ROUND"):
                places = node.arguments[1] if len(node.arguments) == 2 else None
                if not isinstance(places, Number) or not places.text.isdecimal():
                    yield here, "ROUND memakai dua bagian, misalnya ROUND(a/b*100, 2)"
            case Call() if not node.arguments:
                yield here, f"{node.function} belum berisi apa pun"
            case Binary() if node.operator not in _OPERATORS:
                yield here, f"tanda '{node.operator}' tidak tersedia; pakai + - * / dan kurung"
            case Cell() | Range():
                yield here, "rumus memakai kode komponen, bukan alamat sel Excel seperti rt1"
            case Number() if not _PLAIN_NUMBER.fullmatch(node.text):
                yield here, f"tulis angka {node.text} tanpa pangkat, misalnya 1000"
            case Text() | Boolean():
                yield here, "rumus hanya berisi angka dan kode komponen"


def targets_name_periods(definition: Definition) -> Iterator[Fault]:
    """Targets are keyed by year or by TW1–TW4; quarters belong to quarterly definitions."""
    for where, indikator in _indikator(definition):
        yield from _target_faults(definition, (*where, "target"), indikator, indikator.target)
    by_code = {one.kode: one for one in definition.indikator}
    for n, unit in enumerate(definition.unit):
        held: list[tuple[Where, dict[str, TargetMap]]] = [(("unit", n, "target"), unit.target)]
        held += [(("unit", n, "pk", m, "target"), one.target) for m, one in enumerate(unit.pk)]
        for place, targets in held:
            for code, values in targets.items():
                if code in by_code:
                    yield from _target_faults(definition, (*place, code), by_code[code], values)


def _target_faults(
    definition: Definition, where: Where, indikator: Indikator, targets: TargetMap
) -> Iterator[Fault]:
    for key, target in targets.items():
        if not _TARGET_KEY.fullmatch(key):
            yield (*where, key), f"'{key}' bukan tahun atau TW1–TW4"
        elif key.startswith("TW") and definition.pengaturan.periode == "tahunan":
            yield (*where, key), "definisi tahunan tidak memakai target triwulan"
        if target.predikat is None:
            continue
        if indikator.nilai.jenis != "predikat":
            yield (*where, key), f"target '{target.predikat}' bukan angka, misalnya 90"
        elif indikator.skala_predikat.rank(target.predikat) is None:
            known = ", ".join(indikator.skala_predikat.labels)
            yield (*where, key), f"predikat '{target.predikat}' tidak ada dalam skala: {known}"


def periods_fit(definition: Definition) -> Iterator[Fault]:
    """A yearly definition has no quarters to measure in."""
    if definition.pengaturan.periode == "triwulanan":
        return
    for where, indikator in _indikator(definition):
        if set(indikator.periode_ukur) & set(PERIODS[:4]):
            yield (*where, "periode_ukur"), "definisi tahunan hanya diukur pada TAHUN"


def ranges_are_ordered(definition: Definition) -> Iterator[Fault]:
    """Lower bounds lie below upper bounds."""
    for where, indikator in _indikator(definition):
        if not isinstance(indikator.polaritas, str):
            rentang = indikator.polaritas.rentang
            if rentang.bawah > rentang.atas:
                yield (*where, "polaritas"), "batas bawah rentang lebih besar daripada batas atas"
        for n, part in enumerate(indikator.komponen):
            if part.min is not None and part.maks is not None and part.min > part.maks:
                yield (*where, "komponen", n, "min"), "min lebih besar daripada maks"


def units_refer_to_indicators(definition: Definition) -> Iterator[Fault]:
    """Overrides of a unit name indicators that exist."""
    known = {indikator.kode for indikator in definition.indikator}
    for n, unit in enumerate(definition.unit):
        named: dict[str, tuple[str, ...]] = {
            "target": tuple(unit.target),
            "baseline": tuple(unit.baseline),
            "tidak_berlaku": unit.tidak_berlaku,
        }
        for key, codes in named.items():
            for code in codes:
                if code not in known:
                    yield ("unit", n, key), f"indikator '{code}' tidak ada dalam definisi"


def agreements_are_sound(definition: Definition) -> Iterator[Fault]:
    """A Perjanjian Kinerja names indicators that exist and a period it is in force from."""
    known = {indikator.kode for indikator in definition.indikator}
    for n, unit in enumerate(definition.unit):
        for m, agreement in enumerate(unit.pk):
            here = ("unit", n, "pk", m)
            for code in agreement.target:
                if code not in known:
                    yield (*here, "target"), f"indikator '{code}' tidak ada dalam definisi"
            yield from _start_faults(definition, here, agreement)


def _start_faults(
    definition: Definition, here: Where, agreement: PerjanjianKinerja
) -> Iterator[Fault]:
    """Hold a change to the periods that nobody has reported yet."""
    tahun = int(definition.tahun)
    start = agreement.berlaku_mulai
    changed = agreement.jenis == "perubahan"
    known = period_of(start, tahun) if changed else start in PERIODS or date_as_typed(start)
    if start and not known:
        when = f"tanggal dalam {tahun}" if changed else "tanggal"
        example = f"bukan TW1–TW4 atau {when}, misalnya {tahun}-08-01"
        yield (*here, "berlaku_mulai"), f"'{start}' {example}"
        return
    since = first_period(agreement, tahun)
    if since is None:
        reason = "PK perubahan berlaku mulai kapan? Tulis misalnya TW3, atau tanggalnya"
        yield (*here, "berlaku_mulai"), reason
        return
    for code, targets in agreement.target.items():
        for key in targets:
            if key in PERIODS and PERIODS.index(key) < PERIODS.index(since):
                reason = f"target {key} sudah dilaporkan sebelum PK ini berlaku ({since}); hapuslah"
                yield (*here, "target", code, key), reason


def indicators_refer_to_units(definition: Definition) -> Iterator[Fault]:
    """An indicator for some units only names units that exist."""
    units = {unit.kode for unit in definition.unit}
    for where, indikator in _indikator(definition):
        for code in indikator.berlaku_untuk:
            if units and code not in units:
                yield (*where, "berlaku_untuk"), f"unit '{code}' tidak ada dalam definisi"


def names_are_unique(definition: Definition) -> Iterator[Fault]:
    """No two workbook names may be equal once case and dots are ignored."""
    seen: set[str] = set()
    for name in all_names(definition):
        if normal(name) in seen:
            yield ("sasaran",), f"nama sel '{name}' akan muncul dua kali; ubah salah satu kode"
            return
        seen.add(normal(name))


RULES: tuple[Callable[[Definition], Iterator[Fault]], ...] = (
    codes_are_unique,
    component_codes_are_sound,
    shared_figures_exist,
    formulas_use_components,
    targets_name_periods,
    periods_fit,
    ranges_are_ordered,
    units_refer_to_indicators,
    agreements_are_sound,
    indicators_refer_to_units,
    programs_are_sound,
    scales_are_sound,
    form_language_is_known,
    names_are_unique,
)
