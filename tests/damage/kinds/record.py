"""Damage to the package, the names, and the record that the workbook carries."""

import json
import re
from collections.abc import Callable, Iterable

from iku.address import CellRef, column_letters
from iku.sheets.iku_sheet import CHUNK, FIRST_CHUNK_ROW, MANIFEST, TERBITAN, Block
from iku.terbitan import fingerprint
from tests.damage.kinds.kind import HARMLESS, WORKBOOK, Expected, at, kind
from tests.damage.package import Book

# The package.


def _relationship(book: Book, kind_of_part: str, target: str) -> None:
    book.swap(
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        '<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind_of_part}" Target="{target}"/></Relationships>',
    )


@kind
def external_link(book: Book) -> Expected:
    _relationship(book, "externalLink", "externalLinks/externalLink1.xml")
    book.parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
    book.parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        b'<Relationships><Relationship Id="rId1" Type="x/externalLinkPath" Target="rekap.xlsx"'
        b' TargetMode="External"/></Relationships>'
    )
    return Expected(("STR-014",))


@kind
def data_connection(book: Book) -> Expected:
    _relationship(book, "connections", "connections.xml")
    book.parts["xl/connections.xml"] = b"<connections/>"
    return Expected(("STR-014",))


@kind
def macros_added(book: Book) -> Expected:
    book.parts["xl/vbaProject.bin"] = b"\xd0\xcf"
    return Expected(("STR-015",))


@kind
def old_macrosome_sheet(book: Book) -> Expected:
    book.parts["xl/macrosheets/sheet1.xml"] = b"<macrosheet/>"
    return Expected(("STR-015",))


@kind
def dates_from_1904(book: Book) -> Expected:
    book.swap(WORKBOOK, "<workbookPr", '<workbookPr date1904="1"')
    return Expected(("STR-022",))


@kind
def calculation_by_hand(book: Book) -> Expected:
    book.swap(WORKBOOK, "<calcPr", '<calcPr calcMode="manual"')
    return HARMLESS


@kind
def title_changed(book: Book) -> Expected:
    book.edit("docProps/core.xml", lambda text: text.replace("title>", "title>Revisi ", 1))
    return HARMLESS


# Names.


def _name(book: Book, change: Callable[[str], str], names: Iterable[str]) -> str:
    name = book.choice(sorted(names))
    old = re.search(
        rf'<definedName name="{re.escape(name)}"[^>]*>[^<]*</definedName>', book.text(WORKBOOK)
    )
    assert old is not None, name
    book.swap(WORKBOOK, old[0], change(old[0]))
    return name


@kind
def name_removed(book: Book) -> Expected:
    _name(book, lambda _: "", book.layout.names)
    return Expected(("STR-009",))


@kind
def name_pointed_elsewhere(book: Book) -> Expected:
    name = _name(book, lambda text: re.sub(r">[^<]*<", ">Petunjuk!$A$1<", text), book.layout.names)
    return at("STR-018 STR-008", book.layout.names[name])


@kind
def result_name_pointed_elsewhere(book: Book) -> Expected:
    name = _name(
        book, lambda text: re.sub(r">[^<]*<", ">Capaian!$ZZ$9<", text), book.layout.results
    )
    return at("STR-018", book.layout.names[name])


@kind
def name_broken(book: Book) -> Expected:
    name = _name(book, lambda text: re.sub(r">[^<]*<", ">#REF!<", text), book.layout.names)
    return at("STR-017", book.layout.names[name])


@kind
def name_foreign(book: Book) -> Expected:
    added = '<definedName name="Belanja_2019">Isian!$A$1</definedName></definedNames>'
    book.swap(WORKBOOK, "</definedNames>", added)
    return Expected(("STR-020",))


@kind
def name_with_underscores(book: Book) -> Expected:
    _name(
        book,
        lambda text: re.sub(r'name="[^"]*"', lambda one: one[0].replace(".", "_"), text),
        book.layout.entries,
    )
    return HARMLESS


@kind
def entry_cut_and_pasted(book: Book) -> Expected:
    filled = [
        name
        for name, entry in book.layout.entries.items()
        if type(book.value(entry.ref)) is float and entry.ref.sheet == "Isian"
    ]
    name = book.choice(filled)
    ref = book.layout.entries[name].ref
    target = CellRef("Isian", 300, 30)
    value = book.value(ref)
    assert isinstance(value, float)
    book.put(ref, "", "", "0")
    book.number_cell(target, value, "0")
    _name(book, lambda text: re.sub(r">[^<]*<", ">Isian!$AD$300<", text), [name])
    return at("STR-008", ref)


# The record that the workbook carries.


@kind
def property_changed(book: Book) -> Expected:
    book.edit(
        "docProps/custom.xml", lambda text: text.replace(book.layout.terbitan.sidik, "0" * 64)
    )
    return Expected(("KCI-012",))


@kind
def home_field_changed(book: Book) -> Expected:
    ref = book.layout.names[f"iku.{book.choice(['templat', 'versi', 'tata_letak', 'sidik'])}"]
    book.text_cell(ref, "lain")
    return at("KCI-012", ref)


@kind
def home_written_on(book: Book) -> Expected:
    ref = CellRef("_iku", book.rng.randint(20, 90), book.rng.randint(1, 3))
    book.text_cell(ref, "rahasia", "0")
    return at("KCI-011", ref)


@kind
def home_label_changed(book: Book) -> Expected:
    ref = CellRef("_iku", 1, 1)
    book.text_cell(ref, "Lembar bebas")
    return at("KCI-001", ref)


def _carried(book: Book, block: Block) -> str:
    home = book.seen.sheets["_iku"]
    letters = column_letters(block.column)
    count = int(str(home.values[f"{letters}{FIRST_CHUNK_ROW - 2}"]))
    return "".join(str(home.values[f"{letters}{FIRST_CHUNK_ROW + n}"]) for n in range(count))


def _carry(book: Book, block: Block, text: str) -> None:
    pieces = [text[n : n + CHUNK] for n in range(0, len(text), CHUNK)]
    cells = {FIRST_CHUNK_ROW - 2: str(len(pieces)), FIRST_CHUNK_ROW - 1: fingerprint(text)}
    cells |= {FIRST_CHUNK_ROW + n: piece for n, piece in enumerate(pieces)}
    for row, content in cells.items():
        ref = CellRef("_iku", row, block.column)
        if book.value(ref) != content:
            book.text_cell(ref, content)


@kind
def manifest_forged(book: Book) -> Expected:
    tree = json.loads(_carried(book, MANIFEST))
    del tree["sheets"][0]["locked"]
    tree["sheets"][0]["locked"] = {}
    _carry(book, MANIFEST, json.dumps(tree))
    return Expected(("KCI-013",), ("_iku",))


@kind
def manifest_forged_to_hide_a_change(book: Book) -> Expected:
    manifest_forged(book)
    ref = book.pick([one for one in book.texts if one.sheet == next(iter(book.seen.sheets))])
    book.text_cell(ref, "Diubah diam-diam")
    return at("KCI-001", ref)


@kind
def manifest_torn(book: Book) -> Expected:
    book.text_cell(CellRef("_iku", FIRST_CHUNK_ROW, MANIFEST.column), "{")
    return Expected(("STR-002",))


@kind
def record_torn(book: Book) -> Expected:
    book.text_cell(CellRef("_iku", FIRST_CHUNK_ROW, TERBITAN.column), "{")
    return Expected(("STR-002",))


@kind
def record_forged(book: Book) -> Expected:
    tree = json.loads(_carried(book, TERBITAN))
    tree["unit"]["nama"] = "Lain Sekali"
    _carry(
        book, TERBITAN, json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    )
    return Expected(("KCI-012", "KCI-013", "STR-002"))
