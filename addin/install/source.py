"""From where it is installed: the folder that `iku addin bundle` made, checked before use."""

from dataclasses import dataclass
from pathlib import Path

from addin.install.checksums import SUMS, altered, digest, read_listing
from addin.install.failure import SetupError
from addin.places import CHECKER, OXT, XLAM, Places

WHEELS = "wheels"
PACKAGE = "iku_kecamatan"
STARTER = "program/mulai.py"
SCRIPTS = (CHECKER, "Diagnosis IKU.cmd", "copot.cmd", "program/cari_python.cmd", STARTER)
"""What stays at hand after the bundle's folder is gone: the command files and what they start."""


@dataclass(frozen=True)
class Source:
    """A bundle whose files are as its checksum list says."""

    folder: Path
    wheels: Path
    version: str

    @property
    def xlam(self) -> Path:
        """Return the add-in for Excel."""
        return self.folder / XLAM

    @property
    def oxt(self) -> Path:
        """Return the extension for LibreOffice; it need not be there."""
        return self.folder / OXT

    @property
    def checks_signatures(self) -> bool:
        """Whether it brings what checks and makes signatures of the regency."""
        return any(self.wheels.glob("cryptography-*.whl"))

    def scripts(self, places: Places) -> tuple[str, ...]:
        """Return the command files that are there and that this system can run."""
        there = tuple(name for name in SCRIPTS if (self.folder / name).is_file())
        return there if places.windows else ()

    def digest(self, path: Path) -> str:
        """Return the checksum of one of its files."""
        listed = read_listing(self.folder)
        return listed.get(path.relative_to(self.folder).as_posix()) or digest(path)


def find_source(
    folder: Path | None = None, wheels: Path | None = None, *, excel: bool = True
) -> Source:
    """Return the bundle to install from: the folder given, else the one this program lies in.

    With ``excel`` it must hold the add-in for Excel.

    Raises SetupError where there is no bundle, or where a file of it is not as listed.
    """
    home = folder or _around_program()
    house = wheels or home / WHEELS
    if not (home / SUMS).is_file() or not house.is_dir():
        raise SetupError("no_source", folder=home)
    _require_whole(home, house, [XLAM] if excel else [])
    return Source(home, house, _version(house))


def _around_program() -> Path:
    """Return the bundle whose wheel this very module is read from, else the current folder."""
    for part in Path(__file__).parents:
        if part.suffix == ".whl":
            return part.parent.parent
    return Path.cwd()


def _require_whole(home: Path, house: Path, always: list[str]) -> None:
    needed = always + [name for name in (XLAM, OXT, *SCRIPTS) if (home / name).is_file()]
    if house.resolve().is_relative_to(home.resolve()):
        inside = house.resolve().relative_to(home.resolve())
        needed += [(inside / path.name).as_posix() for path in sorted(house.glob("*.whl"))]
    if wrong := altered(home, dict.fromkeys(needed)):
        raise SetupError("damaged", names=", ".join(wrong))


def _version(house: Path) -> str:
    found = [path.name.split("-")[1] for path in house.glob(f"{PACKAGE}-*.whl")]
    if len(found) != 1:
        raise SetupError("no_wheel", folder=house)
    return found[0]
