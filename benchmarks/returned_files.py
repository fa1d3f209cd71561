"""Returned workbooks for benchmarks: one regency's, or a nation's with a definition for each."""

import json
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from iku.definition.load import load_definition
from iku.definition.model import Definition, Kabupaten, Unit
from iku.resources import example_path, template_path
from iku.terbitan import issue
from tests.workbooks import read_back
from workflow.build import workbook_bytes
from workflow.fill import filled

ONE_REGENCY = 600
"""So many files may still be of one regency; above, there are as many regencies as Indonesia has."""
_REGENCIES = 514
_TEMPLATE = "kota_jambi_2017.yaml"


def make_files(folder: Path, count: int) -> Path:
    """Return a folder with so many filled workbooks, made unless it is complete."""
    inbox, complete = folder / "kiriman", folder / "lengkap"
    if complete.exists():
        return inbox
    inbox.mkdir(parents=True, exist_ok=True)
    _write_definition(folder, count)
    regencies = 1 if count <= ONE_REGENCY else _REGENCIES
    shares = [(n, len(range(n, count, regencies))) for n in range(regencies)]
    with ProcessPoolExecutor() as pool:
        list(pool.map(partial(_write, inbox), _batches(shares)))
    complete.touch()
    return inbox


def _batches(shares: list[tuple[int, int]]) -> list[list[tuple[int, int, int]]]:
    """Return regency, first and last unit for each task; a large regency is several tasks."""
    return [
        [(regency, first, min(first + 50, units))]
        for regency, units in shares
        for first in range(0, units, 50)
    ]


def _write(inbox: Path, batch: Sequence[tuple[int, int, int]]) -> None:
    values = json.loads(example_path("jambi_timur_2017.json").read_text(encoding="utf-8"))
    for regency, first, last in batch:
        definition = _definition(regency)
        folder = inbox / f"{regency:03}"
        folder.mkdir(exist_ok=True)
        for n in range(first, last):
            unit = _unit(regency, n)
            data, _ = workbook_bytes(issue(definition, unit))
            sent = filled(data, read_back(data), values)
            (folder / f"IKU_2017_{unit.kode}.xlsx").write_bytes(sent)


def _definition(regency: int) -> Definition:
    """Return the definition of the n-th regency: other codes and names, the same indicators."""
    kota_jambi = load_definition(template_path(_TEMPLATE))
    own = Kabupaten(kode=f"10.{regency:03}", nama=f"Kabupaten {regency:03}")
    about = {"kode": f"KAB-{regency:03}", "kabupaten": own, "unit": ()}
    return kota_jambi.model_copy(update=about if regency else {"unit": ()})


def _unit(regency: int, n: int) -> Unit:
    return Unit(kode=f"10.{regency:03}.{n:03}", nama=f"Kecamatan {n:03}")


def _write_definition(folder: Path, count: int) -> None:
    """Write the definition of one regency with all its units, as ``--definition`` reads it."""
    text = template_path(_TEMPLATE).read_text(encoding="utf-8")
    before, _, rest = text.partition("\nunit:\n")
    after = rest[rest.index("\npengaturan:") :] if "\npengaturan:" in rest else rest
    units = "\n".join(
        f'  - {{kode: "{unit.kode}", nama: {unit.nama}}}'
        for unit in (_unit(0, n) for n in range(count))
    )
    (folder / "definisi.yaml").write_text(f"{before}\nunit:\n{units}\n{after}", encoding="utf-8")
