"""Perubahan and Keputusan: every value in its file, and the regency's figures without and with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.regency.files_received import Received, exact
from tests.regency.recap import Recap
from tests.regency.tables import Proof, Shown, table
from tests.regency.typed import Entries, Entry

BLANK = "(kosong)"
_SOURCE = re.compile(r"(.+) \(([0-9a-f]+)\), (.+)!([A-Z]+)(\d+)")
_CLOSED = "sudah ditutup"
Values = dict[str, Entry | None]


@dataclass(frozen=True)
class Changed:
    """One row of Perubahan: which entry of which unit, in which files."""

    row: Mapping[str, Any]
    unit: str
    name: str
    old: Received | None
    new: Received | None

    @property
    def closed(self) -> bool:
        """Whether the period was closed already."""
        return _CLOSED in str(self.row["Keterangan"])


def taken_back(rows: list[Changed], unit: str, *, all_of_them: bool) -> Values:
    """What a unit had said of closed periods, where its changes do not count (or: if none did)."""
    return {
        one.name: _entry(one.row["Semula"])
        for one in rows
        if one.unit == unit and one.closed and (all_of_them or one.row["Dihitung"] == "Belum")
    }


def trace_changes(recap: Recap, rows: list[Changed]) -> None:
    """Look at everything on Keputusan and Perubahan, whose rows are given."""
    decided = _decided(recap)
    for one in rows:
        _values(recap, one)
        if one.row["IKU"]:
            _effect(recap, one, rows, decided.get(one.unit, {}))


def changes(recap: Recap) -> Iterator[Changed]:
    """Yield the rows of Perubahan."""
    heads = ("No.", "Kecamatan", "Isian", "Semula", "Menjadi", "Sel")
    number = 0
    for row in table(recap.sheets.get("Perubahan", ()), *heads):
        number += row["No."] != number
        recap.traced.numbered(f"Perubahan No. {number}", row["No."], number)
        old = recap.file(row["Berkas semula"], row["SHA-256 semula (awal)"])
        new = recap.file(row["Berkas baru"], row["SHA-256 baru (awal)"])
        name = _named(new or old, str(row["Sel"]).split(" → ")[-1])
        yield Changed(row, recap.codes[row["Kecamatan"]], name, old, new)


def _named(file: Received | None, place: str) -> str:
    sheet, _, address = place.partition("!")
    wanted = {f"{sheet}!{address}", f"'{sheet}'!{address}"}
    found = (
        name
        for name, there in (file.names if file else {}).items()
        if there.replace("$", "") in wanted and name.startswith(("isian.", "status.", "target."))
    )
    return next(found, "")


def _values(recap: Recap, one: Changed) -> None:
    """Both values stand in the named cell of the named files."""
    places = str(one.row["Sel"]).split(" → ")
    what = f"Perubahan {one.unit} {one.name}"
    if not one.name:
        recap.traced.faults.append(f"{what}: {one.row['Sel']} is the place of no entry")
    for head, file, place in (("Semula", one.old, places[0]), ("Menjadi", one.new, places[-1])):
        shown = one.row[head]
        if file is None and shown != BLANK:
            recap.traced.faults.append(f"{what}: {head} is in no file that was received")
        elif file is not None and not (one.closed and shown == BLANK):
            _held(recap, f"{what} {head}", shown, file, place)


def _held(recap: Recap, what: str, shown: Any, file: Received, place: str) -> None:
    found = file.cell(*place.split("!"))
    if isinstance(shown, Shown):
        recap.traced.compare(what, shown, exact(found), Proof.CELL)
    else:
        recap.traced.equal(what, shown, BLANK if found is None else found)


def _effect(recap: Recap, one: Changed, rows: list[Changed], decided: Values) -> None:
    """The regency with and without everything that the unit says differently."""
    kode, period = one.row["IKU"], one.row["Angka s.d."]
    what = f"Perubahan {one.unit} {one.name} {kode}"
    before, after = _supposed(recap, one, rows, decided)
    semula, menjadi = one.row["Kabupaten semula"], one.row["Kabupaten menjadi"]
    for shown, entries in ((semula, before), (menjadi, after)):
        again = recap.again
        if entries is not None:
            again = again.supposing(one.unit, kode, period, entries)
        recap.traced.compare(what, shown, again.regency(kode, period))
    if isinstance(one.row["Selisih"], Shown):
        difference = Fraction(menjadi) - Fraction(semula)
        recap.traced.compare(f"{what} selisih", one.row["Selisih"], difference)


def _supposed(
    recap: Recap, one: Changed, rows: list[Changed], decided: Values
) -> tuple[Entries | None, Entries | None]:
    """What the unit says without its changes and with them; None for what counts now."""
    if not one.closed:
        assert one.old is not None
        return Entries.of(one.old, recap.shared).changed(decided), None
    assert one.new is not None
    after = Entries.of(one.new, recap.shared).changed(decided)
    return after.changed(taken_back(rows, one.unit, all_of_them=True)), after


def _entry(shown: Any) -> Entry | None:
    if shown == BLANK:
        return None
    return exact(float(shown)) if isinstance(shown, Shown) else str(shown)


def _decided(recap: Recap) -> dict[str, Values]:
    """Look at Keputusan; return what counts instead of what the units typed."""
    decided: dict[str, Values] = {}
    heads = ("No.", "Jenis", "Isian atau berkas", "Dilaporkan", "Dipakai", "Sumber")
    for n, row in enumerate(table(recap.sheets.get("Keputusan", ()), *heads), 1):
        recap.traced.numbered(f"Keputusan No. {n}", row["No."], n)
        if row["Jenis"] in {"Verifikasi", "Nilai kabupaten"}:
            unit, name = _decision(recap, row)
            if row["Dihitung"] == "Ya":
                decided.setdefault(unit, {})[name] = _entry(row["Dipakai"] or BLANK)
    return decided


def _decision(recap: Recap, row: Mapping[str, Any]) -> tuple[str, str]:
    """Compare a decision with the regency's table and with what the unit typed."""
    found = _SOURCE.fullmatch(row["Sumber"])
    assert found is not None, row["Sumber"]
    file, sheet, line = recap.file(found[1], found[2]), found[3], found[5]
    assert file is not None, row["Sumber"]
    told = _line(file, sheet, line)
    unit, kode, period = (str(told[head]) for head in ("kode_unit", "indikator", "periode"))
    field = (
        "bersama." + kode if kode in recap.shared else f"{kode}.{told.get('komponen') or 'nilai'}"
    )
    name, what = f"isian.{field}.{period}", f"Keputusan {unit} {kode} {period}"
    recap.traced.equal(f"{what} periode", row["Periode"], period)
    entries = recap.entries(unit)
    typed = entries.typed.get(name) if entries else None
    number = typed if isinstance(typed, Fraction) else None
    if isinstance(row["Dilaporkan"], Shown):
        recap.traced.compare(f"{what} dilaporkan", row["Dilaporkan"], number, Proof.CELL)
    if isinstance(row["Dipakai"], Shown):
        given = exact(file.cell(sheet, f"{found[4]}{line}"))
        used = number if given is None else given
        recap.traced.compare(f"{what} dipakai", row["Dipakai"], used, Proof.CELL)
    return unit, name


def _line(file: Received, sheet: str, line: str) -> dict[str, Any]:
    """One line of a table of the regency, by its heads."""
    columns = "ABCDEFGHIJKLMNOP"
    head = next(n for n in range(1, 20) if file.cell(sheet, f"A{n}") == "kode_unit")
    heads = {column: file.cell(sheet, f"{column}{head}") for column in columns}
    return {str(one): file.cell(sheet, f"{column}{line}") for column, one in heads.items() if one}
