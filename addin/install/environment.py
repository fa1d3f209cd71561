"""Our own Python environment: made beside the old one, tried, and only then put in its place."""

from contextlib import ExitStack
from pathlib import Path

from addin.install.failure import SetupError
from addin.install.machine import CANNOT_START, Machine, Outcome
from addin.install.source import Source
from addin.places import Places

PROBE = (
    "import importlib.metadata, addin, command_line.main, workflow.validate{more};"
    "print(importlib.metadata.version('iku-kecamatan'))"
)
EXCEL_IMPORTS = ", xlwings, win32com.client"
MINUTES = 60.0


def place_environment(machine: Machine, source: Source, undo: ExitStack) -> None:
    """Put a tried environment in its place; ``undo`` learns how to bring the old one back.

    What is renamed afterwards still runs (``python -I -m …``); the little starters that pip makes
    would not, and are removed.
    """
    new, old = _beside(machine.places, "baru"), _beside(machine.places, "lama")
    _recover(machine, old)
    machine.remove(new)
    new.parent.mkdir(parents=True, exist_ok=True)
    undo.callback(machine.remove, new)
    _make(machine, source, new)
    _swap(machine, new, old, undo)


def discard_old_environment(machine: Machine) -> None:
    """Remove the environment that was replaced; a file still held goes at the next time."""
    try:
        machine.remove(_beside(machine.places, "lama"))
    except OSError:
        return


def environment_python(places: Places, folder: Path) -> Path:
    """Return the interpreter of an environment that stands in another folder than ours.

    >>> from addin.places import places
    >>> siti = places({"HOME": "/rumah/siti"}, "linux")
    >>> environment_python(siti, siti.home / "venv.baru").as_posix()
    '/rumah/siti/.local/share/iku/venv.baru/bin/python'
    """
    return folder / places.console_python.relative_to(places.venv)


def probe(machine: Machine, python: Path) -> Outcome:
    """Start an environment and load what the buttons need; its output is the package's version."""
    more = EXCEL_IMPORTS if machine.places.windows else ""
    command = (python, "-I", "-X", "utf8", "-c", PROBE.format(more=more))
    return machine.run(command, seconds=2 * MINUTES)


def _beside(places: Places, ending: str) -> Path:
    return places.home / f"{places.venv.name}.{ending}"


def _recover(machine: Machine, old: Path) -> None:
    """Bring back the environment that an interrupted run left aside."""
    if old.is_dir() and not machine.places.venv.exists():
        machine.replace(old, machine.places.venv)
    machine.remove(old)


def _make(machine: Machine, source: Source, new: Path) -> None:
    made = machine.run((machine.python, "-I", "-m", "venv", new), seconds=5 * MINUTES)
    if made.status != 0:
        raise SetupError("no_environment", python=machine.python, output=_last_words(made))
    python = environment_python(machine.places, new)
    filled = machine.run(_pip(machine, source, python), seconds=15 * MINUTES)
    if filled.status == CANNOT_START:
        raise SetupError("does_not_start", python=python, output=_last_words(filled))
    if filled.status != 0:
        raise SetupError("no_packages", output=_last_words(filled))
    tried = probe(machine, python)
    if tried.status != 0 or tried.output.strip() != source.version:
        raise SetupError("does_not_start", python=python, output=_last_words(tried))
    _remove_starters(machine, python)


def _pip(machine: Machine, source: Source, python: Path) -> list[str | Path]:
    extras = ["addin"] if machine.places.windows else []
    extras += ["kunci"] if source.checks_signatures else []
    extra = f"[{','.join(extras)}]" if extras else ""
    return [
        *(python, "-I", "-m", "pip", "--isolated", "--disable-pip-version-check", "install"),
        # What is used is compiled when it is first loaded, which is when we try it.
        *("--no-index", "--no-cache-dir", "--no-compile", "--no-warn-script-location", "--quiet"),
        *("--find-links", source.wheels, f"iku-kecamatan{extra}=={source.version}"),
    ]


def _remove_starters(machine: Machine, python: Path) -> None:
    for path in sorted(python.parent.iterdir()):
        if not path.name.lower().startswith(("python", "pythonw", "vcruntime")):
            machine.remove(path)


def _swap(machine: Machine, new: Path, old: Path, undo: ExitStack) -> None:
    venv = machine.places.venv
    if venv.exists():
        machine.replace(venv, old)
        undo.callback(machine.replace, old, venv)
    machine.replace(new, venv)
    undo.callback(machine.remove, venv)


def _last_words(outcome: Outcome) -> str:
    """Return the line that most likely says why."""
    lines = [line.strip() for line in outcome.output.splitlines() if line.strip()]
    return lines[-1] if lines else str(outcome.status)
