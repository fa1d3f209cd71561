"""Cek Kesiapan and Beranda answer without macros: how much, where first, and what next."""

import pytest

from iku.blueprint import Access
from iku.cells import Value
from iku.entry_workbook import entry_blueprint, formula_values
from iku.sheets.cek_kesiapan import COUNT, FIRST, PLACE, QUESTION, READY_CELL, SHEET
from tests.looks.books import twenty, whole_year
from tests.workbooks import refs

OF = twenty()
BLUEPRINT = entry_blueprint(OF)
Answers = dict[str, tuple[Value, Value]]


def answers(changes: dict[str, Value]) -> tuple[Value, Answers]:
    """The verdict, and (count, first place) by question, after a few changes to a whole year."""
    values = formula_values(BLUEPRINT, refs(OF, {**whole_year(OF), **changes}))
    shown = {(ref.row, ref.column): value for ref, value in values.items() if ref.sheet == SHEET}
    questions: Answers = {}
    for cell in BLUEPRINT.sheet(SHEET).cells:
        if cell.column == QUESTION and cell.row >= FIRST:
            key = str(cell.content)
            questions[key] = (shown[cell.row, COUNT], shown[cell.row, PLACE])
    return shown[READY_CELL.row, READY_CELL.column], questions


def test_a_whole_year_is_ready() -> None:
    verdict, questions = answers({})

    assert verdict == "SIAP DIKIRIM"
    assert {count for count, _ in questions.values()} == {0.0}
    assert len(questions) == 17


TEXT = "Apakah semua isian berupa angka?"
RANGE = "Apakah semua angka di dalam batasnya?"
BOTH = "Apakah tidak ada angka yang disertai keadaan?"
SHARE = "Apakah pembilang tidak melebihi penyebutnya?"
REASON = "Apakah setiap keadaan (Nihil, Data belum tersedia) disertai alasan?"
OFFICE = "Apakah data yang ditunggu disertai instansi dan perkiraan waktunya?"
TOLD = "Apakah capaian di bawah 100 disertai penghambat dan tindak lanjut?"
PROVED = "Apakah setiap angka disertai bukti dukung?"
BLANK = "Apakah semua angka yang sudah waktunya sudah terisi?"
GRADE = "Apakah predikat sesuai dengan nilainya?"
CASES: list[tuple[dict[str, Value], str, str]] = [
    ({"isian.P10.ada.TW2": "lima"}, TEXT, "isian.P10.ada.TW2"),
    ({"isian.bersama.desa.TW1": -9.0}, RANGE, "isian.bersama.desa.TW1"),
    ({"isian.bersama.desa.TW1": 9.5}, RANGE, "isian.bersama.desa.TW1"),
    ({"isian.bersama.desa.TW3": 201.0}, RANGE, "isian.bersama.desa.TW3"),
    (
        {"status.P10.ada.TW2": "Nihil", "alasan.P10.ada.TW2": "tidak ada"},
        BOTH,
        "isian.P10.ada.TW2",
    ),
    ({"isian.P10.aktif.TW4": 53.0}, SHARE, "isian.P10.aktif.TW1"),
    ({"isian.P18.tuntas.TW1": None, "status.P18.TW1": "Nihil"}, REASON, "alasan.P18.TW1"),
    (
        {"status.P17.TAHUN": "Data belum tersedia", "alasan.P17.TAHUN": "menunggu"},
        OFFICE,
        "alasan.P17.TAHUN",
    ),
    ({"analisis.P06.tindak_lanjut.TW3": None}, TOLD, "analisis.P06.penghambat.TW3"),
    (
        {"bukti.P13.1.nama.TW2": None, "bukti.P13.1.tautan.TW2": None},
        PROVED,
        "bukti.P13.1.nama.TW2",
    ),
    ({"isian.P12.rt_dibina.TW3": None}, BLANK, "isian.P12.rt_dibina.TW3"),
    ({"isian.P17.predikat.TAHUN": "A"}, GRADE, "isian.P17.predikat.TAHUN"),
]


@pytest.mark.parametrize(("changes", "question", "name"), CASES)
def test_a_fault_is_counted_and_found(changes: dict[str, Value], question: str, name: str) -> None:
    verdict, questions = answers(changes)
    ref = OF.entries[name].ref

    assert questions[question] == (1.0, f"{ref.sheet}!{ref.a1}")
    assert str(verdict).startswith("BELUM SIAP: ")


def test_what_only_the_report_lacks_is_almost_ready() -> None:
    verdict, questions = answers({"identitas.status_laporan": "Draf", "identitas.nip.TW4": "19 69"})

    assert verdict == "HAMPIR SIAP: 2 hal"
    nip = OF.entries["identitas.nip.TW4"].ref
    assert questions["Apakah NIP penanda tangan berisi 18 angka?"] == (1.0, f"Beranda!{nip.a1}")


def test_beranda_names_the_cell_to_fill_in_next() -> None:
    values = formula_values(BLUEPRINT, refs(OF, {"identitas.periode_lapor": "TW1"}))
    shown = [value for ref, value in values.items() if ref.sheet == "Beranda"]
    first = OF.entries["isian.bersama.penduduk.TW1"].ref

    assert any(str(value).startswith(f"Isian!{first.a1}: Jumlah penduduk") for value in shown)


def test_every_entry_says_what_belongs_in_it_within_what_excel_shows() -> None:
    prompts = {
        f"{sheet.name}!{cell.a1}": cell.validation.prompt if cell.validation else ""
        for sheet in BLUEPRINT.sheets
        for cell in sheet.cells
        if cell.access is Access.ENTRY
    }

    assert [place for place, prompt in prompts.items() if not 0 < len(prompt) <= 255] == []
    cut = [one.name for one in OF.entries.values() if len(one.prompt) > 255]
    assert cut == []
