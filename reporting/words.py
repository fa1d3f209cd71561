"""Words that all faces of an outcome share, in Indonesian and English."""

from collections.abc import Mapping

from iku.finding import Severity
from iku.messages import Language

SEVERITY: dict[Language, dict[Severity, str]] = {
    "id": {
        Severity.ERROR: "Wajib diperbaiki",
        Severity.WARNING: "Perlu konfirmasi",
        Severity.INFO: "Informasi",
    },
    "en": {
        Severity.ERROR: "Must be mended",
        Severity.WARNING: "To be confirmed",
        Severity.INFO: "Information",
    },
}
STATUS: dict[Language, dict[str, str]] = {
    "id": {
        "ok": "Tidak ada yang perlu diperbaiki",
        "warning": "Perlu konfirmasi",
        "error": "Wajib diperbaiki",
        "unreadable": "Tidak dapat dibaca",
    },
    "en": {
        "ok": "Nothing to mend",
        "warning": "To be confirmed",
        "error": "Must be mended",
        "unreadable": "Cannot be read",
    },
}
MEAN_WORDS = {
    "rata_rata": "Rata-rata capaian",
    "rata_rata_batas": "Rata-rata dengan batas maksimum",
    "rata_rata_sasaran": "Rata-rata per sasaran",
}
"""The means of a report by their names, in the words of the recap."""
_WORDS: dict[str, dict[Language, str]] = {
    "title": {"id": "HASIL PEMERIKSAAN IKU", "en": "RESULT OF THE IKU CHECK"},
    "summary": {"id": "Ringkasan", "en": "Summary"},
    "notes": {"id": "Catatan", "en": "Notes"},
    "clean": {"id": "tidak ada catatan", "en": "nothing to report"},
    "remedy": {"id": "Cara memperbaiki", "en": "What to do"},
    "number": {"id": "No.", "en": "No."},
    "code": {"id": "Kode", "en": "Code"},
    "unit_code": {"id": "Kode unit", "en": "Unit code"},
    "unit": {"id": "Unit", "en": "Unit"},
    "file": {"id": "Berkas", "en": "File"},
    "period": {"id": "Periode", "en": "Period"},
    "outcome": {"id": "Hasil", "en": "Outcome"},
    "progress": {"id": "Kemajuan", "en": "Progress"},
    "severity": {"id": "Tingkat", "en": "Severity"},
    "sheet": {"id": "Lembar", "en": "Sheet"},
    "cell": {"id": "Sel", "en": "Cell"},
    "sentence": {"id": "Penjelasan", "en": "Explanation"},
    "total": {"id": "Jumlah", "en": "Total"},
    "files": {"id": "{n} berkas", "en": "{n} files"},
    "settled": {"id": "{settled} dari {before}", "en": "{settled} of {before}"},
    "order": {
        "id": "Yang wajib diperbaiki lebih dahulu, lalu yang perlu konfirmasi.",
        "en": "What must be mended comes first, then what is to be confirmed.",
    },
    "unknown": {"id": "Unit tidak diketahui", "en": "Unit unknown"},
    "begin": {"id": "Mulai dari sini:", "en": "Begin here:"},
    "rest": {
        "id": "… dan {n} lagi, lihat hasil lengkapnya.",
        "en": "… and {n} more, see the whole result.",
    },
    "nothing": {
        "id": "Tidak ada berkas yang diperiksa; periksa nama folder atau berkasnya.",
        "en": "No files were checked; check the name of the folder or file.",
    },
}


def word(key: str, language: Language, **facts: object) -> str:
    """Return a word or sentence of the faces; KeyError for one that was never written down."""
    return _WORDS[key][language].format(**facts)


def counted(counts: Mapping[Severity, int], language: Language) -> str:
    """Return counts by severity, those that are none left out.

    >>> counted({Severity.ERROR: 2, Severity.INFO: 1}, "id")
    '2 wajib diperbaiki, 1 informasi'
    """
    parts = (
        f"{counts[one]} {SEVERITY[language][one].lower()}" for one in Severity if counts.get(one)
    )
    return ", ".join(parts) or word("clean", language)
