"""Faults: files that were not answered, told apart by where they broke, and made small."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from tests.hostile.damage import members_of
from tests.hostile.guard import TooLongError, guarded
from tests.hostile.mutants import Mutant
from tests.hostile.seeds import zipped
from tests.hostile.trial import consolidated, tried

_ROOT = Path(__file__).parents[2]
Part = TypeVar("Part")
_TRIES = 300  # runs that making one file small may take


@dataclass(frozen=True)
class Fault:
    """A file without an answer; ``kind`` is the same for files that break in the same place."""

    number: int
    kind: str
    file: str

    def __str__(self) -> str:
        return f"{self.file}: {self.kind}"


def try_many(some: Sequence[Mutant], folder: Path) -> Iterator[tuple[int, str] | Fault]:
    """Yield what came of each file, its number and a word or a fault, and of all together."""
    for one in some:
        said = fault_or_word(one, partial(tried, one), folder)
        if isinstance(said, Fault):
            yield said
            said = "not answered"
        yield one.number, f"{one.seed.kind}: {said}"
    sent = [one for one in some if one.seed.kind in {"workbook", "zip", "mail"}]
    if sent:
        said = fault_or_word(sent[0], lambda inside: consolidated(sent, inside), folder)
        if isinstance(said, Fault):
            yield replace(said, kind=f"together: {said.kind}")


def fault_or_word(
    one: Mutant, run: Callable[[Path], str], folder: Path, *, memory: bool = True
) -> Fault | str:
    """Run under guard, and return its word or what went wrong."""
    try:
        with TemporaryDirectory(dir=folder) as inside, guarded(Path(inside), memory=memory) as did:
            word = run(Path(inside))
    except TooLongError as error:
        return Fault(one.number, f"takes longer than it may {_place(error)}", str(one))
    except Exception as error:  # noqa: BLE001  whatever it is, it is what is looked for
        return Fault(one.number, f"{type(error).__name__} {_place(error)}", str(one))
    if did:
        return Fault(one.number, did[0], str(one))
    return word


def _place(error: BaseException) -> str:
    """Return the innermost place of ours in a traceback."""
    ours = [
        one
        for one in traceback.extract_tb(error.__traceback__)
        if Path(one.filename).is_relative_to(_ROOT)
        and not {".venv", "hostile"} & set(Path(one.filename).parts)
    ]
    if not ours:
        return f"in the trial: {error!r}"[:200]
    inner = ours[-1]
    return f"in {Path(inner.filename).relative_to(_ROOT)} {inner.name}: {str(error)[:80]!r}"


def smallest(one: Mutant, fault: Fault) -> bytes:
    """Return the file with everything left out that its fault does not need."""

    def breaks(data: bytes) -> bool:
        with TemporaryDirectory() as folder:
            changed = replace(one, data=data)
            said = fault_or_word(changed, lambda inside: tried(changed, inside), Path(folder))
        return isinstance(said, Fault) and said.kind.split(":")[0] == fault.kind.split(":")[0]

    if not breaks(one.data):  # it needs the others of its batch
        return one.data
    parts = members_of(one.data)
    if parts is None:
        lines: list[bytes] = one.data.splitlines(keepends=True)

        def in_lines(some: list[bytes]) -> bool:
            return breaks(b"".join(some))

        fewer: list[bytes] = _fewest(lines, in_lines)
        return b"".join(fewer)
    kept = _fewest(list(parts), lambda some: breaks(zipped(some)))
    return zipped(kept) if kept != list(parts) else one.data


def _fewest(items: list[Part], breaks: Callable[[list[Part]], bool]) -> list[Part]:
    """Return as few of the items as still break it: halves are left out first, then less."""
    size, tries = len(items) // 2, 0
    while size and tries < _TRIES:
        n = 0
        while n < len(items) and tries < _TRIES:
            fewer = items[:n] + items[n + size :]
            tries += 1
            if fewer and breaks(fewer):
                items = fewer
            else:
                n += size
        size //= 2
    return items
