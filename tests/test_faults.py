"""The faults that benchmarks/mutation puts into iku/, and which of them a sample holds."""

import ast
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.mutation.blocks import entered, instrumented
from benchmarks.mutation.mutants import Mutant, modules, mutants_of
from benchmarks.mutation.sampling import sample
from benchmarks.mutation.selection import TestMap
from benchmarks.mutation.table import table, told

ROOT = Path(__file__).parents[1]
MODULE = '''
LIMIT: int | None = 120


def share(part: int, whole: int) -> float | None:
    """Return a percentage."""
    if part > whole and LIMIT:
        raise ValueError("more than all")
    return part / whole * 100
'''


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "iku" / "room").mkdir(parents=True)
    (tmp_path / "iku" / "room" / "share.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "iku" / "user.py").write_text("from iku.room import share\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def mutants(root: Path) -> list[Mutant]:
    return mutants_of(root, "iku/room/share.py")


def test_every_fault_is_one_change_of_behaviour(mutants: list[Mutant]) -> None:
    assert {(one.kind, one.before, one.after) for one in mutants} == {
        ("number", "120", "121"),
        ("condition", "part > whole and LIMIT", "not (part > whole and LIMIT)"),
        ("logic", "part > whole and LIMIT", "part > whole or LIMIT"),
        ("boundary", "part > whole", "part >= whole"),
        ("opposite", "part > whole", "part <= whole"),
        ("deleted", "raise ValueError('more than all')", "pass"),
        ("returned", "return part / whole * 100", "return None"),
        ("arithmetic", "part / whole * 100", "part / whole / 100"),
        ("arithmetic", "part / whole", "part * whole"),
        ("number", "100", "101"),
    }


def test_a_mutant_differs_from_its_module_in_that_place_alone(mutants: list[Mutant]) -> None:
    boundary = next(one for one in mutants if one.kind == "boundary")
    changed = boundary.applied(MODULE.encode()).decode()

    assert changed == MODULE.replace("if part > whole", "if (part >= whole)")
    assert (boundary.line, boundary.function, boundary.room) == (7, "share", "iku/room")


@pytest.mark.parametrize("path", ["iku/periods.py", "iku/calculation/rumus.py"])
def test_every_mutant_of_the_product_can_be_compiled(path: str) -> None:
    source = (ROOT / path).read_bytes()
    found = mutants_of(ROOT, path)

    assert path in modules(ROOT)
    assert found
    for one in found:
        assert ast.dump(ast.parse(one.applied(source))) != ast.dump(ast.parse(source)), one


def test_a_module_tells_which_blocks_were_entered() -> None:
    tree = instrumented(MODULE.encode(), "share.py")
    space: dict[str, Any] = {"__entered__": entered.add}
    exec(compile(tree, "share.py", "exec"), space)  # noqa: S102 - the module that stands above
    entered.clear()

    space["share"](1, 2)
    calm = set(entered)
    with pytest.raises(ValueError, match="more than all"):
        space["share"](3, 2)

    assert calm == {"share.py:6:4"}
    assert set(entered) == {"share.py:6:4", "share.py:8:8"}


def test_a_sample_is_the_same_for_its_seed_and_grows_without_changing() -> None:
    every = mutants_of(ROOT, "iku/periods.py") + mutants_of(ROOT, "iku/calculation/figure.py")

    small, large = sample(every, 10, 1), sample(every, 20, 1)

    assert small == large[:10] == sample(list(reversed(every)), 10, 1)
    assert small != sample(every, 10, 2)


def test_a_mutant_is_tried_by_the_tests_that_enter_its_block(
    root: Path, mutants: list[Mutant]
) -> None:
    tests = [["a.py::quick", 0.1, 0], ["a.py::slow", 9.0, 0], ["b.py::other", 1.0, 0]]
    stored = {"tests": tests, "blocks": {"iku/room/share.py:6:4": [0, 1]}, "collecting": []}
    for name in ("a.py", "b.py"):
        (root / name).write_text("", encoding="utf-8")
    (root / "map.json").write_text(json.dumps(stored), encoding="utf-8")
    by = {one.kind: TestMap(root / "map.json", root).chosen(one, 5) for one in mutants}

    assert by["boundary"].tests == ("a.py::quick",)
    assert by["boundary"].covering == 2
    assert not by["boundary"].complete
    assert by["deleted"].tests == ()  # nobody enters that branch
    # The constant is set on import: whoever enters the module may notice.
    assert next(
        TestMap(root / "map.json", root).chosen(one, 50) for one in mutants if one.before == "120"
    ).tests == ("a.py::quick", "a.py::slow")


def test_the_score_counts_what_was_noticed_and_names_what_was_not(mutants: list[Mutant]) -> None:
    tried = mutants[:4]
    outcomes = ("killed", "timed out", "survived", "not covered")
    known = {
        one.name: {"outcome": outcome, "tests": 2, "covering": 5}
        for one, outcome in zip(tried, outcomes, strict=True)
    }

    assert "| `iku/room` | 10 | 4 | 1 | 1 | 1 | 1 | 50.0 % |" in table(mutants, tried, known)
    survivors = told(tried, known)
    assert Counter(line[:6] for line in survivors.splitlines())["    - "] == 2
    assert f"    - {tried[2].before}\n    + {tried[2].after}" in survivors
