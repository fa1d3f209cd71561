"""How kecamatan make a regency: added up before dividing, and only as the definition says."""

from fractions import Fraction

import pytest

from iku.cells import Value
from iku.consolidation import RegencyReport, consolidate

from .sample import RATIO, SCORE, candidate, definition_of, ratio, with_agregasi

UNITS = ("99.01.01", "99.01.02", "99.01.03")
SHARES = ((35.0, 192.0), (15.0, 60.0), (0.0, 48.0))  # 18.23, 25, 0 percent


def report_of(text: str, entries: list[dict[str, Value]]) -> RegencyReport:
    definition = definition_of(text)
    files = [candidate(definition, unit, one) for unit, one in zip(UNITS, entries, strict=False)]
    return consolidate(definition, files)


@pytest.mark.parametrize(
    ("agregasi", "expected"),
    [
        ("komponen", Fraction(50, 300) * 100),
        ("rata_rata", (Fraction(3500, 192) + 25 + 0) / 3),
        ("tertimbang", Fraction(50, 300) * 100),  # weighed by the divisor: the same
        ("jumlah", Fraction(3500, 192) + 25),
        ("maks", Fraction(25)),
        ("min", Fraction(0)),
    ],
)
def test_shares_become_one_figure(agregasi: str, expected: Fraction) -> None:
    report = report_of(with_agregasi(RATIO, agregasi), [ratio(*share) for share in SHARES])
    figure = report.aggregation.figure("A1", "TAHUN")
    assert (figure.realisasi.value, figure.n, figure.of) == (expected, 3, 3)
    target = 60 if agregasi == "jumlah" else 20  # three units that each inherit 20
    assert figure.capaian.value == expected / target * 100
    assert not figure.provisional


def test_a_weighted_mean_leaves_out_who_has_no_value() -> None:
    text = with_agregasi(RATIO, "tertimbang")
    report = report_of(text, [ratio(35.0, 192.0), ratio(5.0, 0.0), ratio(None, None, "Nihil")])
    figure = report.aggregation.figure("A1", "TAHUN")
    assert (figure.realisasi.value, figure.n) == (Fraction(3500, 192), 2)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (SCORE, "KON-014", "Tidak dapat digabung"),
        (with_agregasi(SCORE, "tertimbang"), "KON-015", "Tidak dapat digabung"),
        (
            with_agregasi(RATIO.replace("penerima/rt*100", "penerima/(rt+penerima)"), "tertimbang"),
            "KON-015",
            "Tidak dapat digabung",
        ),
        (with_agregasi(RATIO, "tidak"), None, "Tidak digabung"),
    ],
)
def test_what_must_not_be_combined_has_no_figure(text: str, code: str | None, words: str) -> None:
    report = report_of(text, [{**ratio(*s), "isian.B1.nilai.TAHUN": 70.0} for s in SHARES])
    [figure] = report.figures()
    assert figure.realisasi.value is None
    assert figure.shown(figure.realisasi) == words
    assert (figure.n, figure.of) == (3, 3)
    assert [one.code for one in report.findings if one.sheet == "Ringkasan"] == (
        [code] if code else []
    )
    assert report.means.rata_rata.value is None


def test_a_typed_value_is_averaged_when_the_definition_asks_for_it() -> None:
    text = with_agregasi(SCORE, "rata_rata")
    entries: list[dict[str, Value]] = [{"isian.B1.nilai.TAHUN": value} for value in (60.0, 71.0)]
    figure = report_of(text, entries).aggregation.figure("B1", "TAHUN")
    assert (figure.realisasi.value, figure.n, figure.of) == (Fraction(131, 2), 2, 3)


def test_the_grade_of_a_regency_is_that_of_its_number() -> None:
    text = with_agregasi(SCORE.replace("jenis: langsung", "jenis: predikat"), "rata_rata")
    entries: list[dict[str, Value]] = [{"isian.B1.nilai.TAHUN": value} for value in (60.0, 64.0)]
    assert report_of(text, entries).aggregation.figure("B1", "TAHUN").predikat == "B"


def test_the_regency_is_judged_by_the_targets_of_the_definition() -> None:
    definition = definition_of(RATIO)
    unit = definition.unit[0].model_copy(update={"target": {"A1": {}}})
    low = definition.model_copy(update={"unit": (unit, *definition.unit[1:])})
    files = [candidate(low, "99.01.01", ratio(10.0, 100.0))]
    figure = consolidate(low, files).aggregation.figure("A1", "TAHUN")
    assert figure.target == 20
    assert figure.capaian.value == 50


def test_means_are_over_the_aggregated_indicators() -> None:
    second = RATIO.replace("A1", "A2").replace("TAHUN: 20", "TAHUN: 10")
    entries: list[dict[str, Value]] = [
        {**ratio(30.0, 100.0), "isian.A2.penerima.TAHUN": 8.0, "isian.A2.rt.TAHUN": 100.0}
    ]
    report = report_of(RATIO + second + SCORE, entries)
    means = report.means
    assert means.rata_rata.value == (150 + 80) / Fraction(2)
    assert means.rata_rata_batas.value == (120 + 80) / Fraction(2)
    assert (means.included, means.total) == (2, 3)
