"""Mark: annotated copies of checked workbooks; what was received is never changed."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from iku.address import a1, is_a1
from iku.cells import Value, WorkbookSnapshot
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_FIRST, CATATAN_ROWS
from workbook_builder import save_whole
from workbook_builder.patch import patch_cells
from workflow.naming import portable_name
from workflow.recompute import recomputed
from workflow.validate import Checked


def annotated(data: bytes, result: Checked) -> bytes:
    """Return a copy of a workbook with its findings written into Catatan Pemeriksaan.

    Where that sheet is gone, or is a damaged one that holds no cells, the copy is as it came: the
    findings name the sheet.
    """
    if result.submission is None or CATATAN not in result.submission.snapshot.sheets:
        return data
    snapshot = result.submission.snapshot
    rows = result.rows
    changes = note_cells(rows)
    computed = recomputed(snapshot, changes)
    try:
        return patch_cells(
            data,
            _in_file(snapshot, changes),
            computed=_in_file(snapshot, computed),
            links=note_links(rows, snapshot, snapshot.name_in_file(CATATAN)),
        )
    except ValueError:
        return data


def _in_file(
    snapshot: WorkbookSnapshot, cells: Mapping[tuple[str, str], Value]
) -> dict[tuple[str, str], Value]:
    """Return cells under the names that their sheets have in the file: one may be renamed."""
    return {(snapshot.name_in_file(sheet), at): value for (sheet, at), value in cells.items()}


def note_cells(rows: list[tuple[str, ...]], sheet: str = CATATAN) -> dict[tuple[str, str], Value]:
    """Return the whole body of Catatan Pemeriksaan as cells; what is not used becomes blank.

    ``sheet`` is what it is called where the cells are to be written.
    """
    cells: dict[tuple[str, str], Value] = {}
    width = len(CATATAN_COLUMNS)
    for n in range(CATATAN_ROWS):
        row = rows[n] if n < len(rows) else ("",) * width
        for column, text in enumerate(row, 1):
            cells[(sheet, a1(CATATAN_FIRST + n, column))] = text or None
    return cells


def note_links(
    rows: list[tuple[str, ...]], snapshot: WorkbookSnapshot, sheet: str = CATATAN
) -> dict[tuple[str, str], str]:
    """Return where the place of each note leads to: its cell, or nothing where none can be seen.

    ``sheet`` is what Catatan Pemeriksaan is called where the links are to be written.
    """
    column = CATATAN_COLUMNS["tempat"]
    return {
        (sheet, a1(CATATAN_FIRST + n, column)): (
            _way(rows[n][column - 1], snapshot) if n < len(rows) else ""
        )
        for n in range(CATATAN_ROWS)
    }


def _way(place: str, snapshot: WorkbookSnapshot) -> str:
    sheet, _, cell = place.rpartition("!") if "!" in place else (place, "", "A1")
    found = snapshot.sheets.get(sheet)
    if found is None or found.state != "visible" or not is_a1(cell):
        return ""
    name = snapshot.name_in_file(sheet).replace("'", "''")
    return f"'{name}'!{cell}"


def mark_copies(results: Iterable[Checked], folder: Path) -> list[Path]:
    """Write an annotated copy of every readable file into a folder; originals stay as they are.

    Files from archives and e-mails get their copy too; files of one name get a number.
    """
    written: list[Path] = []
    for result in results:
        data = _content(result)
        if result.submission is None or data is None:
            continue
        target = _free(folder / portable_name(Path(result.path).name), written)
        if target.resolve() == Path(result.path).resolve():
            continue
        save_whole(annotated(data, result), target)
        written.append(target)
    return written


def _content(result: Checked) -> bytes | None:
    if result.data is not None:
        return result.data
    source = Path(result.path)
    return source.read_bytes() if result.submission and source.is_file() else None


def _free(target: Path, written: list[Path]) -> Path:
    """Return a name that this run has not written yet: ``IKU.xlsx``, ``IKU (2).xlsx``."""
    number, free = 1, target
    while free in written:
        number += 1
        free = target.with_name(f"{target.stem} ({number}){target.suffix}")
    return free
