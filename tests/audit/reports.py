"""Reports for tests: one in which nothing is wrong, and ways to make something wrong."""

from pathlib import Path

from iku.audit import audit
from iku.audit.text_source import text_document
from iku.definition.model import Definition
from iku.finding import Finding
from iku.resources import template_path

DATA = Path(__file__).parents[1] / "data"
JAMBI = DATA / "laporan_jambi_timur.txt"
TELUK = DATA / "laporan_teluk_indah.txt"  # made up: the same faults in other words
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

QUARTERLY = """\
PENGUKURAN KINERJA KECAMATAN SUKA MAJU TRIWULAN II TAHUN 2025
No	Sasaran Strategis	Indikator Kinerja	Satuan	Polaritas	Target Tahunan	Target TW II	Realisasi s.d. TW II	Capaian TW II (%)	Capaian terhadap Target Tahunan (%)	Faktor Pendorong	Penanggung Jawab	Bukti Dukung
(1)	(2)	(3)	(4)	(5)	(6)	(7)	(8)	(9)=(8)/(7)×100	(10)=(8)/(6)×100	(11)	(12)	(13)
1	Meningkatnya kualitas pelayanan publik	1.1 Persentase surat yang selesai tepat waktu	%	Semakin tinggi semakin baik	92	90	91,67	101,86	99,64	Petugas tambahan	Kasi Pelayanan	Register surat
		1.2 Indeks Kepuasan Masyarakat	indeks	Semakin tinggi semakin baik	83	82	82,40	100,49	99,28		Kasi Pelayanan	Laporan SKM
2	Terciptanya ketenteraman dan ketertiban	2.1 Jumlah kejadian gangguan ketertiban	kejadian	Semakin rendah semakin baik	10	5	4	120,00	160,00		Kasi Trantib	Buku kejadian
	Rata-rata							107,45	119,64
Suka Maju, 5 Juli 2025
CAMAT SUKA MAJU
RAHMAT HIDAYAT, S.STP
Pembina
NIP. 19800423 199912 1 001
"""

YEARS = """\
LAPORAN KINERJA INSTANSI PEMERINTAH
KECAMATAN SUKA MAJU TAHUN 2023

BAB III AKUNTABILITAS KINERJA
A. Capaian Kinerja Organisasi
Tabel 3.1 Pengukuran Kinerja Tahun 2023
No	Sasaran Strategis	Indikator Kinerja	Satuan	Arah	Target	Realisasi	Capaian (%)
1	Meningkatnya kualitas pelayanan publik	Indeks Kepuasan Masyarakat (IKM)	Indeks	Naik	85	86,75	102,06
2	Meningkatnya akuntabilitas kinerja	Nilai SAKIP Kecamatan	Nilai	Naik	75,00	76,30 (BB)	101,73
3	Meningkatnya partisipasi masyarakat	Persentase swadaya masyarakat dalam pembangunan	%	Naik	20	21,5	107,50
Rata-rata						103,76

Pada tahun 2023 capaian Indeks Kepuasan Masyarakat sebesar 102,06% (86,75/85 x 100% = 102,06%), naik dari tahun 2022 sebesar 85,90.
Tabel 3.2 Perbandingan realisasi tahun 2021, 2022 dan 2023
No	Indikator Kinerja	Satuan	Realisasi 2021	Realisasi 2022	Realisasi 2023	Target Akhir Renstra 2026	Tingkat Kemajuan (%)
1	Indeks Kepuasan Masyarakat (IKM)	Indeks	84,20	85,90	86,75	88	98,58
2	Nilai SAKIP Kecamatan	Nilai	72,15	74,25	76,30	80	95,38
3	Persentase swadaya masyarakat dalam pembangunan	%	18	19,2	21,5	25	86,00
Tabel 3.3 Realisasi Anggaran Tahun 2023
No	Program	Pagu (Rp)	Realisasi (Rp)	%
1	Program Penunjang Urusan Pemerintahan	2.450.000.000	2.401.000.000	98,00
2	Program Pemberdayaan Masyarakat	350.000.000	339.500.000	97,00
Jumlah		2.800.000.000	2.740.500.000	97,88
Realisasi anggaran Rp 2.740.500.000 / Rp 2.800.000.000 x 100% = 97,88%.
Suka Maju, 10 Februari 2024
Plt. Camat Suka Maju

Drs. RAHMAT HIDAYAT
NIP. 19680423 199912 1 001
"""
CLEAN = {"yearly": SOUND, "quarterly": QUARTERLY, "years side by side": YEARS}


def changed(*changes: tuple[str, str]) -> str:
    """Return the sound report with some of its words replaced; each must be there."""
    text = SOUND
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def with_villages(number: int) -> str:
    """Return the definition of Jemaja Barat with so many villages in the kecamatan."""
    text = template_path("kepulauan_anambas_2024.yaml").read_text(encoding="utf-8")
    places = "".join(
        f"      - {{kode: 21.05.09.200{n}, nama: Desa {n}, jenis: desa}}\n" for n in range(number)
    )
    unit = "    nama: Jemaja Barat\n"
    assert unit in text
    return text.replace(unit, f"{unit}    wilayah:\n{places}", 1)


def of_villages(target: str, realisasi: str) -> str:
    """Return a report of Jemaja Barat with one indicator, a share of its villages."""
    return (
        "LAPORAN KINERJA KECAMATAN JEMAJA BARAT TAHUN 2024\n"
        "No.\tSasaran\tIndikator Kinerja Utama\tSatuan\tPolaritas\tTarget\tRealisasi\tCapaian\n"
        f"1.\tMajunya desa\tPersentase Desa Mandiri\t%\tnaik\t{target}\t{realisasi}\t-\n"
        "Letung, 5 Januari 2025\nCAMAT JEMAJA BARAT\nSARDIAN\n"
    )


def found(text: str, definition: Definition | None = None) -> list[Finding]:
    return audit(text_document(text), definition)


def places(findings: list[Finding]) -> list[tuple[str, int | None]]:
    return [(one.code, one.line) for one in findings]
