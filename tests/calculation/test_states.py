"""The state table of the design, yearly and over quarters."""

import pytest

from iku.cells import Value
from tests.calculation.reports import quarterly, results, yearly

RATIO = "{kode: K, nama: Tepat waktu, satuan: '%', polaritas: maksimasi, target: {'2025': 90}, komponen: [{kode: tepat, nama: Tepat}, {kode: masuk, nama: Masuk}], nilai: {rumus: tepat/masuk*100}}"
MEAN = "{kode: K, nama: Tepat waktu, satuan: '%', polaritas: maksimasi, target: {'2025': 90}, komponen: [{kode: aa, nama: A}, {kode: bb, nama: B}, {kode: cc, nama: C}, {kode: dd, nama: D}], nilai: {rumus: 'AVERAGE(aa/bb, cc/dd)*100'}}"
TERSEDIA = "Data belum tersedia"


@pytest.mark.parametrize(
    ("entries", "shown", "in_mean"),
    [
        ({"isian.K.tepat.TAHUN": 9.0, "isian.K.masuk.TAHUN": 10.0}, 90.0, True),
        ({"isian.K.tepat.TAHUN": 0.0, "isian.K.masuk.TAHUN": 10.0}, 0.0, True),
        ({"isian.K.tepat.TAHUN": 9.0}, "Belum diisi", False),
        ({}, "Belum diisi", False),
        ({"status.K.TAHUN": "Nihil"}, "Nihil", False),
        ({"status.K.TAHUN": TERSEDIA}, TERSEDIA, False),
        ({"isian.K.tepat.TAHUN": 0.0, "isian.K.masuk.TAHUN": 0.0}, "Tidak dapat dihitung", False),
        (
            {"isian.K.tepat.TAHUN": "sembilan", "isian.K.masuk.TAHUN": 10.0},
            "Tidak dapat dihitung",
            False,
        ),
        (
            {"isian.K.tepat.TAHUN": 9.0, "isian.K.masuk.TAHUN": 10.0, "status.K.TAHUN": "Nihil"},
            "Tidak dapat dihitung",
            False,
        ),
        ({"isian.K.tepat.TAHUN": True, "isian.K.masuk.TAHUN": 10.0}, "Tidak dapat dihitung", False),
    ],
)
def test_a_yearly_ratio(entries: dict[str, Value], shown: float | str, in_mean: bool) -> None:
    result = results(yearly(RATIO), entries).result("K", "TAHUN")

    assert result.realisasi.shown() == shown
    assert (result.in_mean is not None) is in_mean


@pytest.mark.parametrize(("bila_nihil", "mean"), [("dikecualikan", None), ("100", 100), ("0", 0)])
def test_nihil_counts_in_the_mean_as_the_definition_says(bila_nihil: str, mean: int | None) -> None:
    definition = yearly(RATIO.replace("}}", f"}}, bila_nihil: {bila_nihil!r}}}"))

    assert results(definition, {"status.K.TAHUN": "Nihil"}).result("K", "TAHUN").in_mean == mean


def test_a_target_left_blank_leaves_the_realisasi_standing() -> None:
    definition = yearly(RATIO.replace("target: {'2025': 90}, ", ""))
    entries = {"isian.K.tepat.TAHUN": 9.0, "isian.K.masuk.TAHUN": 10.0}

    without = results(definition, entries).result("K", "TAHUN")
    typed = results(definition, {**entries, "target.K.TAHUN": 45.0}).result("K", "TAHUN")

    assert (without.realisasi.shown(), without.capaian.shown()) == (90.0, "Tidak dapat dihitung")
    assert typed.capaian.shown() == 200.0


def test_a_mean_leaves_out_the_share_of_which_nothing_occurred() -> None:
    entries: dict[str, Value] = {
        "isian.K.aa.TAHUN": 9.0,
        "isian.K.bb.TAHUN": 10.0,
        "status.K.cc.TAHUN": "Nihil",
        "status.K.dd.TAHUN": "Nihil",
    }

    assert results(yearly(MEAN), entries).result("K", "TAHUN").realisasi.shown() == 90.0


def test_elsewhere_a_nihil_component_counts_as_zero() -> None:
    entries: dict[str, Value] = {"status.K.tepat.TAHUN": "Nihil", "isian.K.masuk.TAHUN": 10.0}

    assert results(yearly(RATIO), entries).result("K", "TAHUN").realisasi.shown() == 0.0


def test_one_component_not_available_makes_the_indicator_so() -> None:
    entries = {"status.K.tepat.TAHUN": TERSEDIA}

    assert results(yearly(RATIO), entries).result("K", "TAHUN").realisasi.shown() == TERSEDIA


def test_an_indicator_without_object_is_not_asked() -> None:
    definition = yearly(RATIO)
    unit = definition.unit[0].model_copy(update={"tidak_berlaku": ("K",)})
    definition = definition.model_copy(update={"unit": (unit,)})

    assert results(definition, {}).result("K", "TAHUN").realisasi.shown() == "Tidak ada objek"


STOCK = "{kode: K, nama: RT dibina, satuan: '%', polaritas: maksimasi, target: {'2025': 20, TW1: 5, TW2: 10, TW3: 15, TW4: 20}, komponen: [{kode: rt_dibina, nama: RT dibina}, {kode: rt_semua, nama: RT, sifat: posisi}], nilai: {rumus: rt_dibina/rt_semua*100}}"
RUNNING = STOCK.replace("nama: RT dibina}, {", "nama: RT dibina, cara_isi: sd_triwulan}, {")
YEAR: dict[str, Value] = {
    "isian.K.rt_dibina.TW1": 10.0,
    "isian.K.rt_dibina.TW2": 5.0,
    "isian.K.rt_semua.TW1": 100.0,
    "isian.K.rt_semua.TW2": 150.0,
}


@pytest.mark.parametrize(
    ("lapor", "shown"),
    [
        ("", ["Belum waktunya"] * 5),
        ("TW1", [10.0, *["Belum waktunya"] * 4]),
        ("TW2", [10.0, 10.0, *["Belum waktunya"] * 3]),
        ("TW3", [10.0, 10.0, "Belum diisi", "Belum waktunya", "Belum waktunya"]),
    ],
)
def test_flows_add_up_and_stocks_hold(lapor: str, shown: list[float | str]) -> None:
    worked = results(quarterly(STOCK), YEAR, lapor)

    assert [worked.result("K", p).realisasi.shown() for p in worked.definition.periods] == shown


def test_a_stock_left_blank_keeps_its_last_known_value() -> None:
    entries = {name: value for name, value in YEAR.items() if name != "isian.K.rt_semua.TW2"}

    assert results(quarterly(STOCK), entries, "TW2").result("K", "TW2").realisasi.shown() == 15.0


def test_a_running_total_is_not_added_again() -> None:
    assert results(quarterly(RUNNING), YEAR, "TW2").result(
        "K", "TW2"
    ).realisasi.value == pytest.approx(10 / 3)


def test_a_running_total_left_blank_is_not_carried_over() -> None:
    entries = {name: value for name, value in YEAR.items() if name != "isian.K.rt_dibina.TW2"}

    assert (
        results(quarterly(RUNNING), entries, "TW2").result("K", "TW2").realisasi.shown()
        == "Belum diisi"
    )


def test_a_nihil_quarter_adds_nothing_to_the_year() -> None:
    entries: dict[str, Value] = {
        "isian.K.rt_dibina.TW1": 10.0,
        "isian.K.rt_semua.TW1": 100.0,
        "status.K.TW2": "Nihil",
    }
    worked = results(quarterly(STOCK), entries, "TW2")

    assert worked.result("K", "TW2").realisasi.shown() == 10.0
    assert (
        results(quarterly(STOCK), {"status.K.TW1": "Nihil"}, "TW1")
        .result("K", "TW1")
        .realisasi.shown()
        == "Nihil"
    )


def test_capaian_is_measured_against_the_quarter_and_the_year() -> None:
    result = results(quarterly(STOCK), YEAR, "TW1").result("K", "TW1")

    assert (result.capaian.shown(), result.capaian_tahun.shown()) == (200.0, 50.0)


VALUE = "{kode: K, nama: Indeks, satuan: indeks, polaritas: maksimasi, triwulan: MODE, nilai: {jenis: langsung}}"


@pytest.mark.parametrize(
    ("mode", "shown"),
    [("akhir", 6.0), ("jumlah", 9.0), ("rata_rata", 4.5), ("tetap", 6.0), ("komponen", 6.0)],
)
def test_typed_values_make_a_year_by_their_mode(mode: str, shown: float) -> None:
    entries: dict[str, Value] = {"isian.K.nilai.TW1": 3.0, "isian.K.nilai.TW2": 6.0}

    assert (
        results(quarterly(VALUE.replace("MODE", mode)), entries, "TW2")
        .result("K", "TW2")
        .realisasi.shown()
        == shown
    )


def test_quarterly_values_of_a_formula_can_be_averaged() -> None:
    definition = quarterly(STOCK.replace("satuan: '%',", "satuan: '%', triwulan: rata_rata,"))

    assert results(definition, YEAR, "TW2").result("K", "TW2").realisasi.value == pytest.approx(
        (10 + 10 / 3) / 2
    )


def test_measured_once_a_year_waits_quietly() -> None:
    once = VALUE.replace("triwulan: MODE", "periode_ukur: [TAHUN]")
    entries: dict[str, Value] = {"isian.K.nilai.TAHUN": 71.0}

    assert (
        results(quarterly(once), {}, "TW4").result("K", "TW4").realisasi.shown() == "Belum waktunya"
    )
    assert results(quarterly(once), entries).result("K", "TAHUN").realisasi.shown() == 71.0
