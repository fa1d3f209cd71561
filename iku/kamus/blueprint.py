"""The workbook Kamus IKU as plain data: a definition that regency staff edit in Excel."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from iku.address import CellRef
from iku.blueprint import Blueprint, BlueprintSheet, ColumnSpec, PageSetup
from iku.cells import Value
from iku.definition.model import Definition
from iku.finding import Finding
from iku.kamus.cell_text import storable
from iku.kamus.column import (
    FIRST_ROW,
    HEAD_ROW,
    LEAD_ROW,
    TITLE_ROW,
    Column,
    Table,
)
from iku.kamus.contents import Contents, Texts, contents, head_of_period, period_key
from iku.kamus.drawing import (
    HEAD_HEIGHT,
    ROW_HEIGHT,
    Drawn,
    Extent,
    TableDrawing,
    entry_cell,
    extent,
)
from iku.kamus.guidance import PETUNJUK, draw_petunjuk
from iku.kamus.tables import (
    PERIODE_HEAD_HINT,
    PERIODE_HINT,
    SPARE_ROWS,
    UMUM,
    table,
    table_names,
    umum_fields,
)
from iku.sheets.canvas import Canvas, paper

SPARE_PERIODS: Final = 3
_LABEL, _VALUE, _NOTE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Kamus:
    """A Kamus: its Blueprint, and the computed values of the names beside codes."""

    blueprint: Blueprint
    values: dict[CellRef, Value]


def kamus(definition: Definition) -> Kamus:
    """Return the Kamus of a definition."""
    held = contents(definition)
    size = paper(definition)
    drawn = list(_tables(held, size))
    values: dict[CellRef, Value] = {}
    for one in drawn:
        values.update(one.values)
    blueprint = Blueprint(
        title=f"Kamus IKU {definition.kabupaten.nama} {definition.tahun}",
        sheets=(
            draw_petunjuk(size),
            _draw_umum(held, size),
            *(one.sheet for one in drawn),
        ),
        properties={"iku.kamus": definition.kode, "iku.versi": definition.versi},
        active_sheet=PETUNJUK,
    )
    return Kamus(blueprint, values)


def unstorable(blueprint: Blueprint) -> list[Finding]:
    """Return a fault for every text of a definition that no workbook can hold."""
    reason = "ada tanda yang tidak dapat disimpan di Excel, atau lebih dari 32.767 huruf"
    return [
        Finding(
            "DEF-004",
            {"kunci": sheet, "alasan": reason},
            sheet=sheet,
            cells=(f"{sheet}!{cell.a1}",),
        )
        for sheet, cell in blueprint.all_cells()
        if isinstance(cell.content, str) and not storable(cell.content)
    ]


def _tables(held: Contents, size: int) -> Iterator[Drawn]:
    known = (table(name) for name in table_names())
    described = {one.name: one for one in known if held.money or not one.on_request}
    described["Target"] = _with_periods(described["Target"], held.periods)
    described["Data Bersama"] = _as_used(described["Data Bersama"], held)
    rows = {name: held.rows.get(name, []) for name in described}
    extents: dict[str, Extent] = {
        name: extent(one, len(rows[name])) for name, one in described.items()
    }
    names: dict[str, Texts] = {
        sheet: {row["kode"]: row.get("nama", "") for row in rows[sheet] if "kode" in row}
        for sheet in ("Indikator", "Unit", "Program")
        if sheet in rows
    }
    for name, one in described.items():
        yield TableDrawing(one, extents, names).draw(rows[name], size)


def _with_periods(target: Table, periods: tuple[str, ...]) -> Table:
    """Return the table of targets with a column for each period and free ones after them."""
    known = tuple(
        Column(period_key(period), head_of_period(period), "boleh kosong", PERIODE_HINT)
        for period in periods
    )
    free = tuple(
        Column(f"bebas {n}", "", "periode lain", PERIODE_HEAD_HINT) for n in range(SPARE_PERIODS)
    )
    return replace(target, columns=(*target.columns, *known, *free))


def _as_used(shared: Table, held: Contents) -> Table:
    """Return the table without the columns that hardly any definition needs."""
    used = {key for row in held.rows.get(shared.name, []) for key in row}
    columns = tuple(one for one in shared.columns if not one.optional or one.key in used)
    return replace(shared, columns=columns)


def _draw_umum(held: Contents, size: int) -> BlueprintSheet:
    """Draw the fields that hold for the whole definition, one a row."""
    canvas = Canvas(UMUM)
    canvas.columns.update({_LABEL: ColumnSpec(32), _VALUE: ColumnSpec(78), _NOTE: ColumnSpec(60)})
    canvas.put(TITLE_ROW, _LABEL, "UMUM", "title")
    canvas.put(LEAD_ROW, _LABEL, "Yang berlaku untuk seluruh definisi.", "note")
    heads = {_LABEL: "Bagian", _VALUE: "Isi", _NOTE: "Keterangan"}
    canvas.heads(HEAD_ROW, heads)
    canvas.at_least(HEAD_HEIGHT, HEAD_ROW)
    row, group = FIRST_ROW - 1, ""
    for column in umum_fields():
        if column.group != group:
            group = column.group
            canvas.across(row, _LABEL, _NOTE, group, "section")
            canvas.at_least(ROW_HEIGHT, row)
            row += 1
        shown = _with_money(column) if held.money else column
        row = _draw_field(canvas, row, shown, held.umum[column.key])
    page = PageSetup(size, title_rows=(HEAD_ROW, HEAD_ROW))
    return canvas.sheet(page, freeze=f"A{HEAD_ROW + 1}")


def _with_money(column: Column) -> Column:
    """Return the field with the choice that only definitions with programmes have use for."""
    if column.key != "pengaturan.fitur":
        return column
    return replace(column, hint=f"{column.hint.rstrip('.')}, anggaran.")


def _draw_field(canvas: Canvas, row: int, column: Column, texts: list[str]) -> int:
    """Draw a field in as many rows as it needs and return the row below them."""
    many = column.kind == "rows"
    free = SPARE_ROWS if many else 1 - len(texts)
    wide = replace(column, width=canvas.columns[_VALUE].width)
    for n, text in enumerate([*texts, *[None] * free], 1):
        label = f"{column.head} {n}" if many else column.head
        canvas.put(row, _LABEL, label, "label")
        cell = entry_cell(row, _VALUE, text, replace(wide, head=label))
        canvas.cells[row, _VALUE] = cell
        words = " · ".join(part for part in (column.note, column.hint) if part)
        canvas.put(row, _NOTE, words if n == 1 else None, "hint")
        canvas.at_least(ROW_HEIGHT, row)
        row += 1
    return row
