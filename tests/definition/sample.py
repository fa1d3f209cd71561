"""A well-written definition to break on purpose, and the places in the product's own files."""

from pathlib import Path

from iku.definition.load import DefinitionError, parse_definition
from iku.finding import Finding

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
VALUES = ROOT / "examples" / "data"

CLEAN = """\
skema: 1
kode: BERSIH-2025
versi: 1
tahun: 2025
kabupaten: {kode: "99.02", nama: Kabupaten Bersih}
misi: Meningkatkan mutu pelayanan publik
unit:
  - kode: 99.02.01
    nama: Bersih Utara
    penanda_tangan: {nama: Contoh, jabatan: Camat, nip: 19800423 199912 1 001}
sasaran:
  - nomor: 1.
    nama: Meningkatnya mutu pelayanan kecamatan
    indikator:
      - kode: A1
        nomor: "1.1"
        nama: Persentase keluhan yang ditindaklanjuti
        definisi_operasional: Keluhan tertulis yang dijawab dalam tujuh hari kerja.
        rumus: Jumlah keluhan yang ditindaklanjuti / Jumlah keluhan yang diterima x 100
        satuan: "%"
        polaritas: maksimasi
        komponen:
          - {kode: tindak, nama: Keluhan yang ditindaklanjuti, satuan: keluhan, bulat: ya, min: 0}
          - {kode: terima, nama: Keluhan yang diterima, satuan: keluhan, bulat: ya, min: 0}
        nilai: {rumus: tindak/terima*100}
        target: {2025: 90, 2026: 95}
        penanggung_jawab: Kasi Pelayanan Umum
        sumber_data: Register keluhan Kasi Pelayanan Umum
      - kode: A2
        nomor: "1.2"
        nama: Rata-rata waktu layanan
        definisi_operasional: Lama layanan dari berkas lengkap sampai surat terbit.
        rumus: Jumlah menit layanan dibagi jumlah layanan yang selesai
        satuan: menit
        polaritas: minimasi
        komponen:
          - {kode: lama, nama: Jumlah menit layanan, satuan: menit, min: 0}
          - {kode: layanan, nama: Layanan yang selesai, satuan: layanan, bulat: ya, min: 0}
        nilai: {rumus: lama/layanan}
        target: {2025: 30, 2026: 28}
        penanggung_jawab: Kasi Pelayanan Umum
        sumber_data: Buku register layanan PATEN
  - nomor: 2.
    nama: Meningkatnya ketertiban umum
    indikator:
      - kode: B1
        nomor: "2.1"
        nama: Jumlah gangguan ketertiban umum
        definisi_operasional: Kejadian yang dicatat dalam buku mutasi pos trantib.
        rumus: Jumlah kejadian gangguan ketertiban umum dalam setahun
        satuan: kejadian
        polaritas: minimasi
        komponen:
          - {kode: kejadian, nama: Kejadian gangguan, satuan: kejadian, bulat: ya, min: 0}
        nilai: {rumus: kejadian}
        target: {2025: 12, 2026: 10}
        penanggung_jawab: Kasi Trantib
        sumber_data: Buku mutasi Kasi Trantib
      - kode: B2
        nomor: "2.2"
        nama: Nilai AKIP Kecamatan
        definisi_operasional: Hasil evaluasi akuntabilitas atas kinerja tahun sebelumnya.
        rumus: Nilai hasil evaluasi AKIP oleh Inspektorat
        satuan: nilai
        polaritas: maksimasi
        nilai: {jenis: predikat}
        target: {2025: {predikat: B, nilai: 61.70}, 2026: {predikat: B, nilai: 65}}
        penanggung_jawab: Sekretaris Camat
        sumber_data: Laporan Hasil Evaluasi AKIP
"""


def changed(before: str, after: str, text: str = CLEAN) -> str:
    """Return the text with one passage changed; it must stand there."""
    assert before in text
    return text.replace(before, after, 1)


def faults(text: str) -> list[Finding]:
    """Return what loading refuses; nothing where the definition is sound."""
    try:
        parse_definition(text)
    except DefinitionError as error:
        return error.findings
    return []
