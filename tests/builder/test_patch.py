"""New values in workbooks of every producer: they arrive, and nothing else changes."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TypeAlias
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from iku.address import CellRef, a1, split_a1
from iku.blueprint import Constant
from iku.cells import DEFAULT_STYLE, ErrorValue, Value, WorkbookSnapshot
from tests.builder.producers import NAMES, resaved_by_openpyxl
from tests.builder.sample import ISIAN, MODIFIED, PASSWORD, SALT, SAMPLE, VALUES, built
from tests.judges.libreoffice import recalculate
from tests.judges.openxml import validate
from workbook_builder import write_workbook
from workbook_builder.patch import patch_cells
from workbook_reader.snapshot import read_snapshot_bytes

Values: TypeAlias = dict[tuple[str, str], Value]
TEXTS = (
    "=1+1",
    "+62 811",
    " dua  spasi ",
    "satu\ndua\r\n",
    '<a href="x">&amp;\'',
    "_x0041_",
    "_x005F_",
    "bunyi \x07 & \ufffe",
    "_x0041\x07_x0042_",
    "Ćé 漢字 🙂",
    "0075",
)
CONSTANTS: tuple[Value, ...] = (12, -0.5, 1e-17, 92.36, True, False, ErrorValue("#N/A"), *TEXTS)


def snapshot(data: bytes) -> WorkbookSnapshot:
    found = read_snapshot_bytes(data, "uji.xlsx")
    assert isinstance(found, WorkbookSnapshot)
    return replace(found, sha256="")


def plain_cells(book: WorkbookSnapshot) -> list[tuple[str, str]]:
    """Return existing cells that may be written; the array formula of XlsxWriter covers some."""
    covered = {("Isian", "B4"), ("Isian", "B5")}
    return [
        (name, address)
        for name, sheet in book.sheets.items()
        for address in sheet.styles
        if address not in sheet.formulas and (name, address) not in covered
    ]


def formula_cells(book: WorkbookSnapshot) -> list[tuple[str, str]]:
    return [(name, at) for name, sheet in book.sheets.items() for at in sheet.formulas]


def expected(before: WorkbookSnapshot, changes: Values, computed: Values) -> WorkbookSnapshot:
    """Return what a reader must see, from what it saw before."""
    after = deepcopy(before)
    for (name, address), value in {**changes, **computed}.items():
        sheet = after.sheets[name]
        sheet.values.pop(address, None)
        empty = value is None or (value == "" and (name, address) in changes)
        if not empty:
            sheet.values[address] = value
            column = sheet.column_styles.get(split_a1(address)[1], DEFAULT_STYLE)
            sheet.styles.setdefault(address, column)
            sheet.uncomputed.discard(address)
        elif address in sheet.formulas:
            sheet.uncomputed.add(address)
    return after


def some_changes(data: bytes) -> tuple[Values, Values]:
    """Return a change for cells all over the workbook, and a value for each formula."""
    book = snapshot(data)
    spread = plain_cells(book)[::3][:200]
    beyond = [(name, at) for name in book.sheets for at in ("A90", "H2", "E77", "AB77", "C1048576")]
    beyond += [("Isian", f"M{row}") for row in range(100, 100 + 2 * len(CONSTANTS), 2)]
    places = [*spread, *(place for place in beyond if place[1] not in book.sheets[place[0]].styles)]
    values = (*CONSTANTS, None, "")
    changes = {place: values[number % len(values)] for number, place in enumerate(places)}
    results: tuple[Value, ...] = (2.5, "", " teks", True, ErrorValue("#DIV/0!"), None)
    formulas = enumerate(formula_cells(book))
    return changes, {place: results[number % len(results)] for number, place in formulas}


def raw_members(data: bytes) -> dict[str, bytes]:
    """Return each member still compressed, with its header."""
    with ZipFile(BytesIO(data)) as archive:
        infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
        ends = [info.header_offset for info in infos[1:]] + [archive.start_dir]
        return {
            info.filename: data[info.header_offset : end]
            for info, end in zip(infos, ends, strict=True)
        }


@pytest.mark.parametrize("name", NAMES)
def test_the_reader_sees_the_new_values_and_no_other_change(
    files: dict[str, bytes], name: str
) -> None:
    changes, computed = some_changes(files[name])
    assert len(changes) >= len(CONSTANTS)

    patched = patch_cells(files[name], changes, computed=computed)

    assert snapshot(patched) == expected(snapshot(files[name]), changes, computed)


@pytest.mark.parametrize("name", NAMES)
def test_other_members_are_copied_still_compressed(files: dict[str, bytes], name: str) -> None:
    before = raw_members(files[name])
    after = raw_members(patch_cells(files[name], {("Isian", "A1"): "baru"}))

    assert list(after) == list(before)
    (changed,) = (part for part in before if after[part] != before[part])
    assert changed.startswith("xl/worksheets/sheet")


@pytest.mark.parametrize("name", NAMES)
def test_openpyxl_reads_the_new_values(files: dict[str, bytes], name: str) -> None:
    texts = {("Isian", f"K{row}"): text for row, text in enumerate(("=1+1", " a ", "<&>"), 200)}
    numbers: Values = {("Isian", "K205"): 92.36, ("Isian", "K206"): True, ("Isian", "A1"): None}

    book = load_workbook(BytesIO(patch_cells(files[name], {**texts, **numbers})))

    for (_, address), value in {**texts, **numbers}.items():
        assert book["Isian"][address].value == value
    assert {book["Isian"][address].data_type for _, address in texts} == {"s"}


def test_microsofts_validator_finds_nothing_that_was_not_there(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    for name, data in files.items():
        changes, computed = some_changes(data)
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(data)
        faults = validate([path])
        path.write_bytes(patch_cells(data, changes, computed=computed))
        assert validate([path]) == faults
        if name in {"contoh", "templat", "xlsxwriter"}:
            assert faults == []


def test_libreoffice_opens_what_was_patched(files: dict[str, bytes], tmp_path: Path) -> None:
    wanted: Values = {("Isian", f"K{row}"): value for row, value in enumerate(CONSTANTS, 200)}
    # LibreOffice shows control characters its own way, and keeps no carriage return.
    wanted = {at: value for at, value in wanted.items() if not is_exotic(value)}
    paths = []
    for name in NAMES:
        paths.append(tmp_path / f"{name}.xlsx")
        paths[-1].write_bytes(patch_cells(files[name], wanted))

    for path in recalculate(paths, tmp_path / "dibuka"):
        values = snapshot(path.read_bytes()).sheets["Isian"].values
        assert {at: values.get(at) for _, at in wanted} == {at: v for (_, at), v in wanted.items()}


def is_exotic(value: Value) -> bool:
    return isinstance(value, str) and any(sign in value for sign in "\x07\r")


def test_a_patched_copy_holds_the_parts_that_building_anew_gives() -> None:
    new: dict[str, Constant] = {"B4": 50, "C4": 7.5, "B5": None, "A6": " _x0042_ ", "B6": "=a"}
    cells = tuple(replace(cell, content=new.get(cell.a1, cell.content)) for cell in ISIAN.cells)
    values = {**VALUES, CellRef("Hasil Capaian", 2, 2): 3.0, CellRef("Hasil Capaian", 5, 2): "<x>"}
    anew = write_workbook(
        replace(SAMPLE, sheets=(replace(ISIAN, cells=cells), *SAMPLE.sheets[1:])),
        values,
        password=PASSWORD,
        salt=SALT,
        modified=MODIFIED,
    )

    changes: Values = {("Isian", address): value for address, value in new.items()}
    computed: Values = {("Hasil Capaian", "B2"): 3.0, ("Hasil Capaian", "B5"): "<x>"}

    assert _parts(patch_cells(built(), changes, computed=computed)) == _parts(anew)


def _parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_patch_of_nothing_is_the_same_file() -> None:
    assert patch_cells(built(), {}) == built()


def test_a_patched_copy_can_be_patched_again(files: dict[str, bytes]) -> None:
    first = patch_cells(files["contoh"], {("Isian", "K9"): "satu"})
    second = patch_cells(first, {("Isian", "K9"): "dua", ("Isian", "B9"): 3})

    assert second == patch_cells(files["contoh"], {("Isian", "B9"): 3, ("Isian", "K9"): "dua"})
    assert snapshot(resaved_by_openpyxl(second)).sheets["Isian"].values["K9"] == "dua"


def test_new_cells_of_an_open_column_stay_open(files: dict[str, bytes]) -> None:
    for name in ("contoh", "lo_contoh"):
        patched = snapshot(patch_cells(files[name], {("Catatan Pemeriksaan", "A500"): "catatan"}))
        assert not patched.sheets["Catatan Pemeriksaan"].styles["A500"].locked


PLACES = st.builds(a1, st.integers(1, 60), st.integers(1, 12))
WRITTEN: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15)
@given(draw=st.data())
def test_whatever_is_written_is_read_back_and_all_else_stays(
    files: dict[str, bytes], name: str, draw: st.DataObject
) -> None:
    before = snapshot(files[name])
    formulas = formula_cells(before)
    taken = {*formulas, ("Isian", "B4"), ("Isian", "B5")} if name == "xlsxwriter" else {*formulas}
    sheets = st.sampled_from(list(before.sheets))
    free = st.tuples(sheets, PLACES).filter(lambda place: place not in taken)
    anywhere = st.one_of(free, st.sampled_from(plain_cells(before)))
    changes = draw.draw(st.dictionaries(anywhere, WRITTEN, max_size=20))
    computed = draw.draw(st.dictionaries(st.sampled_from(formulas), WRITTEN, max_size=10))

    patched = patch_cells(files[name], changes, computed=computed)

    assert snapshot(patched) == expected(before, changes, computed)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "x" * 32_768])
def test_what_no_cell_can_hold_is_refused_by_name(value: Value) -> None:
    with pytest.raises(ValueError, match="Isian!B4"):
        patch_cells(built(), {("Isian", "B4"): value})


REFUSED: Mapping[str, tuple[Values, Values]] = {
    "Hasil Capaian!B2: holds a formula": ({("Hasil Capaian", "B2"): 1}, {}),
    "Isian!B4: holds no formula": ({}, {("Isian", "B4"): 1}),
    "Isian!Z99: holds no formula": ({}, {("Isian", "Z99"): 1}),
    "Isian!B1048577: no sheet": ({("Isian", "B1048577"): 1}, {}),
    "not a cell address: 'b4'": ({("Isian", "b4"): 1}, {}),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_a_change_that_would_harm_is_refused(reason: str) -> None:
    changes, computed = REFUSED[reason]

    with pytest.raises(ValueError, match=reason):
        patch_cells(built(), changes, computed=computed)


def test_a_cell_inside_an_array_formula_is_refused(files: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match="Isian!B4: lies in a range filled by one formula"):
        patch_cells(files["xlsxwriter"], {("Isian", "B4"): 1})


def test_an_unknown_sheet_is_named() -> None:
    with pytest.raises(KeyError, match="Isain"):
        patch_cells(built(), {("Isain", "A1"): 1})


@pytest.mark.parametrize("data", [b"", b"PK", b"a,b\n1,2\n"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a workbook"):
        patch_cells(data, {("Isian", "A1"): 1})
