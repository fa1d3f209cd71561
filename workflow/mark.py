"""Mark: annotated copies of checked workbooks; what was received is never changed."""

from collections.abc import Iterable
from pathlib import Path

from iku.address import a1
from iku.cells import Value
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_FIRST, CATATAN_ROWS
from workbook_builder import save_whole
from workbook_builder.patch import patch_cells
from workflow.recompute import recomputed
from workflow.validate import Checked


def annotated(data: bytes, result: Checked) -> bytes:
    """Return a copy of a workbook with its findings written into Catatan Pemeriksaan."""
    if result.submission is None or CATATAN not in result.submission.snapshot.sheets:
        return data
    changes = note_cells(result.rows)
    return patch_cells(data, changes, computed=recomputed(result.submission.snapshot, changes))


def note_cells(rows: list[tuple[str, ...]]) -> dict[tuple[str, str], Value]:
    """Return the whole body of Catatan Pemeriksaan as cells; what is not used becomes blank."""
    cells: dict[tuple[str, str], Value] = {}
    width = len(CATATAN_COLUMNS)
    for n in range(CATATAN_ROWS):
        row = rows[n] if n < len(rows) else ("",) * width
        for column, text in enumerate(row, 1):
            cells[(CATATAN, a1(CATATAN_FIRST + n, column))] = text or None
    return cells


def mark_copies(results: Iterable[Checked], folder: Path) -> list[Path]:
    """Write an annotated copy of every readable file into a folder; originals stay as they are.

    Files from archives and e-mails get their copy too; files of one name get a number.
    """
    written: list[Path] = []
    for result in results:
        data = _content(result)
        if result.submission is None or data is None:
            continue
        target = _free(folder / Path(result.path).name, written)
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
