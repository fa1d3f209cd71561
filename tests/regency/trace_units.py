"""What a recap says of units, worked out again: means, ranks, low targets, counts of files and notes.

Capaian come from the cells that Asal Angka names, as in `tests.regency.trace`; states from the words
on Data; files from what was received. Nothing of the product is used.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from tests.regency.again import Again
from tests.regency.files_received import Received, exact
from tests.regency.readding import reached, regency_target
from tests.regency.tables import Rows, Traced, same, table

OUT_OF_M = {"Belum waktunya", "Tidak ada objek", "Belum dibentuk", "Sudah tidak ada"}
ANSWERED = {"Terhitung", "Nihil"}
LEAST, MOST, FULL = Fraction(0), Fraction(120), Fraction(100)
_LOW = re.compile(r"(\S+): (-?[\d.,]+) di (?:bawah|atas) target kabupaten \((-?[\d.,]+)\)")
_SEVERITIES = ("Wajib diperbaiki", "Perlu konfirmasi")
_OWN = "KON"  # findings of the consolidation itself, which are none of a file's own


@dataclass
class Units:
    """The units of a recap in its reported period, with what re-adding gives for each."""

    sheets: Mapping[str, Rows]
    goals: Sequence[Sequence[str]]
    again: Again
    period: str
    tahun: int
    traced: Traced

    def __post_init__(self) -> None:
        """Read states and names from Data."""
        self.states: dict[str, dict[str, str]] = {}
        self.codes: dict[str, str] = {}
        self._capaian: dict[tuple[str, str], Fraction | None] = {}
        heads = ("Kode kecamatan", "Kecamatan", "Kode IKU", "Komponen", "Periode", "Status")
        for row in table(self.sheets["Data"], *heads):
            self.codes[row["Kecamatan"]] = row["Kode kecamatan"]
            if row["Komponen"] == "(realisasi)" and row["Periode"] == self.period:
                own = self.states.setdefault(row["Kode kecamatan"], {})
                own[row["Kode IKU"]] = row["Status"]

    def trace(self, files: Mapping[str, Sequence[Received]]) -> None:
        """Look at every figure of Matriks, Peringkat, Kelengkapan and Catatan, and the counts."""
        self._matriks()
        if "Peringkat" in self.sheets:
            self._peringkat()
        self._counted()
        self._kelengkapan(files)
        self._notes()

    def capaian(self, unit: str, kode: str) -> Fraction | None:
        """A unit's capaian, from the cells; kept, because several means need it."""
        if (unit, kode) not in self._capaian:
            self._capaian[unit, kode] = self._worked_out(unit, kode)
        return self._capaian[unit, kode]

    def _worked_out(self, unit: str, kode: str) -> Fraction | None:
        value = self.again.unit(kode, unit, self.period)
        if value is None or self.states[unit].get(kode) != "Terhitung":
            return None
        target = self.again.target(unit, kode, self.period)
        return reached(self.again.known[kode], value, target)

    def _added(self, unit: str, kode: str) -> Fraction | None:
        """What an indicator adds to a unit's mean."""
        nihil = self.again.known[kode].get("bila_nihil", "dikecualikan")
        if self.states[unit][kode] == "Nihil" and nihil != "dikecualikan":
            return Fraction(nihil)
        return self.capaian(unit, kode)

    def mean(self, unit: str, codes: Sequence[str], *, capped: bool = False) -> Fraction | None:
        """A unit's mean over some indicators."""
        values = [one for kode in codes if (one := self._added(unit, kode)) is not None]
        if capped:
            values = [min(MOST, max(LEAST, one)) for one in values]
        return sum(values, Fraction(0)) / len(values) if values else None

    def _matriks(self) -> None:
        rows = self.sheets["Matriks"]
        head = next(n for n, row in enumerate(rows) if row[1] == "Kecamatan")
        columns = {str(one): n for n, one in enumerate(rows[head]) if one}
        every = list(self.again.known)
        for row in rows[head + 2 :]:
            unit = self.codes.get(str(row[1]))
            if unit is None:
                continue
            for kode in every:
                self._compare(f"Matriks {row[1]} {kode}", row[columns[kode]], unit, kode)
            means = (
                ("Rata-rata capaian", self.mean(unit, every)),
                ("Rata-rata dengan batas", self.mean(unit, every, capped=True)),
                ("Rata-rata per sasaran", self._by_goal(unit)),
            )
            for words, value in means:
                shown = row[columns[words]]
                if isinstance(shown, int | float):
                    self.traced.compare(f"Matriks {row[1]} {words}", shown, value)

    def _compare(self, what: str, shown: Any, unit: str, kode: str) -> None:
        if isinstance(shown, int | float):
            self.traced.compare(what, shown, self.capaian(unit, kode))

    def _by_goal(self, unit: str) -> Fraction | None:
        means = [one for goal in self.goals if (one := self.mean(unit, goal)) is not None]
        return sum(means, Fraction(0)) / len(means) if means else None

    def _peringkat(self) -> None:
        """Basis, completeness and rank; a unit without enough answers has no rank."""
        rows = list(self._ranked_rows())
        alone = self._of_one_unit()
        compared = [kode for kode in self.again.known if kode not in alone]
        least = _least(self.sheets["Peringkat"])
        placed: dict[str, Fraction] = {}
        for row in rows:
            unit, what = row["Kode"], f"Peringkat {row['Kode']}"
            states = {kode: self.states[unit][kode] for kode in compared}
            due = [kode for kode, state in states.items() if state not in OUT_OF_M]
            known = [kode for kode in due if states[kode] in ANSWERED]
            basis = self.mean(unit, known, capped=True)
            self._equal(f"{what} IKU terjawab", row["IKU terjawab"], len(known))
            self._equal(f"{what} IKU yang diminta", row["IKU yang diminta"], len(due))
            share = Fraction(100 * len(known), len(due)) if due else Fraction(0)
            self.traced.compare(f"{what} kelengkapan", row["Kelengkapan (%)"], share)
            if isinstance(row["basis"], int | float):
                self.traced.compare(f"{what} dasar", row["basis"], basis)
            if basis is not None and share >= least:
                placed[unit] = basis
            self._low_targets(unit, str(row["Target yang rendah"] or ""))
        for row in rows:
            own = placed.get(row["Kode"])
            rank = "-" if own is None else 1 + sum(one > own for one in placed.values())
            self._equal(f"Peringkat {row['Kode']}", row["Peringkat"], rank)

    def _ranked_rows(self) -> Iterator[dict[str, Any]]:
        """Rows of Peringkat; the head of the basis names how it is worked out."""
        heads = ("Peringkat", "Kode", "IKU terjawab", "IKU yang diminta", "Target yang rendah")
        for row in table(self.sheets["Peringkat"], *heads):
            basis = next(one for head, one in row.items() if head.startswith("Rata-rata capaian"))
            yield {**row, "basis": basis}

    def _of_one_unit(self) -> set[str]:
        having = Counter(
            kode
            for unit in self.states.values()
            for kode, state in unit.items()
            if state not in {"Tidak ada objek", "Belum dibentuk", "Sudah tidak ada"}
        )
        return {kode for kode in self.again.known if having[kode] == 1}

    def _low_targets(self, unit: str, words: str) -> None:
        for kode, target, regency in _LOW.findall(words):
            own = self.again.target(unit, kode, self.period)
            known = regency_target(self.again.known[kode], self.period, self.tahun)
            for shown, true in ((target, own), (regency, known)):
                what = f"Peringkat {unit} target {kode}"
                if own is None:  # its file is not at hand; the definition alone knows its target
                    continue
                self._equal(what, Fraction(shown.replace(".", "").replace(",", ".")), true)

    def _counted(self) -> None:
        """How many of how many units, on Ringkasan, from the words on Data."""
        for row in table(self.sheets["Ringkasan"], "Kode", "Kecamatan dihitung"):
            if row["Kode"] not in self.again.known:
                break
            states = [own[row["Kode"]] for own in self.states.values()]
            due = [one for one in states if one not in OUT_OF_M]
            n = sum(one in ANSWERED for one in due)
            what = f"Ringkasan {row['Kode']} dihitung"
            self._equal(what, row["Kecamatan dihitung"], f"{n} dari {len(due)}")

    def _kelengkapan(self, files: Mapping[str, Sequence[Received]]) -> None:
        """Counts by fate; digests and typed fields from the files; findings from Rincian Catatan."""
        rows = self.sheets["Kelengkapan"]
        at = next(n for n, row in enumerate(rows) if row[1] == "Diterima")
        told = list(table(rows, "Kode", "Kecamatan", "Status", "Berkas", "Revisi"))
        fates = Counter(row["Status"] for row in told)
        for words, number in zip(rows[at], rows[at + 1], strict=True):
            if words:
                self._equal(f"Kelengkapan {words}", number, fates[str(words)])
        names = Counter((row["Kecamatan"], row["Berkas"]) for row in told)
        for row in told:
            if row["Berkas"]:
                self._file(row, files)
            if row["Status"] == "Diterima" and names[row["Kecamatan"], row["Berkas"]] == 1:
                for severity in _SEVERITIES:
                    what = f"Kelengkapan {row['Berkas']} {severity}"
                    self._equal(what, row[severity], self._told_of(row, severity))

    def _file(self, row: Mapping[str, Any], files: Mapping[str, Sequence[Received]]) -> None:
        what = f"Kelengkapan {row['Berkas']}"
        found = [
            one
            for digest, named in files.items()
            if digest.startswith(row["SHA-256 (awal)"])
            for one in named
            if one.name == row["Berkas"]
        ]
        if not found:
            self.traced.faults.append(f"{what}: no such file was received")
        elif row["Kode"]:
            typed = exact(found[0].named("identitas.revisi")) or Fraction(0)
            self._equal(f"{what} revisi", row["Revisi"], typed)
            period = found[0].named("identitas.periode_lapor")
            self._equal(f"{what} periode lapor", row["Periode lapor"], period)

    def _told_of(self, row: Mapping[str, Any], severity: str) -> int:
        """How many findings of checking Rincian Catatan has of a file."""
        return self._findings[severity, row["Kecamatan"], row["Berkas"]]

    @cached_property
    def _findings(self) -> Counter[tuple[str, str, str]]:
        heads = ("No.", "Kode", "Tingkat", "Kecamatan", "Berkas")
        sheet = "Rincian Catatan" if "Rincian Catatan" in self.sheets else "Catatan"
        return Counter(
            (one["Tingkat"], one["Kecamatan"], one["Berkas"])
            for one in table(self.sheets[sheet], *heads)
            if not str(one["Kode"]).startswith(_OWN)
        )

    def _notes(self) -> None:
        """Each line of Catatan counts the lines of Rincian Catatan that it stands for."""
        if "Rincian Catatan" not in self.sheets:
            return
        expected = {k for k, s in self.states.items() if not _gone(s.values())}
        details = list(table(self.sheets["Rincian Catatan"], "No.", "Kode", "Tingkat", "IKU"))
        for row in table(self.sheets["Catatan"], "No.", "Kode", "Tingkat", "IKU", "Banyaknya"):
            key = ("Kode", "Tingkat", "IKU")
            own = [one for one in details if all(one[head] == row[head] for head in key)]
            units = {self.codes.get(one["Kecamatan"], "?") for one in own if one["Kecamatan"]}
            words = f"{len(units & expected)} dari {len(expected)} kecamatan" if units else ""
            if units and not units & expected:
                words = "Unit lain"
            if len(own) > max(len(units), 1):
                words = f"{words}, {len(own)} catatan".removeprefix(", ")
            what = f"Catatan {row['Kode']} {row['IKU'] or ''}"
            self._equal(what, row["Banyaknya"] or "", words)

    def _equal(self, what: str, shown: Any, true: Any) -> None:
        self.traced.figures += 1
        number = isinstance(shown, int | float) and isinstance(true, Fraction)
        if not (same(shown, true) if number else shown == true):
            self.traced.faults.append(f"{what}: shows {shown!r}, counting again gives {true!r}")


def _gone(states: Any) -> bool:
    return bool(set(states) & {"Belum dibentuk", "Sudah tidak ada"})


def _least(rows: Rows) -> Fraction:
    """How much must be answered for a rank, as the sheet itself says."""
    rule = next(str(row[0]) for row in rows if str(row[0]).startswith("Dasar:"))
    found = re.search(r"paling sedikit ([\d,]+)%", rule)
    assert found is not None, rule
    return Fraction(found[1].replace(",", "."))
