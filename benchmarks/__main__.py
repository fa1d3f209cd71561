"""Measure the product beside its peers and write docs/performance.md.

    make bench
    python -m benchmarks [SECTION …] [--files 51] [--rounds 5]
    python -m benchmarks consolidating --files 600 --rounds 1
    python -m benchmarks country

Without names all sections run but `country`, which issues and consolidates 7,285 workbooks and
takes a quarter of an hour. A section that is not run keeps its last figures, which
stand beside the page as JSON. The other programs
here prove what is right rather than fast; CONTRIBUTING.md lists them.
"""

import argparse
import json
import tempfile
from collections.abc import Callable
from compileall import compile_dir
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.building import building
from benchmarks.commands import commands
from benchmarks.consolidating import consolidating, country
from benchmarks.growth import growth
from benchmarks.hot_path import hot_path
from benchmarks.office import in_libreoffice
from benchmarks.page import Measured, machine, now, page
from benchmarks.reading import reading
from benchmarks.section import Section, Wanted

FILES, ROUNDS = 51, 5
PAGE = Path("docs/performance.md")
SECTIONS: dict[str, Callable[[Wanted], Section]] = {
    "building": building,
    "reading": reading,
    "commands": commands,
    "consolidating": consolidating,
    "country": country,
    "libreoffice": in_libreoffice,
    "growth": growth,
    "profile": hot_path,
}
LONG = ("country",)
PRODUCT = (
    "command_line", "addin", "workflow", "workbook_builder", "workbook_reader", "reporting", "iku",
)  # fmt: skip


def main() -> None:
    """Run what was asked for, print the whole table and keep it."""
    given = _arguments()
    results = given.page.with_suffix(".json")
    named = given.section or [name for name in SECTIONS if name not in LONG]
    _as_installed()
    with ExitStack() as stack:
        folder = given.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for name in named:
            print(f"{name} …", flush=True)
            wanted = Wanted(folder / f"{given.files}", given.files, given.rounds)
            before = machine()
            keep(results, _key(name, given.files), SECTIONS[name](wanted), before)
    text = page(known(results))
    print(text)
    given.page.write_text(text, encoding="utf-8")


def _as_installed() -> None:
    """Compile the product to byte code, as installing it does: else each process would do it anew."""
    for package in PRODUCT:
        compile_dir(package, quiet=1)


def _key(name: str, files: int) -> str:
    """Return under what a section is kept: one regency of another size stands beside the usual."""
    return f"{name} {files}" if name == "consolidating" and files != FILES else name


def keep(results: Path, key: str, section: Section, on: str) -> None:
    """Write a section to the results at once, and on what it was measured: others take minutes."""
    kept = _stored(results)
    kept[key] = {"moment": now(), "machine": on, "section": asdict(section)}
    results.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def known(results: Path) -> dict[str, Measured]:
    """Return the last figures of every section, in the order of the page."""
    kept = _stored(results)
    order = list(SECTIONS)
    return {
        key: Measured(Section.stored(one["section"]), one["moment"], one["machine"])
        for key, one in sorted(kept.items(), key=lambda item: order.index(item[0].split()[0]))
    }


def _stored(results: Path) -> dict[str, Any]:
    return json.loads(results.read_text(encoding="utf-8")) if results.exists() else {}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("section", nargs="*", choices=[*SECTIONS, []], metavar="SECTION")
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--folder", type=Path, help="where files are made, and kept")
    parser.add_argument("--page", type=Path, default=PAGE, help="its figures stand beside it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
