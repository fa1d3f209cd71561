"""Snapshot → Submission: what is in a returned workbook, wherever its cells have moved to."""

from dataclasses import dataclass

from pydantic import ValidationError

from iku.address import CellRef, a1, known_a1
from iku.cells import DEFAULT_STYLE, SheetSnapshot, Value, WorkbookSnapshot
from iku.dates_as_typed import serial_in_full
from iku.finding import Finding
from iku.landmarks import STILL, Movement, movement
from iku.layout.layout import IKU_SHEET, Layout
from iku.manifest import Manifest, parse_manifest
from iku.number_formats import shows_date
from iku.report import Report
from iku.sheets.iku_sheet import FIRST_CHUNK_ROW, MANIFEST, SIGNATURE, TERBITAN, Block
from iku.submission import Submission
from iku.tamper import stored_result_findings, tamper_findings
from iku.tamper.compared import Compared
from iku.tamper.issued import Issued, issued_book
from iku.tamper.locked import changed_places
from iku.tamper.names import parse_reference
from iku.tamper.renamed import is_home, under_issued_names
from iku.terbitan import TATA_LETAK, Terbitan, fingerprint, parse_terbitan


@dataclass(frozen=True, slots=True)
class _Carried:
    """A text that a workbook carries in pieces, and whether it is whole."""

    text: str
    whole: bool


def read_submission(snapshot: WorkbookSnapshot) -> Submission | Finding:
    """Read a returned workbook; a Finding (STR-001 to STR-003) where it is none of ours.

    Entries are read where the landmarks around them stand now, which is where they were issued
    unless rows, columns or cells were moved; names are the cross-check.
    """
    terbitan = stored_terbitan(snapshot)
    if isinstance(terbitan, Finding):
        return terbitan
    layout = Layout(terbitan)
    issued = issued_book(layout)
    text = _manifest_text(snapshot)
    if issued is not None and text == issued.manifest_text:
        return _read(snapshot, layout, issued.manifest, issued)
    manifest = None if text is None else _parsed(text)
    if issued is None:
        if manifest is None:
            return Finding("STR-002", {"bagian": "manifes"}, path=snapshot.path, sheet=IKU_SHEET)
        return _read(snapshot, layout, manifest, None)
    return _read(snapshot, layout, issued.manifest, issued, _odd_manifest(snapshot, manifest))


def read_as(snapshot: WorkbookSnapshot, terbitan: Terbitan, manifest: Manifest) -> Submission:
    """Read a workbook as the one that an issue record made, whatever the file says of itself."""
    layout = Layout(terbitan)
    issued = issued_book(layout)
    known = issued if issued is not None and issued.manifest == manifest else None
    return _read(snapshot, layout, manifest, known)


def _read(
    snapshot: WorkbookSnapshot,
    layout: Layout,
    manifest: Manifest,
    issued: Issued | None,
    before: tuple[Finding, ...] = (),
) -> Submission:
    """Read entries where they stand now, and compare everything else with what was issued."""
    seen, renamed = under_issued_names(snapshot, manifest)
    if issued is not None:
        layout.entries = issued.entries
    changed = _changed(seen, issued)
    moves = {
        sheet.name: movement(sheet, seen.sheets.get(sheet.name))
        if changed.get(sheet.name, True)
        else STILL
        for sheet in manifest.sheets
    }
    places = _places(manifest, layout, moves, issued)
    still = all(move.still for move in moves.values())  # else formulas read what was not meant
    findings = (
        *before,
        *renamed,
        *tamper_findings(Compared(seen, layout, manifest, moves, issued, changed)),
        *(stored_result_findings(seen, layout, places, issued) if still else ()),
    )
    return Submission(
        path=snapshot.path,
        sha256=snapshot.sha256,
        snapshot=seen,
        layout=layout,
        manifest=manifest,
        report=Report(layout.terbitan, _entries(seen, layout, places)),
        places=places,
        findings=findings,
    )


def _odd_manifest(snapshot: WorkbookSnapshot, manifest: Manifest | None) -> tuple[Finding, ...]:
    """Tell that the list of locked cells was damaged or changed; it is rebuilt and so not missed."""
    cell = f"{IKU_SHEET}!{a1(FIRST_CHUNK_ROW, MANIFEST.column)}"
    code = "STR-002" if manifest is None else "KCI-013"
    facts = {"bagian": "manifes"} if manifest is None else {}
    return (Finding(code, dict(facts), path=snapshot.path, sheet=IKU_SHEET, cells=(cell,)),)


def _changed(snapshot: WorkbookSnapshot, issued: Issued | None) -> dict[str, list[str]]:
    """Return which locked cells of each sheet differ; where none does nothing has moved."""
    return {
        name: changed_places(issued.sheets[name], found)
        for name, found in snapshot.sheets.items()
        if issued is not None and name in issued.sheets
    }


def _home_sheet(snapshot: WorkbookSnapshot) -> SheetSnapshot | None:
    """Find the hidden sheet by its name, or by what it holds where it was renamed."""
    if IKU_SHEET in snapshot.sheets:
        return snapshot.sheets[IKU_SHEET]
    return next((sheet for sheet in snapshot.sheets.values() if is_home(sheet)), None)


def _carried(sheet: SheetSnapshot, block: Block) -> _Carried | None:
    """Put the pieces of a carried text together."""
    count = sheet.values.get(a1(FIRST_CHUNK_ROW - 2, block.column))
    try:
        pieces = range(min(int(float(str(count))), len(sheet.values)))
    except (ValueError, OverflowError):
        return None
    texts = [sheet.values.get(a1(FIRST_CHUNK_ROW + n, block.column)) for n in pieces]
    text = "".join(piece for piece in texts if isinstance(piece, str))
    digest = sheet.values.get(a1(FIRST_CHUNK_ROW - 1, block.column))
    return _Carried(text, bool(text) and digest == fingerprint(text))


def stored_terbitan(snapshot: WorkbookSnapshot) -> Terbitan | Finding:
    """Return the issue record that a file carries, or why there is none (STR-001 to STR-003)."""
    home, path = _home_sheet(snapshot), snapshot.path
    if home is None:
        return Finding("STR-001", path=path)
    carried = _carried(home, TERBITAN)
    if carried is None or not carried.whole:
        return Finding("STR-002", {"bagian": "terbitan"}, path=path, sheet=IKU_SHEET)
    try:
        return parse_terbitan(carried.text)
    except ValidationError:
        return Finding("STR-003", {"versi_aplikasi": str(TATA_LETAK)}, path=path, sheet=IKU_SHEET)


def stored_manifest(snapshot: WorkbookSnapshot) -> Manifest | None:
    """Return the manifest that a file carries, or None where it is damaged."""
    text = _manifest_text(snapshot)
    return None if text is None else _parsed(text)


def stored_manifest_digest(snapshot: WorkbookSnapshot) -> str:
    """Return the SHA-256 of the manifest that a file carries; empty where it is damaged."""
    text = _manifest_text(snapshot)
    return "" if text is None else fingerprint(text)


def stored_signature(snapshot: WorkbookSnapshot) -> str:
    """Return the regency's signature as a file carries it, believed by nobody yet; or empty."""
    home = _home_sheet(snapshot)
    carried = None if home is None else _carried(home, SIGNATURE)
    return "" if carried is None else carried.text


def _manifest_text(snapshot: WorkbookSnapshot) -> str | None:
    home = _home_sheet(snapshot)
    carried = None if home is None else _carried(home, MANIFEST)
    return carried.text if carried is not None and carried.whole else None


def _parsed(text: str) -> Manifest | None:
    try:
        return parse_manifest(text)
    except ValueError:
        return None


def _places(
    manifest: Manifest, layout: Layout, moves: dict[str, Movement], issued: Issued | None
) -> dict[str, CellRef]:
    """Return where each entry stands now, from where it was issued and what has moved."""
    if issued is not None and all(move.still for move in moves.values()):
        return {name: entry.ref for name, entry in layout.entries.items()}
    places = {}
    for name, entry in layout.entries.items():
        reference = manifest.names.get(name)
        place = parse_reference(reference) if reference else entry.ref
        if place is None:
            continue
        moved = moves[place.sheet].now(place) if place.sheet in moves else place
        if moved is not None:
            places[name] = moved
    return places


def _entries(
    snapshot: WorkbookSnapshot, layout: Layout, places: dict[str, CellRef]
) -> dict[str, Value]:
    entries: dict[str, Value] = {}
    for name, place in places.items():
        sheet = snapshot.sheets.get(place.sheet)
        address = known_a1(place.row, place.column)
        value = sheet.values.get(address) if sheet is not None else None
        if isinstance(value, str) and not value.strip():
            continue
        if value is not None:
            entries[name] = value
            if type(value) is float and layout.entries[name].is_date:
                entries[name] = _dated(snapshot, place, value)
    return entries


def _dated(snapshot: WorkbookSnapshot, place: CellRef, value: float) -> Value:
    """Return a number that its cell shows as a date in words, as it would have been typed."""
    style = snapshot.sheets[place.sheet].styles.get(place.a1, DEFAULT_STYLE)
    words = serial_in_full(value, date1904=snapshot.date1904)
    return words if words and shows_date(style.number_format) else value
