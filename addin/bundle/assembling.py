"""Putting the bundle together, whole or not at all; the same inputs give the same bytes."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from addin.bundle.wheels import build_own_wheel, checkout, gather_wheels
from addin.install import starter
from addin.install.checksums import SUMS, digest, listing
from addin.install.source import STARTER, WHEELS
from addin.oxt import build_oxt
from addin.xlam import build_xlam
from workflow.refusal import RefusedError

FILES = Path(__file__).parent / "files"
"""Command files and guide as they are written here; in the bundle their lines end as Windows'."""


@dataclass(frozen=True)
class Bundle:
    """A finished bundle: its folder, how many files, and the checksum of its checksum list."""

    folder: Path
    files: int
    sha256: str


def bundle(folder: Path, wheels: Path | None = None, source: Path | None = None) -> Bundle:
    """Write the bundle for Windows into a folder, replacing an earlier bundle there.

    ``wheels`` holds packages that were downloaded before; without it they are downloaded.
    ``source`` is the source folder, by default the one that this program runs from.
    RefusedError where the folder holds anything else, or something cannot be had.
    """
    root = source or checkout()
    _require_own(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="iku_", dir=folder.parent) as temporary:
        made = Path(temporary) / folder.name
        (made / WHEELS).mkdir(parents=True)
        _fill(made, root, wheels)
        if folder.exists():
            shutil.rmtree(folder)
        made.replace(folder)
    return Bundle(folder, sum(path.is_file() for path in folder.rglob("*")), digest(folder / SUMS))


def write_texts(folder: Path) -> None:
    """Write command files and guide as Windows reads them: CRLF, no mark before the first byte."""
    (folder / STARTER).parent.mkdir()
    sources = {path.relative_to(FILES).as_posix(): path for path in FILES.rglob("*.*")}
    sources[STARTER] = Path(starter.__file__)
    for name, path in sources.items():
        lines = path.read_text(encoding="utf-8").splitlines()
        (folder / name).write_bytes("".join(f"{line}\r\n" for line in lines).encode())


def _fill(made: Path, root: Path, wheels: Path | None) -> None:
    build_xlam(made)  # first: what is missing for it should be told before anything is downloaded
    build_oxt(made)
    gather_wheels(root, made / WHEELS, wheels)
    build_own_wheel(root, made / WHEELS)
    write_texts(made)
    (made / SUMS).write_bytes(listing(made).encode())


def _require_own(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()) and not (folder / SUMS).is_file():
        message = f"{folder}: folder ini berisi hal lain; pilih folder baru atau yang kosong"
        raise RefusedError(message)
