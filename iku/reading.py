"""Snapshot → Submission: what is in a returned workbook, wherever its cells have moved to."""

from dataclasses import dataclass

from pydantic import ValidationError

from iku.address import CellRef, a1, split_a1
from iku.cells import SheetSnapshot, Value, WorkbookSnapshot
from iku.finding import Finding
from iku.landmarks import Movement, movement
from iku.layout.layout import IKU_SHEET, Layout
from iku.manifest import Manifest, parse_manifest
from iku.names import normal
from iku.report import Report
from iku.sheets.iku_sheet import FIRST_CHUNK_ROW, MANIFEST, TERBITAN, Block
from iku.submission import Submission
from iku.tamper import tamper_findings
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
    home = _home_sheet(snapshot)
    if home is None:
        return Finding("STR-001", path=snapshot.path)
    carried = _carried(home, TERBITAN)
    terbitan = _terbitan(carried, snapshot.path)
    if isinstance(terbitan, Finding):
        return terbitan
    layout = Layout(terbitan)
    manifest = _manifest(home)
    if manifest is None:
        return Finding("STR-002", {"bagian": "manifes"}, path=snapshot.path, sheet=IKU_SHEET)
    moves = {
        sheet.name: movement(sheet, snapshot.sheets.get(sheet.name)) for sheet in manifest.sheets
    }
    places = _places(manifest, layout, moves)
    entries = _entries(snapshot, places)
    return Submission(
        path=snapshot.path,
        sha256=snapshot.sha256,
        snapshot=snapshot,
        layout=layout,
        manifest=manifest,
        report=Report(terbitan, entries),
        places=places,
        findings=(
            *tamper_findings(snapshot, layout, manifest, moves),
            *_moved_names(snapshot, manifest, moves),
        ),
    )


def _home_sheet(snapshot: WorkbookSnapshot) -> SheetSnapshot | None:
    """Find the hidden sheet by its name, or by what it holds where it was renamed."""
    if IKU_SHEET in snapshot.sheets:
        return snapshot.sheets[IKU_SHEET]
    mark = a1(FIRST_CHUNK_ROW - 3, TERBITAN.column)
    for sheet in snapshot.sheets.values():
        if sheet.values.get(mark) == TERBITAN.name:
            return sheet
    return None


def _carried(sheet: SheetSnapshot, block: Block) -> _Carried | None:
    """Put the pieces of a carried text together."""
    count = sheet.values.get(a1(FIRST_CHUNK_ROW - 2, block.column))
    try:
        pieces = range(int(float(str(count))))
    except ValueError:
        return None
    texts = [sheet.values.get(a1(FIRST_CHUNK_ROW + n, block.column)) for n in pieces]
    text = "".join(piece for piece in texts if isinstance(piece, str))
    digest = sheet.values.get(a1(FIRST_CHUNK_ROW - 1, block.column))
    return _Carried(text, bool(text) and digest == fingerprint(text))


def _terbitan(carried: _Carried | None, path: str) -> Terbitan | Finding:
    if carried is None or not carried.whole:
        return Finding("STR-002", {"bagian": "terbitan"}, path=path, sheet=IKU_SHEET)
    try:
        return parse_terbitan(carried.text)
    except ValidationError:
        return Finding("STR-003", {"versi_aplikasi": str(TATA_LETAK)}, path=path, sheet=IKU_SHEET)


def _manifest(home: SheetSnapshot) -> Manifest | None:
    """Return the manifest that the file carries; a damaged one is never rebuilt in silence."""
    carried = _carried(home, MANIFEST)
    if carried is None or not carried.whole:
        return None
    try:
        return parse_manifest(carried.text)
    except ValueError:
        return None


def _places(manifest: Manifest, layout: Layout, moves: dict[str, Movement]) -> dict[str, CellRef]:
    """Return where each entry stands now, from where it was issued and what has moved."""
    places = {}
    for name, entry in layout.entries.items():
        reference = manifest.names.get(name)
        issued = parse_reference(reference) if reference else entry.ref
        if issued is None:
            continue
        moved = moves[issued.sheet].now(issued) if issued.sheet in moves else issued
        if moved is not None:
            places[name] = moved
    return places


def parse_reference(reference: str) -> CellRef | None:
    """Return the cell that a defined name refers to, or None where it is no single cell.

    >>> parse_reference("'Bukti Dukung'!$B$2")
    CellRef(sheet='Bukti Dukung', row=2, column=2)
    """
    sheet, _, address = reference.rpartition("!")
    try:
        row, column = split_a1(address)
    except ValueError:
        return None
    return CellRef(sheet.strip("'").replace("''", "'").removeprefix("$"), row, column)


def _entries(snapshot: WorkbookSnapshot, places: dict[str, CellRef]) -> dict[str, Value]:
    entries: dict[str, Value] = {}
    for name, place in places.items():
        sheet = snapshot.sheets.get(place.sheet)
        value = sheet.values.get(place.a1) if sheet is not None else None
        if isinstance(value, str) and not value.strip():
            continue
        if value is not None:
            entries[name] = value
    return entries


def _moved_names(
    snapshot: WorkbookSnapshot, manifest: Manifest, moves: dict[str, Movement]
) -> list[Finding]:
    """Report names that point elsewhere than their cell: an open cell was cut and pasted."""
    found = {normal(name): reference for name, reference in snapshot.names.items()}
    findings = []
    for name, reference_issued in manifest.names.items():
        issued = parse_reference(reference_issued)
        move = moves.get(issued.sheet) if issued is not None else None
        place = issued if issued is None or move is None else move.now(issued)
        reference = found.get(normal(name))
        if reference is None:
            findings.append(Finding("STR-009", {"nama": name}, path=snapshot.path))
            continue
        now = parse_reference(reference)
        if place is not None and now != place:
            facts = {"nama": name, "semula": str(place), "sekarang": str(now) if now else reference}
            cells = (str(place),) if now is None else (str(place), str(now))
            findings.append(
                Finding("STR-008", dict(facts), path=snapshot.path, sheet=place.sheet, cells=cells)
            )
    return findings
