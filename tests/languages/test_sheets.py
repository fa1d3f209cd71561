"""Sheets in English: every text of ours is translated, and every figure stays what it was."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from iku.blueprint import Access, Blueprint
from iku.calculation.capaian import BELUM_TERCAPAI, TERCAPAI
from iku.calculation.entries import TIDAK, YA
from iku.calculation.figure import State
from iku.consolidation.regency_report import RegencyReport
from iku.definition.model import Definition
from iku.entry_workbook import entry_blueprint, formula_values
from iku.languages import section
from iku.languages.drawn import blueprint_in
from iku.languages.wording import Wording
from iku.languages.wordings import form_wording, recap_wording
from iku.layout.entries import FOLLOW_UP, JABATAN, SIFAT_DATA, STATUS_LAPORAN
from iku.layout.layout import Layout
from iku.periods import PERIODS
from iku.recap.blueprint import recap_blueprint
from iku.terbitan import issue
from reporting.nation_book import nation_blueprint
from tests.outputs.regency import changed, complete, report
from tests.recap.test_pages import DECIDED, noted, six_units
from tests.recap.test_rejection import rejected
from tests.workbooks import DEFINITIONS, EVERY_KIND, definition, layout

from .drawn import data_of, ours, texts_of

FORMS = (*DEFINITIONS, EVERY_KIND, "anggaran")
REPORTS: dict[str, Callable[[], RegencyReport]] = {
    "late": report,
    "complete": complete,
    "changed": changed,
    "rejected": rejected,
    "noted": lambda: noted(six_units(1.0, 2.0, 3.0), 0, 2),
}
# What a form is read by stays Indonesian, and so do the titles of offices.
VOCABULARY = frozenset(
    {state.value for state in State}
    | {*PERIODS, *SIFAT_DATA, *STATUS_LAPORAN, *JABATAN, *FOLLOW_UP, YA, TIDAK}
    | {TERCAPAI, BELUM_TERCAPAI, "Sudah", "Belum", "SIAP", "HAMPIR", "BELUM", "Beranda"}
    | {"CAMAT", "plt", "plh", "pj.", "a.n", "an.", "bersama", "kunci"}
)
OFFICE = re.compile(r"(Pj\.|Pl[th]\.|a\.n\.) CAMAT|SEKRETARIS \w+")
NAMES = {"Siti", "Ani", "Budi", "Tim"}


def in_english(known: Definition) -> Definition:
    """The definition, asking for an English form."""
    settings = known.pengaturan.model_copy(update={"bahasa": "en"})
    return known.model_copy(update={"pengaturan": settings})


@cache
def english(name: str, unit: int = 0) -> Layout:
    """The layout of the English form of a unit."""
    known = in_english(definition(name))
    return Layout(issue(known, known.unit[unit]))


def untold(drawn: Blueprint, wording: Wording, data: frozenset[str]) -> set[tuple[str, str]]:
    """The texts of ours that the wording does not know."""
    return {
        (sheet, text)
        for sheet, text in texts_of(drawn)
        if ours(text, data) and not wording.knows(text)
    }


@pytest.mark.parametrize("name", FORMS)
def test_every_text_of_a_form_is_translated(name: str) -> None:
    own = layout(name)
    known, unit = own.definition, own.terbitan.unit_name
    data = frozenset(data_of(own.terbitan.model_dump(mode="json"))) | {
        *(unit, known.kabupaten.nama.upper(), f" {known.kabupaten.nama.upper()}"),
        *(f" {known.kabupaten.nama}", "_iku"),
    }
    left = untold(entry_blueprint(own), form_wording(known, "en"), data)
    assert {
        (sheet, text)
        for sheet, text in left
        if sheet != "_iku" and text not in VOCABULARY and not OFFICE.fullmatch(text)
    } == set()


@pytest.mark.parametrize("name", ["kota_jambi_2017", EVERY_KIND, "anggaran"])
def test_an_english_form_computes_the_same_and_is_read_by_the_same_words(name: str) -> None:
    own, told = entry_blueprint(layout(name)), entry_blueprint(english(name))
    assert own.names == told.names
    for sheet, other in zip(own.sheets[:-1], told.sheets[:-1], strict=True):
        assert sheet.name == other.name
        for cell, twin in zip(sheet.cells, other.cells, strict=True):
            if cell.access is Access.ENTRY:
                assert cell.content == twin.content
                rule, its = cell.validation, twin.validation
                assert (rule and rule.formula1) == (its and its.formula1)
    values, others = formula_values(own), formula_values(told)
    assert {ref: value for ref, value in values.items() if not isinstance(value, str)} == {
        ref: value for ref, value in others.items() if not isinstance(value, str)
    }
    assert {value for value in values.values() if value in {one.value for one in State}} == {
        value for value in others.values() if value in {one.value for one in State}
    }


@pytest.mark.parametrize("name", REPORTS)
def test_every_text_of_a_recap_is_translated(name: str) -> None:
    regency = REPORTS[name]()
    known = regency.definition
    said = {text for one in regency.findings for text in (one.message, one.fix)}
    said |= {one.reason.message for one in regency.fates}
    data = frozenset(data_of(known.model_dump(mode="json"))) | NAMES | said
    left = untold(recap_blueprint(regency), recap_wording("en", known), data)
    found = {text for sheet, text in left if not sheet.startswith(("Catatan", "Rincian"))}
    names = re.compile(
        r"[^ ]+\.(xlsx|csv)( \(\w+\))?(, .*)?|'.*' \(\w+\)|[\w ]+ \(RT\)|cek SK|\t=jelas"
    )
    listed = re.compile(r"(Utara|Selatan|Timur)(, \w+)*|Periode lapor belum dipilih .*")
    assert {t for t in found if not names.fullmatch(t) and not listed.fullmatch(t)} <= {
        "12 Januari 2018"
    }


@pytest.mark.parametrize("name", REPORTS)
def test_an_english_recap_has_the_same_figures(name: str) -> None:
    regency = REPORTS[name]()
    values = formula_values(recap_blueprint(regency))
    others = formula_values(recap_blueprint(regency, "en"))
    assert values.keys() == others.keys()
    for ref, value in values.items():
        if isinstance(value, str):
            assert isinstance(others[ref], str), ref
        else:
            assert others[ref] == value, ref
    assert "Not received" in {*others.values(), ""} or name != "late"


def test_what_was_decided_is_told_in_english() -> None:
    regency = six_units(20.0, 30.0)
    drawn = recap_blueprint(replace(regency, decisions=DECIDED), "en")
    cells = {cell.content for cell in drawn.sheet("Keputusan").cells}
    assert {"DECISIONS OF THE REGENCY", "Verification", "Ruling", "Needs repair"} <= cells


def test_the_summary_of_a_nation_is_told_in_english() -> None:
    drawn = blueprint_in(nation_blueprint([], [], units_known=False), recap_wording("en"))
    heads = {cell.content for cell in drawn.sheets[0].cells}
    assert {"Regency or city", "Reported", "Mean capaian"} <= heads
    assert {one.name for one in drawn.sheets} == {
        *("Ringkasan", "Indikator", "Belum Melapor", "Berkas")
    }


def test_what_the_definition_says_is_never_translated() -> None:
    texts = section("en", "lembar") | section("en", "rekap")
    wording = Wording(texts, frozenset({"Rata-rata sasaran 1: tidak"}))
    assert wording.of("Rata-rata sasaran 1: tidak") == "Rata-rata sasaran 1: tidak"
    assert wording.of("Rata-rata sasaran 2: tidak") == "Mean of sasaran 2: no"
