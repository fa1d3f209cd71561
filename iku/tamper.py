"""The tamper check: a returned workbook against what it was when it was issued."""

from collections.abc import Iterator, Mapping

from iku.address import split_a1
from iku.cells import SheetSnapshot, StyleFacts, WorkbookSnapshot
from iku.entry_workbook import entry_blueprint
from iku.finding import Finding
from iku.landmarks import Movement, moved_address
from iku.layout import extras
from iku.layout.layout import IKU_SHEET, Layout
from iku.manifest import Manifest, SheetManifest, make_manifest, mark_of
from iku.terbitan import TATA_LETAK

_GENERAL = {"General", "@"}


def tamper_findings(
    snapshot: WorkbookSnapshot, layout: Layout, manifest: Manifest, moves: Mapping[str, Movement]
) -> list[Finding]:
    """Return every difference from the workbook as issued, each with its cell.

    The file is compared with its manifest always, and the manifest with a rebuilt Blueprint where
    the layout version is one that this product still makes.
    """
    issued = _Issued(layout)
    findings = [
        *_identity(snapshot, layout),
        *_workbook(snapshot, manifest),
        *_surroundings(snapshot, manifest),
        *_manifest_itself(manifest, issued),
    ]
    for sheet in manifest.sheets:
        found = snapshot.sheets.get(sheet.name)
        if found is not None:
            findings += _sheet(sheet, found, moves[sheet.name], issued)
    return [finding.at(snapshot.path) for finding in findings]


class _Issued:
    """The texts and formulas as issued, rebuilt only when a difference must be explained."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._contents: dict[tuple[str, str], str] | None = None
        self.known = int(layout.terbitan.tata_letak) == TATA_LETAK

    def manifest(self) -> Manifest:
        blueprint = entry_blueprint(self._layout)
        self._contents = {
            (sheet, cell.a1): f"={cell.formula}" if cell.formula is not None else str(cell.content)
            for sheet, cell in blueprint.all_cells()
            if cell.formula is not None or cell.content is not None
        }
        return make_manifest(blueprint, leave_out=frozenset({IKU_SHEET}))

    def content(self, sheet: str, address: str) -> str:
        if not self.known:
            return ""
        if self._contents is None:
            self.manifest()
        return (self._contents or {}).get((sheet, address), "")


def _identity(snapshot: WorkbookSnapshot, layout: Layout) -> Iterator[Finding]:
    """Compare the places where the fingerprint stands with the Terbitan itself."""
    terbitan = layout.terbitan
    true = {
        "templat": terbitan.definisi.kode,
        "versi": terbitan.definisi.versi,
        "tata_letak": str(terbitan.tata_letak),
        "sidik": terbitan.sidik,
    }
    home = snapshot.sheets.get(IKU_SHEET)
    for field, value in true.items():
        cell = layout.names[f"iku.{field}"].a1
        shown = home.values.get(cell, value) if home is not None else value
        if value != snapshot.properties.get(f"iku.{field}", value) or value != shown:
            yield Finding("KCI-012", sheet=IKU_SHEET, cells=(f"{IKU_SHEET}!{cell}",))


def _workbook(snapshot: WorkbookSnapshot, manifest: Manifest) -> Iterator[Finding]:
    expected = [sheet.name for sheet in manifest.sheets]
    present = [name for name in snapshot.sheets if name in expected]
    for name in expected:
        if name not in snapshot.sheets:
            yield Finding("STR-004", {"lembar": name}, sheet=name)
    for name in snapshot.sheets:
        if name not in expected and name != IKU_SHEET:
            yield Finding("STR-005", {"lembar": name}, sheet=name)
    if present != [name for name in expected if name in snapshot.sheets]:
        yield Finding("STR-006", {"urutan": list(expected)})
    for sheet in manifest.sheets:
        found = snapshot.sheets.get(sheet.name)
        if found is not None and found.state != "visible" and not sheet.hidden:
            yield Finding("STR-010", {"lembar": sheet.name}, sheet=sheet.name)


def _surroundings(snapshot: WorkbookSnapshot, manifest: Manifest) -> Iterator[Finding]:
    if manifest.structure_locked and snapshot.protection.get("lockStructure") not in {"1", "true"}:
        yield Finding("KCI-006")
    if snapshot.external_links:
        yield Finding("STR-014", {"tautan": list(snapshot.external_links)})
    if snapshot.has_macros:
        yield Finding("STR-015")


def _manifest_itself(manifest: Manifest, issued: _Issued) -> Iterator[Finding]:
    if issued.known and issued.manifest() != manifest:
        yield Finding("KCI-013", sheet=IKU_SHEET, cells=(f"{IKU_SHEET}!E8",))


def _sheet(
    sheet: SheetManifest, found: SheetSnapshot, move: Movement, issued: _Issued
) -> Iterator[Finding]:
    if not move.still:
        yield Finding("STR-007", {"lembar": sheet.name, "rincian": _shifts(move)}, sheet=sheet.name)
    if sheet.protected and not found.protected:
        yield Finding("KCI-005", {"lembar": sheet.name}, sheet=sheet.name)
    known = set()
    for address, mark in sheet.locked.items():
        now = moved_address(move, sheet.name, address)
        if now is not None:
            known.add(now)
            yield from _locked_cell(sheet, found, (address, now), mark, issued)
        else:
            yield _gone(sheet, address, issued)
    for address in sheet.entries:
        now = moved_address(move, sheet.name, address)
        if now is None:
            yield _gone(sheet, address, issued)
            continue
        known.add(now)
        yield from _entry_cell(sheet, found, address, now)
    yield from _foreign(sheet, found, known)
    yield from _view(sheet, found)


def _gone(sheet: SheetManifest, address: str, issued: _Issued) -> Finding:
    facts = {"seharusnya": issued.content(sheet.name, address), "ditemukan": "(selnya hilang)"}
    return Finding("KCI-001", dict(facts), sheet=sheet.name, cells=(f"{sheet.name}!{address}",))


def _shifts(move: Movement) -> list[str]:
    rows = [f"baris {row}→{now}" for row, now in move.rows.items() if row != now]
    columns = [f"kolom {c}→{now}" for c, now in move.columns.items() if c != now]
    return [*rows[:5], *columns[:5]]


def _locked_cell(
    sheet: SheetManifest,
    found: SheetSnapshot,
    places: tuple[str, str],
    mark: str,
    issued: _Issued,
) -> Iterator[Finding]:
    address, now = places
    cell = (f"{sheet.name}!{now}",)
    formula = found.formulas.get(now)
    value = found.values.get(now)
    if mark_of(value if _plain(value) else None, formula) != mark:
        yield _changed(sheet, address, cell, (formula, value), issued)
    style = found.styles.get(now)
    if style is not None and not style.locked:
        yield Finding("KCI-004", sheet=sheet.name, cells=cell)


def _plain(value: object) -> bool:
    return isinstance(value, str | float | bool) or value is None


def _changed(
    sheet: SheetManifest,
    address: str,
    cell: tuple[str, ...],
    content: tuple[str | None, object],
    issued: _Issued,
) -> Finding:
    formula, value = content
    expected = issued.content(sheet.name, address)
    shown = f"={formula}" if formula is not None else "" if value is None else str(value)
    facts = {"seharusnya": expected, "ditemukan": shown or "(kosong)"}
    if expected.startswith("="):
        code = "KCI-003" if formula is None else "KCI-002"
        return Finding(code, dict(facts), sheet=sheet.name, cells=cell)
    return Finding("KCI-001", dict(facts), sheet=sheet.name, cells=cell)


def _entry_cell(
    sheet: SheetManifest, found: SheetSnapshot, address: str, now: str
) -> Iterator[Finding]:
    mark, cell = sheet.entries[address], (f"{sheet.name}!{now}",)
    style = found.styles.get(now, StyleFacts())
    if style.locked:
        yield Finding("KCI-009", sheet=sheet.name, cells=cell)
    if now in found.formulas:
        yield Finding("KCI-010", {"rumus": "=" + found.formulas[now]}, sheet=sheet.name, cells=cell)
    if found.validations.get(now) != mark.validation and not _same_rule(
        found.validations.get(now), mark.validation
    ):
        yield Finding("KCI-007", sheet=sheet.name, cells=cell)
    if style.number_format != mark.number_format and "%" in style.number_format:
        yield Finding("KCI-008", {"format": style.number_format}, sheet=sheet.name, cells=cell)


def _same_rule(found: object, issued: object) -> bool:
    """Compare two validations by meaning: producers write numbers and operators differently."""
    if not isinstance(found, tuple) or not isinstance(issued, tuple):
        return found is None and issued is None
    return all(_same_part(a, b) for a, b in zip(found, issued, strict=True))


def _same_part(left: object, right: object) -> bool:
    if left == right:
        return True
    try:
        return float(str(left)) == float(str(right))
    except ValueError:
        return str(left or "").replace(" ", "") == str(right or "").replace(" ", "")


def _foreign(sheet: SheetManifest, found: SheetSnapshot, known: set[str]) -> Iterator[Finding]:
    """Report content where the issued sheet had none."""
    for address in sorted({*found.values, *found.formulas} - known, key=split_a1):
        free = sheet.name == extras.CATATAN and split_a1(address)[0] >= extras.CATATAN_FIRST
        formula, value = found.formulas.get(address), found.values.get(address)
        if not free and (formula is not None or value not in {None, ""}):
            shown = f"={formula}" if formula is not None else str(value)
            cells = (f"{sheet.name}!{address}",)
            yield Finding("KCI-011", {"ditemukan": shown}, sheet=sheet.name, cells=cells)


def _view(sheet: SheetManifest, found: SheetSnapshot) -> Iterator[Finding]:
    """Report what hides figures from the one who reads the sheet."""
    if sorted(found.merged) != sorted(sheet.merged):
        added = sorted(set(found.merged) - set(sheet.merged))
        lost = sorted(set(sheet.merged) - set(found.merged))
        yield Finding("STR-011", {"sel": [*added, *lost]}, sheet=sheet.name)
    entry_rows = {split_a1(address)[0] for address in sheet.entries}
    hidden = sorted(found.hidden_rows & entry_rows)
    entry_columns = {split_a1(address)[1] for address in sheet.entries}
    hidden_columns = sorted(found.hidden_columns & entry_columns)
    if hidden or hidden_columns:
        rows = [f"baris {row}" for row in hidden] + [f"kolom {c}" for c in hidden_columns]
        yield Finding("STR-012", {"bagian": rows}, sheet=sheet.name)
    if found.filtered:
        yield Finding("STR-013", sheet=sheet.name)
