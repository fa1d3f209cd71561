"""Put small faults into iku/ one by one and see whether the tests notice; docs/mutasi.md.

    python -m benchmarks.mutation --sample 400 --seed 1
    python -m benchmarks.mutation --sample 100 --seed 1 --room iku/calculation

The folder keeps a copy of the repository, the map of the tests (made once, by running them all)
and every result: begun again, it goes on. Without it everything is made anew and thrown away.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .mutants import Mutant, modules, mutants_of
from .on_disk import mended
from .running import SURVIVED
from .sampling import sample
from .table import table, told

LEFT_OUT = shutil.ignore_patterns(".*", "node_modules", "__pycache__", "out", "build", "dist")
# They compare what is written in files, so they would notice any mutant without running it.
NOT_ASKED = ("tests/test_repository.py", "tests/test_supply_chain.py", "tests/test_docs.py")


def main() -> int:
    """Try a sample and print the score and the survivors."""
    given = _arguments()
    with tempfile.TemporaryDirectory() as passing:
        folder = (given.folder or Path(passing)).resolve()
        tree = _prepared(folder)
        every = [one for path in modules(tree) for one in mutants_of(tree, path)]
        asked = [one for one in every if _in(one, given.room)]
        tried = sample(asked, given.sample, given.seed)
        _try(folder, tried, given.seconds)
        known = results(folder)
    print(table(asked, tried, known))
    print(told(tried, known))
    return 0


def _in(one: Mutant, rooms: Sequence[str]) -> bool:
    return not rooms or one.room in rooms or one.path in rooms


def _prepared(folder: Path) -> Path:
    """Copy the repository and map its tests, unless that was done."""
    tree, mapped = folder / "tree", folder / "map.json"
    if not tree.exists():
        here = Path(__file__).parents[2]
        shutil.copytree(here, tree, ignore=LEFT_OUT)
        if (here / "node_modules").exists():  # the validator of Open XML, which is large
            (tree / "node_modules").symlink_to(here / "node_modules")
    mended(tree)
    if not mapped.exists():
        left_out = [f"--ignore={name}" for name in NOT_ASKED]
        _python(tree, "benchmarks.mutation.mapping", str(mapped), *left_out)
    return tree


def _try(folder: Path, sampled: Sequence[Mutant], seconds: float) -> None:
    known = results(folder)
    left = [asdict(one) for one in sampled if _open(known.get(one.name), seconds)]
    if left:
        (folder / "sample.json").write_text(json.dumps(left), encoding="utf-8")
        _python(folder / "tree", "benchmarks.mutation.trials", str(folder), str(seconds))


def _open(result: dict[str, Any] | None, seconds: float) -> bool:
    """Tell whether a mutant is to be tried: also one that survived only some of its tests."""
    if result is None:
        return True
    part = result["tests"] < result["covering"] or result.get("unsure", False)
    return bool(result["outcome"] == SURVIVED and part and seconds > result["seconds"])


def results(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what became of every mutant that was tried in a folder."""
    path = folder / "results.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {one["name"]: one for one in map(json.loads, lines)}


def _python(tree: Path, module: str, *given: str) -> None:
    """Run a module of the copy, on the copy: also in what its tests start."""
    environment = os.environ | {"PYTHONPATH": str(tree)}
    subprocess.run([sys.executable, "-m", module, *given], cwd=tree, env=environment, check=False)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sample", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", action="append", default=[], help="iku/calculation, iku, …")
    parser.add_argument("--seconds", type=float, default=20, help="of tests for each mutant")
    parser.add_argument("--folder", type=Path, help="where copy, map and results are kept")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
