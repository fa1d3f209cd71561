"""The add-in's own files: there, unchanged, of one version, and only once."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from addin.doctor.observation import Observation
from addin.install.checksums import digest
from addin.install.files import mark_of_the_web, read_record
from addin.install.machine import Machine
from addin.places import XLAM

DESCRIPTION = re.compile(rb"<dc:description>([^<]*)</dc:description>")


def check_installed(machine: Machine) -> Iterator[Observation]:
    """Whether anything was ever installed for this user."""
    if not machine.places.record.is_file():
        yield Observation("not_installed", {"rumah": str(machine.places.home)})


def check_add_in(machine: Machine) -> Iterator[Observation]:
    """Whether the file that Excel loads is there, as published, and without a mark."""
    xlam = machine.places.xlam
    expected = read_record(machine.places)[1].get(xlam) if xlam else None
    if xlam is None or expected is None:
        return
    facts = {"berkas": str(xlam), "sha256": expected}
    if not xlam.is_file():
        yield Observation("add_in_gone", facts)
    elif digest(xlam) != expected:
        yield Observation("add_in_changed", facts)
    if mark_of_the_web(xlam).exists():
        yield Observation("add_in_marked", facts)


def check_versions(machine: Machine) -> Iterator[Observation]:
    """Whether button and program are of one version."""
    xlam = machine.places.xlam
    installed, _ = read_record(machine.places)
    button = _version(xlam) if xlam else ""
    if installed and button and button != installed:
        yield Observation("versions_differ", {"tombol": button, "program": installed})


def check_copies(machine: Machine) -> Iterator[Observation]:
    """Whether other copies of the add-in lie where Excel may load them from."""
    start = machine.places.excel_start
    if start is None:
        return
    folders = [start, start.parents[1] / "AddIns", *_shared_starts(machine)]
    found = [
        path
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if re.fullmatch(r"iku.*\.xla[m]?", path.name.lower()) and path != start / XLAM
    ]
    if found:
        yield Observation("stale_copies", {"berkas": "; ".join(map(str, found))})


def _shared_starts(machine: Machine) -> Iterator[Path]:
    """Yield the start folders that all users of the machine share."""
    for name in ("ProgramFiles", "ProgramFiles(x86)"):
        if base := machine.environ.get(name):
            yield from sorted((Path(base) / "Microsoft Office").glob("**/XLSTART"))


def _version(xlam: Path) -> str:
    """Return the version that the add-in carries among its properties."""
    try:
        with zipfile.ZipFile(xlam) as archive:
            found = DESCRIPTION.search(archive.read("docProps/core.xml"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return ""
    return found[1].decode("utf-8", "replace") if found else ""
