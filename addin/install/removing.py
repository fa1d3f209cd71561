"""Removing: what installing put there, and nothing else."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from addin.install.failure import SetupError
from addin.install.files import read_record
from addin.install.libreoffice import extension_version, remove_extension, unopkg
from addin.install.machine import Hive, Machine
from addin.install.readiness import require_ready
from addin.places import REGISTRY_KEY, REGISTRY_PYTHON, REGISTRY_VERSION, Places


@dataclass(frozen=True)
class Removed:
    """What came of it; ``extension_problem`` holds LibreOffice's words where it refused."""

    anything: bool
    extension_problem: str = ""


def uninstall(machine: Machine) -> Removed:
    """Remove add-in, environment, registry values and extension of this user.

    SetupError before anything is gone while Excel is open or a file is held. Files of our folder
    that we did not put there stay, and so does the folder then.
    """
    require_ready(machine, "copot.cmd", excel=True)
    try:
        removed = _remove_files(machine) | _remove_values(machine)
    except PermissionError as error:
        raise SetupError("in_use", path=error.filename2 or error.filename) from error
    return _remove_extension(machine, anything=removed)


def _remove_files(machine: Machine) -> bool:
    places = machine.places
    _, recorded = read_record(places)
    ours = [*recorded, places.log, places.record, *places.home.glob(f"{places.venv.name}*")]
    add_in = places.xlam
    there = [path for path in [add_in, *ours] if path is not None and path.exists()]
    with ExitStack() as undo:
        _set_environment_aside(machine, undo)
        if add_in is not None:
            machine.remove(add_in)
        undo.pop_all()
    for path in [*there, _aside(machine)]:
        machine.remove(path)
    _remove_empty_folders(places, ours)
    return bool(there)


def _set_environment_aside(machine: Machine, undo: ExitStack) -> None:
    """Rename the environment, which fails as a whole while a program of it still runs."""
    venv = machine.places.venv
    if venv.exists():
        machine.remove(_aside(machine))
        machine.replace(venv, _aside(machine))
        undo.callback(machine.replace, _aside(machine), venv)


def _aside(machine: Machine) -> Path:
    return machine.places.home / f"{machine.places.venv.name}.lama"


def _remove_empty_folders(places: Places, ours: Iterable[Path]) -> None:
    """Remove the folders in which our files were, where nothing of the user is in them."""
    roots = (places.home, places.log.parent)
    folders = {path.parent for path in ours}
    for folder in sorted(folders, reverse=True):
        inside = any(folder.is_relative_to(root) for root in roots)
        if inside and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _remove_values(machine: Machine) -> bool:
    names = (REGISTRY_PYTHON, REGISTRY_VERSION)
    registry = machine.registry
    found = [name for name in names if registry.value(Hive.USER, REGISTRY_KEY, name) is not None]
    for name in found:
        registry.delete(REGISTRY_KEY, name)
    return bool(found)


def _remove_extension(machine: Machine, *, anything: bool) -> Removed:
    program = unopkg(machine)
    if program is None or extension_version(machine, program) is None:
        return Removed(anything)
    outcome = remove_extension(machine, program)
    problem = "" if outcome.status == 0 else outcome.output.strip() or str(outcome.status)
    return Removed(anything=True, extension_problem=problem)
