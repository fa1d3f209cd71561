"""Fill: values by name → a filled copy of a workbook."""

import csv
import difflib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from iku.cells import Value
from iku.finding import Finding
from iku.layout.entry import Entry
from iku.messages import Language
from iku.numbers_as_typed import readings
from iku.submission import Submission
from workbook_builder import save_whole
from workbook_builder.patch import patch_cells
from workbook_reader.snapshot import read_snapshot
from workflow.receive import open_one
from workflow.recompute import recomputed
from workflow.refusal import RefusedError, keep_received


def fill_workbook(workbook: Path, values: Path, into: Path, language: Language = "id") -> int:
    """Write a filled copy of a workbook and return how many entries were set.

    Raises RefusedError, and writes nothing, where a name is unknown or locked.
    """
    keep_received(into, [workbook, values])
    submission = open_one(workbook, language)
    wanted = read_values(values)
    save_whole(filled(workbook.read_bytes(), submission, wanted), into)
    return len(wanted)


def filled(data: bytes, submission: Submission, values: Mapping[str, Any]) -> bytes:
    """Return the bytes of a workbook with entries set by name and its results worked out anew."""
    changes: dict[tuple[str, str], Value] = {}
    refused = []
    for name, value in values.items():
        entry = _entry(submission, name)
        place = submission.places.get(entry.name) if entry is not None else None
        if entry is None or place is None:
            refused.append(_refused(submission, name))
        else:
            cell, new = (place.sheet, place.a1), _as_entered(entry, value)
            if changes.setdefault(cell, new) != new:
                refused.append(f"'{name}' memberi nilai lain untuk sel {place} yang sudah diisi")
    if refused:
        raise RefusedError("; ".join(refused))
    try:
        return patch_cells(data, changes, computed=recomputed(submission.snapshot, changes))
    except ValueError as error:  # a cell cannot hold it, or holds a formula; the message names it
        message = f"{error}; perbaiki nilainya atau mulai dari formulir baru"
        raise RefusedError(message) from error


def _entry(submission: Submission, name: str) -> Entry | None:
    """Find an entry by its name, or by another name of the same cell."""
    layout = submission.layout
    if name in layout.entries:
        return layout.entries[name]
    ref = layout.names.get(name)
    return None if ref is None else layout.entry_at.get((ref.sheet, ref.a1))


def _refused(submission: Submission, name: str) -> str:
    if name in submission.layout.names:
        return f"'{name}' terkunci: nilainya ditetapkan kabupaten/kota atau dihitung"
    near = difflib.get_close_matches(name, submission.layout.entries, n=1)
    hint = f"; mungkin maksudnya '{near[0]}'" if near else ""
    return f"'{name}' bukan nama isian dalam buku kerja ini{hint}"


def _as_entered(entry: Entry, value: Any) -> Value:  # noqa: ANN401  JSON
    """Return a value as the cell holds it; text that is no number stays what was written."""
    if value is None or value == "":
        return None
    if entry.kind != "number":
        return f"{value:.15g}" if isinstance(value, float) else str(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return float(value)
    found = readings(str(value), entry.label)
    # Values for `fill` are written the Indonesian way: where a dot can be read twice, it groups.
    return float(max(found, key=abs)) if found else str(value)


def read_values(path: Path) -> dict[str, Any]:
    """Read values by name from JSON, CSV or .xlsx (columns ``nama`` and ``nilai``)."""
    try:
        match path.suffix.lower():
            case ".json":
                tree = json.loads(path.read_text(encoding="utf-8-sig"))
            case ".csv":
                tree = _from_rows(_csv_rows(path), path)
            case ".xlsx":
                tree = _from_rows(_sheet_rows(path), path)
            case ending:
                message = f"{path.name}: berkas nilai '{ending}' tidak dikenal; pakai .json, .csv, atau .xlsx"
                raise RefusedError(message)
    except FileNotFoundError as error:
        message = f"{path.name}: berkas nilai tidak ditemukan; periksa nama dan foldernya"
        raise RefusedError(message) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        message = (
            f"{path.name}: isinya tidak dapat dibaca sebagai {path.suffix[1:].upper()} ({error})"
        )
        raise RefusedError(message) from error
    if not isinstance(tree, dict) or any(isinstance(value, dict | list) for value in tree.values()):
        message = f'{path.name}: harus berupa pasangan nama dan nilai, misalnya {{"isian.R1.tepat.TAHUN": 48}}'
        raise RefusedError(message)
    return tree


def _csv_rows(path: Path) -> list[list[Any]]:
    text = path.read_text(encoding="utf-8-sig")
    first = text.splitlines()[0] if text else ""
    delimiter = ";" if ";" in first else "\t" if "\t" in first else ","
    return [list(row) for row in csv.reader(text.splitlines(), delimiter=delimiter)]


def _sheet_rows(path: Path) -> list[list[Any]]:
    snapshot = read_snapshot(path)
    if isinstance(snapshot, Finding):
        message = f"{path.name}: berkas nilai tidak dapat dibaca"
        raise RefusedError(message)
    sheet = next(iter(snapshot.sheets.values()))
    last = max((int("".join(c for c in a if c.isdigit())) for a in sheet.values), default=0)
    return [[sheet.values.get(f"{c}{row}") for c in "AB"] for row in range(1, last + 1)]


def _from_rows(rows: list[list[Any]], path: Path) -> dict[str, Any]:
    heads = [str(cell or "").strip().lower() for cell in rows[0][:2]] if rows else []
    if heads != ["nama", "nilai"]:
        message = f"{path.name}: baris pertama harus berisi kolom 'nama' dan 'nilai'"
        raise RefusedError(message)
    return {str(row[0]).strip(): row[1] for row in rows[1:] if len(row) > 1 and row[0]}
