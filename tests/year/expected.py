"""The year of Kecamatan Uji Jaya by hand: what is typed at each step, and what it must come to.

Figures are written as the arithmetic that a person would do: `F(114, 220) * 100` is 114 of 220.
"""

from dataclasses import dataclass, field
from fractions import Fraction as F  # noqa: N817  short, for it stands in every line

from iku.cells import Value

WAKTU, TERSEDIA = "Belum waktunya", "Data belum tersedia"


@dataclass(frozen=True)
class Step:
    """One report: what the clerk types into the file of the report before, and all its results."""

    name: str
    typed: dict[str, Value]
    results: dict[str, F | str]
    counted: str
    office: str = "CAMAT UJI JAYA"
    own_office: str = ""
    kept: tuple[str, ...] = field(default=())  # periods whose results this step must not change


def realisasi(periode: str, **values: F | str) -> dict[str, F | str]:
    """The realisasi of these indicators in a period."""
    return {f"realisasi.{kode}.{periode}": value for kode, value in values.items()}


def capaian(periode: str, kode: str, quarter: F | str, year: F | str) -> dict[str, F | str]:
    """Both capaian of an indicator: against the target of the period, and of the year."""
    return {f"capaian.{kode}.{periode}": quarter, f"capaian_tahun.{kode}.{periode}": year}


TW1 = Step(
    name="TW1",
    typed={
        "identitas.periode_lapor": "TW1",
        "isian.A1.rt_dibina.TW1": 30.0,
        "isian.A1.rt_semua.TW1": 200.0,
        "isian.A2.tepat.TW1": 45.0,
        "isian.A2.masuk.TW1": 50.0,
        "isian.A3.nilai.TW1": 1.0,
        "isian.A4.hari.TW1": 120.0,
        "isian.A4.berkas.TW1": 40.0,
        "analisis.A1.tindak_lanjut.TW1": "Menambah kunjungan",
    },
    results={
        **realisasi("TW1", A1=F(15), A2=F(90), A3=F(1), A4=F(3), A5=WAKTU, A6=WAKTU, A7=WAKTU),
        **capaian("TW1", "A1", F(15, 20) * 100, F(15, 80) * 100),
        **capaian("TW1", "A2", F(100), F(100)),
        **capaian("TW1", "A3", F(100), F(8 - 1, 4) * 100),
        **capaian("TW1", "A4", F(100), F(100)),
        "capaian_sasaran.1.TW1": F(175, 2),
        "capaian_sasaran.2.TW1": F(100),
        "capaian_sasaran.3.TW1": WAKTU,
        "rata_rata.TW1": F(375, 4),
        "rata_rata_sasaran.TW1": F(375, 4),
        "realisasi.A1.TW2": WAKTU,
        "rata_rata.TW2": WAKTU,
    },
    counted="4 dari 4",
)
TW2 = Step(
    name="TW2",
    typed={
        "identitas.periode_lapor": "TW2",
        "isian.A1.rt_dibina.TW2": 50.0,  # the stock of RT is left blank: 200 still hold
        "isian.A2.tepat.TW2": 88.0,
        "isian.A2.masuk.TW2": 100.0,
        "isian.A3.nilai.TW2": 2.0,
        "isian.A4.hari.TW2": 100.0,
        "isian.A4.berkas.TW2": 25.0,
        "analisis.A1.status_tindak_lanjut.TW1": "Selesai",
    },
    results={
        **realisasi("TW2", A1=F(80, 200) * 100, A2=F(88), A3=F(3), A4=F(7, 2), A5=WAKTU),
        **capaian("TW2", "A1", F(100), F(50)),
        **capaian("TW2", "A2", F(8800, 90), F(8800, 90)),
        **capaian("TW2", "A3", F(2 * 2 - 3, 2) * 100, F(8 - 3, 4) * 100),
        **capaian("TW2", "A4", 3 / F(7, 2) * 100, 3 / F(7, 2) * 100),
        "rata_rata.TW2": (100 + F(8800, 90) + 50 + F(600, 7)) / 4,
    },
    counted="4 dari 4",
    kept=("TW1",),
)
TW3 = Step(
    name="TW3",  # after the PK perubahan of 12 August: A1 70 instead of 80, A2 92 instead of 90
    typed={
        "identitas.periode_lapor": "TW3",
        "isian.A1.rt_dibina.TW3": 34.0,
        "isian.A1.rt_semua.TW3": 220.0,
        "isian.A2.tepat.TW3": 138.0,
        "isian.A2.masuk.TW3": 150.0,
        "status.A3.TW3": "Nihil",
        "alasan.A3.TW3": "tidak ada pemeriksaan",
        "isian.A4.hari.TW3": 60.0,
        "isian.A4.berkas.TW3": 20.0,
    },
    results={
        **realisasi("TW3", A1=F(114, 220) * 100, A2=F(92), A3=F(3), A4=F(10, 3)),
        **capaian("TW3", "A1", F(114, 220) * 100 / 50 * 100, F(114, 220) * 100 / 70 * 100),
        **capaian("TW3", "A2", F(100), F(100)),
        **capaian("TW3", "A3", F(2 * 3 - 3, 3) * 100, F(125)),
        **capaian("TW3", "A4", F(90), F(90)),
        # What was reported stays: against 80 and 90, which were the year's targets then.
        **capaian("TW1", "A1", F(75), F(15, 80) * 100),
        **capaian("TW2", "A2", F(8800, 90), F(8800, 90)),
        "rata_rata.TW3": (F(114, 220) * 200 + 100 + 100 + 90) / 4,
    },
    counted="4 dari 4",
    kept=("TW1", "TW2"),
)
TW4 = Step(
    name="TW4",  # since October a Plt. camat
    typed={
        "identitas.periode_lapor": "TW4",
        "identitas.jabatan.TW4": "Plt. Camat",
        "identitas.camat.TW4": "BUDI SANTOSO, S.STP",
        "isian.A1.rt_dibina.TW4": 51.0,
        "isian.A2.tepat.TW4": 190.0,
        "isian.A2.masuk.TW4": 200.0,
        "isian.A3.nilai.TW4": 0.0,
        "isian.A4.hari.TW4": 84.0,
        "isian.A4.berkas.TW4": 24.0,
    },
    results={
        **realisasi("TW4", A1=F(75), A2=F(95), A3=F(3), A4=F(27, 8), A6=WAKTU, A7=WAKTU),
        **capaian("TW4", "A1", F(75, 70) * 100, F(75, 70) * 100),
        **capaian("TW4", "A2", F(95, 92) * 100, F(95, 92) * 100),
        **capaian("TW4", "A3", F(125), F(125)),
        **capaian("TW4", "A4", 3 / F(27, 8) * 100, 3 / F(27, 8) * 100),
        "rata_rata.TW4": (F(7500, 70) + F(9500, 92) + 125 + F(800, 9)) / 4,
        "rata_rata_batas.TW4": (F(7500, 70) + F(9500, 92) + 120 + F(800, 9)) / 4,
    },
    counted="4 dari 4",
    office="Plt. CAMAT UJI JAYA",
    kept=("TW1", "TW2", "TW3"),
)
TAHUN = Step(
    name="TAHUN",  # the AKIP evaluation is not out; the regency's figure waits without a word
    typed={
        "identitas.periode_lapor": "TAHUN",
        "identitas.jabatan.TAHUN": "a.n. Camat",
        "isian.A5.nilai.TAHUN": 82.0,
        "status.A6.TAHUN": TERSEDIA,
        "alasan.A6.TAHUN": "evaluasi belum selesai",
        "instansi.A6.TAHUN": "Inspektorat",
        "perkiraan.A6.TAHUN": "Maret 2026",
        "sifat_data.A5.TAHUN": "Sementara",
    },
    results={
        **realisasi("TAHUN", A1=F(75), A2=F(95), A3=F(3), A4=F(27, 8), A5=F(82)),
        **realisasi("TAHUN", A6=TERSEDIA, A7=TERSEDIA),
        **capaian("TAHUN", "A1", F(75, 70) * 100, F(75, 70) * 100),
        **capaian("TAHUN", "A5", F(82, 80) * 100, F(82, 80) * 100),
        **capaian("TAHUN", "A6", TERSEDIA, TERSEDIA),
        "capaian_sasaran.3.TAHUN": F(82, 80) * 100,
        "rata_rata.TAHUN": (F(7500, 70) + F(9500, 92) + 125 + F(800, 9) + F(8200, 80)) / 5,
    },
    counted="5 dari 7",
    office="a.n. CAMAT UJI JAYA",
    own_office="SEKRETARIS KECAMATAN",
    kept=("TW1", "TW2", "TW3", "TW4"),
)
LATE = Step(
    name="TAHUN_revisi",  # in March: the evaluation came, and the regency's figure
    typed={
        "identitas.revisi": 1.0,
        "status.A6.TAHUN": None,
        "alasan.A6.TAHUN": None,
        "instansi.A6.TAHUN": None,
        "perkiraan.A6.TAHUN": None,
        "isian.A6.nilai.TAHUN": 72.36,
        "isian.A7.nilai.TAHUN": 78.0,
        "sifat_data.A5.TAHUN": "Tetap",
    },
    results={
        **realisasi("TAHUN", A1=F(75), A5=F(82), A6=F(7236, 100), A7=F(78)),
        **capaian("TAHUN", "A6", F(7236, 7200) * 100, F(7236, 7200) * 100),
        **capaian("TAHUN", "A7", F(104), F(104)),
        "realisasi_predikat.A6.TAHUN": "BB",
        "kategori.A6.TAHUN": "Sangat Tinggi",
        "capaian_sasaran.3.TAHUN": (F(205, 2) + F(201, 2) + 104) / 3,
        "rata_rata.TAHUN": (
            (F(7500, 70) + F(9500, 92) + 125 + F(800, 9)) + (F(205, 2) + F(201, 2) + 104)
        )
        / 7,
    },
    counted="7 dari 7",
    office="a.n. CAMAT UJI JAYA",
    own_office="SEKRETARIS KECAMATAN",
    kept=("TW1", "TW2", "TW3", "TW4"),
)
STEPS = (TW1, TW2, TW3, TW4, TAHUN, LATE)
