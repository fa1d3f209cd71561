"""Filled forms that something happened to, and definitions of which there are two versions."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from iku.address import a1, split_a1
from iku.carry.carry import carry
from iku.carry.outcome import Outcome, names_in
from iku.carry.salvage import Salvaged, salvage
from iku.cells import SheetSnapshot, Value, WorkbookSnapshot
from iku.definition.model import Definition, Indikator
from iku.layout.layout import Layout
from iku.terbitan import Terbitan, issue
from tests.checks.books import snapshot

WORDS = ("Siti Aminah", "48 lembaga", "=1+1", "Ya, sudah", "  rapi  ")
Damage = Callable[[WorkbookSnapshot, Layout, random.Random], None]


def filled(of: Layout, chance: random.Random) -> dict[str, Value]:
    """Values such as people type them, in most of the entries, now and then of the wrong kind."""
    return {
        name: _value(entry.kind, entry.choices, chance)
        for name, entry in of.entries.items()
        if chance.random() < 0.8
    }


def _value(kind: str, choices: tuple[str, ...], chance: random.Random) -> Value:
    if chance.random() < 0.05:
        return chance.choice((*WORDS, 12.5, True))
    if kind == "number":
        return chance.choice((float(chance.randint(0, 9999)), round(chance.random() * 100, 2)))
    return chance.choice(choices or WORDS)


def salvaged(seen: WorkbookSnapshot, known: Terbitan | None = None) -> Salvaged:
    """What can be read of a snapshot that is not beyond reading."""
    found = salvage(seen, known)
    assert isinstance(found, Salvaged)
    return found


def repaired(seen: WorkbookSnapshot, of: Layout, known: Terbitan | None = None) -> Outcome:
    """The outcome of carrying a workbook into a fresh one of the same issue."""
    return carry(salvaged(seen, known), of)


def upgraded(of: Layout, values: dict[str, Value], fresh: Layout) -> Outcome:
    """The outcome of carrying an undamaged workbook into another version."""
    return carry(salvaged(snapshot(of, values)), fresh)


def values_in(outcome: Outcome) -> dict[str, Value]:
    """What stands in the fresh workbook, by its names."""
    return {one.into: one.value for one in outcome.moved}


def accounted(outcome: Outcome) -> set[str]:
    """The entries of the old workbook that were carried or are on the list."""
    return {one.name for one in outcome.moved} | names_in((*outcome.left, *outcome.told))


def held(values: dict[str, Value], of: Layout) -> dict[str, Value]:
    """What a form holds after these values were typed: prefilled cells keep what they had."""
    prefilled = {
        name: float(entry.default) if type(entry.default) is int else entry.default
        for name, entry in of.entries.items()
        if entry.default is not None
    }
    return {**prefilled, **values}


def inserted_rows(seen: WorkbookSnapshot, _of: Layout, chance: random.Random) -> None:
    """A few rows come in somewhere on Isian; everything below goes down."""
    name = next(name for name in seen.sheets if name.startswith("Isian"))
    last = max(split_a1(address)[0] for address in seen.sheets[name].values)
    shifted(seen, name, chance.randint(3, last), chance.randint(1, 3))


def shifted(seen: WorkbookSnapshot, name: str, first: int, by: int) -> None:
    """Rows from ``first`` on go down by ``by`` (up where negative); names go along."""

    def now(address: str) -> str:
        row, column = split_a1(address)
        return a1(row + by if row >= first else row, column)

    def stays(address: str) -> bool:
        return by > 0 or not first + by <= split_a1(address)[0] < first

    sheet = seen.sheets[name]
    seen.sheets[name] = replace(
        sheet,
        values={now(at): value for at, value in sheet.values.items() if stays(at)},
        formulas={now(at): text for at, text in sheet.formulas.items() if stays(at)},
        styles={now(at): style for at, style in sheet.styles.items() if stays(at)},
        validations={now(at): rule for at, rule in sheet.validations.items() if stays(at)},
    )
    for key, reference in list(seen.names.items()):
        sheet_name, _, address = reference.rpartition("!")
        if sheet_name.strip("'") != name:
            continue
        row, column = split_a1(now(address)) if stays(address) else (0, 0)
        seen.names[key] = f"{sheet_name}!${a1(row, column)}" if row else "#REF!"


def overwritten(seen: WorkbookSnapshot, of: Layout, chance: random.Random) -> None:
    """Numbers are typed over locked texts and formulas."""
    for sheet in seen.sheets.values():
        entries = {place for name, place in of.entry_at if sheet.name.startswith(name)}
        locked = sorted({*sheet.values, *sheet.formulas} - entries)
        for address in chance.sample(locked, min(3, len(locked))) if sheet.name != "_iku" else ():
            sheet.formulas.pop(address, None)
            sheet.values[address] = float(chance.randint(1, 99))


def renamed_sheets(seen: WorkbookSnapshot, _of: Layout, chance: random.Random) -> None:
    """A sheet gets another name, as do the references to it."""
    name = chance.choice(["Isian", "Beranda", "Perhitungan"])
    sheets = {}
    for key, sheet in seen.sheets.items():
        sheets[f"{key} lama" if key == name else key] = sheet
    sheets[f"{name} lama"] = replace(sheets[f"{name} lama"], name=f"{name} lama")
    seen.sheets = sheets
    for key, reference in seen.names.items():
        if reference.startswith(f"{name}!"):
            seen.names[key] = f"'{name} lama'!{reference.removeprefix(f'{name}!')}"


def lost_sheets(seen: WorkbookSnapshot, _of: Layout, chance: random.Random) -> None:
    """A sheet without entries is deleted, an extra one comes in."""
    del seen.sheets[chance.choice(["Petunjuk", "Definisi IKU", "Capaian"])]
    seen.sheets["Sheet1"] = SheetSnapshot("Sheet1")


def lost_names(seen: WorkbookSnapshot, _of: Layout, chance: random.Random) -> None:
    """Half of the defined names are gone."""
    for name in chance.sample(sorted(seen.names), len(seen.names) // 2):
        del seen.names[name]


def stripped(seen: WorkbookSnapshot, _of: Layout, _chance: random.Random) -> None:
    """Protection, validations and document properties are gone."""
    seen.properties = {}
    for sheet in seen.sheets.values():
        sheet.protection, sheet.validations = {}, {}


DAMAGE: tuple[Damage, ...] = (
    inserted_rows,
    overwritten,
    renamed_sheets,
    lost_sheets,
    lost_names,
    stripped,
)


def another_version(definition: Definition, chance: random.Random) -> Definition:
    """The same regency and year with indicators renamed, dropped, added and changed at random."""
    sasaran = []
    for one in definition.sasaran:
        indikator = tuple(_varied(each, chance) for each in one.indikator)
        kept = tuple(each for each in indikator if each is not None)
        added = (_added(one.indikator[0], chance),) if chance.random() < 0.3 else ()
        sasaran.append(one.model_copy(update={"indikator": (*kept, *added) or one.indikator[:1]}))
    chance.shuffle(sasaran)
    return definition.model_copy(update={"versi": "lain", "sasaran": tuple(sasaran)})


def _varied(one: Indikator, chance: random.Random) -> Indikator | None:
    change: dict[str, object] = {}
    match chance.choice(("same", "same", "rename", "drop", "satuan", "sejak", "nama", "komponen")):
        case "rename":
            change = {"kode": f"{one.kode}x", "setara_dengan": one.kode}
        case "drop":
            return None
        case "satuan":
            parts = tuple(part.model_copy(update={"satuan": "lain"}) for part in one.komponen)
            change = {"satuan": "lain", "komponen": parts}
        case "sejak":
            change = {"definisi_sejak": "2099"}
        case "nama":
            change = {"nama": f"{one.nama} baru"}
        case "komponen" if one.nilai.jenis == "rumus":
            change = {"nilai": one.nilai.model_copy(update={"jenis": "langsung", "rumus": None})}
            change["komponen"] = ()
    return one.model_copy(update=change)


def _added(like: Indikator, chance: random.Random) -> Indikator:
    change = {"kode": f"Z{chance.randint(1, 9)}{like.kode}", "setara_dengan": "", "target": {}}
    return like.model_copy(update=change)


def versions(of: Layout, seed: int) -> Iterator[Layout]:
    """Two other versions of a definition, issued to the same unit."""
    chance = random.Random(seed)  # noqa: S311  the same cases every time
    terbitan = of.terbitan
    for _ in range(2):
        yield Layout(issue(another_version(terbitan.definisi, chance), terbitan.unit))
