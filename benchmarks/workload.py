"""The files that are measured: a definition of twenty quarterly indicators, issued and filled in.

Every unit's year is complete and free of errors; its figures differ from those of other units, as
they do in a regency, so that no file is the same text as the one before.
"""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.section import Wanted
from iku.cells import Value
from iku.definition.load import load_definition
from iku.definition.model import Definition, Unit
from iku.kamus.tree import short_tree
from iku.kamus.yaml_text import yaml_text
from iku.terbitan import Terbitan, issue
from tests.looks.books import whole_year
from tests.workbooks import read_back
from workflow.build import workbook_bytes
from workflow.fill import filled

_TASK = 25  # workbooks made in one go, so that they share their master
_STEPS = 5  # units differ by so much; more would break the sense of some indicators
PROCESSES = 2


def prepared(wanted: Wanted) -> Path:
    """Return the folder of the filled workbooks, made unless it is complete.

    Their definition stands beside it as ``definisi.yaml``.
    """
    folder = wanted.folder / "regency"
    inbox, complete = folder / "kiriman", folder / "lengkap"
    if complete.exists():
        return inbox
    inbox.mkdir(parents=True, exist_ok=True)
    definition = with_units(load_definition(wanted.definition), wanted.files)
    written = yaml_text(short_tree(definition))
    (folder / "definisi.yaml").write_text(written, encoding="utf-8")
    count = wanted.files
    tasks = [range(first, min(first + _TASK, count)) for first in range(0, count, _TASK)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        list(pool.map(partial(_write, folder), tasks))
    complete.touch()
    return inbox


def with_units(definition: Definition, count: int) -> Definition:
    """Return the definition for so many units that are like its first one."""
    like = definition.unit[0]
    units = [
        like.model_copy(update={"kode": f"99.01.{n:03}", "nama": f"Kecamatan {n:03}"})
        for n in range(1, count + 1)
    ]
    return definition.model_copy(update={"unit": tuple(units)})


def _write(folder: Path, numbers: Iterable[int]) -> None:
    definition = load_definition(folder / "definisi.yaml")
    for number in numbers:
        unit: Unit = definition.unit[number]
        path = folder / "kiriman" / f"IKU_{definition.tahun}_{unit.kode}.xlsx"
        path.write_bytes(returned(issue(definition, unit), number))


def returned(terbitan: Terbitan, number: int) -> bytes:
    """Return the workbook of a unit, its year filled in with figures of its own."""
    blank, _ = workbook_bytes(terbitan)
    submission = read_back(blank)
    values = whole_year(submission.layout)
    own = {name: _shifted(name, value, number % _STEPS) for name, value in values.items()}
    return filled(blank, submission, own)


def _shifted(name: str, value: Value, by: int) -> Value:
    counted = name.startswith("isian.") and isinstance(value, float) and value.is_integer()
    return value + by if counted and isinstance(value, float) else value
