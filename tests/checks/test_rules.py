"""Each rule: entries in, codes and cells out. What is not named here stays silent."""

import pytest

from iku.cells import ErrorValue
from tests.checks.books import QUARTERLY, cells, check, data, jambi_timur, small, told

GOOD: dict[str, object] = {
    "identitas.penyusun": "Siti Aminah",
    "identitas.status_laporan": "Final",
    "isian.bersama.penduduk.TAHUN": 94519,
    "isian.A1.tindak.TAHUN": 85,
    "isian.A1.terima.TAHUN": 94,
    "isian.A2.tepat.TAHUN": 2555,
    "isian.A2.surat.TAHUN": 2584,
    "isian.A2.izin.TAHUN": 17,
    "isian.A2.permohonan.TAHUN": 18,
    "isian.A3.hadir.TAHUN": 205,
    "isian.A3.ditargetkan.TAHUN": 200,
    "isian.A4.diarsipkan.TAHUN": 2400,
    "isian.A4.surat.TAHUN": 2584,
    "isian.B1.kejadian.TAHUN": 8,
    "isian.B2.petugas.TAHUN": 10,
    "isian.C1.nilai.TAHUN": 62.5,
    "isian.C1.predikat.TAHUN": "B",
    "isian.C2.nilai.TAHUN": 84.6,
    "isian.C3.nilai.TAHUN": "Ya",
    "target.C2.TAHUN": 84,
    **{
        f"isian.C4.unsur_{word}.TAHUN": 420
        for word in ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
    },
    "isian.C4.responden.TAHUN": 120,
    **{
        f"bukti.{kode}.1.nama.TAHUN": "Laporan"
        for kode in ("A1", "A2", "A3", "A4", "B1", "B2", "C1", "C2", "C3", "C4")
    },
    "bukti.A1.2.tautan.TAHUN": "https://bukti.uji.go.id/rekap.pdf",
}
GOOD_TW2: dict[str, object] = {
    "identitas.penyusun": "Siti Aminah",
    "identitas.status_laporan": "Final",
    "identitas.periode_lapor": "TW2",
    "isian.bersama.lembaga.TW1": 52,
    "isian.A1.dibina.TW1": 12,
    "isian.A1.rt_ada.TW1": 60,
    "isian.A1.dibina.TW2": 14,
    "isian.A2.kegiatan.TW1": 5,
    "isian.A2.kegiatan.TW2": 11,
    "isian.A3.aktif.TW1": 47,
    "isian.A3.aktif.TW2": 48,
}


def test_a_book_filled_sensibly_is_silent() -> None:
    assert told(check(small(), GOOD)) == []
    assert told(check(small(QUARTERLY), GOOD_TW2)) == []


Expected = list[tuple[str, list[str]]]
IDENTITY: list[tuple[dict[str, object], Expected]] = [
    ({"identitas.periode_lapor": None}, [("IDN-001", ["identitas.periode_lapor"])]),
    ({"identitas.periode_lapor": "tahun"}, [("IDN-002", ["identitas.periode_lapor"])]),
    ({"identitas.status_laporan": "Draf"}, [("IDN-003", ["identitas.status_laporan"])]),
    (
        {"identitas.penyusun": None, "identitas.nip.TAHUN": None},
        [("IDN-004", ["identitas.penyusun", "identitas.nip.TAHUN"])],
    ),
    ({"identitas.nip.TAHUN": "19800423 199912 1"}, [("IDN-005", ["identitas.nip.TAHUN"])]),
    ({"identitas.nip.TAHUN": "198004311999121001"}, [("IDN-005", ["identitas.nip.TAHUN"])]),
    ({"identitas.nip.TAHUN": "198004231985121001"}, [("IDN-005", ["identitas.nip.TAHUN"])]),
    ({"identitas.nip.TAHUN": "198004231999131001"}, [("IDN-005", ["identitas.nip.TAHUN"])]),
    ({"identitas.nip.TAHUN": "19800423.199912.1.001"}, []),
    ({"identitas.nip.TAHUN": "198004232022211001"}, []),  # PPPK: code 21, not a month
    ({"identitas.nip.TAHUN": 198004231999121000.0}, [("IDN-006", ["identitas.nip.TAHUN"])]),
]
ENTRIES: list[tuple[dict[str, object], Expected]] = [
    ({"isian.A1.tindak.TAHUN": None}, [("ISI-001", ["isian.A1.tindak.TAHUN"])]),
    (
        {"isian.A1.tindak.TAHUN": None, "isian.A1.terima.TAHUN": None},
        [("ISI-001", ["isian.A1.tindak.TAHUN", "isian.A1.terima.TAHUN"])],
    ),
    ({"isian.bersama.penduduk.TAHUN": None}, [("ISI-001", ["isian.bersama.penduduk.TAHUN"])]),
    ({"isian.C1.predikat.TAHUN": None}, []),
    ({"isian.C1.nilai.TAHUN": None}, [("ISI-001", ["isian.C1.nilai.TAHUN"])]),
    ({"isian.B1.kejadian.TAHUN": 0}, []),
    (
        {
            "isian.A2.izin.TAHUN": None,
            "isian.A2.permohonan.TAHUN": None,
            "status.A2.izin.TAHUN": "Nihil",
            "alasan.A2.izin.TAHUN": "tidak ada permohonan",
            "status.A2.permohonan.TAHUN": "Nihil",
            "alasan.A2.permohonan.TAHUN": "tidak ada permohonan",
        },
        [],
    ),
    (
        {"status.A1.TAHUN": "Nihil", "alasan.A1.TAHUN": "tidak ada"},
        [("ISI-002", ["isian.A1.tindak.TAHUN", "isian.A1.terima.TAHUN", "status.A1.TAHUN"])],
    ),
    (
        {"isian.B1.kejadian.TAHUN": None, "status.B1.TAHUN": "nihil"},
        [("ISI-003", ["status.B1.TAHUN"])],
    ),
    (
        {"isian.B1.kejadian.TAHUN": None, "status.B1.TAHUN": "Nihil"},
        [("ISI-004", ["status.B1.TAHUN", "alasan.B1.TAHUN"])],
    ),
    (
        {
            "isian.B1.kejadian.TAHUN": None,
            "status.B1.TAHUN": "Data belum tersedia",
            "alasan.B1.TAHUN": "menunggu",
            "instansi.B1.TAHUN": "Satpol PP",
        },
        [("ISI-005", ["perkiraan.B1.TAHUN"])],
    ),
    ({"isian.C1.predikat.TAHUN": "Baik"}, [("ISI-006", ["isian.C1.predikat.TAHUN"])]),
    ({"isian.C1.predikat.TAHUN": "b"}, []),
    ({"isian.C3.nilai.TAHUN": 1}, [("ISI-006", ["isian.C3.nilai.TAHUN"])]),
    ({"isian.C3.nilai.TAHUN": "ya"}, []),
    ({"sifat_data.A1.TAHUN": "Kira-kira"}, [("ISI-006", ["sifat_data.A1.TAHUN"])]),
    ({"isian.A1.tindak.TAHUN": ErrorValue("#DIV/0!")}, [("ISI-007", ["isian.A1.tindak.TAHUN"])]),
    ({"isian.A1.tindak.TAHUN": -5}, [("ISI-008", ["isian.A1.tindak.TAHUN"])]),
    (
        {"isian.A3.ditargetkan.TAHUN": 1001, "isian.A3.hadir.TAHUN": 1001},
        [("ISI-008", ["isian.A3.ditargetkan.TAHUN"])],
    ),
    ({"isian.A1.tindak.TAHUN": 84.5}, [("ISI-009", ["isian.A1.tindak.TAHUN"])]),
    ({"isian.A1.tindak.TAHUN": True}, [("ISI-010", ["isian.A1.tindak.TAHUN"])]),
    ({"target.C2.TAHUN": None}, [("ISI-011", ["target.C2.TAHUN"])]),
]
TYPED: list[tuple[dict[str, object], Expected]] = [
    ({"isian.A1.tindak.TAHUN": "85 keluhan"}, [("ANG-001", ["isian.A1.tindak.TAHUN"])]),
    ({"isian.A1.tindak.TAHUN": "98 %"}, [("ANG-003", ["isian.A1.tindak.TAHUN"])]),  # of what?
    ({"isian.A2.surat.TAHUN": "2.584"}, [("ANG-001", ["isian.A2.surat.TAHUN"])]),  # must be whole
    ({"isian.C2.nilai.TAHUN": "84,60"}, [("ANG-001", ["isian.C2.nilai.TAHUN"])]),
    ({"isian.C2.nilai.TAHUN": "84.605"}, [("ANG-002", ["isian.C2.nilai.TAHUN"])]),
    ({"dilaporkan.A1.TAHUN": "90.425"}, [("ANG-002", ["dilaporkan.A1.TAHUN"])]),
    ({"isian.A1.tindak.TAHUN": "-"}, [("ANG-003", ["isian.A1.tindak.TAHUN"])]),
    ({"isian.C1.nilai.TAHUN": "Belum Rilis"}, [("ANG-003", ["isian.C1.nilai.TAHUN"])]),
]
LOGIC: list[tuple[dict[str, object], Expected]] = [
    (
        {"isian.A1.tindak.TAHUN": 95},
        [("LOG-001", ["isian.A1.tindak.TAHUN", "isian.A1.terima.TAHUN"])],
    ),
    (
        {"isian.A2.izin.TAHUN": 19},
        [("LOG-001", ["isian.A2.izin.TAHUN", "isian.A2.permohonan.TAHUN"])],
    ),
    ({"isian.A3.hadir.TAHUN": 220}, []),  # what is aimed at may be exceeded
    (
        {"isian.A1.tindak.TAHUN": 0, "isian.A1.terima.TAHUN": 0},
        [("LOG-002", ["isian.A1.terima.TAHUN"])],
    ),
    ({"isian.bersama.penduduk.TAHUN": 0}, [("LOG-002", ["isian.bersama.penduduk.TAHUN"])]),
    ({"dilaporkan.A1.TAHUN": 90.43}, []),
    (
        {"dilaporkan.A1.TAHUN": 91.8},
        [("LOG-003", ["dilaporkan.A1.TAHUN", "isian.A1.tindak.TAHUN", "isian.A1.terima.TAHUN"])],
    ),
    ({"dilaporkan.C2.TAHUN": 84.7}, [("LOG-003", ["dilaporkan.C2.TAHUN", "isian.C2.nilai.TAHUN"])]),
    (
        {"isian.C1.nilai.TAHUN": 60},
        [
            ("LOG-004", ["isian.C1.nilai.TAHUN", "isian.C1.predikat.TAHUN"]),
            ("NAR-001", ["analisis.C1.penghambat.TAHUN", "analisis.C1.tindak_lanjut.TAHUN"]),
        ],
    ),
    ({"isian.C1.nilai.TAHUN": 70}, []),
    (
        {"isian.C1.nilai.TAHUN": 70.01},
        [("LOG-004", ["isian.C1.nilai.TAHUN", "isian.C1.predikat.TAHUN"])],
    ),
    (
        {"isian.C4.unsur_dua.TAHUN": 4},
        [("LOG-005", ["isian.C4.unsur_dua.TAHUN", "isian.C4.responden.TAHUN"])],
    ),
    ({"isian.C2.nilai.TAHUN": 3.4}, [("LOG-006", ["isian.C2.nilai.TAHUN"])]),
    ({"isian.C2.nilai.TAHUN": 3.4, "target.C2.TAHUN": 3.2}, []),
    (
        {"isian.A4.surat.TAHUN": 2585},
        [("LOG-007", ["isian.A2.surat.TAHUN", "isian.A4.surat.TAHUN"])],
    ),
    (
        {"dilaporkan.A1.TAHUN": 90.42},  # 85/94 is 90.4255…
        [("LOG-009", ["dilaporkan.A1.TAHUN", "isian.A1.tindak.TAHUN", "isian.A1.terima.TAHUN"])],
    ),
    (
        {"dilaporkan.A1.TAHUN": 90.4},
        [("LOG-009", ["dilaporkan.A1.TAHUN", "isian.A1.tindak.TAHUN", "isian.A1.terima.TAHUN"])],
    ),
]
SENSE: list[tuple[dict[str, object], Expected]] = [
    ({"isian.B2.petugas.TAHUN": 15}, [("TRN-001", ["isian.B2.petugas.TAHUN"])]),
    ({"isian.B1.kejadian.TAHUN": 0}, []),
    (
        {
            "isian.B1.kejadian.TAHUN": 25,
            "analisis.B1.penghambat.TAHUN": "Dua konser besar",
            "analisis.B1.tindak_lanjut.TAHUN": "Patroli bersama",
        },
        [("TRN-002", ["isian.B1.kejadian.TAHUN"])],
    ),
    (
        {"isian.C1.nilai.TAHUN": 61.75},
        [("TRN-003", ["isian.C1.nilai.TAHUN", "isian.C1.predikat.TAHUN"])],
    ),
    (
        {
            "isian.A1.tindak.TAHUN": 85,
            "isian.A1.terima.TAHUN": 940,
            "analisis.A1.penghambat.TAHUN": "Kurang petugas",
            "analisis.A1.tindak_lanjut.TAHUN": "Tambah petugas",
        },
        [("TRN-004", ["isian.A1.tindak.TAHUN", "isian.A1.terima.TAHUN"])],
    ),
    (
        {"isian.A1.tindak.TAHUN": 80, "analisis.A1.penghambat.TAHUN": "Kurang petugas"},
        [("NAR-001", ["analisis.A1.tindak_lanjut.TAHUN"])],
    ),
    ({"bukti.A1.1.nama.TAHUN": None}, [("NAR-002", ["bukti.A1.1.nama.TAHUN"])]),
]


@pytest.mark.parametrize(
    ("changes", "expected"), [*IDENTITY, *ENTRIES, *TYPED, *LOGIC, *SENSE], ids=str
)
def test_what_a_change_of_entries_leads_to(changes: dict[str, object], expected: Expected) -> None:
    of = small()
    found = told(check(of, {**GOOD, **changes}))
    assert found == [(code, cells(of, *names)) for code, names in expected]


QUARTERS: list[tuple[dict[str, object], Expected]] = [
    ({"isian.A1.rt_ada.TW2": None}, []),  # a stock holds what was last known
    (
        {"isian.A1.rt_ada.TW1": None, "isian.A1.rt_ada.TW2": 60},
        [("ISI-001", ["isian.A1.rt_ada.TW1"])],
    ),
    ({"isian.A1.dibina.TW2": None}, [("ISI-001", ["isian.A1.dibina.TW2"])]),
    ({"isian.A1.dibina.TW3": None, "isian.A1.dibina.TW4": None}, []),
    (
        {"isian.A1.dibina.TW3": 5, "isian.A1.rt_ada.TW3": 60},
        [("IDN-007", ["isian.A1.dibina.TW3", "isian.A1.rt_ada.TW3", "identitas.periode_lapor"])],
    ),
    ({"isian.A1.dibina.TW2": 49}, [("LOG-001", ["isian.A1.dibina.TW2", "isian.A1.rt_ada.TW1"])]),
    (
        {"isian.A2.kegiatan.TW1": 12},
        [("TRN-005", ["isian.A2.kegiatan.TW2", "isian.A2.kegiatan.TW1"])],
    ),
    (
        {"isian.bersama.lembaga.TW1": None},
        [("ISI-001", ["isian.bersama.lembaga.TW1"]), ("ISI-001", ["isian.bersama.lembaga.TW2"])],
    ),
    ({"isian.A2.kegiatan.TW1": 11}, []),
    ({"isian.A3.aktif.TW2": 40}, []),  # a stock may fall
    (
        {"isian.A1.dibina.TW2": None, "dilaporkan.A1.TW1": 30},  # the later gap explains nothing
        [
            ("ISI-001", ["isian.A1.dibina.TW2"]),
            ("LOG-003", ["dilaporkan.A1.TW1", "isian.A1.dibina.TW1", "isian.A1.rt_ada.TW1"]),
        ],
    ),
    (
        {"isian.A3.aktif.TW2": 53},
        [("LOG-001", ["isian.A3.aktif.TW2", "isian.bersama.lembaga.TW1"])],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), QUARTERS, ids=str)
def test_what_a_change_in_a_quarterly_book_leads_to(
    changes: dict[str, object], expected: Expected
) -> None:
    of = small(QUARTERLY)
    found = told(check(of, {**GOOD_TW2, **changes}))
    assert found == [(code, cells(of, *names)) for code, names in expected]


def test_unlike_things_are_no_part_and_whole() -> None:
    values = {**data("jambi_timur_2017_koreksi"), "isian.R4.lokasi.TAHUN": 200.0}
    assert "LOG-001" not in [finding.code for finding in check(jambi_timur(), values)]


def test_a_denominator_used_twice_is_told_once() -> None:
    values = {**data("jambi_timur_2017_koreksi"), "isian.R4.rt.TAHUN": 0.0}
    found = [places for code, places in told(check(jambi_timur(), values)) if code == "LOG-002"]
    assert found == [cells(jambi_timur(), "isian.R4.rt.TAHUN")]


def test_a_denominator_is_offered_only_where_a_single_one_fits() -> None:
    (finding,) = check(small(), {**GOOD, "dilaporkan.A4.TAHUN": 5})
    assert finding.code == "LOG-003"
    assert not {"penyebut_cocok", "perbandingan_cocok"} & finding.facts.keys()
