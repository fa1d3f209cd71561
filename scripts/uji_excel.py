r"""Try the add-in in a real Excel: install, press every button, compare, uninstall.

    python -m scripts.uji_excel "D:\Paket IKU"

needs Windows with Excel, a checkout of this repository with its development requirements, and the
folder made by ``iku addin bundle``. Every scenario of the tests is played in that Excel and compared
with ``scripts/uji_excel.json``; the buttons are also pressed the long way, through IKU.xlam. What
was seen is written to ``uji_excel_hasil.json``. ``--harapan`` writes the expectations anew.
"""

import argparse
import json
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from addin.places import XLAM, places
from addin.sentences import say
from addin.xlwings_host import keep_xlwings_from_waiting_and_killing
from tests.addin.real_excel import RealExcelStage
from tests.addin.scenario_books import NAME, book_bytes
from tests.addin.scenario_table import SCENARIOS
from tests.addin.scenarios import Scenario, Stage, differences, play
from tests.addin.stages import ExcelSeen

if TYPE_CHECKING:
    import xlwings

EXPECTED = Path(__file__).with_suffix(".json")
SEEN = Path("uji_excel_hasil.json")
PRESS = "Jalankan"  # the procedure of IKU.xlam that the ribbon calls with the name of a button
LONG_WAY = ("validasi", "hapus-penanda", "cetak", "bantuan")


@dataclass
class Trial:
    """What was seen, step by step; a step without differences went well."""

    machine: dict[str, str] = field(default_factory=dict)
    steps: dict[str, list[str]] = field(default_factory=dict)

    def note(self, step: str, differing: list[str]) -> None:
        """Keep a step and tell it at once."""
        self.steps[step] = differing
        print(f"{'ok   ' if not differing else 'BEDA '} {step}")
        for line in differing:
            print(f"      {line}")

    @property
    def failed(self) -> int:
        """How many steps differ."""
        return sum(bool(differing) for differing in self.steps.values())


def play_all(stage: Stage, trial: Trial, expected: dict[str, Any]) -> None:
    """Play every scenario that a stage can show and compare it with what is expected."""
    for scenario in SCENARIOS:
        if scenario.needs <= stage.can:
            trial.note(scenario.name, _played(stage, scenario, expected[scenario.name]))


def _played(stage: Stage, scenario: Scenario, expected: dict[str, Any]) -> list[str]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            seen = play(stage, scenario, Path(folder))
        except Exception as error:  # noqa: BLE001  the other scenarios are to be played as well
            return [f"{type(error).__name__}: {error}"]
    return differences(seen, len(scenario.presses), expected)


def iku(*arguments: str) -> list[str]:
    """Run the command line; return what it said where it did not end well."""
    command = [sys.executable, "-c", "from command_line.main import run; run()", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return [] if done.returncode == 0 else [done.stdout.strip(), done.stderr.strip()]


@contextmanager
def running_excel() -> Iterator["xlwings.App"]:
    """Start an Excel with our add-in open in it, and end it."""
    import xlwings  # noqa: PLC0415  only here is there an Excel

    app = xlwings.App(visible=True, add_book=False)
    keep_xlwings_from_waiting_and_killing()  # nor may the tester's other Excels be ended
    try:
        # An Excel that a program starts loads nothing from XLSTART by itself.
        app.api.Workbooks.Open(str(places().xlam))
        yield app
    finally:
        for book in list(app.books):
            book.close()
        app.api.Quit()


def press_the_long_way(app: "xlwings.App", trial: Trial) -> None:
    """Press buttons as the ribbon does: VBA starts Python, which comes back and ends in a message."""
    from scripts.message_boxes import MessageBoxes  # noqa: PLC0415  it needs Windows

    titles = {say(f"title_{one.replace('-', '_')}", "id") for one in LONG_WAY}
    titles |= {say(f"title_{one.replace('-', '_')}", "en") for one in LONG_WAY} | {"IKU"}
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder, NAME)
        path.write_bytes(book_bytes("blank"))
        book = app.books.open(path)
        for button in LONG_WAY:
            with MessageBoxes(frozenset(titles)) as boxes:
                app.macro(f"{XLAM}!{PRESS}")(button)
            trial.note(f"IKU.xlam: {button}", _ended(boxes.closed))
            if button == "validasi":
                trial.note("IKU.xlam: catatan", [] if ExcelSeen.rows_of(book) else ["kosong"])
        book.close()


def _ended(closed: list[tuple[str, str]]) -> list[str]:
    """Return what is wrong with the messages of one press: there must be one, and not ours of VBA."""
    if len(closed) == 1 and closed[0][0] != "IKU":
        return []
    return [f"{title}: {text}" for title, text in closed] or ["tidak ada pesan"]


def about_this_machine(app: "xlwings.App") -> dict[str, str]:
    """Return what the outcome may depend on."""
    return {
        "windows": platform.platform(),
        "python": f"{platform.python_version()} {platform.architecture()[0]}",
        "excel": f"{app.version} build {app.api.Build} {app.api.OperatingSystem}",
        "language": str(app.api.LanguageSettings.LanguageID(2)),
        "calculation": str(app.calculation),
    }


def try_all(bundle: Path, trial: Trial) -> None:
    """Install, press everything, uninstall; what was installed is taken off whatever happens."""
    trial.note("iku addin install", iku("addin", "install", "--from", str(bundle)))
    try:
        trial.note("iku addin doctor", iku("addin", "doctor"))
        with running_excel() as app:
            trial.machine = about_this_machine(app)
            play_all(RealExcelStage(app), trial, expectations())
            press_the_long_way(app, trial)
    finally:
        trial.note("iku addin uninstall", iku("addin", "uninstall"))
    xlam = places().xlam
    left = [str(xlam)] if xlam is not None and xlam.exists() else []
    trial.note("IKU.xlam sudah tidak ada", left)


def expectations() -> dict[str, Any]:
    """Return what every scenario should come to."""
    stored: dict[str, Any] = json.loads(EXPECTED.read_text(encoding="utf-8"))
    return stored


def write_expectations(into: Path = EXPECTED) -> None:
    """Write what every scenario should come to, from the table of the tests."""
    tree = {one.name: one.expected.as_json() for one in SCENARIOS}
    into.write_text(json.dumps(tree, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None, work: Callable[[Path, Trial], None] = try_all) -> int:
    """Read the command line; return 0 where everything was as expected, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", nargs="?", type=Path, help="the folder of iku addin bundle")
    parser.add_argument("--harapan", action="store_true", help="write the expectations anew")
    options = parser.parse_args(arguments)
    if options.harapan:
        write_expectations()
        return 0
    if options.bundle is None:
        parser.error("name the folder of iku addin bundle")
    trial = Trial()
    try:
        work(options.bundle, trial)
    finally:
        tree = {"machine": trial.machine, "steps": trial.steps}
        SEEN.write_text(json.dumps(tree, ensure_ascii=False, indent=2), encoding="utf-8")
    print(f"{len(trial.steps) - trial.failed} dari {len(trial.steps)} seperti diharapkan; {SEEN}")
    return int(trial.failed > 0)


if __name__ == "__main__":
    sys.exit(main())
