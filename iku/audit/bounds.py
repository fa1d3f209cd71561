"""Rules on figures that cannot be, or that rounding and bands make look better."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from iku.audit.direction import falls
from iku.audit.document import Passage
from iku.audit.figures import number_in
from iku.audit.grid import Grid, GridRow
from iku.audit.report import Entry, Report
from iku.audit.vocabulary import units
from iku.calculation.capaian import HUNDRED
from iku.calculation.figure import half_up, in_indonesian
from iku.checks.pointing import as_typed
from iku.definition.lint.wording import plain
from iku.definition.scales import named_scale
from iku.finding import Fact, Finding

_CHANGE = re.compile(
    r"kenaikan|penurunan|pertumbuhan|perubahan|selisih|laju|peningkatan|inflasi|surplus|defisit",
    re.IGNORECASE,
)
_SHARE = re.compile(r"^(?:persentase|prosentase|cakupan|proporsi)\b", re.IGNORECASE)
_MAY_EXCEED = re.compile(
    r"realisasi|capaian|penerimaan|pendapatan|pajak|pbb|retribusi|target|rasio|produksi|swadaya",
    re.IGNORECASE,
)
_OF_A_HUNDRED = re.compile(
    r"\b(?:skm|ikm|s?akip|kepuasan (?:masyarakat|pelanggan))\b", re.IGNORECASE
)
_COUNTED = {"laporan", "kejadian", "kali", "unit", "paket", "buah", "kelompok", "bumdes", "layanan"}
_BAND = re.compile(r"kategori|predikat|kriteria|interpretasi", re.IGNORECASE)
_REALISASI = re.compile(r"realisasi(?!.*(?:rp|anggaran|keuangan))", re.IGNORECASE)
_CAPAIAN = re.compile(r"capaian", re.IGNORECASE)


def figures_are_possible(report: Report) -> Iterator[Finding]:
    """AUD-076: a realisasi below zero, above the whole, or half a document."""
    for entry in report.entries:
        for cell in _reached(report, entry):
            value = number_in(cell)
            why = "" if value is None else _impossible(entry, value)
            if why:
                facts: dict[str, Fact] = {"nama": entry.nama, "tertulis": cell.text, why: "ya"}
                facts |= {"satuan": entry.text("satuan")}
                yield cell.place.finding("AUD-076", entry.kode, **facts)


def _reached(report: Report, entry: Entry) -> list[Passage]:
    """Return the cells of realisasi, those of the quarters too, each once."""
    cells = entry.realisasi_cells
    for grid in report.grids:
        columns = [n for n in grid.columns if _REALISASI.match(grid.heads[n])]
        rows = [row for row in grid.rows if columns and plain(grid.name(row)) == plain(entry.nama)]
        cells += [row.cells[n] for row in rows for n in columns if n < len(row.cells)]
    return [cell for n, cell in enumerate(cells) if not any(cell is one for one in cells[:n])]


def _impossible(entry: Entry, value: Fraction) -> str:
    """Return which bound a realisasi breaks, or nothing."""
    satuan = plain(entry.text("satuan"))
    if value < 0:
        return "" if _CHANGE.search(entry.nama) else "negatif"
    if value.denominator != 1 and satuan in _COUNTED | set(map(str.lower, units().values())):
        return "" if plain(entry.nama).startswith("rata") else "pecahan"
    if value <= HUNDRED:
        return ""
    if _OF_A_HUNDRED.search(entry.nama) and satuan not in {"%", "persen"}:
        return "skala"
    if entry.result is not None and entry.exact is None:
        return ""  # its calculation is wrong, and told of
    share = entry.is_percentage and _SHARE.match(entry.nama)
    other = _MAY_EXCEED.search(entry.nama) or _CHANGE.search(entry.nama)
    return "keseluruhan" if share and not other else ""


def rounding_hides_nothing(report: Report) -> Iterator[Finding]:
    """AUD-027: a realisasi that meets its target only after it was rounded."""
    for entry in report.entries:
        exact, target = entry.exact, entry.target
        if exact is None or target is None or falls(entry) is True:
            continue
        for cell in entry.realisasi_cells:
            printed = number_in(cell)
            if printed is not None and exact < target <= printed:
                yield cell.place.finding(
                    "AUD-027",
                    entry.kode,
                    nama=entry.nama,
                    tertulis=cell.text,
                    teliti=as_typed(exact),
                    target=as_typed(target),
                )


def bands_fit_capaian(report: Report) -> Iterator[Finding]:
    """AUD-026: a band such as "Sangat Tinggi" beside a capaian of another band."""
    scale = named_scale("permendagri_86_2017")
    bands = {plain(tingkat.label): tingkat.label for tingkat in scale.tingkat}
    for grid in report.grids:
        rows = list(_banded(grid, bands))
        wrong = [one for one in rows if scale.label(half_up(one[2])) != one[1]]
        for cell, band, value in wrong if len(wrong) * 2 < len(rows) else ():
            yield cell.place.finding(
                "AUD-026",
                tertulis=band,
                capaian=in_indonesian(value),
                seharusnya=scale.label(half_up(value)),
            )


def _banded(grid: Grid, bands: dict[str, str]) -> Iterator[tuple[Passage, str, Fraction]]:
    """Yield the cell of a band, the band and the capaian that it is for."""
    names = [n for n, head in enumerate(grid.heads) if _BAND.search(head)]
    values = [n for n in grid.columns if _CAPAIAN.search(grid.heads[n])]
    if len(names) != 1 or len(values) != 1:
        return
    for row in grid.rows:
        found = _band(row, names[0], values[0], bands)
        if found is not None:
            yield found


def _band(
    row: GridRow, name: int, value: int, bands: dict[str, str]
) -> tuple[Passage, str, Fraction] | None:
    number = row.number(value)
    if number is None or name >= len(row.cells) or number.number < Decimal(0):
        return None
    band = bands.get(plain(row.cells[name].text))
    return None if band is None else (row.cells[name], band, number.value)
