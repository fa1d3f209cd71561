"""The questions of Cek Kesiapan: in words, with the formula of how often the answer is no."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from iku.address import CellRef
from iku.calculation.figure import State
from iku.layout import beranda
from iku.layout.anggaran import SHEET as ANGGARAN
from iku.layout.extras import ANALISIS, BUKTI
from iku.layout.isian import SHEET as ISIAN
from iku.layout.layout import Layout
from iku.layout.perhitungan import INDEX_CELL, NO, RESULT_COLUMNS, SHEET
from iku.sheets import readiness as ready
from iku.sheets.next_entry import next_address
from iku.sheets.values import figures_column


@dataclass(frozen=True, slots=True)
class Question:
    """A question, how often it must be answered with no, where first, and what to do then.

    ``count`` and ``place`` are formulas; ``sheet`` is where the link beside them leads.
    """

    words: str
    count: str
    place: str
    sheet: str
    advice: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What is watched cell by cell on a sheet: the question and the advice for each fault."""

    watches: Callable[[Layout], Iterable[ready.Watch]]
    sheet: str
    faults: dict[int, tuple[str, str]]


WATCHED = (
    Topic(
        ready.figures,
        ISIAN,
        {
            ready.NOT_A_NUMBER: (
                "Apakah semua isian berupa angka?",
                'Tulis angka saja, tanpa huruf dan tanda: 2555, bukan "2.555 surat".',
            ),
            ready.OUT_OF_RANGE: (
                "Apakah semua angka di dalam batasnya?",
                "Periksa tanda minus, angka pecahan yang mestinya bulat, dan batas pada petunjuk sel.",
            ),
            ready.WITH_STATUS: (
                "Apakah tidak ada angka yang disertai keadaan?",
                "Pilih salah satu: kosongkan angkanya, atau kosongkan keadaannya di tabel bawah.",
            ),
        },
    ),
    Topic(
        ready.shares,
        ISIAN,
        {
            ready.FAULTY: (
                "Apakah pembilang tidak melebihi penyebutnya?",
                "Periksa kedua angka pada sumber data; mungkin tertukar.",
            )
        },
    ),
    Topic(
        ready.reasons,
        ISIAN,
        {
            ready.NO_REASON: (
                "Apakah setiap keadaan (Nihil, Data belum tersedia) disertai alasan?",
                "Isi kolom Alasan pada tabel bawah lembar Isian.",
            ),
            ready.NO_OFFICE: (
                "Apakah data yang ditunggu disertai instansi dan perkiraan waktunya?",
                "Isi kolom Instansi pemilik data dan Perkiraan tersedia, misalnya Maret 2026.",
            ),
        },
    ),
    Topic(
        ready.grades,
        ISIAN,
        {
            ready.FAULTY: (
                "Apakah predikat sesuai dengan nilainya?",
                "Samakan keduanya dengan laporan hasil evaluasi, atau kosongkan predikatnya.",
            )
        },
    ),
    Topic(
        ready.explanations,
        ANALISIS,
        {
            ready.FAULTY: (
                "Apakah capaian di bawah 100 disertai penghambat dan tindak lanjut?",
                "Isi kolom Faktor penghambat dan Rencana tindak lanjut di lembar Analisis.",
            )
        },
    ),
    Topic(
        ready.evidence,
        BUKTI,
        {
            ready.FAULTY: (
                "Apakah setiap angka disertai bukti dukung?",
                "Isi nama dokumen, atau berkas/tautannya, di lembar Bukti Dukung.",
            )
        },
    ),
    Topic(
        ready.money,
        ANGGARAN,
        {
            ready.NO_MONEY: (
                "Apakah pagu dan realisasi anggaran yang sudah waktunya sudah terisi?",
                "Isi di lembar Anggaran, dalam rupiah sejak 1 Januari; 0 bila belum ada belanja.",
            ),
            ready.NOT_MONEY: (
                "Apakah semua anggaran berupa angka?",
                "Tulis angka saja, tanpa Rp dan tanpa huruf: 125000000.",
            ),
        },
    ),
)


def about_figures(layout: Layout) -> list[Question]:
    """Return the questions that the sheet Perhitungan answers."""
    blanks, results = figures_column(layout), layout.perhitungan.reported
    bad = f'"{State.TIDAK_DAPAT.value}"'
    shown = [
        f"{SHEET}!{_column(column, results.first, results.last)}"
        for column in (RESULT_COLUMNS["realisasi"], NO)
    ]
    return [
        Question(
            "Apakah periode lapor sudah dipilih?",
            f"IF({INDEX_CELL.absolute}=0,1,0)",
            f'"{_beranda("periode_lapor")}"',
            beranda.SHEET,
            "Pilih Periode lapor di Beranda.",
        ),
        Question(
            "Apakah semua angka yang sudah waktunya sudah terisi?",
            f'IF({INDEX_CELL.absolute}=0,1,COUNTIF({blanks},"{State.BELUM_DIISI.value}"))',
            f'IF({INDEX_CELL.absolute}=0,"",{next_address(layout).absolute})',
            ISIAN,
            "Isi kotak kuning di lembar Isian, atau pilih keadaannya di tabel bawah bila angkanya "
            "memang tidak ada.",
        ),
        Question(
            "Apakah semua indikator dapat dihitung?",
            f"COUNTIF({shown[0]},{bad})",
            f'"Indikator "&INDEX({shown[1]},MATCH({bad},{shown[0]},0))',
            SHEET,
            "Periksa penyebut yang berisi 0; bila memang tidak ada kejadian, pilih Nihil.",
        ),
    ]


def about_report(layout: Layout) -> list[Question]:
    """Return the questions about who reports, and whether the report is final."""
    entries = layout.entries
    chosen = entries["identitas.status_laporan"].formula
    return [
        Question(
            "Apakah nama penyusun sudah diisi?",
            f'IF({entries["identitas.penyusun"].formula}="",1,0)',
            f'"{_beranda("penyusun")}"',
            beranda.SHEET,
            "Isi Penyusun di Beranda.",
        ),
        _signer(
            layout,
            "camat",
            "Apakah nama penanda tangan sudah diisi?",
            "Isi nama dan gelar di Beranda pada kolom periode lapor.",
        ),
        _signer(
            layout,
            "nip",
            "Apakah NIP penanda tangan berisi 18 angka?",
            "Isi NIP (18 angka) di Beranda pada kolom periode lapor.",
        ),
        _signer(
            layout,
            "tanggal",
            "Apakah tanggal penandatanganan sudah diisi?",
            "Isi tanggal di Beranda pada kolom periode lapor, misalnya 10 Januari 2026.",
        ),
        Question(
            "Apakah status laporan sudah Final?",
            f'IF({chosen}="Final",0,1)',
            f'"{_beranda("status_laporan")}"',
            beranda.SHEET,
            "Pilih Final di Beranda bila laporan selesai.",
        ),
    ]


def _signer(layout: Layout, field: str, words: str, advice: str) -> Question:
    """Return the question after a field of the signatory of the reported period."""
    count, place = "1", '""'
    for n, periode in reversed(list(enumerate(layout.definition.periods, 1))):
        entry = layout.entries[f"identitas.{field}.{periode}"]
        digits = f'SUBSTITUTE({entry.formula}&""," ","")'
        wrong = f"LEN({digits})<>18" if field == "nip" else f'{digits}=""'
        count = f"IF({INDEX_CELL.absolute}={n},IF({wrong},1,0),{count})"
        address = f'"{entry.ref.sheet}!{entry.ref.a1}"'
        place = f"IF({INDEX_CELL.absolute}={n},{address},{place})"
    return Question(words, count, place, beranda.SHEET, advice)


def _beranda(field: str) -> str:
    cell = CellRef(beranda.SHEET, beranda.REPORT_ROWS[field], beranda.FIRST_VALUE)
    return f"{cell.sheet}!{cell.a1}"


def _column(column: int, first: int, last: int) -> str:
    top, bottom = (CellRef(SHEET, row, column).absolute.split("!")[1] for row in (first, last))
    return f"{top}:{bottom}"
