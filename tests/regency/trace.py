"""Follow every figure of a recap through Asal Angka to its cells, and add it up again from there.

Nothing of the product is used: the recap, the files as they were received, the definition as it is
written. Every number on every sheet must be proven; one that nobody looked at is a fault. Run it on
any recap:

    python -m tests.regency.trace REKAP.xlsx DEFINISI.yaml KIRIMAN...
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from tests.regency.again import TYPED, Again, Origin
from tests.regency.files_received import Received, by_digest, exact
from tests.regency.readding import goals, indicators, reached, shared_figures, units
from tests.regency.recap import Recap
from tests.regency.tables import Proof, Rows, Shown, Traced, numbers, read, table
from tests.regency.trace_changes import changes, taken_back, trace_changes
from tests.regency.trace_files import trace_files
from tests.regency.trace_pages import component, trace_pages
from tests.regency.trace_summary import trace_summary
from tests.regency.trace_units import trace_units

_MEANS = {
    "rata_rata": "Rata-rata capaian",
    "rata_rata_batas": "Rata-rata dengan batas",
    "rata_rata_sasaran": "Rata-rata per sasaran",
}


def trace(recap: Path, definition: Path, files: Mapping[str, Sequence[Received]]) -> Traced:
    """Follow every figure of a recap; ``files`` is all that was received, the tables included."""
    sheets = read(recap)
    traced = Traced(numbers=numbers(sheets))
    again = Again(indicators(definition), list(_origins(sheets["Asal Angka"], files, traced)))
    found = Recap(
        sheets,
        files,
        goals(definition),
        units(definition),
        shared_figures(definition),
        again,
        traced,
    )
    changed = list(changes(found))
    for unit in {one.unit for one in changed}:
        found.taken_back[unit] = taken_back(changed, unit, all_of_them=False)
    _data(found)
    trace_summary(found)
    trace_units(found)
    trace_pages(found)
    trace_files(found)
    trace_changes(found, changed)
    traced.faults += [f"{place}: a number that nobody proves" for place in traced.unproven]
    return traced


def _origins(
    rows: Rows, files: Mapping[str, Sequence[Received]], traced: Traced
) -> Iterator[Origin]:
    for row in table(rows, "Kode IKU", "Komponen", "Isi sel", "Lembar", "Sel", "Berkas"):
        if row["Isi sel"] is None:
            continue
        traced.cells += 1
        alike = files.get(row["SHA-256 berkas"], ())
        file = next((one for one in alike if one.called(row["Berkas"])), None)
        place = f"{row['Berkas']} {row['Lembar']}!{row['Sel']}"
        value = exact(row["Isi sel"])
        if file is None:
            traced.faults.append(f"{place}: no such file was received ({row['SHA-256 berkas']})")
        else:
            held = exact(file.cell(row["Lembar"], row["Sel"]))
            traced.compare(place, row["Isi sel"], held, Proof.CELL)
            if row["Waktu berkas"]:
                traced.equal(f"{place} waktu", row["Waktu berkas"], file.saved)
        if value is not None:
            periods = tuple(row["Angka s.d."].split(", "))
            yield Origin(row["Kode IKU"], row["Komponen"], periods, row["Kode kec."], value, file)


def _data(recap: Recap) -> None:
    """Every figure of every unit in Data: as it counts, and as it was reported."""
    heads = ("Kode kecamatan", "Kode IKU", "Komponen", "Periode", "Nilai dihitung")
    for row in table(recap.sheets["Data"], *heads, "Nilai dilaporkan"):
        unit, kode, part, period = (row[head] for head in heads[:4])
        what = f"Data {unit} {kode} {part} {period}"
        counted, reported = row["Nilai dihitung"], row["Nilai dilaporkan"]
        if counted is not None:
            recap.traced.compare(what, counted, _counted(recap, unit, kode, part, period))
        if isinstance(reported, Shown) and counted is not None:
            recap.traced.equal(f"{what} dilaporkan", reported, counted, Proof.ADDED)
        elif isinstance(reported, Shown):
            own = component(recap, kode, unit, part, period)
            recap.traced.compare(f"{what} dilaporkan", reported, own)


def _counted(recap: Recap, unit: str, kode: str, part: str, period: str) -> Fraction | None:
    """What a row of Data counts."""
    again = recap.again
    if part in _MEANS:
        return recap.means(unit)[_MEANS[part]]
    if part == "(hasil triwulan)":
        return again.quarter(kode, [unit], period)
    if part == TYPED:
        return again.unit(kode, unit, period)
    if part == "(capaian)":
        value, target = again.unit(kode, unit, period), again.target(unit, kode, period)
        return None if value is None else reached(again.known[kode], value, target)
    return again.parts(kode, unit, period).get(part)


def main(recap: Path, definition: Path, folders: Sequence[Path]) -> int:
    """Say what was proven in which way, and every fault; return how many there are."""
    outcome = trace(recap, definition, by_digest(folders))
    lines = [f"{outcome.cells} cells, {outcome.figures} figures, {len(outcome.faults)} faults"]
    lines += [f"{count:6} numbers {proof}" for proof, count in outcome.by_proof.most_common()]
    lines += [f"{len(outcome.unproven):6} of {len(outcome.numbers)} numbers not proven"]
    print(*lines, *outcome.faults, sep="\n")  # noqa: T201  a command
    return len(outcome.faults)


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]), Path(sys.argv[2]), list(map(Path, sys.argv[3:])))))
