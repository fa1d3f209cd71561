"""Follow every figure of a recap through Asal Angka to its cells, and add it up again from there.

Nothing of the product is used: the recap, the files as they were received, the definition as it is
written. Run it on any recap:

    python -m tests.regency.trace REKAP.xlsx DEFINISI.yaml KIRIMAN...
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import openpyxl

from tests.regency.again import Again, Origin
from tests.regency.files_received import Received, by_digest, exact
from tests.regency.readding import (
    PERIODS,
    goals,
    indicators,
    reached,
    regency_target,
)
from tests.regency.tables import Rows, Traced, table
from tests.regency.trace_units import Units

_ROMAN = ("I", "II", "III", "IV")
MOST = Fraction(120)  # the cap of the mean where the definition does not say otherwise


def trace(recap: Path, definition: Path, files: Mapping[str, Sequence[Received]]) -> Traced:
    """Follow every figure of a recap; ``files`` is all that was received, the tables included."""
    book = openpyxl.load_workbook(recap, data_only=True, read_only=True)
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    traced = Traced()
    origins = list(_origins(sheets["Asal Angka"], files, traced))
    again = Again(indicators(definition), origins)
    _units(sheets["Data"], again, traced)
    _regency(sheets["Ringkasan"], goals(definition), again, traced)
    period, tahun = _period(sheets["Ringkasan"])
    Units(sheets, goals(definition), again, period, tahun, traced).trace(files)
    if "Triwulan" in sheets:
        _trend(sheets["Triwulan"], again, traced)
    for kode in again.known:
        if f"IKU {kode}" in sheets:
            _page(kode, sheets[f"IKU {kode}"], period, again, traced)
    return traced


def _origins(
    rows: Rows, files: Mapping[str, Sequence[Received]], traced: Traced
) -> Iterator[Origin]:
    for row in table(rows, "Kode IKU", "Komponen", "Isi sel", "Lembar", "Sel", "Berkas"):
        if row["Isi sel"] is None:
            continue
        traced.cells += 1
        named = [one for one in files.get(row["SHA-256 berkas"], ()) if one.name == row["Berkas"]]
        place = f"{row['Berkas']} {row['Lembar']}!{row['Sel']}"
        value = exact(row["Isi sel"])
        if not named:
            traced.faults.append(f"{place}: no such file was received ({row['SHA-256 berkas']})")
        elif exact(named[0].cell(row["Lembar"], row["Sel"])) != value or value is None:
            found = named[0].cell(row["Lembar"], row["Sel"])
            traced.faults.append(f"{place}: holds {found!r}, not {row['Isi sel']!r}")
        if value is not None:
            periods = tuple(row["Angka s.d."].split(", "))
            file = named[0] if named else None
            yield Origin(row["Kode IKU"], row["Komponen"], periods, row["Kode kec."], value, file)


def _units(rows: Rows, again: Again, traced: Traced) -> None:
    """Every figure of every unit in Data."""
    for row in table(rows, "Kode kecamatan", "Kode IKU", "Komponen", "Nilai dilaporkan"):
        unit, kode, period = row["Kode kecamatan"], row["Kode IKU"], row["Periode"]
        what = f"Data {unit} {kode} {row['Komponen']} {period}"
        if not kode or row["Komponen"] == "(hasil triwulan)":
            continue
        if row["Nilai dihitung"] is None:
            continue
        if row["Komponen"] == "(realisasi)":
            added = again.unit(kode, unit, period)
        elif row["Komponen"] == "(capaian)":
            value = again.unit(kode, unit, period)
            target = again.target(unit, kode, period)
            added = None if value is None else reached(again.known[kode], value, target)
        else:
            added = again.parts(kode, unit, period).get(row["Komponen"])
        traced.compare(what, row["Nilai dihitung"], added)


def _regency(rows: Rows, sasaran: Sequence[Sequence[str]], again: Again, traced: Traced) -> None:
    """Realisasi, capaian and means on Ringkasan."""
    period, tahun = _period(rows)
    added: dict[str, Fraction] = {}
    for row in table(rows, "Kode", "Target", "Realisasi", "Capaian (%)"):
        one = again.known.get(row["Kode"] or "")
        if one is None:  # the table ends; what follows has other columns
            break
        value = again.regency(row["Kode"], period)
        traced.compare(f"Ringkasan {row['Kode']} realisasi", row["Realisasi"], value)
        target = regency_target(one, period, tahun)
        capaian = None if value is None else reached(one, value, target)
        traced.compare(f"Ringkasan {row['Kode']} capaian", row["Capaian (%)"], capaian)
        if capaian is None and row["Realisasi"] == "Nihil" and one.get("bila_nihil", "d") != "d":
            capaian = Fraction(one["bila_nihil"])
        if capaian is not None:
            added[row["Kode"]] = capaian
    _means(rows, [[added[k] for k in codes if k in added] for codes in sasaran], traced)


def _trend(rows: Rows, again: Again, traced: Traced) -> None:
    """Every realisasi of every period on Triwulan, whose heads stand in two rows."""
    first = next(n for n, row in enumerate(rows) if row[0] == "Kode")
    columns: dict[int, str] = {}
    above = ""
    for n, (head, below) in enumerate(zip(rows[first], rows[first + 1], strict=True)):
        above = str(head) if head else above
        if below == "Realisasi":
            columns[n] = _named(above.split())
    for row in rows[first + 2 :]:
        if row[0] not in again.known:
            break
        for n, period in columns.items():
            if isinstance(row[n], int | float):
                what = f"Triwulan {row[0]} {period}"
                traced.compare(what, row[n], again.regency(row[0], period))


def _page(kode: str, rows: Rows, period: str, again: Again, traced: Traced) -> None:
    """Every unit's realisasi on the page of an indicator."""
    heads = next(row for row in rows if row[1] == "Kode")
    column = next(n for n, head in enumerate(heads) if str(head).startswith("Realisasi"))
    for row in rows:
        if row[1] in again.seen and isinstance(row[column], int | float):
            added = again.unit(kode, row[1], period)
            traced.compare(f"IKU {kode} {row[1]} {period}", row[column], added)


def _named(words: Sequence[str]) -> str:
    return PERIODS[_ROMAN.index(words[1])] if words[0] == "Triwulan" else "TAHUN"


def _means(rows: Rows, by_goal: Sequence[Sequence[Fraction]], traced: Traced) -> None:
    plain = [one for goal in by_goal for one in goal]
    capped = [min(MOST, max(Fraction(0), one)) for one in plain]
    each = [_mean(goal) for goal in by_goal if goal]
    shown = {row[0]: row[6] for row in rows if row[0] and len(row) > 6 and row[6] is not None}
    for words, numbers in (
        ("Rata-rata capaian", plain),
        ("Rata-rata dengan batas maksimum", capped),
        ("Rata-rata per sasaran", each),
    ):
        traced.compare(f"Ringkasan {words}", shown.get(words), _mean(numbers))


def _mean(numbers: Sequence[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0)) / len(numbers)


def _period(rows: Rows) -> tuple[str, int]:
    """Read which period a recap is about: ``Kota Jambi, Triwulan II Tahun 2025``."""
    words = str(rows[1][0]).rpartition(", ")[2].split()
    return _named(words), int(words[-1])


if __name__ == "__main__":
    received = by_digest(map(Path, sys.argv[3:]))
    outcome = trace(Path(sys.argv[1]), Path(sys.argv[2]), received)
    print(f"{outcome.cells} cells, {outcome.figures} figures, {len(outcome.faults)} faults")  # noqa: T201
    print(*outcome.faults, sep="\n")  # noqa: T201  a command
    sys.exit(bool(outcome.faults))
