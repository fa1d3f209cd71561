"""Installing: everything or nothing, for one user, as often as wanted."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from addin.install.environment import discard_old_environment, place_environment
from addin.install.failure import SetupError
from addin.install.files import (
    mark_of_the_web,
    place_file,
    read_record,
    require_unchanged,
    write_record,
)
from addin.install.libreoffice import add_extension, unopkg
from addin.install.machine import Hive, Machine
from addin.install.readiness import require_ready
from addin.install.source import Source
from addin.places import REGISTRY_KEY, REGISTRY_PYTHON, REGISTRY_VERSION


@dataclass(frozen=True)
class Installed:
    """What came of it; ``extension_problem`` holds LibreOffice's words where it refused."""

    version: str
    excel: bool
    extension: bool = False
    extension_problem: str = ""


def install(machine: Machine, source: Source, *, buttons: bool = True) -> Installed:
    """Install for this user; without ``buttons`` only what checks files, Office left alone.

    The environment and the add-in for Excel come together or not at all: SetupError leaves the
    machine as it was. LibreOffice comes last and may refuse alone, which the answer tells.
    """
    require_ready(machine, "pasang.cmd", excel=buttons)
    try:
        with ExitStack() as undo:
            _place_all(machine, source, undo, buttons=buttons)
            undo.pop_all()
    except PermissionError as error:
        raise SetupError("in_use", path=_name(error)) from error
    except OSError as error:
        raise SetupError("cannot_write", path=_name(error), reason=error.strerror) from error
    discard_old_environment(machine)
    excel = buttons and machine.places.windows
    return _with_extension(machine, source, Installed(source.version, excel), asked=buttons)


def _place_all(machine: Machine, source: Source, undo: ExitStack, *, buttons: bool) -> None:
    places = machine.places
    place_environment(machine, source, undo)
    places.log.mkdir(parents=True, exist_ok=True)
    wanted = {places.home / name: source.folder / name for name in source.scripts(places)}
    if buttons and places.xlam is not None:
        wanted[places.xlam] = source.xlam
    kept = {} if buttons else read_record(places)[1]
    digests = {**kept, **_place_files(machine, source, wanted, undo)}
    write_record(machine, source.version, digests, undo)
    if places.windows:
        _write(machine, REGISTRY_PYTHON, str(places.python), undo)
        _write(machine, REGISTRY_VERSION, source.version, undo)


def _place_files(
    machine: Machine, source: Source, wanted: Mapping[Path, Path], undo: ExitStack
) -> dict[Path, str]:
    digests = {}
    for target, origin in wanted.items():
        digest = source.digest(origin)
        place_file(machine, origin.read_bytes(), target, undo)
        require_unchanged(target, digest)
        machine.remove(mark_of_the_web(target))  # ours, and as it was published
        digests[target] = digest
    return digests


def _write(machine: Machine, name: str, text: str, undo: ExitStack) -> None:
    before = machine.registry.value(Hive.USER, REGISTRY_KEY, name)
    try:
        machine.registry.write(REGISTRY_KEY, name, text)
    except OSError as error:
        where = rf"HKCU\{REGISTRY_KEY}"
        raise SetupError("cannot_write", path=where, reason=error.strerror) from error
    if isinstance(before, str):
        undo.callback(machine.registry.write, REGISTRY_KEY, name, before)
    else:
        undo.callback(machine.registry.delete, REGISTRY_KEY, name)


def _with_extension(
    machine: Machine, source: Source, so_far: Installed, *, asked: bool
) -> Installed:
    program = unopkg(machine) if asked and source.oxt.is_file() else None
    if program is None:
        return so_far
    outcome = add_extension(machine, program, source.oxt)
    problem = "" if outcome.status == 0 else outcome.output.strip() or str(outcome.status)
    return Installed(so_far.version, so_far.excel, not problem, problem)


def _name(error: OSError) -> str:
    return str(error.filename2 or error.filename or "")
