"""What happens when a button is pressed: situations as data, and how any host is put into one.

A host is tried by writing a `Stage` for it, which opens workbooks in it and looks back at what the
button did there. The table is in `tests/addin/scenario_table.py`; ``play`` runs a line of it.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Protocol

from addin import buttons
from addin.host import Host
from iku.cells import WorkbookSnapshot
from iku.messages.terms import Language
from iku.tamper.names import parse_reference
from tests.addin.scenario_books import NAME, book_bytes, make_folder
from workbook_reader.snapshot import read_snapshot_bytes

FOLDER = "kiriman"  # what the user chooses in a dialog
BESIDE = "meja"  # where the workbook lies
READ_ONLY = 0o444
Place = tuple[str, str]
Notes = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Expected:
    """What must be seen afterwards; what is not named must not be there.

    ``says`` are parts of the one message, ``unsaid`` must not be in it. ``notes`` are code and
    place of the rows of Catatan Pemeriksaan, ``selected`` is where the button led, ``made`` are new
    files by their place below the folder of the scenario, ``opened`` what was opened.
    """

    says: tuple[str, ...]
    notes: tuple[str, ...] = ()
    selected: str = ""
    made: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it as `scripts/uji_excel.json` keeps it for a machine with Excel."""
        return {
            key: list(one) if isinstance(one, tuple) else one for key, one in asdict(self).items()
        }


@dataclass(frozen=True)
class Scenario:
    """A situation and the buttons pressed in it, one after the other.

    ``book`` names the workbook in front (`scenario_books`), empty where none is open; ``typed`` are
    entries by workbook name, and ``reasons`` texts by cell of Catatan Pemeriksaan, typed and not
    saved. ``chosen`` names what lies in the folder that the user picks, empty for Escape.
    ``needs`` is what a host must be able to do for this: ``print``, ``encrypted``, and to show a
    book that was ``never_saved`` or is ``read_only``.
    """

    name: str
    presses: tuple[str, ...]
    expected: Expected
    book: str = "blank"
    typed: Mapping[str, object] = field(default_factory=dict)
    chosen: str = ""
    language: Language = "id"
    another: str = ""  # a second workbook, open behind the first
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Setting:
    """A scenario made real: what a stage has to open, type and answer.

    ``path`` is the file in front, None for no workbook. ``shown`` is the same without its password
    where it has one. ``typed`` is by sheet and cell; a text is to stay a text.
    """

    path: Path | None
    shown: Path | None
    typed: Mapping[Place, object]
    chosen: Path | None
    language: Language
    behind: tuple[Path, ...]
    never_saved: bool


@dataclass(frozen=True)
class Outcome:
    """What is seen after the buttons: of two hosts it is the same, word by word."""

    alerts: tuple[tuple[str, str], ...]
    notes: Notes
    behind: Notes
    selected: str
    made: tuple[str, ...]
    opened: tuple[str, ...]


class Seen(Protocol):
    """A host in a setting, and the way to look back at what was done to it."""

    @property
    def host(self) -> Host:
        """The host that the buttons get."""

    def alerts(self) -> list[tuple[str, str]]:
        """Return the title and text of every message shown."""

    def notes(self) -> list[tuple[str, ...]]:
        """Return the rows of Catatan Pemeriksaan that hold something, as texts; none without it."""

    def behind(self) -> list[tuple[str, ...]]:
        """Return the same of every workbook behind the one in front."""

    def selected(self) -> str:
        """Return sheet and cell to which a button led, ``Isian!E12``; empty where none did."""

    def opened(self) -> list[str]:
        """Return the names of files that buttons opened."""


class Stage(Protocol):
    """A kind of host to play scenarios in."""

    can: frozenset[str]

    def set(self, setting: Setting) -> AbstractContextManager[Seen]:
        """Open what the setting asks for, type into it, and close it in the end."""


def differences(seen: Outcome, presses: int, expected: Mapping[str, Any]) -> list[str]:
    """Return what is otherwise than expected, as short lines; ``expected`` is an Expected as JSON."""
    message = seen.alerts[-1][1] if seen.alerts else ""
    found = [f"does not say: {one}" for one in expected["says"] if one not in message]
    found += [f"should not say: {one}" for one in expected["unsaid"] if one in message]
    now: dict[str, object] = {
        "alerts": len(seen.alerts),
        "notes": [" ".join(row[:2]) for row in seen.notes],
        "behind": list(seen.behind),
        "selected": seen.selected,
        "made": list(seen.made),
        "opened": list(seen.opened),
    }
    wanted = {
        "alerts": presses,
        "behind": [],
        **{key: expected[key] for key in now.keys() & expected.keys()},
    }
    return found + [
        f"{key}: {now[key]}, expected {wanted[key]}" for key in now if now[key] != wanted[key]
    ]


def play(stage: Stage, scenario: Scenario, folder: Path) -> Outcome:
    """Return what comes of a scenario; ``folder`` is empty and its own."""
    setting = make_setting(scenario, folder)
    before = files_in(folder)
    with stage.set(setting) as seen:
        for button in scenario.presses:
            press: Callable[[Host], None] = getattr(buttons, button)
            press(seen.host)
        return Outcome(
            tuple(seen.alerts()),
            tuple(seen.notes()),
            tuple(seen.behind()),
            seen.selected(),
            tuple(name for name in files_in(folder) if name not in before),
            tuple(seen.opened()),
        )


def make_setting(scenario: Scenario, folder: Path) -> Setting:
    """Write the files of a scenario."""
    desk = folder / BESIDE
    desk.mkdir(parents=True)
    data = book_bytes(scenario.book) if scenario.book else b""
    path = _written(desk / NAME, data) if scenario.book else None
    shown = path
    if path is not None and "encrypted" in scenario.needs:
        shown = _written(folder / ".terbuka" / NAME, data)
        path.write_bytes(book_bytes("encrypted"))
    if path is not None and "read_only" in scenario.needs:
        path.chmod(READ_ONLY)
    behind = folder / "lain" / "Lain.xlsx"
    return Setting(
        path,
        shown,
        _by_cell(scenario, data),
        make_folder(scenario.chosen, folder / FOLDER) if scenario.chosen else None,
        scenario.language,
        (_written(behind, book_bytes(scenario.another)),) if scenario.another else (),
        never_saved="never_saved" in scenario.needs,
    )


def files_in(folder: Path) -> list[str]:
    """Return every file below a folder by its place in it, in order."""
    found = (one.relative_to(folder) for one in folder.rglob("*") if one.is_file())
    return sorted(one.as_posix() for one in found)


def _by_cell(scenario: Scenario, data: bytes) -> dict[Place, object]:
    if not scenario.typed:
        return {}
    snapshot = read_snapshot_bytes(data, NAME)
    assert isinstance(snapshot, WorkbookSnapshot)
    cells: dict[Place, object] = {}
    for name, value in scenario.typed.items():
        place = parse_reference(snapshot.names[name])
        assert place is not None
        cells[place.sheet, place.a1] = value
    return cells


def _written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
