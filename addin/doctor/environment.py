"""The Python behind the buttons: the one we made, and whether it runs."""

from collections.abc import Iterator
from pathlib import Path

from addin.doctor.observation import Observation
from addin.install.environment import probe
from addin.install.files import read_record
from addin.install.machine import Hive, Machine
from addin.install.readiness import from_store
from addin.places import REGISTRY_KEY, REGISTRY_PYTHON

PYTHON_CORE = r"SOFTWARE\Python\PythonCore"


def check_environment(machine: Machine) -> Iterator[Observation]:
    """Whether our environment is there, runs, and holds the version that was installed."""
    installed, _ = read_record(machine.places)
    if not installed:
        return
    python = machine.places.console_python
    if not python.exists():
        yield Observation("environment_gone", {"python": str(python)})
        return
    outcome = probe(machine, python)
    version = outcome.output.strip()
    if outcome.status != 0:
        words = version.splitlines()[-1] if version else str(outcome.status)
        yield Observation("environment_broken", {"python": str(python), "kata": words})
    elif version != installed:
        yield Observation("versions_differ", {"tombol": installed, "program": version})


def check_registered_python(machine: Machine) -> Iterator[Observation]:
    """Whether the button knows our Python, and no other."""
    installed, _ = read_record(machine.places)
    ours = str(machine.places.python)
    known = machine.registry.value(Hive.USER, REGISTRY_KEY, REGISTRY_PYTHON)
    where = {"kunci": rf"HKCU\{REGISTRY_KEY}\{REGISTRY_PYTHON}", "python": ours}
    if installed and known is None:
        yield Observation("python_unknown", where)
    elif known is not None and str(known).casefold() != ours.casefold():
        yield Observation("python_elsewhere", {**where, "tertulis": str(known)})


def check_store_alias(machine: Machine) -> Iterator[Observation]:
    """Whether `python` means the alias that only opens the Microsoft Store."""
    for folder in machine.environ.get("PATH", "").split(";"):
        program = Path(folder) / "python.exe"
        if folder and program.exists():
            if from_store(program):
                yield Observation("store_alias", {"python": str(program)})
            return


def check_several_pythons(machine: Machine) -> Iterator[Observation]:
    """Whether there are several Pythons; ours is fixed, so this only informs."""
    found = {
        str(folder).rstrip("\\")
        for hive in Hive
        for version in machine.registry.subkeys(hive, PYTHON_CORE)
        if (folder := machine.registry.value(hive, rf"{PYTHON_CORE}\{version}\InstallPath", ""))
    }
    if len(found) > 1:
        facts = {"python": "; ".join(sorted(found)), "kami": str(machine.places.python)}
        yield Observation("several_pythons", facts)
