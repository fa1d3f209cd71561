"""Draw Definisi IKU: the two tables of a bupati's decree on IKU, and every further detail."""

from iku.address import a1
from iku.blueprint import BlueprintSheet, PageSetup
from iku.definition.model import Indikator, NilaiTarget
from iku.layout.layout import Layout
from iku.sheets.canvas import PAPER, Canvas
from iku.sheets.isian import MODES, direction
from iku.sheets.signature import draw_signature
from iku.terbitan import in_order

SHEET = "Definisi IKU"
NO, SASARAN, IKU, RUMUS, PJ, SUMBER, KETERANGAN = range(1, 8)
WIDTHS = {NO: 6, SASARAN: 30, IKU: 32, RUMUS: 52, PJ: 20, SUMBER: 22, KETERANGAN: 20}
HEADS = {
    NO: "No.",
    SASARAN: "Sasaran Strategis",
    IKU: "Indikator Kinerja Utama",
    RUMUS: "Penjelasan/Formulasi Perhitungan",
    PJ: "Unit OPD Penanggung Jawab",
    SUMBER: "Sumber Data",
    KETERANGAN: "Keterangan",
}
TEXT_WIDTH = sum(WIDTHS.values()) - WIDTHS[NO] - WIDTHS[SASARAN]


def draw_definisi(layout: Layout) -> BlueprintSheet:
    """Return the locked definition sheet."""
    canvas = Canvas(SHEET)
    canvas.widths({column: float(width) for column, width in WIDTHS.items()})
    row = _head(canvas, layout)
    row = _first_table(canvas, layout, row + 1)
    row = draw_signature(canvas, layout, row + 1, PJ, KETERANGAN)
    row = _second_table(canvas, layout, row + 2)
    row = _details(canvas, layout, row + 1)
    kertas = PAPER[layout.definition.pengaturan.kertas]
    return canvas.sheet(PageSetup(kertas, print_area=f"A1:{a1(row, KETERANGAN)}"))


def _title(canvas: Canvas, row: int, text: str, style: str = "title") -> None:
    canvas.put(row, NO, text, style)
    canvas.merge(row, NO, KETERANGAN)


def _head(canvas: Canvas, layout: Layout) -> int:
    definition, unit = layout.definition, layout.terbitan.unit
    name = f"{definition.jenis_unit} {unit.nama}"
    _title(canvas, 1, f"INDIKATOR KINERJA UTAMA DI LINGKUNGAN {name.upper()}")
    _title(canvas, 2, definition.kabupaten.nama.upper(), "subtitle")
    row = 4
    lines = [("1. Nama Unit Organisasi", f"{name} {definition.kabupaten.nama}"), ("2. Tugas", definition.tugas)]
    lines += [("3. Fungsi", "")] if definition.fungsi else []
    lines += [("", f"{chr(97 + n)}. {text}") for n, text in enumerate(definition.fungsi)]
    lines += [("4. Misi", definition.misi)] if definition.misi else []
    lines += [("Dasar hukum", "\n".join(definition.dasar_hukum))] if definition.dasar_hukum else []
    for label, text in lines:
        canvas.put(row, NO, label, "label")
        canvas.merge(row, NO, SASARAN)
        canvas.put(row, IKU, text, "paragraph")
        canvas.merge(row, IKU, KETERANGAN)
        canvas.height(row, (text, TEXT_WIDTH))
        row += 1
    return row


def _first_table(canvas: Canvas, layout: Layout, row: int) -> int:
    _heads(canvas, row, HEADS)
    for sasaran in layout.definition.sasaran:
        for n, indikator in enumerate(sasaran.indikator):
            row += 1
            texts = {
                NO: sasaran.nomor if n == 0 else "",
                SASARAN: sasaran.nama if n == 0 else "",
                IKU: f"{indikator.nomor} {indikator.nama}".strip(),
                RUMUS: indikator.rumus,
                PJ: indikator.penanggung_jawab,
                SUMBER: indikator.sumber_data,
                KETERANGAN: indikator.keterangan,
            }
            _row(canvas, row, texts)
    return row


def _heads(canvas: Canvas, row: int, heads: dict[int, str]) -> None:
    for column, head in heads.items():
        canvas.put(row, column, head, "header")
    canvas.row_heights[row] = 32


def _row(canvas: Canvas, row: int, texts: dict[int, str]) -> None:
    for column, text in texts.items():
        canvas.put(row, column, text, "table_text_center" if column == NO else "table_text")
    canvas.height(row, *((text, WIDTHS[column]) for column, text in texts.items()))


def _second_table(canvas: Canvas, layout: Layout, row: int) -> int:
    definition = layout.definition
    name = f"{definition.jenis_unit} {layout.terbitan.unit.nama}".upper()
    _title(canvas, row, f"DEFINISI INDIKATOR KINERJA UTAMA DI LINGKUNGAN {name}")
    _title(canvas, row + 1, f"{definition.kabupaten.nama.upper()} TAHUN {definition.tahun}", "subtitle")
    row += 2
    _heads(canvas, row, {NO: "No.", SASARAN: "Indikator Kinerja Utama", RUMUS: "Definisi Operasional",
                         PJ: "Satuan", SUMBER: "Arah", KETERANGAN: "Kondisi awal"})
    canvas.merge(row, SASARAN, IKU)
    for sasaran in definition.sasaran:
        for n, one in enumerate(sasaran.indikator):
            row += 1
            texts = {NO: sasaran.nomor if n == 0 else "", SASARAN: one.nama,
                     RUMUS: one.definisi_operasional, PJ: one.satuan, SUMBER: direction(one),
                     KETERANGAN: _baseline(layout, one)}
            _row(canvas, row, texts)
            canvas.merge(row, SASARAN, IKU)
    return row


def _baseline(layout: Layout, one: Indikator) -> str:
    baseline = layout.terbitan.unit.baseline.get(one.kode) or one.baseline
    if baseline is None:
        return ""
    value = said(NilaiTarget(predikat=baseline.predikat, nilai=baseline.nilai))
    return f"{value} ({baseline.tahun})" if baseline.tahun else value


def said(target: NilaiTarget) -> str:
    """Return a target as reports print it: ``90``, ``B`` or ``B (61,70)``."""
    number = "" if target.nilai is None else format(target.nilai, "f").replace(".", ",")
    if target.predikat and number:
        return f"{target.predikat} ({number})"
    return target.predikat or number


def _details(canvas: Canvas, layout: Layout, row: int) -> int:
    """Everything else that the definition says, indicator by indicator; blanks stay out of sight."""
    row += 1
    _title(canvas, row, "RINCIAN INDIKATOR", "section")
    for one in layout.definition.indikator:
        text = "\n".join(f"{label}: {value}" for label, value in _facts(layout, one) if value)
        row += 1
        canvas.put(row, NO, one.kode, "key")
        canvas.put(row, SASARAN, one.nama, "table_text")
        canvas.put(row, IKU, text, "table_text")
        canvas.merge(row, IKU, KETERANGAN)
        canvas.height(row, (one.nama, WIDTHS[SASARAN]), (text, TEXT_WIDTH))
    return row


def _facts(layout: Layout, one: Indikator) -> list[tuple[str, str]]:
    targets = layout.terbitan.target.get(one.kode, {})
    rule = layout.definition.setting(one, "rumus_minimasi") if one.polaritas == "minimasi" else ""
    quarterly = len(layout.definition.periods) > 1
    return [
        ("Jenis", one.jenis if one.jenis == "IKK" else ""),
        ("Alasan pemilihan", one.alasan),
        ("Rumus", one.nilai.rumus or f"nilai {one.nilai.jenis.replace('_', ' ')}"),
        ("Data", "; ".join(f"{part.kode} = {part.nama} ({part.satuan})" for part in one.komponen)),
        ("Target", "; ".join(f"{key}: {said(value)}" for key, value in in_order(targets))),
        ("Rumus capaian minimasi", str(rule)),
        ("Triwulan", MODES[one.triwulan] if quarterly else ""),
        ("Diukur pada", ", ".join(one.periode_ukur)),
        ("Diisi oleh", one.pengisi if one.pengisi == "kabupaten" else ""),
        ("Instansi sumber", one.instansi_sumber),
        ("Penggabungan tingkat kabupaten", one.agregasi.replace("_", " ")),
        ("Bobot", "" if one.bobot is None else format(one.bobot, "f").replace(".", ",")),
        ("Bukti", "; ".join(one.bukti)),
        ("Definisi berlaku sejak", one.definisi_sejak),
        ("Setara dengan", one.setara_dengan),
        ("Bila nihil", "" if one.bila_nihil == "dikecualikan" else f"dihitung {one.bila_nihil}"),
    ]
