"""A small inbox of real files: workbooks of three kecamatan, and what else people send."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from iku.cells import Value
from iku.definition.load import load_definition
from iku.definition.model import Definition
from iku.terbitan import issue
from tests.consolidation.sample import HEAD, RATIO, ratio
from tests.workbooks import read_back
from workflow.build import workbook_bytes
from workflow.fill import filled

UNITS = ("99.01.01", "99.01.02", "99.01.03")


def write_definition(
    folder: Path, pengaturan: str = "{periode: tahunan}", kode: str = "UJI-2017"
) -> Path:
    """Write the definition of three kecamatan."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "definisi.yaml"
    text = HEAD.format(indikator=RATIO, versi="1", pengaturan=pengaturan)
    path.write_text(text.replace("UJI-2017", kode), encoding="utf-8")
    return path


@cache
def workbook(
    unit: str,
    penerima: float,
    revisi: float = 0.0,
    pengaturan: str = "{periode: tahunan}",
    kode: str = "UJI-2017",
) -> bytes:
    """What a kecamatan sends: a filled workbook of the definition."""
    definition = _definition(pengaturan, kode)
    found = next(one for one in definition.unit if one.kode == unit)
    data, _ = workbook_bytes(issue(definition, found))
    values: dict[str, Value] = {**ratio(penerima, 12.0), "identitas.revisi": revisi}
    named = {name: value for name, value in values.items() if value is not None}
    return filled(data, read_back(data), named)


@cache
def _definition(pengaturan: str, kode: str) -> Definition:
    from tempfile import TemporaryDirectory  # noqa: PLC0415  only the first time

    with TemporaryDirectory() as folder:
        return load_definition(write_definition(Path(folder), pengaturan, kode))


def inbox(folder: Path) -> Path:
    """A folder with the reports of all three, and their definition beside it."""
    write_definition(folder)
    received = folder / "kiriman"
    received.mkdir()
    for n, unit in enumerate(UNITS):
        (received / f"{unit}.xlsx").write_bytes(workbook(unit, 3.0 + n))
    return received


def zipped(**members: bytes) -> bytes:
    """A zip archive."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return stream.getvalue()
