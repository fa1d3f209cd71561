"""The regency's own targets and means, where units have targets of their own or nothing counts."""

from fractions import Fraction

import pytest

from iku.calculation.figure import BELUM_DIISI, NIHIL, TIDAK_DAPAT, Figure
from iku.cells import Value
from iku.consolidation import RegencyReport, consolidate
from iku.definition.model import Definition
from tests.consolidation.sample import RATIO, SCORE, candidate, definition_of, ratio, with_agregasi

from .sample import NORTH, SOUTH

SUMMED = with_agregasi(SCORE.replace("        target: {TAHUN: 80}\n", ""), "jumlah")


def with_targets(*targets: str | None) -> Definition:
    tree = definition_of(SUMMED).model_dump(mode="json")
    for unit, target in zip(tree["unit"], targets, strict=False):
        unit["target"] = {} if target is None else {"B1": {"TAHUN": {"nilai": target}}}
    return Definition.model_validate(tree)


def summed(definition: Definition) -> RegencyReport:
    files = [
        candidate(definition, unit, {"isian.B1.nilai.TAHUN": value})
        for unit, value in ((NORTH, 30.0), (SOUTH, 20.0))
    ]
    return consolidate(definition, files)


def test_the_target_of_a_sum_is_the_sum_of_the_units_targets() -> None:
    figure = summed(with_targets("40", "35", "25")).aggregation.figure("B1", "TAHUN")
    assert (figure.realisasi.number, figure.capaian.number) == (Fraction(50), Fraction(50))
    assert figure.target == 100


def test_there_is_no_sum_while_a_unit_has_no_target() -> None:
    figure = summed(with_targets("40", "35", None)).aggregation.figure("B1", "TAHUN")
    assert (figure.target, figure.capaian) == (None, TIDAK_DAPAT)


def test_the_regencys_own_target_goes_before_the_sum() -> None:
    tree = with_targets("40", "35", "25").model_dump(mode="json")
    tree["sasaran"][0]["indikator"][0]["target"] = {"TAHUN": {"nilai": "80"}}
    figure = summed(Definition.model_validate(tree)).aggregation.figure("B1", "TAHUN")
    assert figure.target == 80


def test_a_target_that_units_inherit_is_each_units_not_that_of_their_sum() -> None:
    tree = with_targets("40", None, None).model_dump(mode="json")
    tree["sasaran"][0]["indikator"][0]["target"] = {"TAHUN": {"nilai": "25"}}
    figure = summed(Definition.model_validate(tree)).aggregation.figure("B1", "TAHUN")
    assert (figure.target, figure.capaian.number) == (Fraction(90), Fraction(500, 9))


@pytest.mark.parametrize(
    ("entries", "words", "n", "of"),
    [
        ([ratio(5.0, 10.0), ratio(5.0, 10.0)], None, 1, 1),
        ([ratio(None, None, "Nihil")], NIHIL, 1, 1),
        ([], BELUM_DIISI, 0, 1),
    ],
)
def test_means_say_what_their_indicators_wait_for(
    entries: list[dict[str, Value]], words: Figure | None, n: int, of: int
) -> None:
    """The score is not combined by the definition, so it is not in "dari m"."""
    definition = definition_of(RATIO, with_agregasi(SCORE, "tidak"))
    units = zip((NORTH, SOUTH), entries, strict=False)
    means = consolidate(definition, [candidate(definition, u, e) for u, e in units]).means
    assert (means.included, means.total) == (n, of)
    if words is None:
        assert means.rata_rata.value == 250  # 50 percent, of 20
    else:
        assert {means.rata_rata, means.rata_rata_batas, means.rata_rata_sasaran} == {words}
