"""A clerk typed over a formula: the entries go into a fresh form, and what was typed is told."""

import sys
from pathlib import Path

import openpyxl

from iku.resources import example_path, template_path
from workflow.build import build_workbooks
from workflow.fill import fill_workbook
from workflow.repair import repair
from workflow.validate import checked

LOCKED = "capaian.R2.TAHUN"


def formulir_rusak(folder: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Build, fill and damage Jambi Timur 2017, repair it; return (code, cells) told meanwhile.

    The first are the errors of the damaged form, the last what repairing it had to say.
    """
    book = build_workbooks(template_path("kota_jambi_2017.yaml"), folder, units=["15.71.03"])[0]
    broken = folder / "rusak.xlsx"
    fill_workbook(book.path, example_path("jambi_timur_2017.json"), broken)
    opened = openpyxl.load_workbook(broken)  # a program that asks for no password
    sheet, _, cell = opened.defined_names[LOCKED].attr_text.partition("!")
    opened[sheet.strip("'")][cell.replace("$", "")] = 102
    opened.save(broken)
    found = [one for one in checked(broken).findings if one.code.startswith("KCI")]
    done = repair(broken, folder / "pulih.xlsx")
    return [(one.code, one.cells) for one in (*found, *done.left, *done.told)]


if __name__ == "__main__":
    for code, cells in formulir_rusak(Path(sys.argv[1] if len(sys.argv) > 1 else "out/contoh")):
        sys.stdout.write(f"{code} {', '.join(cells)}\n")
