"""Salvage: what can still be read of a damaged workbook, and what it should have been."""

from dataclasses import dataclass, replace

from iku.cells import SheetSnapshot, WorkbookSnapshot
from iku.entry_workbook import issued_manifest
from iku.finding import Finding
from iku.landmarks import likeness
from iku.layout.layout import IKU_SHEET, Layout
from iku.manifest import Manifest
from iku.reading import read_as, stored_manifest, stored_terbitan
from iku.submission import Submission
from iku.tamper.issued import issued_book
from iku.terbitan import Terbitan

FOREIGN = 0.03  # a sheet that is less like the issued one is another one of that name


@dataclass(frozen=True)
class Salvaged:
    """A damaged workbook as read: sheets under their own names again, and the sheets not ours."""

    submission: Submission
    strangers: tuple[SheetSnapshot, ...] = ()


def salvage(snapshot: WorkbookSnapshot, known: Terbitan | None = None) -> Salvaged | Finding:
    """Read what can still be read; a Finding (STR-001 to STR-003) where nothing can.

    ``known`` is the issue record to read by where the file's own is missing or damaged. A sheet
    that shows too few landmarks is none of ours, whatever its name.
    """
    terbitan = trusted_terbitan(snapshot)
    if isinstance(terbitan, Finding):
        if known is None:
            return terbitan
        terbitan, snapshot = known, _without(snapshot, {IKU_SHEET})
    manifest = _manifest(snapshot, terbitan)
    submission = read_as(_without_impostors(snapshot, manifest), terbitan, manifest)
    ours = {sheet.name for sheet in manifest.sheets} & submission.snapshot.sheets.keys()
    if not ours:
        return Finding("STR-001", path=snapshot.path)
    known_names = {*ours, *_renamed(submission), IKU_SHEET}
    strangers = (sheet for name, sheet in snapshot.sheets.items() if name not in known_names)
    return Salvaged(submission, tuple(strangers))


def trusted_terbitan(snapshot: WorkbookSnapshot) -> Terbitan | Finding:
    """Return the issue record that a file carries, where its fingerprint agrees with it.

    The fingerprint stands in a cell and in the document's properties, and either may be lost;
    where both contradict the record, the record is damaged.
    """
    terbitan = stored_terbitan(snapshot)
    if isinstance(terbitan, Finding):
        return terbitan
    home = snapshot.sheets.get(IKU_SHEET)
    cell = Layout(terbitan).names["iku.sidik"].a1
    said = [snapshot.properties.get("iku.sidik"), home.values.get(cell) if home else None]
    written = [one for one in said if one]
    if written and terbitan.sidik not in written:
        return Finding("STR-002", {"bagian": "sidik"}, path=snapshot.path, sheet=IKU_SHEET)
    return terbitan


def _manifest(snapshot: WorkbookSnapshot, terbitan: Terbitan) -> Manifest:
    """Return where everything was issued: rebuilt where this product still makes that layout.

    For an older layout whose manifest is lost, today's is the best guess; landmarks do the rest.
    """
    layout = Layout(terbitan)
    issued = issued_book(layout)
    if issued is not None:
        return issued.manifest
    return stored_manifest(snapshot) or issued_manifest(layout)


def _without_impostors(snapshot: WorkbookSnapshot, manifest: Manifest) -> WorkbookSnapshot:
    """Return the workbook without sheets that bear a name of ours and hold something else."""
    ours = {sheet.name: sheet for sheet in manifest.sheets if sheet.name in snapshot.sheets}
    return _without(
        snapshot,
        {
            name
            for name, issued in ours.items()
            if likeness(issued, snapshot.sheets[name]) < FOREIGN
        },
    )


def _without(snapshot: WorkbookSnapshot, names: set[str]) -> WorkbookSnapshot:
    sheets = {name: sheet for name, sheet in snapshot.sheets.items() if name not in names}
    return replace(snapshot, sheets=sheets)


def _renamed(submission: Submission) -> set[str]:
    """Return the names under which sheets of ours stand in the file."""
    return {str(one.facts.get("sekarang")) for one in submission.findings if one.code == "STR-016"}
