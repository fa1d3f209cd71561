"""Where the time goes: a profile of checking and of consolidating, and its largest costs in words.

What the interpreter and the standard library take is charged to the module of ours that called
them, where one did. A profile makes small calls look dearer than they are; shares are a guide only.
"""

import ast
import pstats
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from benchmarks.commands import some_of
from benchmarks.section import Section, Wanted
from benchmarks.workload import prepared

SHOWN, EXPLAINED = 15, 3
OTHERS = "Python and its libraries"
ROOMS = (
    "addin",
    "command_line",
    "iku",
    "reporting",
    "workbook_builder",
    "workbook_reader",
    "workflow",
)
ROOT = Path(__file__).parents[1]
WORDS = {
    "workbook_reader": "inflating the parts, cutting them into rows, and for every row that was not "
    "met before three or four events of expat a cell, each a call of Python",
    "iku.formula": "the formulas of a form become programs once; then every result that hangs on "
    "another entry than in the file before is computed anew, because what a file shows is not "
    "trusted",
    "iku.tamper": "what a file holds is held against what was issued: texts, formulas, locks, names, "
    "validations, and whether its stored results follow from its entries",
    "iku.layout": "the places of all entries and results are laid out once for each form",
    "iku.sheets": "the sheets of the form are drawn up once for each process, to compare with",
    "iku.blueprint": "the cells of the Blueprint are made one by one, some thousands a form",
    "iku.manifest": "each locked cell of the issued form is hashed once for each form",
    "iku.definition": "the definition inside a file is checked by pydantic, once for each text",
    "iku.address": "cell addresses are turned from numbers into letters and back",
    "iku.checks": "the rules look at every entry of every indicator and period",
    "iku.calculation": "realisasi and capaian are computed exactly, in fractions",
    "iku.consolidation": "the figures of all units are added up, indicator by indicator and period",
    "iku.recap": "the sheets of the recap are drawn up, formula by formula",
    "workbook_builder": "the recap is dressed by openpyxl, its cells are written and compressed",
    "workflow": "files are found, hashed and handed over, the history is written",
}


def hot_path(wanted: Wanted) -> Section:
    """Profile both commands in processes of their own; nothing else is measured meanwhile."""
    inbox = prepared(wanted)
    recap = ["-o", str(wanted.folder / "profil.xlsx"), "--executor", "serial"]
    recap += ["--definition", str(inbox.parent / "definisi.yaml")]
    many = some_of(inbox, wanted.files, wanted.folder / "profiled")
    texts = [
        _profile("validate", [str(many)], wanted.folder),
        _profile("consolidate", [str(many), *recap], wanted.folder),
    ]
    how = f"under cProfile, {wanted.files} files in one process, sorted by own time"
    return Section("The hot path", how, text="\n\n".join(texts))


def _profile(verb: str, arguments: list[str], folder: Path) -> str:
    """Run a command under the profiler and tell what took longest."""
    kept = folder / f"{verb}.prof"
    command = [sys.executable, "-m", "cProfile", "-o", str(kept), "-m", "benchmarks.processes"]
    subprocess.run([*command, verb, *arguments], check=False, stdout=subprocess.DEVNULL)
    told = pstats.Stats(str(kept)).get_stats_profile()
    slowest = sorted(pstats.Stats(str(kept)).stats.items(), key=lambda one: -one[1][2])  # type: ignore[attr-defined]
    lines = [
        f"iku {verb}: {told.total_tt:.1f} s under the profiler",
        "",
        "   calls   own s  total s",
    ]
    for place, (_, calls, own, total, _) in slowest[:SHOWN]:
        lines.append(f"{calls:8} {own:7.2f} {total:8.2f}  {_named(place)}")
    return "\n".join([*lines, "", *_explained(dict(slowest), told.total_tt)])


Place = tuple[str, int, str]
Stats = dict[Place, tuple[int, int, float, float, dict[Place, tuple[int, int, float, float]]]]


def _explained(stats: Stats, together: float) -> list[str]:
    """Return the largest costs by room, each in plain words."""
    costs: dict[str, float] = defaultdict(float)
    for place, (_, _, own, _, callers) in stats.items():
        if room := _room(place):
            costs[room] += own
            continue
        for caller, (_, _, for_it, _) in callers.items():
            costs[_room(caller) or OTHERS] += for_it
    ours = sorted((name for name in costs if name != OTHERS), key=lambda name: -costs[name])
    told = [
        f"{n}. {room}, {costs[room] / together:.0%}: {_words(room)}."
        for n, room in enumerate(ours[:EXPLAINED], 1)
    ]
    return [*told, f"{OTHERS}, called by none of ours: {costs[OTHERS] / together:.0%}."]


def _words(room: str) -> str:
    """Return what was written about a room here, else the first line of what it says itself."""
    if room in WORDS:
        return WORDS[room]
    path = ROOT.joinpath(*room.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or room
    return said.partition("\n")[0].rstrip(".")


def _room(place: Place) -> str:
    """Return the room of a function of ours, in `iku` the module or package; else nothing."""
    first, _, rest = _module(place).partition(".")
    return f"{first}.{rest.partition('.')[0]}" if first == "iku" else first


def _module(place: Place) -> str:
    """Return the name of a module of ours, empty for all others."""
    path = Path(place[0])
    if ROOT in path.parents and path.relative_to(ROOT).parts[0] in ROOMS:
        return ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return ""


def _named(place: Place) -> str:
    """Return a function without the folders of this machine."""
    path, line, function = place
    module = _module(place) or (Path(path).stem if line else "")
    return f"{module}:{line} {function}" if module else function
