"""What was spent, beside what was reached: exact figures, live cells, and the word for both."""

from fractions import Fraction

import pytest

from iku.calculation.budget import (
    AKHIR_TAHUN,
    BELUM_DINILAI,
    BELUM_EFISIEN,
    EFISIEN,
    TARGET_BELUM,
    Budget,
)
from iku.calculation.results import Results
from iku.cells import Value
from iku.entry_workbook import formula_values
from iku.report import Report
from tests.anggaran.sample import DESA, PELAYANAN, TRANTIB, hulu, whole_year
from tests.workbooks import filled_blueprint, layout
from workflow.read import result_values


def budget(values: dict[str, Value]) -> Budget:
    return Budget(Results(Report(hulu().terbitan, values)))


def words(values: dict[str, Value]) -> tuple[object, object]:
    """The word for sasaran 1: worked out exactly, and as the sheet shows it."""
    exact = result_values(Results(Report(hulu().terbitan, values)))["efisiensi_sasaran.1"]
    live = formula_values(filled_blueprint(hulu(), values))
    return exact, live[hulu().names["efisiensi_sasaran.1"]]


def test_money_of_a_sasaran_is_that_of_its_programmes() -> None:
    of = budget(whole_year())
    spent = of.group(of.groups[0], "TW2")
    assert spent.pagu.number == Fraction("350000000.5")
    assert spent.realisasi.number == Fraction("164000000.5")
    assert of.total("TAHUN").pagu.number == Fraction("1630000000.5")
    assert of.group(of.groups[0], "TAHUN") == of.group(of.groups[0], "TW4")


def test_a_sum_with_a_blank_in_it_is_no_sum() -> None:
    values = whole_year()
    del values[f"{TRANTIB}.realisasi.TW2"]
    of = budget(values)
    assert of.group(of.groups[0], "TW2").serapan.shown() == "Belum diisi"
    assert of.group(of.groups[1], "TW2").serapan.shown() == 47.5


def test_what_is_not_due_waits_and_a_pagu_of_nought_divides_nothing() -> None:
    of = budget(whole_year("TW1"))
    assert of.total("TW2").serapan.shown() == "Belum waktunya"
    nought = budget({**whole_year(), f"{DESA}.pagu": 0.0})
    desa = nought.groups[1]
    assert nought.group(desa, "TW1").serapan.shown() == "Tidak dapat dihitung"


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, EFISIEN),
        ({f"{PELAYANAN}.realisasi.TW4": 290e6}, BELUM_EFISIEN),  # 108,00 spent, 106,25 reached
        ({"isian.A1.masuk.TW4": 40.0}, TARGET_BELUM),
        ({f"{PELAYANAN}.realisasi.TW4": None}, BELUM_DINILAI),
        ({"isian.A1.masuk.TW4": None}, BELUM_DINILAI),
        ({"identitas.periode_lapor": "TW4"}, AKHIR_TAHUN),
        ({"identitas.periode_lapor": None}, AKHIR_TAHUN),
    ],
)
def test_the_word_says_what_money_and_capaian_say_together(
    changes: dict[str, Value], word: str
) -> None:
    values: dict[str, Value] = {**whole_year(), **changes}
    values = {name: one for name, one in values.items() if one is not None}
    assert words(values) == (word, word)


def test_exactly_as_much_reached_as_spent_is_efficient() -> None:
    values = {**whole_year(), "isian.B1.lembaga.TW4": 2.0, f"{DESA}.realisasi.TW4": 80e6}
    live = formula_values(filled_blueprint(hulu(), values))
    assert live[hulu().names["efisiensi_sasaran.2"]] == EFISIEN
    assert budget(values).efficiency(budget(values).groups[1], "TAHUN").word == EFISIEN


def test_a_definition_without_money_has_no_such_results() -> None:
    of = layout("contoh_triwulanan_2025")
    assert not [name for name in of.results if "serapan" in name or "efisiensi" in name]
    assert Budget(Results(Report(of.terbitan, {}))).programs == ()
