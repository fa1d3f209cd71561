"""One kecamatan's workbook, from definition to findings, in a dozen lines."""

import sys
from pathlib import Path

from iku.resources import example_path, template_path
from workflow.build import build_workbooks
from workflow.fill import fill_workbook
from workflow.validate import checked


def satu_kecamatan(folder: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Build, fill and validate Jambi Timur 2017; return (code, cells) of what was found."""
    book = build_workbooks(template_path("kota_jambi_2017.yaml"), folder, units=["15.71.03"])[0]
    filled = folder / "terisi.xlsx"
    fill_workbook(book.path, example_path("jambi_timur_2017.json"), filled)
    return [(finding.code, finding.cells) for finding in checked(filled).findings]


if __name__ == "__main__":
    for code, cells in satu_kecamatan(Path(sys.argv[1] if len(sys.argv) > 1 else "out/contoh")):
        sys.stdout.write(f"{code} {', '.join(cells)}\n")
