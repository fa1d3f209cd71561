"""Everything of a sheet but its cells and their links, drawn with openpyxl."""

from collections.abc import Iterator

from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from iku.address import column_letters
from iku.blueprint import BlueprintSheet, PageSetup
from workbook_builder.charts import bar_chart
from workbook_builder.page_breaks import MARGINS_IN_INCHES
from workbook_builder.protection import Lock
from workbook_builder.styles import differential, dress
from workbook_builder.validations import sheet_validations


class _OrderedRanges(MultiCellRange):
    """Ranges in a fixed order: openpyxl keeps them in a set, whose order changes by the run."""

    def __iter__(self) -> Iterator[CellRange]:
        return iter(self.sorted())


def draw_sheet(worksheet: Worksheet, sheet: BlueprintSheet, lock: Lock) -> None:
    """Draw a sheet's surroundings: columns, rules, charts, page and protection."""
    _show(worksheet, sheet)
    _set_columns(worksheet, sheet)
    worksheet.merged_cells = _OrderedRanges([CellRange(merge) for merge in sheet.merges])
    worksheet.data_validations.dataValidation = sheet_validations(sheet)
    for rule in sheet.conditional_formats:
        drawn = Rule(type="expression", formula=[rule.formula], dxf=differential(rule.style))
        worksheet.conditional_formatting.add(rule.ranges, drawn)
    for chart in sheet.charts:
        worksheet.add_chart(bar_chart(chart, sheet.name))
    _set_page(worksheet, sheet.page)
    if sheet.protected:
        worksheet.protection = lock.sheet_protection()


def _show(worksheet: Worksheet, sheet: BlueprintSheet) -> None:
    worksheet.sheet_state = "hidden" if sheet.hidden else "visible"
    worksheet.sheet_view.showGridLines = sheet.show_grid
    if sheet.freeze:
        worksheet.freeze_panes = sheet.freeze
    if sheet.cursor:
        _put_cursor(worksheet, sheet.cursor)
    if sheet.autofilter:
        worksheet.auto_filter.ref = sheet.autofilter
    if sheet.tab_colour:
        worksheet.sheet_properties.tabColor = f"FF{sheet.tab_colour}"


def _put_cursor(worksheet: Worksheet, address: str) -> None:
    view = worksheet.sheet_view
    active = view.pane.activePane if view.pane is not None else None
    for selection in view.selection:
        if selection.pane == active:
            selection.activeCell = selection.sqref = address


def _set_columns(worksheet: Worksheet, sheet: BlueprintSheet) -> None:
    for number, column in sheet.columns.items():
        dimension = worksheet.column_dimensions[column_letters(number)]
        dimension.width = column.width
        dimension.hidden = column.hidden
        if column.style is not None:
            dress(dimension, column.style, "General", column.access)


def _set_page(worksheet: Worksheet, page: PageSetup) -> None:
    worksheet.page_setup.paperSize = page.paper
    worksheet.page_setup.orientation = "landscape" if page.landscape else "portrait"
    worksheet.page_setup.fitToWidth = page.pages_wide
    worksheet.page_setup.fitToHeight = 1 if page.fit_height else 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_margins = PageMargins(**MARGINS_IN_INCHES)
    worksheet.print_options.horizontalCentered = True
    if page.print_area:
        worksheet.print_area = page.print_area
    if page.title_rows:
        worksheet.print_title_rows = "{}:{}".format(*page.title_rows)
    if page.title_columns:
        letters = [column_letters(column) for column in page.title_columns]
        worksheet.print_title_cols = "{}:{}".format(*letters)
    footer = worksheet.oddFooter
    footer.left.text = "&A"  # type: ignore[union-attr]  # a fresh sheet has its footer
    footer.right.text = page.footer  # type: ignore[union-attr]
