"""Kelengkapan and Catatan: files, fates, and the notes on them, counted again."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from tests.regency.files_received import exact
from tests.regency.recap import Recap
from tests.regency.tables import Proof, table

_SEVERITIES = ("Wajib diperbaiki", "Perlu konfirmasi")
_OWN = "KON"  # findings of the consolidation itself, which are none of a file's own


def trace_files(recap: Recap) -> None:
    """Look at everything on Kelengkapan, Catatan and Rincian Catatan."""
    _kelengkapan(recap)
    _notes(recap)


def _kelengkapan(recap: Recap) -> None:
    """Counts by fate; digests and typed fields from the files; findings from Rincian Catatan."""
    rows, traced = recap.sheets["Kelengkapan"], recap.traced
    at = next(n for n, row in enumerate(rows) if row[1] == "Diterima")
    told = list(table(rows, "Kode", "Kecamatan", "Status", "Berkas", "Revisi"))
    fates = Counter(row["Status"] for row in told)
    for words, number in zip(rows[at], rows[at + 1], strict=True):
        if words:
            traced.equal(f"Kelengkapan {words}", number, fates[str(words)])
    files = [row["Berkas"] for row in told if row["Berkas"]]
    traced.equal("Kelengkapan nama berkas", len(set(files)), len(files))
    findings, numbers = _findings(recap), 0
    for row in told:
        if row["No."] is not None:
            numbers += 1
            traced.numbered(f"Kelengkapan No. {numbers}", row["No."], numbers)
        if row["Berkas"]:
            _file(recap, row)
        if row["Status"] in {"Diterima", "Ditolak"}:
            for severity in _SEVERITIES:
                what = f"Kelengkapan {row['Berkas']} {severity}"
                traced.equal(what, row[severity], findings[severity, row["Berkas"]])


def _file(recap: Recap, row: Mapping[str, Any]) -> None:
    what, traced = f"Kelengkapan {row['Berkas']}", recap.traced
    found = recap.file(row["Berkas"], row["SHA-256 (awal)"])
    if found is None:
        traced.faults.append(f"{what}: no such file was received")
    elif row["Kode"]:
        typed = exact(found.named("identitas.revisi")) or exact(0)
        traced.equal(f"{what} revisi", row["Revisi"], typed, Proof.CELL)
        traced.equal(f"{what} tanggal", row["Tanggal berkas"], found.saved)
        period = found.named("identitas.periode_lapor")
        traced.equal(f"{what} periode lapor", row["Periode lapor"], period)


def _findings(recap: Recap) -> Counter[tuple[str, str]]:
    """How many findings of checking Rincian Catatan has of each file."""
    heads = ("No.", "Kode", "Tingkat", "Kecamatan", "Berkas")
    sheet = "Rincian Catatan" if "Rincian Catatan" in recap.sheets else "Catatan"
    return Counter(
        (one["Tingkat"], one["Berkas"])
        for one in table(recap.sheets[sheet], *heads)
        if not str(one["Kode"]).startswith(_OWN)
    )


def _notes(recap: Recap) -> None:
    """Each line of Catatan counts the lines of Rincian Catatan that it stands for."""
    heads = ("No.", "Kode", "Tingkat", "IKU")
    for sheet in ("Catatan", "Rincian Catatan"):
        for n, row in enumerate(table(recap.sheets.get(sheet, ()), *heads), 1):
            if row["Kode"]:
                recap.traced.numbered(f"{sheet} No. {n}", row["No."], n)
    if "Rincian Catatan" not in recap.sheets:
        return
    details = list(table(recap.sheets["Rincian Catatan"], *heads))
    for row in table(recap.sheets["Catatan"], *heads, "Banyaknya"):
        key = ("Kode", "Tingkat", "IKU")
        own = [one for one in details if all(one[head] == row[head] for head in key)]
        words = _how_many(recap, own)
        what = f"Catatan {row['Kode']} {row['IKU'] or ''}"
        recap.traced.equal(what, row["Banyaknya"] or "", words)


def _how_many(recap: Recap, own: list[dict[str, Any]]) -> str:
    units = {recap.codes.get(one["Kecamatan"], "?") for one in own if one["Kecamatan"]}
    here = units & recap.expected
    words = f"{len(here)} dari {len(recap.expected)} kecamatan" if units else ""
    if units and not here:
        words = "Unit lain"
    if len(own) > max(len(units), 1):
        words = f"{words}, {len(own)} catatan".removeprefix(", ")
    return words
