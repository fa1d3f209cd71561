"""Draw the pictures of docs/images from real workbooks: the demo's own form and recap."""

import tempfile
from pathlib import Path

from scripts.render_sheets import render
from workflow.demo import JAMBI_TIMUR, run_demo

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
FORM = ("Beranda", "Petunjuk", "Definisi IKU", "Isian", "Perhitungan", "Capaian", "Cek Kesiapan")
RECAP = ("Ringkasan", "Matriks", "Kelengkapan")
DPI = 80


def main() -> None:
    """Draw the first page of every sheet named above."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for old in IMAGES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        demo = run_demo(Path(folder))
        name = next(one.path.name for one in demo.built if one.kode == JAMBI_TIMUR)
        _draw(Path(folder) / "2_kiriman" / name, FORM)
        _draw(Path(folder) / "3_catatan" / name, ("Catatan Pemeriksaan",))
        _draw(demo.recap, RECAP)


def _draw(book: Path, sheets: tuple[str, ...]) -> None:
    """Keep the first page of each sheet, under the sheet's name alone."""
    with tempfile.TemporaryDirectory() as folder:
        for drawn in render(book, Path(folder), frozenset(sheets), DPI):
            name = drawn.name.removeprefix(f"{book.stem}-")
            if not name.removesuffix(".png")[-1].isdigit():
                (IMAGES / name).write_bytes(drawn.read_bytes())
                print(IMAGES.name, name)


if __name__ == "__main__":
    main()
