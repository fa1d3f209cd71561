"""The shipped definitions are the two source documents, word for word and figure for figure."""

import json

import pytest

from iku.calculation.figure import half_up
from iku.calculation.results import Results
from iku.cells import Value
from iku.definition.load import load_definition
from iku.definition.model import Definition
from iku.names import all_names
from iku.report import Report
from iku.terbitan import issue

from .sample import TEMPLATES, VALUES

JAMBI = "kota_jambi_2017"
JAMBI_QUARTERLY = "jambi_timur_2017_triwulanan"
ANAMBAS = "kepulauan_anambas_2024"
EXAMPLE = "contoh_triwulanan_2025"
SHIPPED = (JAMBI, JAMBI_QUARTERLY, ANAMBAS, EXAMPLE)
FILLED = (
    ("jambi_timur_2017", JAMBI),
    ("jambi_timur_2017_koreksi", JAMBI),
    (JAMBI_QUARTERLY, JAMBI_QUARTERLY),
    ("contoh_jemaja_barat_2024", ANAMBAS),
    (EXAMPLE, EXAMPLE),
)
PRINTED_REALISASI = {
    "R1": "91.11", "R2": "91.80", "R3": "0.21", "R4": "25.00", "R5": "84.55",
    "R6": "100.00", "R7": "3.54", "R8": "5.21", "R9": "61.70", "R10": "78.49",
}  # fmt: skip
PRINTED_CAPAIAN = {
    "R1": "101.23", "R2": "102.00", "R3": "104.21", "R4": "250.00", "R5": "105.69",
    "R6": "100.00", "R7": "176.84", "R8": "130.21", "R9": "100.00", "R10": "120.76",
}  # fmt: skip


def definition(name: str) -> Definition:
    return load_definition(TEMPLATES / f"{name}.yaml")


def values(name: str) -> dict[str, Value]:
    stored = json.loads((VALUES / f"{name}.json").read_text(encoding="utf-8"))
    return {key: value if isinstance(value, str) else float(value) for key, value in stored.items()}


def results(name: str, template: str, kode: str) -> Results:
    whole = definition(template)
    unit = next(unit for unit in whole.unit if unit.kode == kode)
    entries: dict[str, Value] = {"identitas.periode_lapor": "TAHUN", **values(name)}
    return Results(Report(issue(whole, unit), entries))


def rounded(worked_out: Results, what: str) -> dict[str, str]:
    found = {}
    for one in worked_out.definition.indikator:
        figure = getattr(worked_out.result(one.kode, "TAHUN"), what)
        found[one.kode] = f"{half_up(figure.number, 2):.2f}"
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_definition_loads(name: str) -> None:
    assert definition(name).indikator


@pytest.mark.parametrize(("data", "template"), FILLED)
def test_example_values_fill_exactly_the_entries_of_their_definition(
    data: str, template: str
) -> None:
    names = set(all_names(definition(template)))
    given = values(data)
    assert {name for name in given if not name.startswith("identitas.")} <= names
    assert {name for name in names if name.startswith("isian.")} <= set(given)


def test_printed_operands_give_the_printed_figures_but_for_the_two_wrong_rows() -> None:
    worked_out = results("jambi_timur_2017", JAMBI, "15.71.03")
    # G06: 48/52 is not 91,80. G16-G19: with the printed 2.200 the answers add up to 100.
    assert rounded(worked_out, "realisasi") == PRINTED_REALISASI | {"R2": "92.31", "R5": "100.00"}
    assert rounded(worked_out, "capaian") == PRINTED_CAPAIAN | {"R2": "102.56", "R5": "125.00"}


def test_corrected_operands_give_every_printed_figure_and_the_printed_mean() -> None:
    worked_out = results("jambi_timur_2017_koreksi", JAMBI, "15.71.03")
    assert rounded(worked_out, "realisasi") == PRINTED_REALISASI
    assert rounded(worked_out, "capaian") == PRINTED_CAPAIAN
    means = worked_out.means("TAHUN")
    assert f"{half_up(means.rata_rata.number, 2):.2f}" == "129.09"
    assert f"{half_up(means.rata_rata_sasaran.number, 2):.2f}" == "125.97"


def test_four_quarters_end_the_year_like_the_yearly_form() -> None:
    yearly = results("jambi_timur_2017", JAMBI, "15.71.03")
    quarterly = results(JAMBI_QUARTERLY, JAMBI_QUARTERLY, "15.71.03")
    assert rounded(quarterly, "realisasi") == rounded(yearly, "realisasi")


def test_the_jambi_document_is_there_word_for_word() -> None:
    whole = definition(JAMBI)
    first, second, third = whole.sasaran
    assert [sasaran.nomor for sasaran in whole.sasaran] == ["1.", "1.", ""]
    assert first.nama == "Meningkatnya Kualitas Pelayanan Publik Dan Pemberdayaan Kecamatan"
    assert [one.nomor for one in second.indikator] == ["1.", "2.", "3.", "4."]
    assert first.indikator[3].rumus.startswith(
        "Jumlah Lokasi yang terlayani kegiatan bangkit Berdaya/RT / Jumlah RT x 100 %"
    )
    assert third.indikator[1].rumus.startswith(
        "Jumlah Temuan Inspektorat/Jumlah temuan yang ditindak lanjuti x 100%"
    )
    assert len(whole.fungsi) == 8
    assert whole.misi.startswith("Misi 1: Meningkatnya kualitas pelayanan public")


def test_kota_jambi_has_eleven_kecamatan_and_one_known_signatory() -> None:
    units = definition(JAMBI).unit
    assert [unit.kode for unit in units] == [f"15.71.{n:02d}" for n in range(1, 12)]
    signed = [unit for unit in units if unit.penanda_tangan.nama]
    assert [(unit.nama, unit.penanda_tangan.nip) for unit in signed] == [
        ("Jambi Timur", "19800423 199912 1 001")
    ]


def test_the_anambas_document_is_there_word_for_word() -> None:
    whole = definition(ANAMBAS)
    (unit,) = whole.unit
    assert (unit.kode, unit.nama, unit.penanda_tangan.jabatan) == (
        "21.05.09",
        "Jemaja Barat",
        "Plt.",
    )
    assert (unit.penanda_tangan.nama, unit.penanda_tangan.pangkat) == (
        "SARDIAN, S. Ag",
        "Penata Tk.I",
    )
    assert [text[:2] for text in whole.fungsi] == [f"{letter}." for letter in "abcdefghij"]
    assert [one.nomor for one in whole.indikator] == ["1.", "", "2.", ""]
    assert whole.indikator[3].penanggung_jawab == "Kccamatan Jemaja Barat"
    assert not any(one.target for one in whole.indikator)


def test_the_quarterly_example_has_a_flow_a_stock_a_grade_and_yearly_measurements() -> None:
    ratio, grade, survey = definition(EXAMPLE).indikator
    assert [part.sifat for part in ratio.komponen] == ["arus", "posisi"]
    assert grade.nilai.jenis == "predikat"
    assert grade.periode_ukur == survey.periode_ukur == ("TAHUN",)
