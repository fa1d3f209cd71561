"""Matriks and Peringkat: what a recap says of units, worked out again."""

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.regency.recap import ANSWERED, OUT_OF_M, Recap
from tests.regency.tables import Proof, Rows, Shown, table

FULL = Fraction(100)
_LOW = re.compile(r"(\S+): (-?[\d.,]+) di (?:bawah|atas) target kabupaten \((-?[\d.,]+)\)")
_REGENCY = {
    "Rata-rata capaian": "Rata-rata capaian",
    "Rata-rata dengan batas": "Rata-rata dengan batas maksimum",
    "Rata-rata per sasaran": "Rata-rata per sasaran",
}
"""The means on Matriks, and what Ringkasan calls them."""


def trace_units(recap: Recap) -> None:
    """Look at everything on Matriks and Peringkat."""
    _matriks(recap)
    if "Peringkat" in recap.sheets:
        _peringkat(recap)


def _matriks(recap: Recap) -> None:
    rows = recap.sheets["Matriks"]
    head = next(n for n, row in enumerate(rows) if row[1] == "Kecamatan")
    columns = {str(one): n for n, one in enumerate(rows[head]) if one}
    number = 0
    for row in rows[head + 2 :]:
        shown = {name: row[n] for name, n in columns.items()}
        unit = recap.codes.get(str(row[1]))
        if unit is None:
            _matriks_regency(recap, shown)
            continue
        number += 1
        recap.traced.numbered(f"Matriks {row[1]} No.", shown["No."], number)
        for kode in recap.known:
            _number(recap, f"Matriks {row[1]} {kode}", shown[kode], recap.capaian(unit, kode))
        for words, value in recap.means(unit).items():
            _number(recap, f"Matriks {row[1]} {words}", shown[words], value)


def _matriks_regency(recap: Recap, shown: dict[str, Any]) -> None:
    """The last row repeats Ringkasan, whose figures were added up again."""
    for kode in recap.known:
        recap.traced.compare(f"Matriks kabupaten {kode}", shown[kode], recap.regency(kode)[1])
    means = {row[0]: row[6] for row in recap.sheets["Ringkasan"] if isinstance(row[6], Shown)}
    for words, there in _REGENCY.items():
        found = means.get(there)
        recap.traced.equal(f"Matriks kabupaten {words}", shown[words], found, Proof.ADDED)


def _number(recap: Recap, what: str, shown: Any, true: Fraction | None) -> None:
    if isinstance(shown, Shown):
        recap.traced.compare(what, shown, true)


def _peringkat(recap: Recap) -> None:
    """Basis, completeness and rank; a unit without enough answers has no rank."""
    rows = list(_ranked_rows(recap.sheets["Peringkat"]))
    least = _least(recap.sheets["Peringkat"])
    placed: dict[str, Fraction] = {}
    for row in rows:
        basis, share = _basis(recap, row)
        if basis is not None and share >= least:
            placed[row["Kode"]] = basis
        _low_targets(recap, row["Kode"], str(row["Target yang rendah"] or ""))
    for row in rows:
        own = placed.get(row["Kode"])
        rank = "-" if own is None else 1 + sum(one > own for one in placed.values())
        recap.traced.equal(f"Peringkat {row['Kode']}", row["Peringkat"], rank)
        recap.traced.compare(f"Peringkat {row['Kode']} samping", row["samping"], own)


def _basis(recap: Recap, row: dict[str, Any]) -> tuple[Fraction | None, Fraction]:
    """Compare the basis of a unit and its completeness, and return both."""
    unit, what, traced = row["Kode"], f"Peringkat {row['Kode']}", recap.traced
    alone = _of_one_unit(recap)
    states = {kode: one for kode, one in recap.states[unit].items() if kode not in alone}
    due = [kode for kode in recap.known if states.get(kode, "Tidak ada objek") not in OUT_OF_M]
    known = [kode for kode in due if states[kode] in ANSWERED]
    basis = recap.mean(unit, known, capped=True)
    traced.equal(f"{what} IKU terjawab", row["IKU terjawab"], len(known))
    traced.equal(f"{what} IKU yang diminta", row["IKU yang diminta"], len(due))
    share = FULL * Fraction(len(known), len(due)) if due else Fraction(0)
    traced.compare(f"{what} kelengkapan", row["Kelengkapan (%)"], share)
    _number(recap, f"{what} dasar", row["basis"], basis)
    return basis, share


def _ranked_rows(rows: Rows) -> Iterator[dict[str, Any]]:
    """Rows of Peringkat; the head of the basis names how it is worked out."""
    heads = ("Peringkat", "Kode", "IKU terjawab", "IKU yang diminta", "Target yang rendah")
    aside = {row[1]: row[9] for row in rows if len(row) > 9}
    for row in table(rows, *heads):
        basis = next(one for head, one in row.items() if head.startswith("Rata-rata capaian"))
        yield {**row, "basis": basis, "samping": aside.get(row["Kode"])}


def _of_one_unit(recap: Recap) -> set[str]:
    having = Counter(
        kode
        for unit in recap.states.values()
        for kode, state in unit.items()
        if state not in {"Tidak ada objek", "Belum dibentuk", "Sudah tidak ada"}
    )
    return {kode for kode in recap.known if having[kode] == 1}


def _low_targets(recap: Recap, unit: str, words: str) -> None:
    for kode, *numbers in _LOW.findall(words):
        own = recap.target(unit, kode)
        known = recap.target("", kode)
        for shown, true in zip(numbers, (own, known), strict=True):
            what = f"Peringkat {unit} target {kode}"
            number = Fraction(shown.replace(".", "").replace(",", "."))
            recap.traced.equal(what, number, true, Proof.TARGET)


def _least(rows: Rows) -> Fraction:
    """How much must be answered for a rank, as the sheet itself says."""
    rule = next(str(row[0]) for row in rows if str(row[0]).startswith("Dasar:"))
    found = re.search(r"paling sedikit ([\d,]+)%", rule)
    assert found is not None, rule
    return Fraction(found[1].replace(",", "."))
