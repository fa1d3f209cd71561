"""Single files put in place whole, and put back when something later goes wrong."""

import json
from collections.abc import Mapping
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

from addin.install.failure import SetupError
from addin.install.machine import Machine
from addin.places import Places

ZONE = ":Zone.Identifier"
"""The stream in which Windows notes that a file came from the internet."""


def place_file(machine: Machine, data: bytes, target: Path, undo: ExitStack) -> None:
    """Put a file in place in one step; ``undo`` learns how to bring back what was there.

    The new file waits in the folder above: what lies in Excel's start folder is opened by Excel.
    """
    before = target.read_bytes() if target.is_file() else None
    target.parent.mkdir(parents=True, exist_ok=True)
    _swap_in(machine, data, target)
    if before is None:
        undo.callback(machine.remove, target)
    else:
        undo.callback(_swap_in, machine, before, target)


def require_unchanged(target: Path, digest: str) -> None:
    """Raise SetupError where a virus scanner took or changed what was just written."""
    try:
        found = sha256(target.read_bytes()).hexdigest()
    except OSError:
        found = ""
    if found != digest:
        raise SetupError("quarantined", path=target, digest=digest)


def mark_of_the_web(path: Path) -> Path:
    """Return where Windows keeps the note that a file came from the internet."""
    return path.with_name(path.name + ZONE)


def write_record(
    machine: Machine, version: str, files: Mapping[Path, str], undo: ExitStack
) -> None:
    """Write down what was installed: the version, and each file with its checksum."""
    tree = {"versi": version, "berkas": {str(path): digest for path, digest in files.items()}}
    data = json.dumps(tree, ensure_ascii=False, indent=2).encode()
    place_file(machine, data, machine.places.record, undo)


def read_record(places: Places) -> tuple[str, dict[Path, str]]:
    """Return version and files as installed; empty where nothing is, or where it is unreadable."""
    try:
        tree = json.loads(places.record.read_text(encoding="utf-8"))
        files = {Path(path): str(digest) for path, digest in tree["berkas"].items()}
        return str(tree["versi"]), files
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return "", {}


def _swap_in(machine: Machine, data: bytes, target: Path) -> None:
    waiting = target.parent.parent / f"{target.name}.baru"
    waiting.write_bytes(data)
    try:
        machine.replace(waiting, target)
    except OSError:
        machine.remove(waiting)
        raise
