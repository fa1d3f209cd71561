"""Decisions: the regency's own tables, read from their files."""

import csv
import hashlib
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from iku.address import split_a1
from iku.cells import SheetSnapshot, Value
from iku.consolidation import central, verification, waivers
from iku.consolidation.candidate import Candidate
from iku.consolidation.deciding import RegencyTables
from iku.consolidation.decisions import Closing
from iku.consolidation.table import Columns, Table, fit
from iku.finding import Finding
from iku.messages import explain
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.refusal import FileRefusedError, RefusedError

_LARGEST = 200_000  # rows of a table: more is no table that people keep
_ENCODINGS = ("utf-8-sig", "cp1252")


def regency_tables(
    *,
    central_file: Path | None = None,
    verification_file: Path | None = None,
    waivers_file: Path | None = None,
    closings: Sequence[Closing] = (),
    previous: Sequence[Candidate] = (),
) -> RegencyTables:
    """Return what the regency hands in beside the files, dated today.

    RefusedError where a file is no table (CSV with ``;`` or ``,``, or ``.xlsx``).
    """
    return RegencyTables(
        _table(central_file, central.COLUMNS),
        _table(verification_file, verification.COLUMNS),
        _table(waivers_file, waivers.COLUMNS),
        tuple(closings),
        datetime.now(UTC).astimezone().date().isoformat(),
        tuple(previous),
    )


def _table(path: Path | None, columns: Columns) -> Table | None:
    return None if path is None else read_table(path, columns)


def read_table(path: Path, columns: Columns) -> Table:
    """Return the table in a file; of a workbook's sheets the one with the most of the columns.

    RefusedError where it cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        message = f"{path}: tabel tidak ditemukan; periksa nama dan foldernya"
        raise RefusedError(message) from error
    match path.suffix.lower():
        case ".csv" | ".txt":
            return _csv_table(path, data)
        case ".xlsx" | ".xlsm":
            return _sheet_table(path, data, columns)
        case ending:
            message = f"{path}: tabel berakhiran '{ending}' tidak dikenal; pakai .xlsx atau .csv"
            raise RefusedError(message)


def _csv_table(path: Path, data: bytes) -> Table:
    text = _decoded(path, data)
    heads = [line for line in text.splitlines() if line.strip()][:1]
    first = heads[0] if heads else ""
    delimiter = max(";\t,", key=first.count)
    rows: list[tuple[Value, ...]] = []
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        rows.append(tuple(cell if cell.strip() else None for cell in cells))
        if len(rows) > _LARGEST:
            message = f"{path}: lebih dari {_LARGEST} baris; periksa apakah ini tabel yang benar"
            raise RefusedError(message)
    return Table(str(path), hashlib.sha256(data).hexdigest(), path.name, tuple(rows))


def _decoded(path: Path, data: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    message = f"{path}: bukan teks; simpan sebagai CSV UTF-8 atau .xlsx"
    raise RefusedError(message)


def _sheet_table(path: Path, data: bytes, columns: Columns) -> Table:
    snapshot = read_snapshot_bytes(data, str(path))
    if isinstance(snapshot, Finding):
        raise FileRefusedError(explain(snapshot))
    tables = [
        Table(str(path), snapshot.sha256, sheet.name, _rows(sheet), snapshot.date1904)
        for sheet in snapshot.sheets.values()
        if sheet.state == "visible"
    ]
    if not tables:
        message = f"{path}: buku kerja ini tidak mempunyai lembar yang terlihat"
        raise RefusedError(message)
    return max(tables, key=lambda table: fit(table, columns))


def _rows(sheet: SheetSnapshot) -> tuple[tuple[Value, ...], ...]:
    cells = {split_a1(a1): value for a1, value in sheet.values.items() if value is not None}
    last = min(max((row for row, _ in cells), default=0), _LARGEST)
    wide = max((column for _, column in cells), default=0)
    rows: list[list[Value]] = [[None] * wide for _ in range(last)]
    for (row, column), value in cells.items():
        if row <= last:
            rows[row - 1][column - 1] = value
    return tuple(tuple(row) for row in rows)
