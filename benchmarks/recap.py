"""Measure the recap of a large regency: 51 kecamatan, 30 indicators, four quarters and the year.

    python -m benchmarks.recap [--units 51] [--indicators 30] [--rounds 3] [--keep FILE]

Budgets: building takes under 3 s of the processor, working out all figures included; LibreOffice
opens the file and recalculates every formula in under 10 s. Exit status 1 when either is exceeded.
"""

import argparse
import hashlib
import random
import statistics
import sys
import time
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from iku.cells import Value
from iku.consolidation import Candidate, RegencyReport, consolidate
from iku.consolidation.returned import Returned
from iku.definition.load import parse_definition
from iku.definition.model import Definition, Unit
from iku.entry_workbook import formula_values
from iku.layout.layout import Layout
from iku.recap import recap_blueprint
from iku.report import Report
from iku.terbitan import issue
from tests.judges.calc_session import INSIDE_CALC, Office
from workbook_builder import write_workbook
from workflow.collecting import uncollected

SCRIPT = INSIDE_CALC / "opening.py"
BUILD, OPEN = 3.0, 10.0  # seconds
_HEAD = """\
skema: 1
kode: BESAR-2025
versi: 1
tahun: 2025
kabupaten: {kode: "99.01", nama: Kabupaten Besar}
misi: Meningkatkan mutu pelayanan
unit:
%s
pengaturan: {periode: triwulanan}
sasaran:
"""
_GOAL = """\
  - nomor: %d.
    nama: Meningkatnya mutu pelayanan bidang ke-%d
    indikator:
"""
_INDICATOR = """\
      - kode: R%(n)d
        nama: Persentase layanan ke-%(n)d yang selesai tepat waktu
        satuan: "%%"
        polaritas: maksimasi
        komponen:
          - {kode: selesai, nama: Layanan ke-%(n)d yang selesai tepat waktu, satuan: berkas}
          - {kode: masuk, nama: Layanan ke-%(n)d yang masuk, satuan: berkas}
        nilai: {rumus: selesai/masuk*100}
        target: {TW1: 60, TW2: 70, TW3: 80, TW4: 90, TAHUN: 90}
"""
_GOALS = 5


def main() -> int:
    """Build and open the recap, several rounds, and print the medians."""
    wanted = _arguments()
    reports = [large_report(wanted.units, wanted.indicators) for _ in range(wanted.rounds)]
    built = [timed(partial(written, report)) for report in reports]
    data = written(reports[0])
    with TemporaryDirectory() as folder:
        path = wanted.keep or Path(folder) / "rekap.xlsx"
        path.write_bytes(data)
        taken = opened(path, wanted.rounds)
    build, opening = statistics.median(built), statistics.median(taken)
    size = len(data) / 1e6
    print(f"{wanted.units} units, {wanted.indicators} indicators, 5 periods: {size:.1f} MB")
    print(f"built in Python       {build:6.2f} s (budget {BUILD:g})")
    print(f"opened by LibreOffice {opening:6.2f} s, all recalculated (budget {OPEN:g})")
    return int(build > BUILD or opening > OPEN)


def written(report: RegencyReport) -> bytes:
    """Return the recap workbook of a report, its figures worked out where they are not yet."""
    made = datetime(2026, 1, 5)  # noqa: DTZ001  a document's date has no place
    with uncollected():
        blueprint = recap_blueprint(report)
        values = formula_values(blueprint)
        return write_workbook(blueprint, values, password=None, salt=b"", modified=made)


def large_report(units: int, indicators: int) -> RegencyReport:
    """Return the report of a regency in which every unit has filled in everything."""
    definition = large_definition(units, indicators)
    places = Layout(issue(definition, definition.unit[0])).entries
    chance = random.Random(2025)  # noqa: S311  no secret, the same every time
    return consolidate(
        definition,
        [_candidate(definition, unit, list(places), chance) for unit in definition.unit],
        period="TAHUN",
    )


def large_definition(units: int, indicators: int) -> Definition:
    """Return a definition with so many units and indicators, in five goals."""
    listed = "\n".join(
        f"  - {{kode: 99.01.{n:02}, nama: Kecamatan {n:02}}}" for n in range(1, units + 1)
    )
    text = _HEAD % listed
    for goal in range(_GOALS):
        own = range(goal + 1, indicators + 1, _GOALS)
        text += _GOAL % (goal + 1, goal + 1) + "".join(_INDICATOR % {"n": n} for n in own)
    return parse_definition(text)


def _candidate(
    definition: Definition, unit: Unit, names: list[str], chance: random.Random
) -> Candidate:
    terbitan = issue(definition, unit)
    places = {name: one.ref for name, one in Layout(terbitan).entries.items()}
    typed: dict[str, Value] = {
        "identitas.periode_lapor": "TAHUN",
        "identitas.penyusun": f"Penyusun {unit.nama}",
    }
    for name in names:
        if name.startswith("isian."):
            masuk = chance.randint(80, 200) if ".masuk." in name else chance.randint(40, 80)
            typed[name] = float(masuk)
    path = f"masuk/IKU_2025_{unit.kode}_{unit.nama.replace(' ', '_')}.xlsx"
    sha256 = hashlib.sha256(path.encode()).hexdigest()
    returned = Returned(Report(terbitan, typed), places)
    return Candidate(path, sha256, "2026-01-05T08:00:00Z", returned)


def opened(path: Path, rounds: int) -> list[float]:
    """Return the seconds that LibreOffice takes to open a file, each time anew."""
    with Office.running() as office, office.opened(path) as host:
        return [host.call(SCRIPT, "seconds", str(path)) for _ in range(rounds)]


def timed(step: object) -> float:
    """Return the seconds of the processor that a step takes."""
    assert callable(step)
    start = time.process_time()
    step()
    return time.process_time() - start


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=51)
    parser.add_argument("--indicators", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
