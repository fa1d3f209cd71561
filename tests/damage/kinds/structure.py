"""Damage to sheets, rows and columns, and what hides figures."""

import re

from iku.address import column_letters, quoted, split_a1
from tests.damage.kinds.kind import FILLED, WORKBOOK, Expected, at, kind, some_sheet
from tests.damage.package import Book, rename_in_formulas, shift_columns, shift_rows

# Sheets.


@kind
def sheet_renamed(book: Book) -> Expected:
    sheet = some_sheet(book)
    book.edit(
        WORKBOOK,
        lambda text: re.sub(rf'(<sheet [^>]*name=)"{sheet}"', r'\1"Lembar Baru 1"', text),
    )
    rename_in_formulas(book, f"{quoted(sheet)}!", "'Lembar Baru 1'!")
    return Expected(("STR-016",), (sheet,), alone=True)


@kind
def sheet_deleted(book: Book) -> Expected:
    sheet = some_sheet(book)
    book.edit(WORKBOOK, lambda text: re.sub(rf'<sheet [^>]*name="{sheet}"[^>]*/>', "", text))
    book.edit(
        WORKBOOK,
        lambda text: re.sub(r"<definedName [^>]*localSheetId[^<]*</definedName>", "", text),
    )
    return Expected(("STR-004",), (sheet,), alone=True)


@kind
def sheet_added(book: Book) -> Expected:
    book.swap(WORKBOOK, "</sheets>", '<sheet name="Sheet1" sheetId="99" r:id="rId99"/></sheets>')
    book.swap(
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/worksheet" Target="worksheets/sheet99.xml"/></Relationships>',
    )
    book.parts["xl/worksheets/sheet99.xml"] = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b"<sheetData/></worksheet>"
    )
    return Expected(("STR-005",), ("Sheet1",))


def _state(book: Book, sheet: str, state: str) -> None:
    book.edit(
        WORKBOOK,
        lambda text: re.sub(
            rf'(<sheet [^>]*name="{sheet}"[^>]*state=)"\w+"', lambda one: f'{one[1]}"{state}"', text
        ),
    )


@kind
def sheet_hidden(book: Book) -> Expected:
    sheet = some_sheet(book)
    _state(book, sheet, "hidden")
    return Expected(("STR-010",), (sheet,))


@kind
def sheet_very_hidden(book: Book) -> Expected:
    sheet = some_sheet(book)
    _state(book, sheet, "veryHidden")
    return Expected(("STR-010",), (sheet,))


@kind
def home_shown(book: Book) -> Expected:
    _state(book, "_iku", "visible")
    return Expected(("STR-019",))


@kind
def sheets_reordered(book: Book) -> Expected:
    first = some_sheet(book, FILLED[1:])

    def reorder(text: str) -> str:
        moved = re.search(rf'<sheet [^>]*name="{first}"[^>]*/>', text)
        assert moved is not None
        return text.replace(moved[0], "").replace("</sheets>", f"{moved[0]}</sheets>")

    book.edit(WORKBOOK, reorder)
    book.edit(
        WORKBOOK,
        lambda text: re.sub(r"<definedName [^>]*localSheetId[^<]*</definedName>", "", text),
    )
    return Expected(("STR-006",))


@kind
def home_deleted(book: Book) -> Expected:
    book.edit(WORKBOOK, lambda text: re.sub(r'<sheet [^>]*name="_iku"[^>]*/>', "", text))
    return Expected(("STR-001",))


# Rows and columns.

# Where nothing stands behind a deleted line, or formulas alone, its texts are missing instead.
AT_THE_END = ("STR-007", "KCI-001", "KCI-002", "KCI-003")


def _deleted(book: Book, sheet: str, line: int, axis: int) -> Expected:
    found = book.seen.sheets[sheet]
    lines = {split_a1(one)[axis] for one in (*found.values, *found.formulas)}
    texts = {split_a1(one)[axis] for one in found.values if one not in found.formulas}
    if line < max(lines) and (line + 1 in texts or line + 1 not in lines):
        return Expected(("STR-007",), (sheet,), alone=True)
    return Expected(AT_THE_END, (sheet,))


def _rows(book: Book) -> tuple[str, int]:
    ref = book.pick([one for one in book.texts if one.sheet in {"Isian", "Perhitungan", "Capaian"}])
    return ref.sheet, ref.row


@kind
def row_inserted(book: Book) -> Expected:
    sheet, row = _rows(book)
    shift_rows(book, sheet, row, 1, as_excel=True)
    return Expected(("STR-007",), (sheet,), alone=True)


@kind
def row_deleted(book: Book) -> Expected:
    sheet, row = _rows(book)
    shift_rows(book, sheet, row, -1, as_excel=True)
    return _deleted(book, sheet, row, 0)


@kind
def row_inserted_by_a_tool(book: Book) -> Expected:
    sheet, row = _rows(book)
    shift_rows(book, sheet, row, 1, as_excel=False)
    return Expected(("STR-007",), (sheet,), alone=True)


@kind
def row_deleted_by_a_tool(book: Book) -> Expected:
    sheet, row = _rows(book)
    shift_rows(book, sheet, row, -1, as_excel=False)
    return _deleted(book, sheet, row, 0)


@kind
def column_inserted(book: Book) -> Expected:
    ref = book.pick([one for one in book.texts if one.sheet in {"Isian", "Perhitungan", "Capaian"}])
    shift_columns(book, ref.sheet, ref.column, 1)
    return Expected(("STR-007",), (ref.sheet,), alone=True)


@kind
def column_deleted(book: Book) -> Expected:
    ref = book.pick(
        [one for one in book.texts if one.sheet in {"Isian", "Capaian"} and one.column > 3]
    )
    shift_columns(book, ref.sheet, ref.column, -1)
    return _deleted(book, ref.sheet, ref.column, 1)


# What hides figures.


@kind
def cells_merged(book: Book) -> Expected:
    ref = book.pick(book.entries)
    below = ref._replace(row=ref.row + 1)
    area = f'<mergeCell ref="{ref.a1}:{below.a1}"/>'
    part = book.sheet_part(ref.sheet)
    if "</mergeCells>" in book.text(part):
        book.swap(part, "</mergeCells>", f"{area}</mergeCells>")
    else:
        book.edit(
            part,
            lambda text: re.sub(
                r"(<sheetProtection[^>]*/>)", rf"\1<mergeCells>{area}</mergeCells>", text
            ),
        )
    return at("STR-011", ref)


@kind
def cells_unmerged(book: Book) -> Expected:
    sheet = some_sheet(book, [name for name in FILLED if book.seen.sheets[name].merged])
    area = book.choice(book.seen.sheets[sheet].merged)
    book.edit(
        book.sheet_part(sheet), lambda text: re.sub(rf'<mergeCell ref="{area}" ?/>', "", text)
    )
    return Expected(("STR-011",), (f"{sheet}!{area.partition(':')[0]}",))


def _row(book: Book, attributes: str) -> Expected:
    ref = book.pick([one for one in (*book.entries, *book.texts) if one.sheet != "_iku"])
    book.edit(
        book.sheet_part(ref.sheet),
        lambda text: re.sub(
            rf'<row r="{ref.row}"[^>]*?(/?)>',
            lambda one: f'<row r="{ref.row}" {attributes}{one[1]}>',
            text,
        ),
    )
    return Expected(("STR-012",), (f"{ref.sheet}!A{ref.row}",))


@kind
def row_hidden(book: Book) -> Expected:
    return _row(book, 'hidden="1"')


@kind
def row_without_height(book: Book) -> Expected:
    return _row(book, 'ht="0" customHeight="1"')


def _column(book: Book, attributes: str) -> Expected | None:
    ref = book.pick(book.entries)
    part = book.sheet_part(ref.sheet)
    match = re.search(rf'<col [^>]*min="{ref.column}" max="{ref.column}"[^>]*/>', book.text(part))
    if match is None:
        return None
    book.swap(part, match[0], f'<col min="{ref.column}" max="{ref.column}" {attributes}/>')
    return Expected(("STR-012",), (f"{ref.sheet}!{column_letters(ref.column)}1",))


@kind
def column_hidden(book: Book) -> Expected | None:
    return _column(book, 'hidden="1" width="9"')


@kind
def column_without_width(book: Book) -> Expected | None:
    return _column(book, 'width="0" customWidth="1"')


@kind
def filter_active(book: Book) -> Expected:
    sheet = some_sheet(book)
    added = (
        '<autoFilter ref="A1:H40"><filterColumn colId="0"><filters><filter val="x"/></filters>'
        "</filterColumn></autoFilter>"
    )
    book.edit(
        book.sheet_part(sheet),
        lambda text: re.sub(r"(<sheetProtection[^>]*/>)", rf"\1{added}", text),
    )
    return Expected(("STR-013",), (sheet,))


@kind
def colour_rules_removed(book: Book) -> Expected:
    book.edit(
        book.sheet_part("Isian"),
        lambda text: re.sub(r"<conditionalFormatting.*?</conditionalFormatting>", "", text),
    )
    return Expected(("KCI-017",), ("Isian",))
