"""Draw the pictures of docs/images from real workbooks: the demo's form and recap, and a large one.

The large one has twenty indicators and four quarters, and is drawn on A4 and on F4.
"""

import subprocess
import tempfile
from pathlib import Path

from scripts.render_sheets import render
from tests.looks.books import sent_back, twenty, whole_year
from workflow.demo import JAMBI_TIMUR, run_demo

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
FORM = ("Beranda", "Petunjuk", "Definisi IKU", "Isian", "Perhitungan", "Capaian", "Cek Kesiapan")
RECAP = ("Ringkasan", "Matriks", "Peringkat", "Kelengkapan")
LARGE = {"A4": ("Isian", "Capaian", "Analisis"), "F4": ("Capaian",)}
CHARTS = "beranda-2.png"  # the second page of that sheet
DPI = 80
FOOTER = "7%"  # of the height of a page


def _names(sheets: tuple[str, ...], prefix: str = "") -> list[str]:
    return [f"{prefix}{sheet.lower().replace(' ', '_')}.png" for sheet in sheets]


def _prefix(paper: str) -> str:
    return f"triwulanan_{paper.lower()}_"


NAMES = (
    *_names((*FORM, "Grafik", *RECAP)),
    *(name for paper, sheets in LARGE.items() for name in _names(sheets, _prefix(paper))),
)
"""Every picture that is drawn here; a test compares them with what lies in docs/images."""


def main() -> None:
    """Draw the first page of every sheet named above, and the charts."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for old in IMAGES.glob("*.png"):
        if not old.name.startswith("libreoffice_"):  # scripts/make_libreoffice_images.py
            old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        demo = run_demo(Path(folder))
        name = next(one.path.name for one in demo.built if one.kode == JAMBI_TIMUR)
        _draw(Path(folder) / "2_kiriman" / name, FORM)
        _draw(demo.recap, RECAP)
        for paper, sheets in LARGE.items():
            _draw(_large(paper, Path(folder)), sheets, _prefix(paper))


def _large(paper: str, folder: Path) -> Path:
    of = twenty(paper)
    path = folder / f"{paper}.xlsx"
    path.write_bytes(sent_back(of, whole_year(of), folder))
    return path


def _draw(book: Path, sheets: tuple[str, ...], prefix: str = "") -> None:
    """Keep the first page of each sheet and the charts, under the sheet's name alone."""
    with tempfile.TemporaryDirectory() as folder:
        for drawn in render(book, Path(folder), frozenset(sheets), DPI):
            name = drawn.name.removeprefix(f"{book.stem}-")
            if name == CHARTS:
                name = "grafik.png"
            if not name.removesuffix(".png")[-1].isdigit():
                _keep(drawn, IMAGES / f"{prefix}{name}")
                print(IMAGES.name, f"{prefix}{name}")


def _keep(drawn: Path, picture: Path) -> None:
    """Keep what stands on a page: without its footer, and without the blank paper around."""
    cut = ["-gravity", "south", "-chop", f"0x{FOOTER}", "-fuzz", "2%", "-trim", "+repage"]
    frame = ["-bordercolor", "white", "-border", "12", "-strip"]
    without_time = ["-define", "png:exclude-chunks=date,time"]
    command = ["convert", str(drawn), *cut, *frame, *without_time, str(picture)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
