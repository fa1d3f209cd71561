"""A folder in which every documented command finds the files that it names."""

import shutil
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell

from examples.story import ROOT, run_command
from tests.audit.written import docx

UNIT = "15.71.03"
FORM = f"IKU_2017_{UNIT}_Jambi_Timur.xlsx"
QUARTERLY = "jambi_timur_2017_triwulanan"
CENTRAL = "kode_unit;indikator;periode;nilai\n"
WAIVERS = "kode_unit;diterima\n15.71.03;10 Januari 2018\n"
UNITS = ("unit:\n", "\npengaturan:")
ONE_UNIT = "unit:\n  - {kode: 15.71.03, nama: Jambi Timur}\n"


def prepare_yearly(folder: Path) -> None:
    """Write the files of a regency with one kecamatan that reports once a year."""
    text = (ROOT / "templates/kota_jambi_2017.yaml").read_text(encoding="utf-8")
    before, rest = text.split(UNITS[0], 1)
    _prepare(folder, before + ONE_UNIT + UNITS[1] + rest.split(UNITS[1], 1)[1])
    values = ROOT / "examples/data/jambi_timur_2017_koreksi.json"
    _fill(folder, values, "TAHUN")


def prepare_quarterly(folder: Path) -> None:
    """Write the files of the same kecamatan reporting by quarters, up to the second."""
    _prepare(folder, (ROOT / f"templates/{QUARTERLY}.yaml").read_text(encoding="utf-8"))
    _fill(folder, ROOT / f"examples/data/{QUARTERLY}.json", "TW2")


def _prepare(folder: Path, definition: str) -> None:
    shutil.copytree(ROOT / "templates", folder / "templates")
    for name in ("definisi.yaml", "templates/kota_jambi_2017.yaml"):
        (folder / name).write_text(definition, encoding="utf-8")
    second = definition.replace("\nversi: 1\n", "\nversi: 2\n")
    for name in ("definisi_versi_2.yaml", "kota_jambi_2017_versi_2.yaml"):
        (folder / name).write_text(second, encoding="utf-8")
    (folder / "nilai_pusat.csv").write_text(CENTRAL, encoding="utf-8")
    (folder / "ketetapan.csv").write_text(WAIVERS, encoding="utf-8")
    (folder / "sandi.txt").write_text("kata sandi contoh\n", encoding="utf-8")
    report = (ROOT / "tests/data/laporan_jambi_timur.txt").read_text(encoding="utf-8")
    (folder / "laporan_capaian_2017.docx").write_bytes(docx(report))
    _must(folder, "iku definition export definisi.yaml -o Kamus.xlsx")
    _must(folder, "iku build definisi.yaml -o formulir --history riwayat.sqlite")
    _must(folder, "iku documents pk --ambil-templat -o pk.docx")
    _must(folder, "iku key new -o kunci.pem --password-file sandi.txt")


def _fill(folder: Path, values: Path, period: str) -> None:
    shutil.copy(values, folder / "nilai.json")
    (folder / "periode.json").write_text(
        f'{{"identitas.periode_lapor": "{period}"}}', encoding="utf-8"
    )
    _must(folder, f"iku fill formulir/{FORM} nilai.json -o semua.xlsx")
    _must(folder, "iku fill semua.xlsx periode.json -o terisi.xlsx")
    (folder / "kiriman").mkdir()
    for name in (FORM, f"kiriman/{FORM}"):
        shutil.copy(folder / "terisi.xlsx", folder / name)
    _must(
        folder,
        "iku consolidate kiriman -o rekap.xlsx --definition definisi.yaml "
        "--history riwayat.sqlite --verification-form verifikasi.xlsx",
    )
    _accept_the_first(folder / "verifikasi.xlsx")


def _accept_the_first(form: Path) -> None:
    """Rule on the first figure of a verification form."""
    book = openpyxl.load_workbook(form)
    cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    found = (cell for cell in cells if isinstance(cell, Cell))
    head = next(cell for cell in found if str(cell.value).lower() == "putusan")
    head.offset(row=1).value = "Diterima"
    book.save(form)


def _must(folder: Path, command: str) -> None:
    status, said = run_command(command, folder)
    assert status == 0, f"{command}\n{said}"
