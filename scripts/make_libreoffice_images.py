"""Draw docs/images/libreoffice_*.png: what a clerk sees in a real window of LibreOffice.

It is the run that `tests/oxt/test_window.py` looks at.
"""

import shutil
import tempfile
from pathlib import Path

from tests.addin.scenario_books import CLEAN, NAME, filled, make_folder
from tests.oxt.office import extended
from tests.oxt.screen import screen
from tests.oxt.window import day_of_a_clerk

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
DRAWN = ("menu", "hasil", "penanda", "rekap")
NAMES = tuple(f"libreoffice_{name}.png" for name in DRAWN)


def main() -> None:
    """Let the clerk work once, and keep the pictures named above."""
    with tempfile.TemporaryDirectory() as place, screen() as shown:
        folder = Path(place)
        form = folder / NAME
        form.write_bytes(filled(CLEAN))
        received = make_folder("received", folder / "kiriman")
        with extended(folder, environment=shown.environment) as office:
            day = day_of_a_clerk(office, shown, form, received, DRAWN)
        for name in DRAWN:
            shutil.copy(day.pictures[name], IMAGES)
            print(IMAGES / day.pictures[name].name)


if __name__ == "__main__":
    main()
