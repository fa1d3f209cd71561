"""Snapshot: a whole workbook read in one pass over each of its parts."""

import hashlib
from pathlib import Path

from iku.cells import SheetSnapshot, StyleFacts, WorkbookSnapshot
from iku.finding import Finding
from workbook_reader.cell_events import SharedParts
from workbook_reader.container import is_lock_file, open_package, read_bytes
from workbook_reader.document_properties import producer, read_custom_properties, read_texts
from workbook_reader.drawings import Drawings
from workbook_reader.limits import Limits
from workbook_reader.package import Package, Relationship
from workbook_reader.refusal import RefusalError, damaged, lock_file, separated, too_large
from workbook_reader.strings import read_shared_strings
from workbook_reader.styles import read_styles
from workbook_reader.workbook_part import WorkbookPart, read_workbook_part
from workbook_reader.worksheet import read_sheet

_DEFAULT = Limits()
_ACTIVE = ("xl/macrosheets/", "xl/activex/")


def read_snapshot(path: Path, *, limits: Limits = _DEFAULT) -> WorkbookSnapshot | Finding:
    """Return what the workbook at ``path`` holds, or the one finding why it cannot be read.

    The file is read once and never locked or changed. No content makes this raise.
    """
    if is_lock_file(path.name):
        return lock_file().at(str(path))
    data = read_bytes(path, limits.file_bytes)
    if isinstance(data, Finding):
        return data
    return read_snapshot_bytes(data, str(path), limits=limits)


def read_snapshot_bytes(
    data: bytes, path: str, *, limits: Limits = _DEFAULT
) -> WorkbookSnapshot | Finding:
    """Return what a workbook held in memory contains; ``path`` is how findings name it."""
    package = open_package(data, path, limits)
    if isinstance(package, Finding):
        return package
    snapshot = WorkbookSnapshot(path, hashlib.sha256(data).hexdigest())
    try:
        _fill(snapshot, package, limits)
    except RefusalError as error:
        return error.finding.at(path)
    return snapshot


def _fill(snapshot: WorkbookSnapshot, package: Package, limits: Limits) -> None:
    roots = list(package.relationships("").values())
    part = _target(roots, "officeDocument") or "xl/workbook.xml"
    workbook = read_workbook_part(part, package.part(part))
    _within_limits(workbook, limits)
    snapshot.protection = workbook.protection
    snapshot.date1904 = workbook.date1904
    arrows = package.relationships(part)
    _read_sheets(snapshot, package, workbook, arrows, limits)
    _read_names(snapshot, workbook)
    _read_properties(snapshot, package, roots)
    snapshot.has_macros = any(
        name.endswith("vbaproject.bin") or name.startswith(_ACTIVE) for name in package.names
    )
    for arrow in arrows.values():
        if arrow.kind == "externalLink" and not arrow.external:
            links = package.relationships(arrow.target).values()
            snapshot.external_links.extend(link.target for link in links)
        elif arrow.kind == "connections":
            snapshot.external_links.append("koneksi data")


def _within_limits(workbook: WorkbookPart, limits: Limits) -> None:
    if len(workbook.names) > limits.names:
        found = f"{separated(len(workbook.names))} nama"
        raise too_large("nama", limit=f"{separated(limits.names)} nama", value=found)
    if len(workbook.sheets) > limits.sheets:
        found = f"{separated(len(workbook.sheets))} lembar"
        raise too_large("lembar", limit=f"{separated(limits.sheets)} lembar", value=found)


def _read_sheets(
    snapshot: WorkbookSnapshot,
    package: Package,
    workbook: WorkbookPart,
    arrows: dict[str, Relationship],
    limits: Limits,
) -> None:
    shared = SharedParts(
        _shared_strings(package, arrows, limits),
        _styles(package, arrows),
        workbook.date1904,
        limits,
    )
    drawings = Drawings(package)
    for name, state, identifier in workbook.sheets:
        arrow = arrows.get(identifier)
        if arrow is None or name in snapshot.sheets:
            raise damaged(name, "lembar ini tidak jelas letaknya dalam berkas")
        if arrow.kind == "worksheet":
            content = package.part(arrow.target)
            sheet = read_sheet(name, state, shared, arrow.target, content)
            if sheet.drawings:
                drawings.add_to(sheet, arrow.target)
            snapshot.sheets[name] = sheet
        else:
            snapshot.sheets[name] = SheetSnapshot(name, state)


def _shared_strings(package: Package, arrows: dict[str, Relationship], limits: Limits) -> list[str]:
    part = _target(list(arrows.values()), "sharedStrings")
    if part is None or not package.has(part):
        return []
    return read_shared_strings(part, package.part(part), limits.characters)


def _styles(package: Package, arrows: dict[str, Relationship]) -> dict[str, StyleFacts]:
    part = _target(list(arrows.values()), "styles")
    if part is None or not package.has(part):
        return {}
    return read_styles(part, package.part(part))


def _read_names(snapshot: WorkbookSnapshot, workbook: WorkbookPart) -> None:
    for name, number, reference in workbook.names:
        if number is None:
            snapshot.names[name] = reference
        elif number.isdecimal() and int(number) < len(workbook.sheets):
            snapshot.local_names[workbook.sheets[int(number)].name, name] = reference
        else:
            raise damaged("daftar nama", "ada nama milik lembar yang tidak ada")


def _read_properties(
    snapshot: WorkbookSnapshot, package: Package, roots: list[Relationship]
) -> None:
    """Read who, when and the custom properties; a file without them is none the worse."""
    custom = _target(roots, "custom-properties")
    if custom is not None and package.has(custom):
        snapshot.properties = read_custom_properties(custom, package.part(custom))
    core = _target(roots, "core-properties")
    if core is not None and package.has(core):
        snapshot.modified = read_texts(core, package.part(core)).get("modified", "")
    app = _target(roots, "extended-properties")
    if app is not None and package.has(app):
        texts = read_texts(app, package.part(app))
        snapshot.producer = producer(texts.get("Application", ""), texts.get("AppVersion", ""))


def _target(arrows: list[Relationship], kind: str) -> str | None:
    return next((arrow.target for arrow in arrows if arrow.kind == kind), None)
