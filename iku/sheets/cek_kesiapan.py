"""Draw Cek Kesiapan: the readiness check in plain formulas, for PCs without the add-in."""

from iku.address import CellRef, a1
from iku.blueprint import BlueprintSheet, ConditionalFormat, PageSetup
from iku.calculation.entries import STATUSES
from iku.calculation.figure import State
from iku.layout.entry import Entry
from iku.layout.layout import Layout
from iku.layout.perhitungan import INDEX_CELL
from iku.names import indikator_name
from iku.sheets.canvas import Canvas, paper
from iku.sheets.values import figures_column

SHEET = "Cek Kesiapan"
NO, QUESTION, RESULT, ADVICE = 1, 2, 3, 4
FIRST = 6
READY_CELL = CellRef(SHEET, 3, RESULT)
OK, NOT_OK = "Sudah", "Belum"
CLOSING = "Lembar ini menjawab yang pokok tanpa makro. Tombol Validasi memeriksa lebih lengkap."


def draw_cek_kesiapan(layout: Layout) -> BlueprintSheet:
    """Return the sheet of questions that a report must answer with "Sudah"."""
    canvas = Canvas(SHEET)
    canvas.widths({NO: 5, QUESTION: 62, RESULT: 20, ADVICE: 68})
    canvas.put(1, NO, "CEK KESIAPAN LAPORAN", "title")
    canvas.across(READY_CELL.row, NO, QUESTION, "Kesimpulan", "label")
    heads = {NO: "No.", QUESTION: "Pertanyaan", RESULT: "Jawaban", ADVICE: "Bila belum"}
    canvas.heads(FIRST - 1, heads)
    questions = _questions(layout)
    for n, (question, condition, advice) in enumerate(questions):
        row = FIRST + n
        canvas.put(row, NO, n + 1, "table_text_centred")
        canvas.put(row, QUESTION, question, "table_text")
        canvas.formula(row, RESULT, f'IF({condition},"{OK}","{NOT_OK}")', "answer")
        canvas.put(row, ADVICE, advice, "table_text")
    canvas.at_least(20, READY_CELL.row, *range(FIRST - 1, FIRST + len(questions)))
    _verdict(canvas, len(questions))
    canvas.put(FIRST + len(questions) + 1, NO, CLOSING, "note")
    return canvas.sheet(PageSetup(paper(layout.definition)), tab_colour="70AD47")


def _verdict(canvas: Canvas, questions: int) -> None:
    """Write the conclusion, and colour it and the answers."""
    answers = f"{a1(FIRST, RESULT)}:{a1(FIRST + questions - 1, RESULT)}"
    missing = f'COUNTIF({answers},"{NOT_OK}")'
    verdict = f'IF({missing}=0,"SIAP DIKIRIM","BELUM SIAP: "&{missing}&" hal")'
    canvas.formula(READY_CELL.row, READY_CELL.column, verdict, "answer")
    for cells, first in ((answers, a1(FIRST, RESULT)), (READY_CELL.a1, READY_CELL.a1)):
        canvas.formats.append(ConditionalFormat(cells, f'LEFT({first},5)="BELUM"', "mark_bad"))
        canvas.formats.append(ConditionalFormat(cells, f'LEFT({first},1)="S"', "mark_ok"))


def _questions(layout: Layout) -> list[tuple[str, str, str]]:
    """Return (question, condition that answers it with yes, advice)."""
    return _about_figures(layout) + _about_report(layout)


def _about_figures(layout: Layout) -> list[tuple[str, str, str]]:
    figures, bad = figures_column(layout), State.TIDAK_DAPAT.value
    return [
        (
            "Apakah periode lapor sudah dipilih?",
            f"{INDEX_CELL.absolute}>0",
            "Pilih Periode lapor di Beranda.",
        ),
        (
            "Apakah semua angka yang sudah waktunya sudah terisi?",
            f'AND({INDEX_CELL.absolute}>0,COUNTIF({figures},"{State.BELUM_DIISI.value}")=0)',
            "Isi kotak kuning di lembar Isian, atau pilih keadaannya di tabel bawah bila angkanya tidak ada.",
        ),
        (
            "Apakah semua isian berupa angka dan tidak bertentangan dengan keadaannya?",
            f'COUNTIF({figures},"{bad}")=0',
            "Tulis angka saja, tanpa huruf; kosongkan angka bila Anda memilih Nihil atau Data belum tersedia.",
        ),
        (
            "Apakah tidak ada angka negatif?",
            f'COUNTIF({figures},"<0")=0',
            "Periksa tanda minus pada lembar Isian.",
        ),
    ]


def _about_report(layout: Layout) -> list[tuple[str, str, str]]:
    entries = layout.entries
    chosen = entries["identitas.status_laporan"].formula
    return [
        (
            "Apakah setiap keadaan (Nihil, Data belum tersedia) disertai alasan?",
            _reasons_given(layout),
            "Isi kolom Alasan pada tabel bawah lembar Isian.",
        ),
        (
            "Apakah nama penyusun sudah diisi?",
            f'{entries["identitas.penyusun"].formula}<>""',
            "Isi Penyusun di Beranda.",
        ),
        (
            "Apakah nama dan NIP penanda tangan periode lapor sudah diisi?",
            _signed(layout),
            "Isi nama dan NIP (18 angka) di Beranda pada kolom periode lapor.",
        ),
        (
            "Apakah status laporan sudah Final?",
            f'{chosen}="Final"',
            "Pilih Final di Beranda bila laporan selesai.",
        ),
    ]


def _reasons_given(layout: Layout) -> str:
    """Compare, over the second table, how many states are chosen with how many reasons stand."""
    rows = layout.isian.absence_rows
    if not rows:
        return "1=1"
    states, reasons = (
        _column(layout, family, rows[0].subject, rows[0].periode) for family in ("status", "alasan")
    )
    pairs = "+".join(f'SUMPRODUCT(({states}="{status}")*({reasons}=""))' for status in STATUSES)
    return f"{pairs}=0"


def _column(layout: Layout, family: str, subject: tuple[str, ...], periode: str) -> str:
    """Return the stretch of a column of the second table, both ends locked."""
    entry: Entry = layout.entries[indikator_name(family, subject[0], *subject[1:], periode)]
    return entry.formula.removeprefix("INDEX(").rsplit(",", 1)[0]


def _signed(layout: Layout) -> str:
    """Whether name and an 18-digit NIP stand for the reported period."""
    formula = "1=0"
    for n, periode in reversed(list(enumerate(layout.definition.periods, 1))):
        name = layout.entries[f"identitas.camat.{periode}"].formula
        nip = f'SUBSTITUTE({layout.entries[f"identitas.nip.{periode}"].formula}&""," ","")'
        formula = f'IF({INDEX_CELL.absolute}={n},AND({name}<>"",LEN({nip})=18),{formula})'
    return formula
