"""Jambi Timur 2017: every printed realisasi and capaian, from the printed operands."""

import json
from decimal import Decimal

import pytest

from iku.calculation.figure import half_up
from iku.calculation.results import Results
from iku.report import Report
from iku.resources import example_path
from iku.terbitan import issue
from tests.workbooks import definition

TIMUR = 2
PRINTED = {  # realisasi, capaian as the document prints them
    "R1": ("91.11", "101.23"),
    "R3": ("0.21", "104.21"),
    "R4": ("25.00", "250.00"),
    "R6": ("100.00", "100.00"),
    "R7": ("3.54", "176.84"),
    "R8": ("5.21", "130.21"),
    "R9": ("61.70", "100.00"),
    "R10": ("78.49", "120.76"),
}
STALE = {"R2": ("92.31", "102.56"), "R5": ("100.00", "125.00")}  # what the operands really give
MENDED = {"R2": ("91.80", "102.00"), "R5": ("84.55", "105.69")}  # 56/61 and 2200/2602


def worked_out(example: str, name: str = "kota_jambi_2017", unit: int = TIMUR) -> Results:
    known = definition(name)
    tree = json.loads(example_path(example).read_text(encoding="utf-8"))
    entries = {
        key: float(value) if isinstance(value, int | float) else value
        for key, value in tree.items()
    }
    entries.setdefault("identitas.periode_lapor", "TAHUN")
    return Results(Report(issue(known, known.unit[unit]), entries))


def said(results: Results, kode: str) -> tuple[str, str]:
    result = results.result(kode, "TAHUN")
    return str(half_up(result.realisasi.number)), str(half_up(result.capaian.number))


@pytest.mark.parametrize(("kode", "printed"), (PRINTED | STALE).items())
def test_printed_operands_give_the_printed_figures_or_what_they_really_give(
    kode: str, printed: tuple[str, str]
) -> None:
    assert said(worked_out("jambi_timur_2017.json"), kode) == printed


@pytest.mark.parametrize(("kode", "printed"), (PRINTED | MENDED).items())
def test_mended_operands_give_every_printed_figure(kode: str, printed: tuple[str, str]) -> None:
    assert said(worked_out("jambi_timur_2017_koreksi.json"), kode) == printed


def test_mended_operands_give_the_printed_mean() -> None:
    means = worked_out("jambi_timur_2017_koreksi.json").means("TAHUN")

    assert str(half_up(means.rata_rata.number)) == "129.09"
    assert str(half_up(means.rata_rata_sasaran.number)) == "125.97"
    assert (means.included, means.total) == (10, 10)


@pytest.mark.parametrize(
    ("cap", "mean"), [("100", "100.00"), ("110", "105.31"), ("120", "109.31"), ("150", "116.41")]
)
def test_capped_means_are_those_of_the_domain_reference(cap: str, mean: str) -> None:
    known = definition("kota_jambi_2017")
    settings = known.pengaturan.capaian.model_copy(update={"batas_rata_rata": Decimal(cap)})
    capped = known.model_copy(
        update={"pengaturan": known.pengaturan.model_copy(update={"capaian": settings})}
    )
    original = worked_out("jambi_timur_2017_koreksi.json")

    means = Results(Report(issue(capped, known.unit[TIMUR]), original.report.entries)).means(
        "TAHUN"
    )

    assert str(half_up(means.rata_rata_batas.number)) == mean


def test_a_year_of_four_quarters_ends_with_the_same_realisasi() -> None:
    year = worked_out("jambi_timur_2017.json")
    quarters = worked_out("jambi_timur_2017_triwulanan.json", "jambi_timur_2017_triwulanan", 0)

    for kode in (*PRINTED, *STALE):
        assert quarters.result(kode, "TAHUN").realisasi == year.result(kode, "TAHUN").realisasi


def test_stocks_do_not_add_up_over_quarters() -> None:
    quarters = worked_out("jambi_timur_2017_triwulanan.json", "jambi_timur_2017_triwulanan", 0)
    r4 = quarters.by_code["R4"]
    figures = quarters.components(r4, "TAHUN")

    assert str(half_up(quarters.result("R4", "TAHUN").realisasi.number)) == "25.00"
    assert max(figure.number for figure in figures.values()) == 192
    assert str(half_up(figures["rt_penerima"].number / 192 * 100)) == "18.23"
