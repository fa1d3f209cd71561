"""The state table at regency level: what counts in the figure, in n, and in m."""

from fractions import Fraction

import pytest

from iku.calculation.figure import State
from iku.cells import Value
from iku.consolidation import consolidate

from .sample import RATIO, candidate, definition_of, ratio

D = definition_of(RATIO)
OTHERS = {"99.01.02": ratio(15.0, 60.0), "99.01.03": ratio(10.0, 40.0)}  # 25 of 100 together


def figure(utara: dict[str, Value] | None, others: dict[str, dict[str, Value]] = OTHERS):  # type: ignore[no-untyped-def]  # noqa: ANN201
    entries = dict(others) if utara is None else {"99.01.01": utara, **others}
    files = [candidate(D, unit, values) for unit, values in entries.items()]
    return consolidate(D, files).aggregation.figure("A1", "TAHUN")


@pytest.mark.parametrize(
    ("utara", "realisasi", "n", "of"),
    [
        # Terhitung: 35 of 192 and 25 of 100 are 60 of 292, not the mean of three percentages.
        pytest.param(ratio(35.0, 192.0), Fraction(6000, 292), 3, 3, id="terhitung"),
        pytest.param(ratio(0.0, 100.0), Fraction(2500, 200), 3, 3, id="a zero is a number"),
        pytest.param(ratio(None, None, "Nihil"), 25, 3, 3, id="nihil adds nothing and counts"),
        pytest.param(ratio(35.0, None), 25, 2, 3, id="belum diisi: no half of a share"),
        pytest.param(ratio(None, None), 25, 2, 3, id="belum diisi"),
        pytest.param(ratio(None, None, "Data belum tersedia"), 25, 2, 3, id="belum tersedia"),
        pytest.param(ratio(5.0, 0.0), 30, 2, 3, id="tidak dapat dihitung: numbers still add"),
        pytest.param(
            ratio("banyak", 192.0), 25, 2, 3, id="tidak dapat dihitung: text adds nothing"
        ),
        pytest.param(ratio(35.0, 192.0, "Nihil"), 25, 2, 3, id="a value and a status"),
        pytest.param(None, 25, 2, 3, id="belum masuk"),
    ],
)
def test_a_state_counts_as_the_table_says(
    utara: dict[str, Value] | None, realisasi: Fraction, n: int, of: int
) -> None:
    found = figure(utara)
    assert (found.realisasi.value, found.n, found.of) == (realisasi, n, of)
    assert found.capaian.value == realisasi / 20 * 100


@pytest.mark.parametrize(
    "change", ["tidak_berlaku: [A1]", "berlaku"], ids=["set for the unit", "set by the indicator"]
)
def test_without_an_object_m_is_smaller(change: str) -> None:
    if change == "berlaku":
        text = RATIO + "        berlaku_untuk: [99.01.02, 99.01.03]\n"
        definition = definition_of(text)
    else:
        unit = D.unit[0].model_copy(update={"tidak_berlaku": ("A1",)})
        definition = D.model_copy(update={"unit": (unit, *D.unit[1:])})
    files = [candidate(definition, unit, values) for unit, values in OTHERS.items()]
    found = consolidate(definition, files).aggregation.figure("A1", "TAHUN")
    assert found.realisasi.value == 25
    assert (found.n, found.of) == (2, 2)
    assert found.states[0] is State.TIDAK_ADA_OBJEK


@pytest.mark.parametrize(
    ("every", "state", "n"),
    [
        (ratio(None, None, "Nihil"), State.NIHIL, 3),
        (ratio(None, None, "Data belum tersedia"), State.BELUM_TERSEDIA, 0),
        (ratio(None, None), State.BELUM_DIISI, 0),
        (ratio(0.0, 0.0), State.TIDAK_DAPAT, 0),
        (ratio("x", "y"), State.TIDAK_DAPAT, 0),
    ],
)
def test_without_any_number_the_regency_says_why(
    every: dict[str, Value], state: State, n: int
) -> None:
    found = figure(every, {"99.01.02": every, "99.01.03": every})
    assert (found.realisasi.state, found.n, found.of) == (state, n, 3)
    assert found.capaian.state is state


def test_an_argument_of_average_is_left_out_where_all_units_are_nihil() -> None:
    text = RATIO.replace("penerima/rt*100", '"AVERAGE(penerima/rt, penerima/rt_lama)*100"').replace(
        "sifat: posisi}", "sifat: posisi}\n          - {kode: rt_lama, wajib: tidak}"
    )
    definition = definition_of(text)
    values = {"isian.A1.penerima.TAHUN": 1.0, "isian.A1.rt.TAHUN": 4.0}
    report = consolidate(definition, [candidate(definition, "99.01.01", values)])
    # rt_lama stays blank everywhere: 1/0 has no value, as on the unit's own sheet.
    assert report.aggregation.figure("A1", "TAHUN").realisasi.state is State.TIDAK_DAPAT
    shares = text.replace("penerima/rt_lama", "rt_lama/rt_lama")
    definition = definition_of(shares)
    report = consolidate(definition, [candidate(definition, "99.01.01", values)])
    assert report.aggregation.figure("A1", "TAHUN").realisasi.value == 25
