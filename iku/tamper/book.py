"""The tamper check over a whole workbook: sheets, protection, identity, then cell by cell."""

from collections.abc import Iterable, Iterator, Mapping

from iku.address import CellRef, column_letters
from iku.cells import SheetSnapshot, WorkbookSnapshot
from iku.finding import Fact, Finding
from iku.layout.layout import IKU_SHEET, Layout, iku_cell
from iku.manifest import Manifest
from iku.sheets.iku_sheet import MANIFEST, signature_cells
from iku.tamper.compared import Compared, Page
from iku.tamper.entries import entry_findings
from iku.tamper.issued import Issued
from iku.tamper.locked import changed_places, locked_findings, shown
from iku.tamper.names import name_findings
from iku.tamper.results import result_findings
from iku.tamper.view import view_findings

_ON = {"1", "true"}
# What protection as issued leaves to everybody; every other of its options forbids something.
_ALLOWED = {"formatColumns", "autoFilter"}
_FORBIDDING = (
    *("formatCells", "formatRows", "insertColumns", "insertRows", "insertHyperlinks"),
    *("deleteColumns", "deleteRows", "sort", "pivotTables"),
)
_PASSWORD = ("hashValue", "password")


def tamper_findings(book: Compared) -> list[Finding]:
    """Return every difference from the workbook as issued, each with its cell."""
    snapshot, manifest = book.snapshot, book.manifest
    pages = [
        Page(book, sheet, found, book.moves[sheet.name])
        for sheet in manifest.sheets
        if (found := snapshot.sheets.get(sheet.name)) is not None
    ]
    findings = [
        *_sheets(snapshot, manifest),
        *_surroundings(snapshot, manifest),
        *_identity(book),
        *(finding for page in pages for finding in _page(page)),
        *name_findings(book),
    ]
    return [finding.at(snapshot.path) for finding in (*_movements(book), *findings)]


def stored_result_findings(
    snapshot: WorkbookSnapshot,
    layout: Layout,
    places: Mapping[str, CellRef],
    issued: Issued | None,
) -> list[Finding]:
    """Return what is odd about the results that a file stores."""
    return [one.at(snapshot.path) for one in result_findings(snapshot, layout, places, issued)]


def _page(page: Page) -> Iterator[Finding]:
    yield from _protection(page.name, page.found, protected=page.issued.protected)
    yield from locked_findings(page)
    yield from entry_findings(page)
    yield from view_findings(page)


def _movements(book: Compared) -> Iterator[Finding]:
    """Tell what moved or vanished, with all that only went along."""
    for name, move in book.moves.items():
        along = list(book.followed.get(name, ()))
        facts: dict[str, Fact] = {"lembar": name}
        if along:
            facts["ikut"] = along
        if move.lost:
            yield Finding("STR-004", facts, sheet=name)
        elif not move.still:
            told = list(move.changes())
            cells = tuple(dict.fromkeys(f"{name}!{address}" for _, address in told))
            facts["rincian"] = [words for words, _ in told] or ["urutannya berubah"]
            yield Finding("STR-007", facts, sheet=name, cells=cells)


def _sheets(snapshot: WorkbookSnapshot, manifest: Manifest) -> Iterator[Finding]:
    expected = [sheet.name for sheet in manifest.sheets]
    present = [name for name in snapshot.sheets if name in expected]
    for name in snapshot.sheets:
        if name not in expected and name != IKU_SHEET:
            yield Finding("STR-005", {"lembar": name}, sheet=name)
    if present != [name for name in expected if name in snapshot.sheets]:
        yield Finding("STR-006", {"urutan": list(expected)})
    for sheet in manifest.sheets:
        found = snapshot.sheets.get(sheet.name)
        if found is not None and found.state != "visible" and not sheet.hidden:
            yield Finding("STR-010", {"lembar": sheet.name}, sheet=sheet.name)
    home = snapshot.sheets.get(IKU_SHEET)
    if home is not None and home.state == "visible":
        yield Finding("STR-019", {"lembar": IKU_SHEET}, sheet=IKU_SHEET)


def _surroundings(snapshot: WorkbookSnapshot, manifest: Manifest) -> Iterator[Finding]:
    if manifest.structure_locked and snapshot.protection.get("lockStructure") not in _ON:
        yield Finding("KCI-006")
    if snapshot.external_links:
        yield Finding("STR-014", {"tautan": list(snapshot.external_links)})
    if snapshot.has_macros:
        yield Finding("STR-015")
    if snapshot.date1904:
        yield Finding("STR-022")
    unsecured = [
        sheet.name
        for sheet in snapshot.sheets.values()
        if sheet.protected and not any(sheet.protection.get(key) for key in _PASSWORD)
    ]
    if unsecured:
        yield Finding("KCI-015", {"lembar": unsecured})


def _protection(name: str, found: SheetSnapshot, *, protected: bool) -> Iterator[Finding]:
    if not protected:
        return
    if not found.protected:
        yield Finding("KCI-005", {"lembar": name}, sheet=name)
        return
    allowed = [
        *(key for key in _FORBIDDING if found.protection.get(key, "1") not in _ON),
        *(key for key in ("objects", "scenarios") if found.protection.get(key, "0") not in _ON),
    ]
    if allowed:
        yield Finding("KCI-016", {"lembar": name, "pilihan": allowed}, sheet=name)


def _identity(book: Compared) -> Iterator[Finding]:
    """Compare the places where the fingerprint stands, and the sheet that holds the record."""
    terbitan = book.layout.terbitan
    true = {
        "templat": terbitan.definisi.kode,
        "versi": terbitan.definisi.versi,
        "tata_letak": str(terbitan.tata_letak),
        "sidik": terbitan.sidik,
    }
    home = book.snapshot.sheets.get(IKU_SHEET)
    told = set()
    for field, value in true.items():
        cell = iku_cell(field).a1
        held = home.values.get(cell, value) if home is not None else value
        if value != book.snapshot.properties.get(f"iku.{field}", value) or value != held:
            told.add(cell)
            yield Finding("KCI-012", sheet=IKU_SHEET, cells=(f"{IKU_SHEET}!{cell}",))
    if home is not None:
        yield from _home(book, home, told)


def _home(book: Compared, home: SheetSnapshot, told: Iterable[str]) -> Iterator[Finding]:
    yield from _protection(IKU_SHEET, home, protected=True)
    if book.issued is None:
        return
    contents = book.issued.sheets[IKU_SHEET]
    manifest = column_letters(MANIFEST.column)  # compared as one text: KCI-013
    unknown = home.values.keys() - contents.constants.keys() - signature_cells()
    odd = [*changed_places(contents, home), *unknown]
    for address in dict.fromkeys(one for one in odd if one not in told):
        if address.startswith(manifest):
            continue
        found = shown(home.formulas.get(address), home.values.get(address))
        expected = book.issued.content(IKU_SHEET, address)
        if found.strip() == expected:
            continue
        cells = (f"{IKU_SHEET}!{address}",)
        if not expected:
            yield Finding("KCI-011", {"ditemukan": found}, sheet=IKU_SHEET, cells=cells)
        else:
            facts = {"seharusnya": expected, "ditemukan": found or "(kosong)"}
            yield Finding("KCI-001", dict(facts), sheet=IKU_SHEET, cells=cells)
