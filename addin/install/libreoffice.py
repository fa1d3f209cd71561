"""LibreOffice's own installer of extensions, found and asked."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from addin.install.machine import Hive, Machine, Outcome
from addin.places import OXT_IDENTIFIER

INSTALL_PATHS = (
    r"SOFTWARE\LibreOffice\UNO\InstallPath",
    r"SOFTWARE\WOW6432Node\LibreOffice\UNO\InstallPath",
)
SECONDS = 180.0
_LISTED = re.compile(
    r"Identifier:\s*" + re.escape(OXT_IDENTIFIER) + r"\s+Version:\s*(?P<version>\S+)"
)


def unopkg(machine: Machine) -> Path | None:
    """Return LibreOffice's installer of extensions; None where there is no LibreOffice."""
    return next((path for path in _candidates(machine) if path.is_file()), None)


def add_extension(machine: Machine, program: Path, oxt: Path) -> Outcome:
    """Install or replace the extension for this user."""
    return machine.run([program, "add", "-f", "--suppress-license", oxt], seconds=SECONDS)


def remove_extension(machine: Machine, program: Path) -> Outcome:
    """Remove the extension of this user."""
    return machine.run([program, "remove", OXT_IDENTIFIER], seconds=SECONDS)


def extension_version(machine: Machine, program: Path) -> str | None:
    """Return the version of the installed extension; None where it is not installed."""
    outcome = machine.run([program, "list", OXT_IDENTIFIER], seconds=SECONDS)
    found = _LISTED.search(outcome.output)
    return found["version"] if found else None


def _candidates(machine: Machine) -> Iterator[Path]:
    if not machine.places.windows:
        found = shutil.which("unopkg", path=machine.environ.get("PATH", ""))
        yield Path(found or "/usr/lib/libreoffice/program/unopkg")
        return
    for hive in Hive:
        for key in INSTALL_PATHS:
            folder = machine.registry.value(hive, key, "")
            if isinstance(folder, str):
                yield Path(folder) / "unopkg.com"
    for name in ("ProgramFiles", "ProgramFiles(x86)"):
        if base := machine.environ.get(name):
            yield Path(base) / "LibreOffice" / "program" / "unopkg.com"
