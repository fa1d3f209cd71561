"""What a clerk meets in a form: where the cursor is, what is said at a box, what is named in words."""

import io
import zipfile

import pytest

from iku.blueprint import BlueprintSheet
from iku.entry_workbook import entry_blueprint
from iku.layout.extras import CATATAN
from iku.sheets.isian import END
from tests.calculation.live import Twice
from tests.calculation.reports import quarterly, yearly
from tests.workbooks import layout, workbook_bytes

WAITING = "Data belum tersedia"
LIKE = (
    "{kode: %s, nama: %s, nomor: %s, satuan: nilai, polaritas: maksimasi, nilai: {jenis: langsung}}"
)


def sheet(name: str, of: str) -> BlueprintSheet:
    return entry_blueprint(layout(of)).sheet(name)


def named(*indikator: tuple[str, str, str]) -> str:
    known = yearly("\n".join(LIKE % one for one in indikator))
    waiting = {f"status.{kode}.TAHUN": WAITING for kode, _, _ in indikator[1:]}
    said = [
        text for text in Twice(known, waiting).texts("Capaian") if str(text).startswith(WAITING)
    ]
    return next(str(text) for text in said if text != WAITING)


def test_indicators_that_are_waited_for_are_named_by_their_numbers_as_numbers() -> None:
    found = named(("A", "Surat", "1."), ("B", "Aduan", "2."), ("C", "Izin", "3."))

    assert found == "Data belum tersedia: indikator nomor 2; 3. "


def test_they_are_named_by_name_where_a_number_stands_twice_or_nowhere() -> None:
    twice = named(("A", "Surat", "1."), ("B", "Aduan", "2."), ("C", "Izin", "1."))
    nowhere = named(("A", "Surat", "1."), ("B", "Aduan", "''"))

    assert twice == "Data belum tersedia: indikator Aduan; Izin. "
    assert nowhere == "Data belum tersedia: indikator Aduan. "


@pytest.mark.parametrize("of", ["kota_jambi_2017", "contoh_triwulanan_2025", "baru_dibentuk"])
def test_isian_opens_with_the_cursor_in_the_first_box_to_fill_in(of: str) -> None:
    isian = sheet("Isian", of)
    at = next(one for one in isian.cells if one.a1 == isian.cursor)

    assert (at.style, isian.columns[at.column].hidden) == ("entry", False)


def test_the_cursor_is_written_into_the_file() -> None:
    of = layout("kota_jambi_2017")
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(of, {}))) as package:
        part = package.read("xl/worksheets/sheet4.xml").decode()

    assert f'activeCell="{sheet("Isian", "kota_jambi_2017").cursor}"' in part


def test_the_end_of_isian_says_what_it_is_and_is_not_printed() -> None:
    of = layout("kota_jambi_2017")
    isian = sheet("Isian", "kota_jambi_2017")
    end = next(one for one in isian.cells if one.content == END)

    assert end.row == of.isian.end_row
    assert (isian.page.print_area or "").endswith(str(end.row - 1))


def test_a_reason_is_asked_for_in_yellow_beside_every_note() -> None:
    (rule,) = sheet(CATATAN, "kota_jambi_2017").conditional_formats

    assert (rule.formula, rule.style) == ('$A7<>""', "mark_answer")


def test_boxes_are_called_what_the_sheet_calls_them() -> None:
    entries = layout("kota_jambi_2017").entries

    assert entries["status.R1.TAHUN"].label == "Keadaan"
    assert entries["dilaporkan.R1.TAHUN"].label == "Menurut laporan tercetak"
    assert entries["isian.R9.nilai.TAHUN"].prompt == "Nilai AKIP Kecamatan. Contoh: 61,70"


def test_deadlines_stand_in_the_order_of_the_year() -> None:
    known = quarterly(
        LIKE % ("A", "Surat", "1."), "batas_waktu: {TAHUN: 31 Januari, TW1: 10 April}"
    )
    words = [
        str(one.content) for one in entry_blueprint(Twice(known, {}).layout).sheet("Beranda").cells
    ]

    assert "Batas waktu Triwulan I: 10 April, Tahun: 31 Januari" in words
