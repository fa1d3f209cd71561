"""Every row of the state table: shown, in the mean, counted, in the sheet and in the calculation."""

import pytest

from iku.cells import Value
from tests.calculation.live import Twice
from tests.calculation.reports import quarterly, yearly

TERSEDIA, TIDAK_DAPAT = "Data belum tersedia", "Tidak dapat dihitung"
OTHER = "{kode: P, nama: Pembanding, satuan: nilai, polaritas: maksimasi, target: {'2025': 50}, nilai: {jenis: langsung}}"
RATIO = "{kode: K, nama: Tepat waktu, satuan: '%', polaritas: maksimasi, target: {'2025': 90}, komponen: [{kode: tepat, nama: Tepat}, {kode: masuk, nama: Masuk}], nilai: {rumus: tepat/masuk*100}}"
MEAN = RATIO.replace("tepat/masuk*100", "'AVERAGE(tepat/masuk, lulus/ikut)*100'").replace(
    "nama: Masuk}", "nama: Masuk}, {kode: lulus, nama: Lulus}, {kode: ikut, nama: Ikut}"
)
BY_PART = "fitur: [status_komponen]"
P: dict[str, Value] = {"isian.P.nilai.TAHUN": 50.0}  # its capaian is 100, whatever K is


def both(tepat: Value, masuk: Value, status: str = "") -> dict[str, Value]:
    """Entries of the ratio; None leaves one blank."""
    typed = {"isian.K.tepat.TAHUN": tepat, "isian.K.masuk.TAHUN": masuk, "status.K.TAHUN": status}
    return {name: value for name, value in typed.items() if value not in {None, ""}}


def report(entries: dict[str, Value], indikator: str = RATIO, lapor: str = "TAHUN") -> Twice:
    once = indikator.replace("kode: K,", "kode: K, periode_ukur: [TAHUN],")
    other = OTHER.replace("kode: P,", "kode: P, periode_ukur: [TAHUN],")
    return Twice(quarterly(f"{once}\n{other}", BY_PART), {**P, **entries}, lapor)


@pytest.mark.parametrize(
    ("entries", "shown", "mean", "counted"),
    [
        pytest.param(both(81.0, 100.0), 81.0, 95.0, "2 dari 2", id="terhitung"),
        pytest.param(both(0.0, 100.0), 0.0, 50.0, "2 dari 2", id="zero is not blank"),
        pytest.param(both(None, None), "Belum diisi", 100.0, "1 dari 2", id="belum diisi"),
        pytest.param(both(9.0, None), "Belum diisi", 100.0, "1 dari 2", id="half filled in"),
        pytest.param(both(None, None, "Nihil"), "Nihil", 100.0, "2 dari 2", id="nihil"),
        pytest.param(both(None, None, TERSEDIA), TERSEDIA, 100.0, "1 dari 2", id="belum tersedia"),
        pytest.param(both(5.0, 0.0), TIDAK_DAPAT, 100.0, "1 dari 2", id="denominator zero"),
        pytest.param(both("lima", 9.0), TIDAK_DAPAT, 100.0, "1 dari 2", id="not a number"),
        pytest.param(both(5.0, 9.0, "Nihil"), TIDAK_DAPAT, 100.0, "1 dari 2", id="value, status"),
        pytest.param(both(5.0, None, TERSEDIA), TERSEDIA, 100.0, "1 dari 2", id="half, status"),
    ],
)
def test_an_indicator_in_each_state(
    entries: dict[str, Value], shown: Value, mean: float, counted: str
) -> None:
    twice = report(entries)

    assert twice.live("realisasi.K.TAHUN") == shown
    assert twice.live("rata_rata.TAHUN") == pytest.approx(mean)
    assert twice.counted("TAHUN") == (counted, counted)
    assert twice.differing() == []


def test_before_its_time_an_indicator_makes_m_smaller() -> None:
    twice = report({}, lapor="TW4")

    assert twice.live("realisasi.K.TW4") == "Belum waktunya"
    assert twice.live("rata_rata.TW4") == "Belum waktunya"
    assert twice.counted("TW4") == ("0 dari 0", "0 dari 0")
    assert twice.differing() == []


def test_without_an_object_an_indicator_makes_m_smaller() -> None:
    definition = yearly(f"{RATIO}\n{OTHER}")
    unit = definition.unit[0].model_copy(update={"tidak_berlaku": ("K",)})
    twice = Twice(definition.model_copy(update={"unit": (unit,)}), P)

    assert twice.live("realisasi.K.TAHUN") == "Tidak ada objek"
    assert twice.counted("TAHUN") == ("1 dari 1", "1 dari 1")
    assert twice.differing() == []


@pytest.mark.parametrize(
    ("bila_nihil", "mean"), [("dikecualikan", 100.0), ("100", 100.0), ("0", 50.0)]
)
def test_nihil_is_in_the_mean_as_the_definition_says(bila_nihil: str, mean: float) -> None:
    twice = report({"status.K.TAHUN": "Nihil"}, RATIO[:-1] + f", bila_nihil: {bila_nihil!r}}}")

    assert twice.live("rata_rata.TAHUN") == mean
    assert twice.counted("TAHUN") == ("2 dari 2", "2 dari 2")
    assert twice.differing() == []


def parts(**statuses: Value) -> dict[str, Value]:
    """Statuses of components, or numbers."""
    return {
        f"{'status' if isinstance(value, str) else 'isian'}.K.{part}.TAHUN": value
        for part, value in statuses.items()
    }


@pytest.mark.parametrize(
    ("indikator", "entries", "shown"),
    [
        pytest.param(RATIO, parts(tepat="Nihil", masuk=9.0), 0.0, id="nihil above counts as 0"),
        pytest.param(RATIO, parts(tepat=9.0, masuk="Nihil"), TIDAK_DAPAT, id="nihil below is 0"),
        pytest.param(RATIO, parts(tepat="Nihil", masuk="Nihil"), "Nihil", id="both nihil"),
        pytest.param(RATIO, parts(tepat=9.0, masuk=TERSEDIA), TERSEDIA, id="one not there yet"),
        pytest.param(
            MEAN,
            parts(tepat=9.0, masuk=10.0, lulus="Nihil", ikut="Nihil"),
            90.0,
            id="a mean leaves out the share of which nothing occurred",
        ),
        pytest.param(
            MEAN,
            parts(tepat=9.0, masuk=10.0, lulus="Nihil", ikut=4.0),
            45.0,
            id="a share with one nihil stays in the mean",
        ),
        pytest.param(
            MEAN,
            parts(tepat="Nihil", masuk="Nihil", lulus="Nihil", ikut="Nihil"),
            "Nihil",
            id="all nihil",
        ),
        pytest.param(
            MEAN,
            parts(tepat=9.0, masuk=10.0, lulus=TERSEDIA, ikut=4.0),
            TERSEDIA,
            id="one of a mean not there yet",
        ),
    ],
)
def test_a_status_on_one_component(indikator: str, entries: dict[str, Value], shown: Value) -> None:
    twice = report(entries, indikator)

    assert twice.live("realisasi.K.TAHUN") == shown
    assert twice.differing() == []


def test_a_value_and_a_status_on_one_component_is_an_error() -> None:
    twice = report({**both(9.0, 10.0), "status.K.tepat.TAHUN": "Nihil"})

    assert twice.live("realisasi.K.TAHUN") == TIDAK_DAPAT
    assert twice.differing() == []


def test_a_status_of_the_indicator_holds_for_components_without_their_own() -> None:
    twice = report({"status.K.TAHUN": "Nihil", "status.K.masuk.TAHUN": TERSEDIA})

    assert twice.live("realisasi.K.TAHUN") == TERSEDIA
    assert twice.differing() == []


@pytest.mark.parametrize(
    ("entries", "shown"),
    [
        ({"status.K.TAHUN": TERSEDIA}, TERSEDIA),
        ({"status.K.TAHUN": "Nihil"}, "Nihil"),
        ({"isian.K.tepat.TAHUN": 1.0, "isian.K.masuk.TAHUN": 0.0}, TIDAK_DAPAT),
        ({}, "Belum diisi"),
    ],
)
def test_a_mean_without_numbers_says_what_it_waits_for(
    entries: dict[str, Value], shown: str
) -> None:
    twice = Twice(yearly(RATIO), entries)

    assert [twice.live(f"{mean}.TAHUN") for mean in ("rata_rata", "capaian_sasaran.1")] == [
        shown,
        shown,
    ]
    assert twice.differing() == []


def test_who_is_not_counted_is_named_on_the_report() -> None:
    twice = report({"status.K.TAHUN": TERSEDIA})

    assert "Data belum tersedia: indikator Tepat waktu. " in twice.texts("Capaian")
    assert twice.differing() == []
