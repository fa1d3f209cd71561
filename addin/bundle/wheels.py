"""The packages of the bundle: those of others by their checksums, and our own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.refusal import RefusedError

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
"""The Pythons of an office that the bundle serves; the starter file knows the same range."""
LOCK = Path("requirements", "windows.txt")


@dataclass(frozen=True)
class System:
    """For which computers packages are gathered: the lock file, and pip's names of the system."""

    lock: Path
    platforms: tuple[str, ...]


WINDOWS = System(LOCK, ("win_amd64",))
LINUX = System(
    Path("requirements", "linux.txt"),
    ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
)
"""Every Linux on x86-64 since 2018 (glibc 2.28: Debian 10, Ubuntu 20.04, RHEL 8)."""


def checkout() -> Path:
    """Return the source folder that this program runs from; RefusedError outside of one."""
    root = Path(__file__).resolve().parents[2]
    if not (root / "pyproject.toml").is_file() or not (root / LOCK).is_file():
        message = "paket Windows dibuat dari salinan kode sumber, bukan dari program yang terpasang"
        raise RefusedError(message)
    return root


def gather_wheels(
    root: Path, into: Path, known: Path | None = None, system: System = WINDOWS
) -> None:
    """Bring the wheels that the system's lock file names, each checked against its checksum.

    They come from the package index, or from the folder ``known`` alone. RefusedError where one
    is missing or is not as locked.
    """
    where = ["--no-index", "--find-links", str(known)] if known else []
    platforms = [word for name in system.platforms for word in ("--platform", name)]
    for python in PYTHONS:
        _run(
            [
                *("-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps"),
                *("--require-hashes", "--only-binary", ":all:", *platforms),
                *("--python-version", python, "--implementation", "cp", *where),
                *("--requirement", str(root / system.lock), "--dest", str(into)),
            ],
            root,
        )


def build_own_wheel(root: Path, into: Path) -> None:
    """Build our own wheel from the source folder; the same source gives the same bytes.

    Its files are as old as SOURCE_DATE_EPOCH says, which a release sets to the time of its commit.
    """
    _run(["-m", "hatchling", "build", "--target", "wheel", "--directory", str(into)], root)


def _run(words: Sequence[str], root: Path) -> None:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=root,
        env={"SOURCE_DATE_EPOCH": "315532800", **os.environ},  # 1980, the first year of zip files
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        said = [line for line in done.stdout.splitlines() if line.strip()]
        message = f"isi paket tidak lengkap: {said[-1] if said else done.returncode}"
        raise RefusedError(message)
