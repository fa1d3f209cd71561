"""Renamed sheets: known by what stands on them, and read under the names they were issued with."""

import re
from collections.abc import Mapping
from dataclasses import replace

from iku.address import a1, quoted
from iku.cells import SheetSnapshot, WorkbookSnapshot
from iku.finding import Finding
from iku.landmarks import likeness
from iku.layout.layout import IKU_SHEET
from iku.manifest import Manifest
from iku.sheets.iku_sheet import FIRST_CHUNK_ROW, TERBITAN

_ALIKE = 0.5  # share of its landmarks that a sheet must still show
_SHEET = re.compile(r"""("(?:[^"]|"")*")|(?:'((?:[^']|'')+)'|([\w.]+))!""")


def under_issued_names(
    snapshot: WorkbookSnapshot, manifest: Manifest
) -> tuple[WorkbookSnapshot, list[Finding]]:
    """Return the workbook with renamed sheets under their issued names, and a finding for each.

    Spreadsheet programs rewrite formulas and names when a sheet is renamed; they are turned back.
    """
    renamed = _renamed(snapshot, manifest)
    if not renamed:
        return snapshot, []
    findings = [
        Finding("STR-016", {"lembar": issued, "sekarang": now}, path=snapshot.path, sheet=issued)
        for now, issued in renamed.items()
    ]
    return _turned_back(snapshot, renamed), findings


def _renamed(snapshot: WorkbookSnapshot, manifest: Manifest) -> dict[str, str]:
    """Return the issued name of every sheet that is known under another one."""
    expected = {sheet.name for sheet in manifest.sheets} | {IKU_SHEET}
    if expected <= snapshot.sheets.keys():
        return {}
    strangers = {name: one for name, one in snapshot.sheets.items() if name not in expected}
    renamed: dict[str, str] = {}
    for issued in manifest.sheets:
        if issued.name in snapshot.sheets:
            continue
        alike = {
            name: likeness(issued, one) for name, one in strangers.items() if name not in renamed
        }
        best = max(alike, key=alike.__getitem__, default=None)
        if best is not None and alike[best] >= _ALIKE:
            renamed[best] = issued.name
    if IKU_SHEET not in snapshot.sheets:
        renamed.update({name: IKU_SHEET for name, one in strangers.items() if is_home(one)})
    return renamed


def is_home(sheet: SheetSnapshot) -> bool:
    """Whether a sheet holds the issue record, whatever its name."""
    return sheet.values.get(a1(FIRST_CHUNK_ROW - 3, TERBITAN.column)) == TERBITAN.name


def _turned_back(snapshot: WorkbookSnapshot, renamed: Mapping[str, str]) -> WorkbookSnapshot:
    def turned(text: str) -> str:
        return _SHEET.sub(lambda match: _issued(match, renamed), text)

    sheets = {}
    for name, sheet in snapshot.sheets.items():
        issued = renamed.get(name, name)
        formulas = {address: turned(text) for address, text in sheet.formulas.items()}
        sheets[issued] = replace(sheet, name=issued, formulas=formulas)
    names = {name: turned(reference) for name, reference in snapshot.names.items()}
    now = {issued: name for name, issued in renamed.items()}
    return replace(snapshot, sheets=sheets, names=names, renamed=now)


def _issued(match: re.Match[str], renamed: Mapping[str, str]) -> str:
    name = (match[2] or match[3] or "").replace("''", "'")
    return f"{quoted(renamed[name])}!" if name in renamed else match[0]
