"""The same kinds of workbook as every program saves them: what a patch may meet."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter
from openpyxl import load_workbook

from iku.definition.load import load_definition
from iku.entry_workbook import entry_blueprint, formula_values
from iku.layout.layout import Layout
from iku.terbitan import issue
from tests.builder.sample import SALT, built
from tests.judges.libreoffice import recalculate
from tests.reader.sample import save_sample
from workbook_builder import write_workbook

TEMPLATE = Path(__file__).parents[2] / "templates" / "contoh_triwulanan_2025.yaml"
NAMES = ("contoh", "templat", "openpyxl", "xlsxwriter", "lo_contoh", "lo_templat", "lo_openpyxl")


def save_all(folder: Path) -> dict[str, bytes]:
    """Return workbooks by producer; those of LibreOffice are re-saved ones of the others."""
    files = {
        "contoh": built(),
        "templat": _issued(),
        "openpyxl": save_sample(folder / "sampel.xlsx").read_bytes(),
        "xlsxwriter": _xlsxwritten(),
    }
    sources = []
    for name in ("contoh", "templat", "openpyxl"):
        path = folder / f"lo_{name}.xlsx"
        path.write_bytes(files[name])
        sources.append(path)
    resaved = recalculate(sources, folder / "libreoffice")
    return files | {path.stem: path.read_bytes() for path in resaved}


def resaved_by_openpyxl(data: bytes) -> bytes:
    stream = BytesIO()
    load_workbook(BytesIO(data)).save(stream)
    return stream.getvalue()


def _issued() -> bytes:
    definition = load_definition(TEMPLATE)
    blueprint = entry_blueprint(Layout(issue(definition, definition.unit[0])))
    moment = datetime(2025, 1, 2, 8, 0)  # without a zone it is taken for UTC
    values = formula_values(blueprint)
    return write_workbook(blueprint, values, password=None, salt=SALT, modified=moment)


def _xlsxwritten() -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Isian")
        free = book.add_format({"locked": False, "num_format": "0.00"})
        sheet.write_number("A1", 48, free)
        sheet.write_rich_string("A2", "tebal ", book.add_format({"bold": True}), "sekali")
        sheet.write_boolean("A3", boolean=True)
        sheet.write_blank("A4", None, free)
        sheet.write_formula("B1", "=A1/52*100", None, 92.3)
        sheet.write_formula("B2", "=A1/0", None, "#DIV/0!")
        sheet.write_array_formula("B3:B5", "{=A1:A3}", None, 48)
        sheet.set_column("D:F", None, free)
        sheet.protect("sandi")
    return stream.getvalue()
