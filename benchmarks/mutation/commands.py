"""What commands enter that tests start: each writes it down when it ends."""

import atexit
import os
from multiprocessing.util import Finalize
from pathlib import Path

from .blocks import entered, watch

FOLDER = "IKU_BLOCKS"
SITE = "from benchmarks.mutation.commands import begin\n\nbegin()\n"


def prepare(folder: Path) -> None:
    """Let every Python that is started from now on tell in ``folder`` what it enters."""
    told, site = folder / "entered", folder / "site"
    told.mkdir(parents=True, exist_ok=True)
    site.mkdir(exist_ok=True)
    (site / "sitecustomize.py").write_text(SITE, encoding="utf-8")
    os.environ[FOLDER] = str(told)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])
    os.register_at_fork(after_in_child=_begin_in_worker)


def begin() -> None:
    """Watch this process, and write down at its end what it entered."""
    watch()
    atexit.register(_write)
    os.register_at_fork(after_in_child=_begin_in_worker)


def _begin_in_worker() -> None:
    """A worker of a pool ends without `atexit`."""
    entered.clear()
    Finalize(None, _write, exitpriority=0)


def _write() -> None:
    folder = os.environ.get(FOLDER)
    if folder and entered:
        Path(folder, str(os.getpid())).write_text("\n".join(entered), encoding="utf-8")


def gather() -> None:
    """Add what commands wrote down since the last time."""
    for path in Path(os.environ[FOLDER]).iterdir():
        entered.update(path.read_text(encoding="utf-8").splitlines())
        path.unlink()
