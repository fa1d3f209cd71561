"""Definisi IKU and Capaian print what the source documents print."""

import pytest

from iku.blueprint import BlueprintSheet
from iku.entry_workbook import entry_blueprint
from tests.workbooks import definition, layout

DOCUMENTS = {"kepulauan_anambas_2024": 0, "kota_jambi_2017": 2}


def texts(sheet: BlueprintSheet) -> list[str]:
    return [cell.content for cell in sheet.cells if isinstance(cell.content, str) and cell.content]


@pytest.mark.parametrize(("name", "unit"), DOCUMENTS.items())
def test_every_printed_text_stands_on_definisi_iku(name: str, unit: int) -> None:
    known = definition(name)
    shown = texts(entry_blueprint(layout(name, unit)).sheet("Definisi IKU"))

    printed = [known.tugas, *known.fungsi, *(sasaran.nama for sasaran in known.sasaran)]
    for one in known.indikator:
        printed += [one.rumus, one.penanggung_jawab, one.sumber_data, one.definisi_operasional]
    assert [text for text in printed if text and text not in shown] == []
    assert [
        one.nama for one in known.indikator if not any(one.nama in text for text in shown)
    ] == []


def test_the_columns_are_those_of_the_decree() -> None:
    shown = texts(entry_blueprint(layout("kepulauan_anambas_2024")).sheet("Definisi IKU"))

    for head in (
        "No.",
        "Sasaran Strategis",
        "Indikator Kinerja Utama",
        "Penjelasan/Formulasi Perhitungan",
        "Unit OPD Penanggung Jawab",
        "Sumber Data",
        "Keterangan",
        "Definisi Operasional",
    ):
        assert head in shown


def test_the_capaian_columns_are_those_of_the_report() -> None:
    sheet = entry_blueprint(layout("kota_jambi_2017", 2)).sheet("Capaian")
    shown = texts(sheet)

    for head in ("Sasaran", "IKU", "Target", "Realisasi", "Capaian (%)", "RENSTRA 2018"):
        assert head in shown
    assert "RATA – RATA CAPAIAN IKU" in shown
    assert shown.count("-") == 10
