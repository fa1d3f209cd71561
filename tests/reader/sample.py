"""One workbook with everything the reader must see, saved by openpyxl."""

from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

FORMATS = (
    "General",
    "0.00",
    "#,##0",
    "#,##0.00;[Red]-#,##0.00",
    "d mmmm yyyy",
    "@",
    "0%",
    '0.00" %"',
    "[h]:mm",
)


def save_sample(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Isian"
    _cells(sheet)
    _formats(sheet)
    _validations(sheet)
    _surroundings(sheet)
    hidden = book.create_sheet("Bukti Dukung")
    hidden["A1"] = "=Isian!A1*2"
    hidden.sheet_state = "veryHidden"
    book.defined_names["isian.kode.surat.TAHUN"] = DefinedName(
        "isian.kode.surat.TAHUN", attr_text="Isian!$A$1"
    )
    hidden.defined_names["setempat"] = DefinedName("setempat", attr_text="'Bukti Dukung'!$A$1")
    properties = book.custom_doc_props  # type: ignore[attr-defined]  # its stubs lack it
    properties.append(StringProperty(name="iku.sidik", value="ab12"))
    book.security = WorkbookProtection(lockStructure=True)
    book.properties.modified = datetime(2026, 1, 5, 8, 30, tzinfo=UTC).replace(tzinfo=None)
    book.save(path)
    return path


def _cells(sheet: Worksheet) -> None:
    sheet["A1"] = 48
    sheet["A2"] = -0.1
    sheet["A3"] = "007"
    sheet["A4"] = "dua\nbaris  & <tanda> ü "
    sheet["A5"] = True
    sheet["A6"] = "#N/A"
    sheet["A6"].data_type = "e"
    sheet["B1"] = '=IF(A1=0,"",A1/52*100)'
    sheet["B2"] = "=A1/0"
    sheet["B3"] = '=IF(A1>0,"","x")'
    sheet["B4"] = "='Bukti Dukung'!A1&\" surat\""
    sheet["B5"] = "=A1>0"
    sheet["B6"] = ArrayFormula("B6", "=SUM(A1:A2*A1:A2)")


def _formats(sheet: Worksheet) -> None:
    for number, code in enumerate(FORMATS):
        cell = sheet.cell(8, number + 1, value=1.5)
        cell.number_format = code
        cell.protection = Protection(locked=number % 2 == 0)


def _validations(sheet: Worksheet) -> None:
    list_of_three = "'Bukti Dukung'!$A$1:$A$3"
    for validation in (
        DataValidation("decimal", "0", operator="greaterThanOrEqual", sqref="A1:A2"),
        DataValidation("list", '"Ya,Tidak"', sqref="A3 C1:D2"),
        DataValidation("decimal", "0", "100.5", operator="between", sqref="E1"),
        DataValidation("whole", "0", "5", operator="notBetween", sqref="F1"),
        DataValidation("custom", "ISNUMBER($A1)", sqref="G1:G3"),
        DataValidation("list", list_of_three, sqref="H1"),
        DataValidation("textLength", "100", operator="lessThanOrEqual", sqref="I1"),
        DataValidation(promptTitle="Alasan", prompt="Boleh dikosongkan", sqref="J1"),
    ):
        sheet.add_data_validation(validation)


def _surroundings(sheet: Worksheet) -> None:
    sheet.merge_cells("A10:B11")
    sheet.row_dimensions[12].hidden = True
    sheet.column_dimensions["L"].hidden = True
    sheet.auto_filter.ref = "A7:I8"
    sheet.protection.sheet = True
