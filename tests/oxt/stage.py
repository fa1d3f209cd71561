"""The stage of LibreOffice: workbooks are opened there, and the entries of its menu are pressed."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from iku.layout.extras import CATATAN
from tests.addin.scenario_books import RENAMED_NOTES
from tests.addin.scenarios import Outcome, Scenario, Setting, files_in, make_setting
from tests.oxt.office import Document, Extended, Shown

BODY = "A7:F506"
ELSEWHERE = "Z99"  # of the first sheet, where the cursor is before a button leads it away
PASSWORD = "rahasia"  # noqa: S105  of a workbook made for the test
LOCK = ".~lock."  # what LibreOffice puts beside a file that it has opened


def play_in(office: Extended, scenario: Scenario, folder: Path) -> Outcome:
    """Return what comes of a scenario in a real LibreOffice; ``folder`` is empty and its own."""
    setting = make_setting(scenario, folder)
    before = files_in(folder)
    given = {"Folder": str(setting.chosen)} if setting.chosen else {}
    with open_books(office, setting) as (front, behind):
        titles = office.titles()
        shown: list[Shown] = []
        for button in scenario.presses:
            action = button.replace("_", "-")
            if front is None:
                shown += office.press_without_book(action, **given)
            else:
                shown += front.press(action, **given)
        books = Counter(office.titles()) - Counter(titles)
        return Outcome(
            tuple(one for one in shown if one[0]),
            tuple(notes(front)) if front else (),
            tuple(row for book in behind for row in notes(book)),
            led_to(front) if front else "",
            tuple(new for new in files_in(folder) if new not in before and LOCK not in new),
            (*books, *pages(shown)),
        )


def pages(shown: list[Shown]) -> list[str]:
    """What was opened outside of LibreOffice."""
    opened = [Path(text) for title, text in shown if not title]
    return [path.name for path in opened if path.suffix != ".xlsx"]


@contextmanager
def open_books(
    office: Extended, setting: Setting
) -> Iterator[tuple[Document | None, list[Document]]]:
    """Open the books behind and the one in front, and type; whatever is opened later is closed."""
    with ExitStack() as books:
        behind = [books.enter_context(office.opened(path)) for path in setting.behind]
        front = books.enter_context(_front(office, setting)) if setting.path else None
        if front is not None:
            front.enter(setting.typed)
            front.ask("go_elsewhere")
        before = list(office.ask("open_documents"))
        try:
            yield front, behind
        finally:
            office.ask("close_others", before)


def notes(book: Document) -> list[tuple[str, ...]]:
    """The rows of Catatan Pemeriksaan that hold something."""
    name = next((one for one in (CATATAN, RENAMED_NOTES) if book.ask("has_sheet", one)), None)
    rows = [] if name is None else book.texts(name, BODY)
    return [row for row in rows if any(row)]


def led_to(book: Document) -> str:
    """Where a button led, if anywhere."""
    cell = book.cursor()
    return "" if cell.endswith(f"!{ELSEWHERE}") else cell


@contextmanager
def _front(office: Extended, setting: Setting) -> Iterator[Document]:
    assert setting.path is not None
    assert setting.shown is not None
    how: dict[str, object]
    if setting.path != setting.shown:
        with office.opened(setting.shown) as plain:
            plain.ask("lock", str(setting.path), PASSWORD)
        how = {"Password": PASSWORD}
    else:
        writable = bool(setting.path.stat().st_mode & 0o222)
        how = {"ReadOnly": not writable, "AsTemplate": setting.never_saved}
    with office.opened(setting.path, **how) as book:
        if setting.never_saved:
            book.ask("name", setting.path.stem)
        yield book
