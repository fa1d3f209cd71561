"""A clerk's day in a window of LibreOffice, by the keyboard, with a picture of each step."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from tests.oxt.office import Document, Extended
from tests.oxt.screen import Screen

MENU = "alt+u"
CHOOSE = "^Pilih folder berisi buku kerja"
RECAP = "Rekap kiriman.xlsx"
KEYS = {"Validasi": "v", "Hapus Penanda": "h", "Konsolidasi": "k"}


@dataclass
class Day:
    """What came of it: pictures by name, where the cursor was, the notes, the saved workbook."""

    pictures: dict[str, Path] = field(default_factory=dict)
    led_to: str = ""
    notes: list[str] = field(default_factory=list)
    saved: Path = Path()
    open_in_the_end: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Clerk:
    """Somebody at the keyboard."""

    screen: Screen
    album: Path
    day: Day
    wanted: Collection[str]

    def photograph(self, name: str) -> None:
        """Keep a picture of the screen, if it is wanted."""
        if name in self.wanted:
            self.day.pictures[name] = self.screen.shot(self.album / f"libreoffice_{name}.png")

    def press(self, button: str) -> None:
        """Choose an entry of the menu IKU and wait for its message."""
        self.screen.key(MENU, KEYS[button])
        self.screen.window(f"^{button}$")

    def read(self, button: str) -> None:
        """Close the message."""
        self.screen.key("Return")
        self.screen.gone(f"^{button}$")


def day_of_a_clerk(
    office: Extended, screen: Screen, form: Path, received: Path, wanted: Collection[str]
) -> Day:
    """Type a wrong figure, check, clear the marks, save, consolidate what was received.

    ``wanted`` names the pictures to take; they and the saved workbook lie beside the form.
    """
    clerk = Clerk(screen, form.parent, Day(), wanted)
    with office.opened(form, Hidden=False) as book:
        screen.fill(screen.window(form.name))
        _check(clerk, book)
        _clear(clerk, book)
        _consolidate(clerk, received)
        clerk.day.open_in_the_end = office.titles()
    return clerk.day


def _check(clerk: Clerk, book: Document) -> None:
    book.ask("go", "Isian", "E9")
    clerk.photograph("isian")
    clerk.screen.key("1", "2")  # no Enter: what stands in the cell counts all the same
    clerk.screen.key(MENU)
    clerk.photograph("menu")
    clerk.screen.key(KEYS["Validasi"])
    clerk.screen.window("^Validasi$")
    clerk.photograph("hasil")
    clerk.read("Validasi")
    clerk.photograph("penanda")
    clerk.day.led_to = book.cursor()
    clerk.day.notes = [code for code, *_ in book.texts("Catatan Pemeriksaan", "A7:B506") if code]


def _clear(clerk: Clerk, book: Document) -> None:
    clerk.press("Hapus Penanda")
    clerk.read("Hapus Penanda")
    clerk.photograph("dihapus")
    clerk.day.saved = clerk.album / "tersimpan.xlsx"
    book.calc.save(clerk.day.saved)


def _consolidate(clerk: Clerk, received: Path) -> None:
    clerk.screen.key(MENU, KEYS["Konsolidasi"])
    clerk.screen.window(CHOOSE)
    clerk.screen.key("ctrl+a")
    clerk.screen.write(str(received))
    clerk.photograph("folder")
    clerk.screen.key("Return")
    clerk.screen.window("^Konsolidasi$")
    clerk.read("Konsolidasi")
    clerk.screen.fill(clerk.screen.window(RECAP))
    clerk.photograph("rekap")
