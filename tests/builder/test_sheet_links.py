"""Links put into workbooks of every producer: they lead there, and nothing else changes."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.builder.producers import NAMES
from tests.judges.openxml import validate
from workbook_builder.patch import patch_cells
from workbook_builder.sheet_links import linked_sheet
from workbook_reader.snapshot import read_snapshot_bytes

FREE, TAKEN = "H40", "H41"
THERE, ELSEWHERE = "'Isian'!B4", "'Isian'!A1"


def links(data: bytes, sheet: str) -> dict[str, str | None]:
    """Return where the cells of a sheet lead to, as openpyxl reads it."""
    rows = load_workbook(BytesIO(data))[sheet].iter_rows()
    cells = (cell for row in rows for cell in row)
    return {cell.coordinate: cell.hyperlink.location for cell in cells if cell.hyperlink}


@pytest.mark.parametrize("name", NAMES)
def test_a_cell_leads_where_it_is_told_and_others_lead_where_they_did(
    files: dict[str, bytes], name: str
) -> None:
    data = files[name]
    for sheet in load_workbook(BytesIO(data), read_only=True).sheetnames:
        before = links(data, sheet)

        once = patch_cells(data, {}, links={(sheet, FREE): ELSEWHERE, (sheet, TAKEN): THERE})
        twice = patch_cells(once, {}, links={(sheet, FREE): THERE, (sheet, TAKEN): ""})

        assert links(once, sheet) == {**before, FREE: ELSEWHERE, TAKEN: THERE}
        assert links(twice, sheet) == {**before, FREE: THERE}


@pytest.mark.parametrize("name", NAMES)
def test_everything_else_is_read_as_before(files: dict[str, bytes], name: str) -> None:
    data = files[name]
    sheet = load_workbook(BytesIO(data), read_only=True).sheetnames[0]

    linked = patch_cells(data, {}, links={(sheet, FREE): THERE})
    unlinked = patch_cells(linked, {}, links={(sheet, FREE): ""})

    for changed in (linked, unlinked):
        after, before = (read_snapshot_bytes(one, "") for one in (changed, data))
        assert getattr(after, "sheets", None) == getattr(before, "sheets", None) is not None
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(linked)) as new:
        changed_members = [one for one in old.namelist() if old.read(one) != new.read(one)]
    assert len(changed_members) == 1


def test_microsofts_validator_finds_the_links_in_their_place(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    for name in ("templat", "lo_templat"):
        data = files[name]
        sheets = load_workbook(BytesIO(data), read_only=True).sheetnames
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(data)
        before = {fault.partition(": ")[2] for fault in validate([path])}

        path.write_bytes(patch_cells(data, {}, links={(one, FREE): THERE for one in sheets}))

        assert {fault.partition(": ")[2] for fault in validate([path])} <= before


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (b"<pageMargins/>", b"{}<pageMargins/>"),
        (b"<x:dataValidations/><x:extLst/>", b"<x:dataValidations/>{}<x:extLst/>"),
        (b"<!-- <pageMargins/> -->", b"<!-- <pageMargins/> -->{}"),
        (b"<conditionalFormatting/>", b"<conditionalFormatting/>{}"),
        (b"<hyperlinks/><drawing/>", b"{}<drawing/>"),
    ],
)
def test_links_stand_where_the_standard_wants_them(tail: bytes, expected: bytes) -> None:
    prefix = b"x:" if b"<x:" in tail else b""
    sheet = b"<%sworksheet><%ssheetData/>%s</%sworksheet>"
    link = b'<%shyperlinks><%shyperlink ref="B7" location="\'A\'!B1"/></%shyperlinks>'

    linked = linked_sheet("Isian", sheet % (prefix, prefix, tail, prefix), {"B7": "'A'!B1"})

    there = expected.replace(b"{}", link % (prefix, prefix, prefix))
    assert linked == sheet % (prefix, prefix, there, prefix)


def test_a_sheet_that_ends_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="Isian"):
        linked_sheet("Isian", b"<worksheet><sheetData/>", {"B7": THERE})
    with pytest.raises(ValueError, match="no cells"):
        linked_sheet("Isian", b"<worksheet/>", {"B7": THERE})
