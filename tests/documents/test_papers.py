"""The papers of a quarter, made from one filled workbook, read back from their Word files."""

import hashlib
import json
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from tests.command_runs import iku
from tests.documents.reading_back import document_text

DEFINITION = Path("tests/data/serba_ada.yaml")
KODE = "21.05.09"
VALUES = {
    "identitas.periode_lapor": "TW2",
    "identitas.penyusun": "Budi",
    "identitas.status_laporan": "Final",
    "identitas.camat.TW2": "RINA WATI, S.Sos",
    "identitas.jabatan.TW2": "a.n./Sekretaris Kecamatan",
    "identitas.tempat.TW2": "Uji",
    "identitas.tanggal.TW2": "4 Juli 2025",
    "isian.M1.tepat_a.TW1": 20,
    "isian.M1.masuk_a.TW1": 40,
    "isian.M1.tepat_a.TW2": 25,
    "isian.M1.masuk_a.TW2": 50,
    "isian.M5.nilai.TW2": 4,
    "analisis.M1.pendorong.TW2": "Loket dibuka lebih pagi",
    "analisis.M1.penghambat.TW2": "Listrik sering padam",
    "analisis.M1.tindak_lanjut.TW1": "Tambah satu petugas",
    "analisis.M1.penanggung_jawab.TW1": "Kasi Pelayanan",
    "analisis.M1.tenggat.TW1": "30 Mei 2025",
    "analisis.M1.status_tindak_lanjut.TW1": "Selesai",
    "bukti.M1.1.nama.TW2": "Rekap surat",
    "bukti.M1.1.nomor.TW2": "12/REK",
    "bukti.M5.1.nama.TW2": "Tidak ada di mana-mana",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every paper of a folder that came back with one file of evidence in it."""
    folder = tmp_path_factory.mktemp("uji")
    values, received = folder / "nilai.json", folder / "kiriman"
    values.write_text(json.dumps(VALUES), encoding="utf-8")
    (received / "bukti").mkdir(parents=True)
    (received / "bukti" / "REKAP SURAT.pdf").write_bytes(b"%PDF")
    iku("build", DEFINITION, "-o", folder)
    blank = next(folder.glob("IKU_*.xlsx"))
    filled = iku("fill", blank, values, "-o", received / "isi.xlsx")
    assert filled.returncode == 0, filled.stderr
    run = iku("documents", "semua", received, "-o", folder / "dokumen")
    assert run.returncode == 0, run.stderr
    return folder / "dokumen"


def text_of(papers: Path, stem: str) -> str:
    (path,) = papers.glob(f"{stem}_2025*{KODE}_Uji.docx")
    return document_text(path)


def rows_of(papers: Path, stem: str, table: int = 0) -> list[list[str]]:
    (path,) = papers.glob(f"{stem}_2025*{KODE}_Uji.docx")
    found = docx.Document(str(path)).tables[table]
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_the_measurement_form_has_both_capaian_and_the_analysis(papers: Path) -> None:
    rows = rows_of(papers, "Formulir_Pengukuran")
    assert rows[1][6:9] == ["(7)", "(8)=(7)/(6)×100", "(9)=(7)/(5)×100"]
    row = next(row for row in rows if row[2].startswith("1.1"))
    # 45 of 90 letters in time: 50 % of a target of 45 %, and of 90 % for the year.
    assert row[4:9] == ["90", "45", "50,00", "111,11", "55,56"]
    assert row[9] == "Pendorong: Loket dibuka lebih pagi\nPenghambat: Listrik sering padam"


def test_states_stand_in_words_where_there_is_no_number(papers: Path) -> None:
    rows = rows_of(papers, "Formulir_Pengukuran")
    shown = {row[2]: row[6] for row in rows[2:]}
    assert shown["Waktu layanan"] == "Belum diisi"
    assert shown["AKIP"] == "Belum waktunya"
    assert shown["Tanpa objek"] == "Tidak ada objek"


def test_last_quarters_follow_up_and_its_status_are_shown(papers: Path) -> None:
    assert rows_of(papers, "Formulir_Pengukuran", 1)[1] == [
        "1.1 Rata-rata dua bagian",
        "Tambah satu petugas",
        "Kasi Pelayanan",
        "30 Mei 2025",
        "Selesai",
    ]


def test_who_signs_for_the_camat_signs_with_the_own_office(papers: Path) -> None:
    text = text_of(papers, "Formulir_Pengukuran")
    lines = [line for line in text.split("\n") if line]
    at = lines.index("Mengetahui,")
    assert lines[at : at + 4] == [
        "Mengetahui,",
        "a.n. CAMAT UJI",
        "SEKRETARIS KECAMATAN,",
        "RINA WATI, S.Sos",
    ]
    assert "Uji, 4 Juli 2025" in lines


def test_named_evidence_is_found_by_name_and_hashed(papers: Path) -> None:
    rows = rows_of(papers, "Daftar_Bukti_Dukung")
    found = {row[4]: row[7] for row in rows}
    digest = hashlib.sha256(b"%PDF").hexdigest()[:16]
    assert found["Rekap surat"] == f"bukti/REKAP SURAT.pdf\n{digest}"
    assert found["Tidak ada di mana-mana"] == "tidak ditemukan"
    assert found["belum disebut"] == "-"


def test_the_agreement_names_targets_and_both_parties(papers: Path) -> None:
    text = text_of(papers, "Perjanjian_Kinerja")
    assert "BUPATI UJI," in text
    assert "Plt. CAMAT UJI," in text
    targets = {row[2]: row[4] for row in rows_of(papers, "Perjanjian_Kinerja", 1)}
    assert targets["1.1 Rata-rata dua bagian"] == "90"
    assert targets["Dalam rentang"] == "3–5"
    assert targets["Tanpa objek"] == "Tidak ada objek"


def test_the_plan_says_when_an_indicator_is_not_measured(papers: Path) -> None:
    rows = {row[2]: row for row in rows_of(papers, "Rencana_Aksi")}
    assert rows["1.1 Rata-rata dua bagian"][4:9] == ["90", "20", "45", "70", "90"]
    assert rows["IKM"][5:9] == ["tidak diukur", "80", "tidak diukur", "85"]


def test_a_shared_figure_is_asked_for_once_and_the_regencys_not_at_all(papers: Path) -> None:
    text = text_of(papers, "Lembar_Permintaan_Data")
    assert text.count("Penduduk") == 1
    assert "AKIP" not in text


def test_the_chapter_compares_works_out_and_tells_the_reasons(papers: Path) -> None:
    text = text_of(papers, "LKjIP_Bab_III")
    assert "Target 45 %, realisasi 50,00, capaian 111,11" in text
    assert "45/90 × 100% = 50,00%" in text
    assert "Pendorong keberhasilan: Loket dibuka lebih pagi" in text


def test_a_report_of_the_year_waits_for_the_year(papers: Path) -> None:
    assert not list(papers.glob("Laporan_Capaian*"))


def test_a_state_takes_no_percent_sign_and_an_empty_chart_is_not_drawn(tmp_path: Path) -> None:
    values, received = tmp_path / "nilai.json", tmp_path / "kiriman"
    values.write_text('{"identitas.periode_lapor": "TW1"}', encoding="utf-8")
    iku("build", DEFINITION, "-o", tmp_path)
    iku("fill", next(tmp_path.glob("IKU_*.xlsx")), values, "-o", received / "isi.xlsx")
    run = iku("documents", "lkjip", received, "-o", tmp_path)
    assert run.returncode == 0, run.stderr
    text = text_of(tmp_path, "LKjIP_Bab_III")
    assert "Rata-rata capaian belum diisi dari" in text
    with ZipFile(next(tmp_path.glob("LKjIP*.docx"))) as paper:
        assert not any("chart" in name for name in paper.namelist())


def test_a_folder_without_workbooks_is_called_just_that(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    asked = ("documents", "lkjip", tmp_path / "kosong", "--definition", DEFINITION)
    run = iku(*asked, "-o", tmp_path / "dokumen")
    assert run.returncode == 2
    assert "tidak ada satu pun buku kerja di tempat yang disebut" in run.stderr
    assert "unit yang cocok" not in run.stderr


def test_a_folder_of_refused_files_is_told_from_one_without_that_unit(tmp_path: Path) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(b"PK bukan buku kerja")
    asked = ("documents", "lkjip", tmp_path / "rusak.xlsx", "--definition", DEFINITION)
    run = iku(*asked, "-o", tmp_path / "dokumen")
    assert run.returncode == 2
    assert "tidak satu pun berkas diterima; periksa berkas-berkas itu" in run.stderr
