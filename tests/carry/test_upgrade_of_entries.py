"""Into a new version: each entry goes by its code, or stands on the list with its reason."""

import random

import pytest

from iku.carry.meaning import change
from iku.carry.outcome import names_in
from iku.cells import Value
from iku.definition.load import parse_definition
from iku.layout.layout import Layout
from iku.messages import Language, explain
from iku.terbitan import issue
from tests.carry.books import accounted, filled, held, upgraded, values_in, versions
from tests.workbooks import DEFINITIONS, EVERY_KIND, layout

HEAD = """\
skema: 1
kode: UJI-2025
versi: "{versi}"
tahun: 2025
kabupaten: {{kode: "99.01", nama: Kabupaten Uji}}
unit: [{{kode: "99.01.01", nama: Utara, {unit}}}]
pengaturan: {{periode: {periode}, fitur: [{fitur}]}}
data_bersama: [{bersama}]
sasaran:
  - nomor: "1"
    nama: Meningkatnya mutu pelayanan
    indikator:
{indikator}
"""
RATIO = """\
      - kode: A1
        nama: Persentase RT penerima
        satuan: "%"
        polaritas: maksimasi
        komponen: [{kode: penerima, satuan: RT}, {kode: rt, nama: Jumlah RT, satuan: RT}]
        nilai: {rumus: penerima/rt*100}
"""
SCORE = """\
      - kode: B1
        nama: Nilai kesiapan
        satuan: nilai
        polaritas: maksimasi
        nilai: {jenis: langsung}
"""
GRADE = """\
      - kode: C1
        nama: AKIP
        satuan: nilai
        polaritas: maksimasi
        nilai: {jenis: predikat}
"""
YES = """\
      - kode: D1
        nama: Dokumen tersusun
        satuan: "%"
        polaritas: maksimasi
        nilai: {jenis: ya_tidak}
"""
LANGUAGES: tuple[Language, ...] = ("id", "en")
TYPED: dict[str, Value] = {
    "isian.A1.penerima.TAHUN": 35.0,
    "isian.A1.rt.TAHUN": 192.0,
    "target.A1.TAHUN": 20.0,
    "isian.B1.nilai.TAHUN": 61.7,
    "status.D1.TAHUN": "Nihil",
    "alasan.D1.TAHUN": "tidak ada dokumen",
    "isian.C1.predikat.TAHUN": "BB",
    "identitas.periode_lapor": "TAHUN",
}


def form(
    *indikator: str,
    versi: str = "1",
    periode: str = "tahunan",
    fitur: str = "",
    bersama: str = "",
    unit: str = "",
) -> Layout:
    text = HEAD.format(
        indikator="".join(indikator),
        versi=versi,
        periode=periode,
        fitur=fitur,
        bersama=bersama,
        unit=unit,
    )
    definition = parse_definition(text)
    return Layout(issue(definition, definition.unit[0]))


OLD = form(RATIO, SCORE, GRADE, YES)


def carried(fresh: Layout, values: dict[str, Value] = TYPED) -> dict[str, Value]:
    return {
        name: value
        for name, value in values_in(upgraded(OLD, values, fresh)).items()
        if not name.startswith("identitas.")
    }


def listed(fresh: Layout, values: dict[str, Value] = TYPED) -> dict[str, str]:
    outcome = upgraded(OLD, values, fresh)
    return {name: one.code for one in outcome.left for name in names_in([one])}


def told(fresh: Layout) -> set[str]:
    return {one.code for one in upgraded(OLD, TYPED, fresh).told}


def test_the_same_definition_in_another_order_loses_nothing() -> None:
    fresh = form(YES, GRADE, SCORE, RATIO, versi="2")

    outcome = upgraded(OLD, TYPED, fresh)

    assert values_in(outcome) == held(TYPED, OLD)
    assert outcome.left == outcome.told == ()
    assert any(one.origin != one.place for one in outcome.moved)


def test_a_renamed_indicator_is_carried_to_its_new_code() -> None:
    renamed = RATIO.replace("kode: A1", "kode: A9\n        setara_dengan: A1")
    fresh = form(renamed, SCORE, GRADE, YES)

    assert carried(fresh)["isian.A9.penerima.TAHUN"] == 35
    assert carried(fresh)["target.A9.TAHUN"] == 20
    assert listed(fresh) == {}
    assert told(fresh) == {"STR-121"}


def test_setara_dengan_of_last_year_renames_nothing_in_this_one() -> None:
    since_last_year = RATIO.replace("kode: A1", "kode: A1\n        setara_dengan: B1")
    old, fresh = form(since_last_year, SCORE), form(since_last_year, SCORE, versi="2")

    outcome = upgraded(old, {"isian.B1.nilai.TAHUN": 61.7, "isian.A1.rt.TAHUN": 9.0}, fresh)

    assert values_in(outcome)["isian.B1.nilai.TAHUN"] == 61.7
    assert values_in(outcome)["isian.A1.rt.TAHUN"] == 9.0


def test_a_code_that_changed_hands_goes_by_what_the_new_version_says() -> None:
    swapped = SCORE.replace("kode: B1", "kode: A1\n        setara_dengan: B1")

    outcome = upgraded(OLD, TYPED, form(swapped))

    assert values_in(outcome)["isian.A1.nilai.TAHUN"] == 61.7


def test_a_dropped_indicator_is_listed_with_its_values() -> None:
    outcome = upgraded(OLD, TYPED, form(RATIO, GRADE, YES))

    (finding,) = outcome.left
    assert (finding.code, finding.facts["nilai"]) == ("STR-101", "61,7")
    assert finding.cells == (str(OLD.entries["isian.B1.nilai.TAHUN"].ref),)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("penerima, satuan: RT", "penerima, satuan: KK", "STR-105"),
        ("nilai: {rumus", "definisi_sejak: '2025'\n        nilai: {rumus", "STR-105"),
        ("penerima", "warga", "STR-102"),
    ],
)
def test_what_means_something_else_must_be_entered_again(
    before: str, after: str, code: str
) -> None:
    changed = RATIO.replace(before, after)

    assert listed(form(changed, SCORE, GRADE, YES))["isian.A1.penerima.TAHUN"] == code


def test_a_changed_unit_of_a_typed_value_must_be_entered_again() -> None:
    fresh = form(RATIO, SCORE.replace("satuan: nilai", "satuan: indeks"), GRADE, YES)

    assert listed(fresh) == {"isian.B1.nilai.TAHUN": "STR-105"}


def test_another_wording_is_carried_and_told() -> None:
    fresh = form(RATIO.replace("RT penerima", "RT yang menerima"), SCORE, GRADE, YES)

    assert listed(fresh) == {}
    assert told(fresh) == {"STR-122"}


def test_a_target_that_the_regency_now_sets_is_listed_unless_it_is_the_same() -> None:
    def fresh(target: int) -> Layout:
        return form(RATIO + f"        target: {{TAHUN: {target}}}\n", SCORE, GRADE, YES)

    assert listed(fresh(25)) == {"target.A1.TAHUN": "STR-104"}
    assert listed(fresh(20)) == {}
    assert told(fresh(20)) == {"STR-104"}


def test_a_value_of_another_kind_is_listed() -> None:
    as_text = YES.replace("D1", "B1").replace('satuan: "%"', "satuan: nilai")
    fresh = form(RATIO, as_text, GRADE, YES)

    assert listed(fresh)["isian.B1.nilai.TAHUN"] == "STR-105"


def test_a_choice_that_the_new_form_does_not_offer_is_listed_with_those_it_does() -> None:
    old, name = form(SCORE, periode="triwulanan"), "identitas.periode_lapor"

    outcome = upgraded(old, {name: "TW2"}, form(SCORE))

    (finding,) = (one for one in outcome.left if one.facts["nama"] == name)
    assert (finding.code, finding.facts["pilihan"]) == ("STR-106", ["TAHUN"])
    assert explain(finding).message.endswith("Pilihannya: TAHUN.")


def test_periods_that_are_no_longer_entered_are_listed() -> None:
    fresh = form(RATIO, SCORE, GRADE, YES, periode="triwulanan")

    assert listed(fresh)["isian.A1.rt.TAHUN"] == "STR-103"
    assert carried(fresh)["target.A1.TAHUN"] == 20


def test_an_indicator_without_an_object_is_listed() -> None:
    fresh = form(RATIO, SCORE, GRADE, YES, unit="tidak_berlaku: [B1]")

    assert listed(fresh) == {"isian.B1.nilai.TAHUN": "STR-115"}


def test_a_component_that_became_a_shared_figure_is_carried_once() -> None:
    shared = RATIO.replace("{kode: rt, nama: Jumlah RT, satuan: RT}", "{kode: rt, dari: rt}")
    fresh = form(shared, SCORE, GRADE, YES, bersama="{kode: rt, nama: Jumlah RT, satuan: RT}")

    assert carried(fresh)["isian.bersama.rt.TAHUN"] == 192
    assert listed(fresh) == {}


def test_components_that_contradict_each_other_are_listed_when_asked_once() -> None:
    second = RATIO.replace("kode: A1", "kode: A2")
    old = form(RATIO, second)
    one = "{kode: rt, nama: Jumlah RT, satuan: RT}"
    both = (one_of.replace(one, "{kode: rt, dari: rt}") for one_of in (RATIO, second))
    fresh = form(*both, bersama=one)

    outcome = upgraded(old, {"isian.A1.rt.TAHUN": 1.0, "isian.A2.rt.TAHUN": 2.0}, fresh)

    assert {one.code for one in outcome.left} == {"STR-111"}
    assert names_in(outcome.left) == {"isian.A1.rt.TAHUN", "isian.A2.rt.TAHUN"}


def test_a_shared_figure_that_is_asked_apart_again_is_carried_to_each() -> None:
    shared = RATIO.replace("{kode: rt, nama: Jumlah RT, satuan: RT}", "{kode: rt, dari: rt}")
    old = form(shared, bersama="{kode: rt, nama: Jumlah RT, satuan: RT}")

    outcome = upgraded(old, {"isian.bersama.rt.TAHUN": 192.0}, form(RATIO))

    assert values_in(outcome)["isian.A1.rt.TAHUN"] == 192


def test_a_part_of_the_form_that_is_no_longer_asked_for_is_listed() -> None:
    old = form(RATIO, fitur="analisis, bukti")
    typed: dict[str, Value] = {
        "analisis.A1.pendorong.TAHUN": "gotong royong",
        "bukti.A1.1.nama.TAHUN": "Laporan",
    }

    outcome = upgraded(old, typed, form(RATIO, fitur="bukti"))

    assert values_in(outcome)["bukti.A1.1.nama.TAHUN"] == "Laporan"
    assert {n: one.code for one in outcome.left for n in names_in([one])} == {
        "analisis.A1.pendorong.TAHUN": "STR-102"
    }


def test_who_signed_stays_although_the_new_version_names_somebody_else() -> None:
    fresh = form(RATIO, SCORE, GRADE, YES, unit='penanda_tangan: {nama: "BUDI"}')

    outcome = upgraded(OLD, {**TYPED, "identitas.camat.TAHUN": "SITI"}, fresh)

    assert values_in(outcome)["identitas.camat.TAHUN"] == "SITI"
    assert [one.code for one in outcome.told] == ["STR-127"]


@pytest.mark.parametrize("name", [*DEFINITIONS, EVERY_KIND])
@pytest.mark.parametrize("seed", [1, 2])
def test_every_entry_is_carried_or_listed_whatever_the_new_version(name: str, seed: int) -> None:
    of = layout(name)
    values = filled(of, random.Random(seed))  # noqa: S311  the same cases every time
    for fresh in versions(of, seed):
        outcome = upgraded(of, values, fresh)

        assert accounted(outcome) == held(values, of).keys()
        for finding in (*outcome.left, *outcome.told):
            sentences = {explain(finding, language).message for language in LANGUAGES}
            assert len(sentences) == len(LANGUAGES)
        for one in outcome.moved:
            old, new = of.entries[one.name], fresh.entries[one.into]
            assert one.value == held(values, of)[one.name]
            assert (old.field, old.periode) == (new.field, new.periode)
            assert not change(of.definition, old, fresh.definition, new).other
