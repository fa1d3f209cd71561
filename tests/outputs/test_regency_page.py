"""The regency's report in HTML: whole, inert, small, and the same figures as the recap."""

import re
from fractions import Fraction
from html import unescape

import pytest

from iku.calculation.figure import Figure, State, counted, in_indonesian
from iku.consolidation import RegencyReport
from iku.consolidation.ranking import ranking
from reporting.bars import Level, bar, level_of
from reporting.regency_page import regency_page
from tests.html_pages import Reader, assert_inert

from .regency import HOSTILE, changed, complete, definition, hostile, large, report

SKALA = definition().pengaturan.capaian.skala


@pytest.mark.parametrize("regency", [report(), complete()], ids=["provisional", "complete"])
def test_the_page_shows_every_figure_of_the_report(regency: RegencyReport) -> None:
    page = unescape(regency_page(regency))
    for figure in regency.figures():
        for one in (figure.realisasi, figure.capaian):
            if one.counted:
                assert in_indonesian(one.number) in page
        assert f"{figure.n} dari {figure.of}" in page
    assert in_indonesian(regency.means.rata_rata.number) in page
    assert regency.completeness in page


def test_the_matrix_has_a_cell_for_each_unit_and_indicator() -> None:
    regency = report()
    page = regency_page(regency)
    matrix = page[page.index('class="matrix"') : page.index('id="peringkat"')]
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", matrix)
    assert len(rows) == 1 + 3 + 1
    assert all(len(re.findall(r"<t[hd]", row)) == 1 + 2 + 2 for row in rows)
    assert "Belum masuk" in rows[3]


def test_the_ranking_is_that_of_the_recap() -> None:
    page = regency_page(complete())
    part = page[page.index('id="peringkat"') : page.index('id="kelengkapan"')]
    names = re.findall(r'class="name"[^>]*>([^<]*)<', part)
    assert names == [row.standing.unit.nama for row in ranking(complete()).rows]


def test_who_is_missing_refused_or_late_is_said() -> None:
    page = unescape(regency_page(report()))
    assert "Belum kami terima" in page
    assert "Belum dapat diterima" in page
    assert "12 Januari 2018 (terlambat 2 hari)" in page
    assert "selatan.xlsx" in page


def test_findings_are_grouped_with_how_many_units_have_them() -> None:
    page = unescape(regency_page(large(8, 1)))
    assert "(ANG-001), 6 kali, 6 dari 8 kecamatan" in page
    assert page.count("85 keluhan") == 3
    assert "dan 3 lagi" in page


def test_changes_are_shown_with_what_they_do_to_the_regency() -> None:
    page = regency_page(changed("<b>36</b>"))
    assert_inert(page)
    assert "&lt;b&gt;36&lt;/b&gt;" in page
    assert "A1: 18,00 → 18,25" in page
    assert 'id="perubahan"' not in regency_page(report())


def test_the_page_needs_nothing_but_itself_and_its_links_stay_inside() -> None:
    page = regency_page(report())
    read = assert_inert(page)
    places = {attributes["id"] for tag, attributes in read.elements if tag == "section"}
    assert {link.removeprefix("#") for link in read.links()} == places
    assert "size: A4 landscape" in page
    assert 'name="viewport"' in page
    assert "max-width: 40rem" in page


def test_the_page_is_indonesian_like_the_recap_whatever_the_language_of_the_run() -> None:
    assert regency_page(report(language="en")) == regency_page(report())


def test_hostile_names_stay_text() -> None:
    page = regency_page(hostile())
    read = assert_inert(page)
    assert "<script" not in page
    assert HOSTILE in " ".join(read.texts)


def test_fifty_one_units_and_thirty_indicators_stay_under_a_megabyte() -> None:
    page = regency_page(large(51, 30))
    read = Reader(page)
    assert read.cells("unit") == 2 * 52  # two tables of fifteen indicators
    assert len(page.encode()) < 1_000_000


def test_a_level_is_judged_after_rounding_and_told_without_colour() -> None:
    figures = {99.995: Level.REACHED, 99.994: Level.BELOW, 10: Level.LOW}
    for number, level in figures.items():
        assert level_of(_figure(number), SKALA) is level
    assert level_of(Figure(State.BELUM_DIISI), SKALA) is Level.NONE
    signs = [one.sign for one in Level]
    assert len(set(signs)) == len(signs)


def _figure(number: float) -> Figure:
    return counted(Fraction(str(number)))


def test_a_bar_is_as_long_as_its_number_up_to_the_end_of_the_scale() -> None:
    widths = [
        float(re.findall(r'width="([\d.]+)"', bar(_figure(one), Level.BELOW))[0])
        for one in (0, 50, 100, 200, 900, -5)
    ]
    assert widths == [0, 40, 80, 160, 160, 0]
    assert bar(Figure(State.NIHIL), Level.NONE) == ""
    assert 'aria-label="Capaian 50,00 persen"' in bar(_figure(50), Level.BELOW)
