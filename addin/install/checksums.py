"""The checksum list of a bundle: one line per file, as ``sha256sum`` writes and checks it."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

SUMS = "SHA256SUMS"


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()


def listing(folder: Path) -> str:
    """Return the checksum list of all files below a folder, the list itself excepted.

    Sorted by path, so that equal files give an equal list.
    """
    files = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != SUMS
    )
    return "".join(f"{digest(folder / name)}  {name}\n" for name in files)


def read_listing(folder: Path) -> dict[str, str]:
    """Return checksum by path; empty where there is no list."""
    path = folder / SUMS
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("  ") for line in lines)
    return {name: value for value, between, name in pairs if between}


def altered(folder: Path, names: Iterable[str]) -> list[str]:
    """Return those files that are not listed, not there, or not as listed."""
    listed = read_listing(folder)
    return [name for name in names if not _as_listed(folder / name, listed.get(name))]


def _as_listed(path: Path, listed: str | None) -> bool:
    return listed is not None and path.is_file() and digest(path) == listed
