"""The regency sends out a second version in mid-year: what was entered is carried into it."""

import sys
from pathlib import Path

from iku.resources import example_path, template_path
from workflow.build import build_workbooks
from workflow.fill import fill_workbook
from workflow.upgrade import upgrade

CHANGES = {
    "\nversi: 1\n": "\nversi: 2\n",
    "kode: R2\n": "kode: R2A\n        setara_dengan: R2\n",  # another code for the same thing
    "kode: R9\n": 'kode: R9\n        definisi_sejak: "2017"\n',  # measured in another way now
}


def versi_baru(folder: Path) -> tuple[int, list[tuple[str, str]]]:
    """Carry Jambi Timur 2017 into version 2; return how many entries went, and (code, indicator)."""
    definition = template_path("kota_jambi_2017.yaml")
    book = build_workbooks(definition, folder, units=["15.71.03"])[0]
    filled = folder / "terisi.xlsx"
    fill_workbook(book.path, example_path("jambi_timur_2017.json"), filled)
    text = definition.read_text(encoding="utf-8")
    for old, new in CHANGES.items():
        text = text.replace(old, new)
    second = folder / "versi_2.yaml"
    second.write_text(text, encoding="utf-8")
    done = upgrade(filled, second, folder / "versi_2.xlsx")
    return len(done.carried), [(one.code, one.indicator) for one in (*done.left, *done.told)]


if __name__ == "__main__":
    n, told = versi_baru(Path(sys.argv[1] if len(sys.argv) > 1 else "out/contoh"))
    sys.stdout.write(f"{n} isian dibawa\n")
    for code, indicator in told:
        sys.stdout.write(f"{code} {indicator}\n")
