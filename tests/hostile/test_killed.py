"""Whatever verb is killed at whatever moment: nothing half-written, and it can be done again.

The long run is ``python -m benchmarks.killed_verbs``.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from tests.hostile.killing import often
from tests.hostile.test_bad_luck import left
from tests.hostile.verbs import FIRST, VERBS, Desk, laid_out

TIMES = 1


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with TemporaryDirectory() as folder:
        known = laid_out(Path(folder))
        for one in FIRST:
            assert left(one(known, Path(folder) / "awal")) in {0, 1}
        yield known


def test_a_killed_verb_leaves_nothing_half_written(desk: Desk, tmp_path: Path) -> None:
    chance, killed = Random(8), 0  # noqa: S311  no secret
    for n, verb in enumerate(one for one in VERBS if one != "demo"):
        (tmp_path / str(n)).mkdir()
        at_work, faults = often(verb, desk, tmp_path / str(n), TIMES, chance)
        assert faults == [], verb
        killed += at_work

    assert killed > len(VERBS) // 2
