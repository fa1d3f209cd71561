"""Whatever verb meets a full disk, a folder it may not write or a file in use: nothing half-written.

One clear sentence, exit status 2, and everything as it was.
"""

import os
import resource
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import pytest

from command_line.main import run
from tests.hostile.verbs import FIRST, VERBS, Desk, laid_out

NOBODY = 65_534
SENTENCE = "iku: "


def left(command: list[object]) -> int:
    """Run a command here and return its exit status."""
    with pytest.raises(SystemExit) as leaving:
        run(list(map(str, command)))
    assert isinstance(leaving.value.code, int)
    return leaving.value.code


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """A desk that everybody may look at, in a folder that nobody else may write."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        known = laid_out(Path(folder))
        out = Path(folder) / "awal"
        for one in FIRST:
            assert left(one(known, out)) in {0, 1}
        yield known


@contextmanager
def full_disk(_out: Path) -> Iterator[None]:
    """No file may grow beyond 60 bytes: writing breaks off in the middle, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def closed_folder(out: Path) -> Iterator[None]:
    """The folder may be read only, by one who is not the all-mighty administrator."""
    out.chmod(0o555)
    own = os.geteuid()
    os.seteuid(own or NOBODY)
    try:
        yield
    finally:
        os.seteuid(own)
        out.chmod(0o755)


@contextmanager
def open_elsewhere(_out: Path) -> Iterator[None]:
    """Windows refuses to replace a file that Excel has open; nothing here does, so it is played."""

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file", str(self), 32, str(target))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        patch.setattr(Path, "rename", refuse)
        yield


LUCK: dict[str, Callable[[Path], AbstractContextManager[None]]] = {
    "penuh": full_disk,
    "tidak boleh ditulisi": closed_folder,
    "sedang dibuka": open_elsewhere,
}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file() and one.suffix != ".sqlite"
    }


@pytest.mark.parametrize("verb", VERBS)
def test_bad_luck_leaves_nothing_half_written_and_says_so(
    verb: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(desk.folder)
    for name, luck in LUCK.items():
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "keluar"
            out.mkdir()
            Path(folder).chmod(0o755)
            with luck(out):
                status = left(VERBS[verb](desk, out))
            said = capsys.readouterr()
            if verb == "key new" and name == "sedang dibuka":
                continue  # it never writes over anything
            told = [line for line in said.err.splitlines() if line]

            assert (verb, name, status) == (verb, name, 2), said.err
            assert contents(out) == {}, (verb, name)
            assert len(told) == 1, (verb, name, told)
            assert told[0].startswith(SENTENCE), (verb, name, told)
            assert sound(out / "r.sqlite"), (verb, name)
    assert contents(desk.folder) == before
    assert sound(desk.history)


def sound(history: Path) -> bool:
    """Whether a history is whole, or was never made."""
    if not history.exists():
        return True
    with suppress(sqlite3.DatabaseError):
        with sqlite3.connect(history) as database:
            (answer,) = database.execute("PRAGMA integrity_check").fetchone()
        database.close()
        return bool(answer == "ok")
    return False


@pytest.mark.parametrize("verb", [one for one in VERBS if one not in {"close", "demo"}])
def test_with_good_luck_each_of_them_writes(verb: str, desk: Desk, tmp_path: Path) -> None:
    assert left(VERBS[verb](desk, tmp_path)) in {0, 1}
    assert contents(tmp_path)
