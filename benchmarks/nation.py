"""Issue the workbooks of every kecamatan of the country: 7,285 units of 514 regencies.

Each regency has a definition of its own: one of the shipped ones under another code, without up to
three of its indicators, for as many units as regencies have (1 to 51, 14.2 on average). What is
timed is the whole job: reading the definition, the hash of its password, every workbook written to
disk, and the register. Files are removed regency by regency, because together they take 600 MB.

    python -m benchmarks.nation [REGENCIES]
"""

import argparse
import random
import resource
import shutil
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from iku.definition.load import load_definition
from iku.definition.model import Definition, Kabupaten, PenandaTangan, Unit
from iku.kamus.tree import short_tree
from iku.kamus.yaml_text import yaml_text
from iku.resources import template_path
from workflow.build import build_workbooks

REGENCIES, UNITS, PROCESSES = 514, 7_285, 2
LARGEST = 51
TEMPLATES = ("kota_jambi_2017", "kepulauan_anambas_2024", "jambi_timur_2017_triwulanan")


def main(regencies: int) -> None:
    """Issue them and print what it cost."""
    done = issued_to_all(regencies)
    print(
        f"{regencies} definitions, {done.files} workbooks, {done.size / 1e6:.0f} MB, "
        f"{PROCESSES} processes"
    )
    print(f"{done.seconds:.1f} s, of which {done.work / PROCESSES:.1f} s of work for each process")
    print(f"peak memory {done.memory:.0f} MB")


class Issued(NamedTuple):
    """Workbooks and their bytes; seconds on the wall and of all processors; MB of the largest."""

    files: int
    size: int
    seconds: float
    work: float
    memory: float


def issued_to_all(regencies: int) -> Issued:
    """Write the definitions, then time everything that issuing takes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = written_definitions(folder, regencies)
        before, start = _children(), time.perf_counter()
        with ProcessPoolExecutor(PROCESSES) as pool:
            done = list(pool.map(partial(issued, folder), paths, chunksize=4))
        seconds = time.perf_counter() - start
    files, size = sum(one[0] for one in done), sum(one[1] for one in done)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Issued(files, size, seconds, _children() - before, memory)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def issued(folder: Path, path: Path) -> tuple[int, int]:
    """Issue the workbooks of one regency and return how many there are and their bytes."""
    into = folder / path.stem
    built = build_workbooks(path, into, history=into / "riwayat.sqlite")
    size = sum(one.path.stat().st_size for one in built)
    shutil.rmtree(into)
    return len(built), size


def written_definitions(folder: Path, regencies: int) -> list[Path]:
    """Write a definition for each regency."""
    chance = random.Random(2025)  # noqa: S311  no secret, the same every time
    known = [load_definition(template_path(f"{name}.yaml")) for name in TEMPLATES]
    paths = []
    for n, size in enumerate(sizes(chance, regencies)):
        path = folder / f"kabupaten_{n:03}.yaml"
        definition = regency(chance, chance.choice(known), n, size)
        path.write_text(yaml_text(short_tree(definition)), encoding="utf-8")
        paths.append(path)
    return paths


def sizes(chance: random.Random, regencies: int) -> list[int]:
    """Return how many kecamatan each regency has; together as many as the country's share."""
    found = [min(LARGEST, max(1, round(chance.gammavariate(4.0, 3.54)))) for _ in range(regencies)]
    total = round(UNITS * regencies / REGENCIES)
    while (missing := total - sum(found)) != 0:
        place = chance.randrange(regencies)
        step = 1 if missing > 0 else -1
        if 1 <= found[place] + step <= LARGEST:
            found[place] += step
    return found


def regency(chance: random.Random, like: Definition, number: int, size: int) -> Definition:
    """Return the definition of a regency."""
    dropped = set(chance.sample([one.kode for one in like.indikator], chance.randint(0, 3)))
    kept = [
        goal.model_copy(
            update={"indikator": tuple(one for one in goal.indikator if one.kode not in dropped)}
        )
        for goal in like.sasaran
    ]
    return like.model_copy(
        update={
            "kode": f"KAB-{number:03}-{like.tahun}",
            "kabupaten": Kabupaten(
                kode=f"{number // 40 + 11}.{number % 40:02}", nama=f"Kabupaten {number}"
            ),
            "sasaran": tuple(goal for goal in kept if goal.indikator),
            "unit": tuple(kecamatan(number, n) for n in range(1, size + 1)),
            "catatan_sumber": (),
        }
    )


def kecamatan(number: int, n: int) -> Unit:
    """Return one unit, with a signatory of its own."""
    signer = PenandaTangan(nama=f"Camat {n}, S.Sos", nip=f"19700101{number:05}{n:05}", tempat="Uji")
    kode = f"{number // 40 + 11}.{number % 40:02}.{n:02}"
    return Unit(kode=kode, nama=f"Kecamatan {n} Kabupaten {number}", penanda_tangan=signer)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("regencies", nargs="?", type=int, default=REGENCIES)
    main(parser.parse_args().regencies)
