"""A small blueprint that uses every feature of the builder once, and the file made from it."""

from dataclasses import replace
from datetime import UTC, datetime

from iku.address import CellRef
from iku.blueprint import (
    Access,
    BarChart,
    Blueprint,
    BlueprintCell,
    BlueprintSheet,
    ColumnSpec,
    ConditionalFormat,
    PageSetup,
    Validation,
)
from iku.cells import ErrorValue, Value
from workbook_builder import write_workbook
from workbook_builder.theme import ROLES

MODIFIED = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
PASSWORD = "kata sandi uji"  # noqa: S105  # it guards nothing but this sample
SALT = bytes(range(16))

AMOUNT = Validation(
    kind="decimal",
    operator="greaterThanOrEqual",
    formula1="0",
    prompt_title="Jumlah surat",
    prompt="Isi dengan angka, misalnya 48.",
    error_title="Bukan angka",
    error="Isi dengan angka nol atau lebih, misalnya 48.",
)
STATUS = Validation(kind="list", formula1='"Draf,Final"', error_title="Pilih", style="warning")
HINT = Validation(kind="any", prompt_title="Alasan", prompt="Boleh dikosongkan.")


def text(row: int, column: int, content: str, style: str = "text") -> BlueprintCell:
    return BlueprintCell(row, column, content, style=style)


def entry(row: int, column: int, content: float | None, rule: Validation = AMOUNT) -> BlueprintCell:
    cell = BlueprintCell(row, column, content, style="entry", access=Access.ENTRY)
    return replace(cell, number_format="#,##0.0", validation=rule)


def result(row: int, column: int, formula: str, style: str = "result") -> BlueprintCell:
    return BlueprintCell(row, column, formula=formula, style=style, number_format="#,##0.00")


ISIAN = BlueprintSheet(
    name="Isian",
    cells=(
        text(1, 1, "Isian <IKU> & “data” Kecamatan", "title"),
        *(text(3, column, words, "header") for column, words in enumerate(("Data", "1", "2"), 1)),
        text(4, 1, "=bukan rumus", "label"),
        entry(4, 2, 48),
        entry(4, 3, None),
        text(5, 1, "baris satu\nbaris dua ", "table_text"),
        entry(5, 2, 52.5),
        entry(5, 3, 61),
        text(6, 1, "_x0041_ tetap"),
        replace(entry(6, 2, None, STATUS), content="Draf", number_format="General"),
        BlueprintCell(7, 1, content=True),
    ),
    columns={1: ColumnSpec(30), 2: ColumnSpec(14), 4: ColumnSpec(9, hidden=True)},
    row_heights={1: 24.0, 9: 6.5},
    merges=("A1:C1", "A9:C9", "A8:B8"),
    conditional_formats=(
        ConditionalFormat("B4:B5 C4:C5", "D4>0", "mark_finding"),
        ConditionalFormat("B4:C5", "ISBLANK(B4)", "mark_empty"),
    ),
    page=PageSetup(paper=14, print_area="A1:C7", title_rows=(3, 3)),
    freeze="B4",
    tab_colour="1F3864",
)
CAPAIAN = BlueprintSheet(
    name="Hasil Capaian",
    cells=(
        text(1, 1, "Nama", "header"),
        text(1, 2, "Capaian", "header"),
        text(2, 1, "Surat tepat waktu", "table_text"),
        result(2, 2, "Isian!B4/Isian!B5*100"),
        text(3, 1, "Surat <lain>", "table_text"),
        result(3, 2, 'IF(Isian!C4="","Belum diisi",Isian!C4&" <&> ")', "result_text"),
        result(4, 2, "Isian!B4<Isian!B5"),
        result(5, 2, 'IF(TRUE,"","x")'),
        result(6, 2, "1/0"),
        result(7, 2, "ROUND(B2,0)"),
        BlueprintCell(8, 1, "Ke isian", style="link", link="Isian!B4"),
        BlueprintCell(9, 1, "Ke catatan", style="link", link="Catatan Pemeriksaan!A2"),
    ),
    columns={1: ColumnSpec(40), 2: ColumnSpec(16)},
    charts=(
        BarChart("Capaian IKU", "D2", "A2:A3", "B2:B3", "Capaian (%)"),
        BarChart("Isian", "D22", "Isian!A4:A5", "Isian!B4:B5", "Jumlah", 12.5, 6.0),
    ),
    page=PageSetup(landscape=False, fit_height=True),
    autofilter="A1:B7",
)
CATATAN = BlueprintSheet(
    name="Catatan Pemeriksaan",
    cells=(
        text(1, 1, "Catatan", "header"),
        *(
            BlueprintCell(row, 1, style="open", access=Access.OPEN, validation=HINT)
            for row in range(2, 20)
        ),
    ),
    columns={
        1: ColumnSpec(60, style="open", access=Access.OPEN),
        2: ColumnSpec(12, style="text", access=Access.OPEN),
        3: ColumnSpec(12, style="hidden_helper"),
    },
    show_grid=True,
)
HIDDEN = BlueprintSheet(
    name="_iku",
    cells=tuple(text(row, 1, role, role) for row, role in enumerate(ROLES, 1)),
    hidden=True,
)
OPEN_SHEET = BlueprintSheet(name="Bebas", cells=(), protected=False)
SAMPLE = Blueprint(
    title="IKU Kecamatan Contoh 2026",
    sheets=(ISIAN, CAPAIAN, CATATAN, HIDDEN, OPEN_SHEET),
    names={
        "isian.r1.masuk.TAHUN": CellRef("Isian", 5, 2),
        "capaian.r1.TAHUN": CellRef("Hasil Capaian", 2, 2),
    },
    properties={"iku.sidik": "9f" * 32, "iku.tata_letak": "1"},
    active_sheet="Hasil Capaian",
)
VALUES: dict[CellRef, Value] = {
    CellRef("Hasil Capaian", 2, 2): 48 / 52.5 * 100,
    CellRef("Hasil Capaian", 3, 2): "Belum diisi <&> ",
    CellRef("Hasil Capaian", 4, 2): True,
    CellRef("Hasil Capaian", 5, 2): "",
    CellRef("Hasil Capaian", 6, 2): ErrorValue("#DIV/0!"),
    CellRef("Hasil Capaian", 7, 2): 91.0,
}


def built(blueprint: Blueprint = SAMPLE, password: str | None = PASSWORD) -> bytes:
    return write_workbook(blueprint, VALUES, password=password, salt=SALT, modified=MODIFIED)


def with_cell(cell: BlueprintCell) -> Blueprint:
    """Return a one-sheet blueprint around a cell."""
    return Blueprint("Satu sel", (BlueprintSheet("Isian", (cell,)),))
