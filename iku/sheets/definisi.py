"""Draw Definisi IKU: the two tables of a bupati's decree on IKU, and every further detail."""

from collections.abc import Iterator
from functools import partial

from iku.address import a1
from iku.blueprint import BlueprintSheet, PageSetup
from iku.definition.model import Definition, Indikator, Komponen, NilaiTarget, TargetMap
from iku.layout.layout import Layout
from iku.periods import QUARTERS, TAHUN
from iku.sheets.canvas import Canvas, paper
from iku.sheets.signature import draw_signature
from iku.sheets.unit_texts import around_unit
from iku.sheets.wording import (
    AGREGASI,
    TRIWULAN,
    decimal_words,
    direction,
    numbered,
    said,
    short_period,
    source_of,
)
from iku.terbitan import Terbitan

SHEET = "Definisi IKU"
# As many indicators stand on one page, in the first table with what goes before it.
FIRST_PAGE, SECOND_PAGE = 6, 12
NO, SASARAN, IKU, RUMUS, PJ, SUMBER, KETERANGAN = range(1, 8)
WIDTHS = {NO: 5, SASARAN: 28, IKU: 36, RUMUS: 54, PJ: 20, SUMBER: 26, KETERANGAN: 16}
HEADS = {
    NO: "No.",
    SASARAN: "Sasaran Strategis",
    IKU: "Indikator Kinerja Utama",
    RUMUS: "Penjelasan/Formulasi Perhitungan",
    PJ: "Unit OPD Penanggung Jawab",
    SUMBER: "Sumber Data",
    KETERANGAN: "Keterangan",
}
DEFINITION_HEADS = {
    NO: "No.",
    SASARAN: "Indikator Kinerja Utama",
    RUMUS: "Definisi Operasional",
    PJ: "Satuan",
    SUMBER: "Arah",
    KETERANGAN: "Kondisi awal",
}


def draw_definisi(layout: Layout) -> BlueprintSheet:
    """Return the locked definition sheet."""
    canvas = Canvas(SHEET)
    canvas.widths({column: float(width) for column, width in WIDTHS.items()})
    row = _head(canvas, layout)
    row = _first_table(canvas, layout, row + 1)
    signature = row + 2
    row = draw_signature(canvas, layout, signature, SUMBER, KETERANGAN)
    # Nobody signs an empty page: the last sasaran goes with the signature.
    canvas.together(canvas.kept[-1][0], row)
    row = _second_table(canvas, layout, row + 3)
    row = _details(canvas, layout, row + 2)
    page = PageSetup(paper(layout.definition), print_area=f"A1:{a1(row, KETERANGAN)}")
    return canvas.sheet(page)


def _title(canvas: Canvas, row: int, title: str, subtitle: str) -> None:
    canvas.formula(row, NO, around_unit(title, capitals=True), "title_centred")
    canvas.merge(row, NO, KETERANGAN)
    canvas.across(row + 1, NO, KETERANGAN, subtitle, "subtitle_centred")
    canvas.at_least(20, row)


def _head(canvas: Canvas, layout: Layout) -> int:
    """Write title, unit, task, functions and mission; return the row after them."""
    definition = layout.definition
    _title(canvas, 1, "INDIKATOR KINERJA UTAMA DI LINGKUNGAN ", definition.kabupaten.nama.upper())
    blocks: list[tuple[str, tuple[str, ...]]] = [
        ("Tugas", (definition.tugas,) if definition.tugas else ()),
        ("Fungsi", definition.fungsi),
        ("Misi", (definition.misi,) if definition.misi else ()),
        ("Dasar Hukum", definition.dasar_hukum),
    ]
    row = 4
    canvas.across(row, NO, SASARAN, "1. Nama Unit Organisasi", "label_top")
    canvas.formula(row, IKU, around_unit("", f" {definition.kabupaten.nama}"), "paragraph")
    canvas.merge(row, IKU, KETERANGAN)
    canvas.at_least(16, row)
    row += 1
    for n, (label, lines) in enumerate((block for block in blocks if block[1]), 2):
        canvas.put(row, NO, f"{n}. {label}", "label_top")
        canvas.merge(row, NO, SASARAN, row + len(lines) - 1)
        for line in lines:
            canvas.across(row, IKU, KETERANGAN, line, "paragraph")
            canvas.at_least(16, row)
            row += 1
    return row


def _first_table(canvas: Canvas, layout: Layout, row: int) -> int:
    for n, sasaran in enumerate(layout.definition.sasaran):
        top = row + 1
        if n == 0 or _is_long(layout, FIRST_PAGE):
            row += 1 if n else 0
            canvas.heads(row, HEADS)
            canvas.at_least(32, row)
        first = row + 1
        for indikator in sasaran.indikator:
            row += 1
            texts = {
                IKU: numbered(indikator.nomor, indikator.nama),
                RUMUS: indikator.rumus,
                PJ: indikator.penanggung_jawab,
                SUMBER: indikator.sumber_data,
                KETERANGAN: indikator.keterangan,
            }
            canvas.heads(row, texts, "long_text")
        canvas.put(first, NO, sasaran.nomor, "long_text_centred")
        canvas.put(first, SASARAN, sasaran.nama, "long_text")
        if row > first:
            canvas.merge(first, NO, NO, row)
            canvas.merge(first, SASARAN, SASARAN, row)
        canvas.together(top if n else top - 1, row)
    return row


def _second_table(canvas: Canvas, layout: Layout, row: int) -> int:
    definition = layout.definition
    title = "DEFINISI INDIKATOR KINERJA UTAMA DI LINGKUNGAN "
    _title(canvas, row, title, f"{definition.kabupaten.nama.upper()} TAHUN {definition.tahun}")
    canvas.new_page(row)
    row += 3
    for n, sasaran in enumerate(definition.sasaran):
        top = row + 1
        if n == 0 or _is_long(layout, SECOND_PAGE):
            row += 1 if n else 0
            canvas.heads(row, DEFINITION_HEADS)
            canvas.merge(row, SASARAN, IKU)
            canvas.at_least(22, row)
        first = row + 1
        for one in sasaran.indikator:
            row += 1
            canvas.across(row, SASARAN, IKU, one.nama, "long_text")
            canvas.put(row, RUMUS, one.definisi_operasional, "long_text")
            canvas.put(row, PJ, one.satuan, "long_text_centred")
            canvas.put(row, SUMBER, direction(one), "long_text")
            make = partial(_baseline, one)
            canvas.put_issued(layout.terbitan, row, KETERANGAN, make, "long_text_centred")
        canvas.put(first, NO, sasaran.nomor, "long_text_centred")
        if row > first:
            canvas.merge(first, NO, NO, row)
        canvas.together(top if n else top - 1, row)
    return row


def _is_long(layout: Layout, one_page: int) -> bool:
    """Whether a table goes over several pages, so that each sasaran needs heads of its own.

    The sheet has three tables with different heads: rows repeated on every page would be wrong
    on most of them.
    """
    return len(layout.definition.indikator) > one_page


def _baseline(one: Indikator, terbitan: Terbitan) -> str:
    baseline = terbitan.unit.baseline.get(one.kode) or one.baseline
    if baseline is None:
        return ""
    value = said(NilaiTarget(predikat=baseline.predikat, nilai=baseline.nilai))
    return f"{value} ({baseline.tahun})" if baseline.tahun else value


def _details(canvas: Canvas, layout: Layout, row: int) -> int:
    """Write everything else that is defined, one indicator a row; blanks stay out of sight."""
    canvas.new_page(row)
    canvas.across(row, NO, KETERANGAN, "Rincian indikator", "section")
    for one in layout.definition.indikator:
        row += 1
        canvas.put(row, NO, one.kode, "long_text_centred")
        canvas.put(row, SASARAN, one.nama, "long_text")
        make = partial(_described, layout.definition, one)
        canvas.put_issued(layout.terbitan, row, IKU, make, "long_text")
        canvas.merge(row, IKU, KETERANGAN)
    return row


def _described(definition: Definition, one: Indikator, terbitan: Terbitan) -> str:
    targets = terbitan.target.get(one.kode, {})
    facts = _facts(definition, one, targets)
    return "\n".join(f"{label}: {value}" for label, value in facts if value)


def _facts(definition: Definition, one: Indikator, targets: TargetMap) -> Iterator[tuple[str, str]]:
    """Yield (label, value) of what the tables above leave out, in reading order."""
    parts = (_part(definition, part) for part in one.komponen)
    yield "Jenis", one.jenis if one.jenis == "IKK" else ""
    yield "Alasan pemilihan", one.alasan
    yield "Rumus", one.nilai.rumus or f"nilai {one.nilai.jenis.replace('_', ' ')}"
    yield "Data", "; ".join(parts)
    yield "Target", "; ".join(f"{_when(definition, key)} {said(to)}" for key, to in targets.items())
    if one.polaritas == "minimasi":
        yield "Rumus capaian minimasi", str(definition.setting(one, "rumus_minimasi"))
    yield "Bukti", "; ".join(one.bukti)
    yield from _combined(definition, one)


def _combined(definition: Definition, one: Indikator) -> Iterator[tuple[str, str]]:
    """Yield how periods and kecamatan are brought together, and by whom."""
    if len(definition.periods) > 1:
        yield "Triwulan", TRIWULAN[one.triwulan]
    yield "Diukur pada", ", ".join(short_period(periode) for periode in one.periode_ukur)
    yield "Diisi oleh", one.pengisi if one.pengisi == "kabupaten" else ""
    yield "Instansi sumber", one.instansi_sumber
    yield "Penggabungan tingkat kabupaten", AGREGASI[one.agregasi].lower()
    yield "Bobot", "" if one.bobot is None else decimal_words(one.bobot)
    yield "Definisi berlaku sejak", one.definisi_sejak
    yield "Setara dengan", one.setara_dengan
    yield "Bila nihil", "" if one.bila_nihil == "dikecualikan" else f"dihitung {one.bila_nihil}"


def _part(definition: Definition, part: Komponen) -> str:
    source = source_of(definition, part)
    return f"{part.kode} = {source.nama} ({source.satuan})"


def _when(definition: Definition, key: str) -> str:
    """Return the period or year of a target, such as ``2017:``."""
    year = str(definition.tahun) if key == TAHUN else key
    return f"{short_period(key) if key in QUARTERS else year}:"
