"""The copy of the repository holds one mutant at a time, and none afterwards."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .mutants import Mutant


@contextmanager
def on_disk(root: Path, mutant: Mutant) -> Iterator[bytes]:
    """Let the module on disk hold the fault, with a moment that no compiled copy has."""
    path, kept = root / mutant.path, _kept(root)
    before = path.stat()
    kept.write_text(mutant.path, encoding="utf-8")
    shutil.copy2(path, kept.with_suffix(".py"))
    changed = mutant.applied(path.read_bytes())
    path.write_bytes(changed)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 10**10 + mutant.start * 10**9))
    try:
        yield changed
    finally:
        mended(root)


def _kept(root: Path) -> Path:
    return root.parent / "changed.txt"


def mended(root: Path) -> None:
    """Put back the module that held a mutant, also after a run that was ended by force."""
    kept = _kept(root)
    if kept.exists():
        shutil.copy2(kept.with_suffix(".py"), root / kept.read_text(encoding="utf-8"))
        kept.unlink()
