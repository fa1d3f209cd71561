"""LibreOffice: whether it has our menu, and of which version."""

from collections.abc import Iterator

from addin.doctor.observation import Observation
from addin.install.files import read_record
from addin.install.libreoffice import extension_version, unopkg
from addin.install.machine import Machine


def check_extension(machine: Machine) -> Iterator[Observation]:
    """Whether the extension is there and of the version that is installed."""
    installed, _ = read_record(machine.places)
    program = unopkg(machine)
    if program is None or not installed:
        return
    version = extension_version(machine, program)
    if version is None:
        yield Observation("extension_missing", {"program": str(program.parent)})
    elif version != installed:
        yield Observation("extension_stale", {"menu": version, "program": installed})
