"""The workbook that is looked at: twenty indicators, four quarters, every optional part."""

from decimal import Decimal
from functools import cache
from pathlib import Path

from iku.cells import Value
from iku.definition.model import NilaiTarget
from iku.layout.entry import Entry
from iku.layout.layout import Layout
from iku.periods import QUARTERS
from iku.terbitan import issue
from tests.workbooks import definition, workbook_bytes
from workflow.fill import filled
from workflow.receive import open_one

TWENTY = "dua_puluh_indikator"
SHARED = {"penduduk": 12874, "rt": 192, "desa": 9, "surat_selesai": 640}
PARTS: dict[str, float] = {
    "unsur": 850,
    "responden": 261,
    "menit": 16900,
    "kejadian": 4,
    "mandiri": 3,
    "maju": 4,
    "dinilai": 9,
    "apbdes_tepat": 8,
    "monografi": 8,
    "kependudukan": 7,
    "linmas": 250,
    "aktif": 46,
    "ada": 52,
    "tuntas": 19,
    "rekomendasi": 24,
    "setoran": 318_450_750,
    "ketetapan": 1_275_300_500,
    "belanja": 452_310_880,
    "pagu": 2_310_775_000,
}
PAIRS = {"masuk": 412, "tepat": 395, "selesai": 38, "diundang": 120, "hadir": 104}
TEXTS = {
    "pendorong": "Loket layanan terpadu sudah berjalan penuh dan petugas telah mengikuti "
    "bimbingan teknis pelayanan prima di ibu kota kabupaten.",
    "penghambat": "Jaringan internet di tiga desa kepulauan sering terputus pada musim angin "
    "utara sehingga berkas terlambat diterima.",
    "tindak_lanjut": "Menyediakan cadangan jaringan satelit dan menambah satu hari layanan "
    "keliling setiap bulan di pulau yang jauh.",
    "penanggung_jawab": "Kepala Seksi Pelayanan Umum dan Perizinan",
    "tenggat": "30 September 2025",
    "status_tindak_lanjut": "Sedang berjalan",
    "nama": "Rekapitulasi register pelayanan administrasi terpadu kecamatan",
    "nomor": "060/118/PUM/VII/2025",
    "tanggal": "4 Juli 2025",
    "halaman": "1–12",
    "tautan": "https://berkas.contohkepulauankab.go.id/kecamatan/pulau-panjang-barat/2025/rekap.pdf",
    "penyusun": "Siti Nurhaliza Rahmawati, S.IP",
    "kontak": "0812-3456-7890",
}


@cache
def twenty(paper: str = "A4", *, years: int = 0) -> Layout:
    """The layout of the first unit on this paper, with so many earlier years beside the entries."""
    known = definition(TWENTY)
    settings = known.pengaturan.model_copy(update={"kertas": paper})
    known = known.model_copy(update={"pengaturan": settings})
    earlier = {
        one.kode: {str(2025 - n): NilaiTarget(nilai=Decimal("81.25")) for n in range(1, years + 1)}
        for one in known.indikator
        if years
    }
    return Layout(issue(known, known.unit[0], earlier or None))


def whole_year(of: Layout) -> dict[str, Value]:
    """Every entry of four quarters filled as a diligent office would."""
    values: dict[str, Value] = {
        "identitas.periode_lapor": "TW4",
        "identitas.status_laporan": "Final",
    }
    for name, entry in of.entries.items():
        if name not in values and not name.startswith(("status.", "alasan.", "instansi.")):
            value = _value(entry)
            if value is not None:
                values[name] = value
    return values


def _value(entry: Entry) -> Value:
    if entry.name.startswith("perkiraan.") or entry.default is not None:
        return None
    if entry.field == "tanggal" and entry.name.startswith("identitas."):
        return "10 Januari 2026"
    if entry.kind == "text":
        return TEXTS.get(entry.field)
    if entry.kind == "choice":
        return {"sifat_data": "Tetap", "predikat": "BB"}.get(entry.field, entry.choices[0])
    return _number(entry)


def _number(entry: Entry) -> float | None:
    step = QUARTERS.index(entry.periode) + 1 if entry.periode in QUARTERS else 4
    if entry.name.startswith("isian.bersama."):
        return float(SHARED[entry.field] * (step if entry.field == "surat_selesai" else 1))
    if entry.field == "dilaporkan" or entry.name.startswith("identitas."):
        return None
    stem = entry.field.split("_")[0]
    if entry.field in PARTS or stem == "unsur":
        value = PARTS.get(entry.field, PARTS["unsur"])
        return float(value * step if stem in {"menit", "setoran"} else value)
    if stem in PAIRS:
        return float(PAIRS[stem] + 3 * step)
    return {"P16": 0.0, "P17": 72.85, "P20": 3.0}.get(entry.indikator, 12.0 * step)


def issued(of: Layout) -> bytes:
    """The workbook as the regency sends it out."""
    return workbook_bytes(of, {})


def sent_back(of: Layout, values: dict[str, Value], folder: Path) -> bytes:
    """The same after a clerk has filled it in."""
    path = folder / "formulir.xlsx"
    path.write_bytes(issued(of))
    return filled(path.read_bytes(), open_one(path), values)
