"""Words that all faces of an outcome share, in Indonesian and English."""

from collections.abc import Mapping

from iku.finding import Severity
from iku.languages.spoken import Spoken
from iku.messages import Language
from iku.messages.levels import LEVELS

SEVERITY = LEVELS
STATUS: Spoken[str] = Spoken(
    "laporan",
    {
        "ok": "Tidak ada yang perlu diperbaiki",
        "warning": "Perlu konfirmasi",
        "error": "Wajib diperbaiki",
        "unreadable": "Tidak dapat dibaca",
    },
)
MEAN_WORDS = {
    "rata_rata": "Rata-rata capaian",
    "rata_rata_batas": "Rata-rata dengan batas maksimum",
    "rata_rata_sasaran": "Rata-rata per sasaran",
}
"""The means of a report by their names, in the words of the recap."""
_WORDS: Spoken[str] = Spoken(
    "laporan",
    {
        "title": "HASIL PEMERIKSAAN IKU",
        "summary": "Ringkasan",
        "notes": "Catatan",
        "clean": "tidak ada catatan",
        "remedy": "Cara memperbaiki",
        "number": "No.",
        "code": "Kode",
        "unit_code": "Kode unit",
        "unit": "Unit",
        "file": "Berkas",
        "period": "Periode",
        "outcome": "Hasil",
        "progress": "Kemajuan",
        "severity": "Tingkat",
        "sheet": "Lembar",
        "cell": "Sel",
        "sentence": "Penjelasan",
        "total": "Jumlah",
        "files": "{n} berkas",
        "settled": "{settled} dari {before}",
        "order": "Di setiap berkas: yang wajib diperbaiki lebih dahulu, lalu yang perlu konfirmasi.",
        "answer": (
            "Bila memang benar adanya: pada baris kosong lembar Catatan Pemeriksaan, tulis kode, "
            "tempat, dan sebabnya seperti di bawah ini; kolom lain boleh kosong."
        ),
        "place": "Tempat",
        "reason": "Alasan",
        "unknown": "Unit tidak diketahui",
        "begin": "Mulai dari sini:",
        "rest": "… dan {n} lagi, lihat hasil lengkapnya.",
        "nothing": "Tidak ada berkas yang diperiksa; periksa nama folder atau berkasnya.",
    },
)


def word(key: str, language: Language, **facts: object) -> str:
    """Return a word or sentence of the faces; KeyError for one that was never written down."""
    return _WORDS[language][key].format(**facts)


def counted(counts: Mapping[Severity, int], language: Language) -> str:
    """Return counts by severity, those that are none left out.

    >>> counted({Severity.ERROR: 2, Severity.INFO: 1}, "id")
    '2 wajib diperbaiki, 1 informasi'
    """
    parts = (
        f"{counts[one]} {SEVERITY[language][one].lower()}" for one in Severity if counts.get(one)
    )
    return ", ".join(parts) or word("clean", language)
