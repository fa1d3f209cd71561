"""Reports for tests: one in which nothing is wrong, and ways to make something wrong."""

from pathlib import Path

from iku.audit import audit
from iku.audit.text_source import text_document
from iku.definition.model import Definition
from iku.finding import Finding

DATA = Path(__file__).parents[1] / "data"
JAMBI = DATA / "laporan_jambi_timur.txt"
JEMAJA = DATA / "laporan_jemaja_barat.txt"

SOUND = """\
LAPORAN KINERJA KECAMATAN SUKA MAJU TAHUN 2023
Misi 1: Meningkatkan kualitas pelayanan publik
No.\tSasaran\tIndikator Kinerja Utama\tSatuan\tArah Penilaian\tTarget\tRealisasi\tCapaian (%)\tTarget 2024
1.\tMeningkatnya kualitas pelayanan publik\tPersentase surat yang selesai tepat waktu\t%\tSemakin tinggi semakin baik\t90\t91,67\t101,86\t92
\t\tIndeks Kepuasan Masyarakat\tindeks\tSemakin tinggi semakin baik\t80\t82,40\t103,00\t83
2.\tMeningkatnya akuntabilitas kecamatan\tPersentase temuan yang ditindaklanjuti\t%\tSemakin tinggi semakin baik\t80\t82,19\t102,74\t85
\t\tNilai AKIP Kecamatan\tnilai\tSemakin tinggi semakin baik\t60\tB (61,70)\t102,83\t63
\tRata-rata capaian\t\t\t\t\t\t102,61\t
Suka Maju, 15 Januari 2024
CAMAT SUKA MAJU
RAHMAT HIDAYAT, S.STP
NIP. 19800423 199912 1 001
PENJELASAN INDIKATOR KINERJA UTAMA TAHUN 2023
No.\tIndikator Kinerja Utama\tFormulasi Perhitungan\tPenanggung Jawab\tSumber Data
1.\tPersentase surat yang selesai tepat waktu\tJumlah surat yang selesai tepat waktu / Jumlah surat x 100% 1.100/1.200 x 100% = 91,67%\tKasi Pelayanan\tBuku register surat Kasi Pelayanan
2.\tIndeks Kepuasan Masyarakat\tNilai rata-rata tertimbang 9 unsur SKM x 25\tKasi Pelayanan\tLaporan SKM semester II
3.\tPersentase temuan yang ditindaklanjuti\tJumlah temuan yang ditindaklanjuti / Jumlah temuan x 100% 60/73 x 100% = 82,19%\tSekretaris\tLaporan hasil pemeriksaan Inspektorat
4.\tNilai AKIP Kecamatan\tHasil evaluasi AKIP oleh Inspektorat\tSekretaris\tLaporan hasil evaluasi Inspektorat
"""


def changed(*changes: tuple[str, str]) -> str:
    """Return the sound report with some of its words replaced; each must be there."""
    text = SOUND
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def found(text: str, definition: Definition | None = None) -> list[Finding]:
    return audit(text_document(text), definition)


def places(findings: list[Finding]) -> list[tuple[str, int | None]]:
    return [(one.code, one.line) for one in findings]
