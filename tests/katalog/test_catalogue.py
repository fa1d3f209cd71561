"""The catalogue: documented, computable, and free of what the check would say of a definition."""

import pytest

from iku.calculation.figure import half_up
from iku.calculation.results import Results
from iku.cells import Value
from iku.definition.lint import lint
from iku.definition.load import parse_definition
from iku.definition.model import Definition, Indikator
from iku.definition.rules import rule_faults
from iku.kamus.tree import short_tree
from iku.kamus.yaml_text import yaml_text
from iku.katalog import Permintaan, UnknownCodeError, katalog, starter
from iku.names import indikator_name, shared_name
from iku.report import Report
from iku.terbitan import issue

from .worked_examples import EXAMPLES

CODES = [one.kode for one in katalog().entri]
TEXTS = ("definisi_operasional", "rumus", "satuan", "penanggung_jawab", "sumber_data", "bukti")


def one(code: str, *, triwulanan: bool = False) -> Definition:
    wanted = Permintaan((code,), "Kabupaten Uji", "99.03", 2026, triwulanan)
    return starter(katalog(), wanted)


def entries(indikator: Indikator, values: dict[str, float]) -> dict[str, Value]:
    shared = {part.kode: part.dari for part in indikator.komponen if part.dari}
    return {
        shared_name("isian", shared[key], "TAHUN")
        if key in shared
        else indikator_name("isian", indikator.kode, key, "TAHUN"): float(value)
        for key, value in values.items()
    }


def test_every_indicator_of_the_domain_is_there_and_some_more() -> None:
    assert [f"K{n:02d}" for n in range(1, 43)] == CODES


@pytest.mark.parametrize("code", CODES)
def test_an_indicator_is_documented(code: str) -> None:
    (entry,) = katalog().chosen((code,))
    assert [key for key in TEXTS if not getattr(entry.indikator, key)] == []
    assert entry.sumber
    assert entry.sasaran


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("triwulanan", [False, True])
def test_an_indicator_alone_is_a_sound_definition(code: str, triwulanan: bool) -> None:
    made = one(code, triwulanan=triwulanan)
    assert rule_faults(made) == []
    assert [finding.code for finding in lint(made)] == ["DEF-102"]  # only its target is open


@pytest.mark.parametrize("code", CODES)
def test_an_indicator_loads_from_its_text(code: str) -> None:
    made = one(code)
    assert parse_definition(yaml_text(short_tree(made))) == made


@pytest.mark.parametrize("code", CODES)
def test_an_indicator_gives_what_was_worked_out_by_hand(code: str) -> None:
    made = one(code)
    values, expected = EXAMPLES[code]
    typed = {"identitas.periode_lapor": "TAHUN", **entries(made.indikator[0], dict(values))}
    figure = Results(Report(issue(made, made.unit[0]), typed)).result(code, "TAHUN").realisasi
    assert f"{half_up(figure.number, 2):.2f}" == expected


def test_all_of_them_together_are_one_definition() -> None:
    every = Permintaan(tuple(CODES), "Kabupaten Uji", "99.03", 2026, triwulanan=True)
    made = starter(katalog(), every)
    assert rule_faults(made) == []
    assert [sasaran.nomor for sasaran in made.sasaran] == ["1", "2", "3", "4", "5"]
    assert [part.kode for part in made.data_bersama] == ["desa", "rt", "penduduk"]


def test_the_starter_says_where_each_indicator_was_met() -> None:
    made = starter(katalog(), Permintaan(("K05", "K30", "K02"), "Kabupaten Uji", "99.03", 2026))
    assert [(note.kunci, note.dipakai) for note in made.catatan_sumber] == [
        ("sasaran[0].indikator[0]", "katalog K02"),
        ("sasaran[0].indikator[1]", "katalog K05"),
        ("sasaran[1].indikator[0]", "katalog K30"),
    ]
    assert "Jambi Timur 2017" in made.catatan_sumber[0].tertulis


def test_codes_are_taken_in_any_case_and_once() -> None:
    assert [one.kode for one in katalog().chosen(("k05", "K01", " K05 "))] == ["K01", "K05"]


def test_every_unknown_code_is_named() -> None:
    with pytest.raises(UnknownCodeError) as raised:
        katalog().chosen(("K01", "K99", "X1"))
    assert raised.value.unknown == ("K99", "X1")


def test_a_figure_that_only_yearly_indicators_use_is_asked_once_a_year() -> None:
    (yearly,) = one("K12", triwulanan=True).data_bersama
    (mixed,) = one("K10", triwulanan=True).data_bersama
    assert (yearly.periode_ukur, mixed.periode_ukur) == (("TAHUN",), ())


def test_less_is_better_for_time_and_disturbances_only() -> None:
    falling = [e.kode for e in katalog().entri if e.indikator.polaritas == "minimasi"]
    assert falling == ["K06", "K27"]
