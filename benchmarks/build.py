"""Measure issuing workbooks against XlsxWriter and openpyxl, interleaved in one run.

X is what XlsxWriter needs for the same cells from scratch. Budgets: the first workbook of a
definition 3 X, a further blank one X/20, one with earlier values and results X/4; a file 200 kB,
memory 200 MB.

    python -m benchmarks.build [DEFINITION]
"""

import argparse
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import count
from pathlib import Path

from benchmarks.peers import written_with_openpyxl, written_with_xlsxwriter
from benchmarks.timing import measured, report
from iku.definition import canonical
from iku.definition.load import load_definition
from iku.definition.model import Definition, NilaiTarget, PenandaTangan, TargetMap, Unit
from iku.entry_workbook import entry_blueprint, formula_values
from iku.formula import evaluate
from iku.layout.layout import Layout
from iku.series import _series
from iku.terbitan import issue
from workbook_builder.protection import password_hash
from workflow.edition import _master, locked_workbook
from workflow.naming import Lock, lock_of

DEFINITION = Path("tests/data/dua_puluh_indikator.yaml")
X = "XlsxWriter: same cells, from scratch"
OPENPYXL = "openpyxl: same cells, from scratch"
FIRST, FURTHER = "first workbook of a definition", "further one, blank"
FURTHER_WITH_EARLIER = "further one with earlier values, results"
YEARS = ("2020", "2021", "2022", "2023", "2024")
UNITS_OF_A_REGENCY = 51


def main(path: Path) -> None:
    """Print the table, the size of a file, and the memory that a whole regency takes."""
    definition = load_definition(path)
    blueprint = entry_blueprint(Layout(issue(definition, next(further_units(definition)))))
    formulas = len(formula_values(blueprint))
    print(f"{path}: {len(list(blueprint.all_cells()))} cells, {formulas} formulas")
    steps = steps_of(definition)
    medians = measured(steps)
    report(medians, dict.fromkeys(list(steps)[1:], X))
    print(f"a file: {size_of_a_file(definition):.0f} kB")
    print(f"{UNITS_OF_A_REGENCY} workbooks, peak memory: {peak_memory(path):.0f} MB")


def steps_of(definition: Definition) -> dict[str, Callable[[], object]]:
    """Return what is measured, by its name; each call issues to a unit that had none before."""
    units = further_units(definition)
    one = issue(definition, next(units))
    lock = lock_of(one, None)
    blueprint = entry_blueprint(Layout(one))
    computed = formula_values(blueprint)

    def with_earlier() -> object:
        unit = next(units)
        return locked_workbook(issue(definition, unit, earlier(definition, unit)), lock)

    return {
        X: lambda: written_with_xlsxwriter(blueprint, computed),
        OPENPYXL: lambda: written_with_openpyxl(blueprint),
        FIRST: lambda: first_workbook(definition, next(units)),
        "first one with earlier values": with_earlier,
        FURTHER_WITH_EARLIER: with_earlier,
        "first blank one": lambda: further(definition, next(units), lock),
        FURTHER: lambda: further(definition, next(units), lock),
    }


def size_of_a_file(definition: Definition) -> float:
    """Return the size of a blank workbook in kB."""
    terbitan = issue(definition, next(further_units(definition)))
    return len(locked_workbook(terbitan, lock_of(terbitan, None))[0]) / 1000


def further_units(definition: Definition) -> Iterator[Unit]:
    """Yield units that differ in name, code and signatory, as those of a regency do."""
    like = definition.unit[0]
    for n in count(1):
        signer = PenandaTangan(nama=f"Camat ke-{n}, S.Sos", nip=f"19700101{n:010}", tempat="Uji")
        about = {"kode": f"99.{n:02}", "nama": f"Kecamatan {n}", "penanda_tangan": signer}
        yield like.model_copy(update=about)


def earlier(definition: Definition, unit: Unit) -> dict[str, TargetMap]:
    """Return earlier values of every indicator, different ones for each unit."""
    seed = int(unit.kode.rpartition(".")[2])
    return {
        one.kode: {
            year: NilaiTarget(nilai=Decimal(seed * 7 + n * 3 + int(year)) / 100)
            for n, year in enumerate(YEARS)
        }
        for one in definition.indikator
    }


def further(definition: Definition, unit: Unit, lock: Lock) -> object:
    """Make one more workbook of a definition that is at hand."""
    return locked_workbook(issue(definition, unit), lock)


def first_workbook(definition: Definition, unit: Unit) -> object:
    """Make a workbook as if nothing had been made before, the hash of the password included."""
    for known in (_series, _master, password_hash, evaluate.compile_formula):
        known.cache_clear()
    canonical.parse_definition.cache_clear()
    # Nobody but a benchmark has reason to forget these.
    evaluate._programs.clear()  # noqa: SLF001
    canonical._texts.clear()  # noqa: SLF001
    canonical._without_units.clear()  # noqa: SLF001
    terbitan = issue(definition, unit)
    return locked_workbook(terbitan, lock_of(terbitan, None))


def peak_memory(path: Path) -> float:
    """Return how much memory a process takes that makes a regency's workbooks, in MB."""
    program = "import sys; from benchmarks.build import whole_regency; whole_regency(sys.argv[1])"
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def whole_regency(path: str) -> None:
    """Make the workbooks of a regency, each with earlier values, and keep none of them."""
    definition = load_definition(Path(path))
    for unit, _ in zip(further_units(definition), range(UNITS_OF_A_REGENCY), strict=False):
        terbitan = issue(definition, unit, earlier(definition, unit))
        locked_workbook(terbitan, lock_of(terbitan, None))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("definition", nargs="?", type=Path, default=DEFINITION)
    main(parser.parse_args().definition)
