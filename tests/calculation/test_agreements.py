"""A PK perubahan changes targets from its period on, and leaves what was reported as it was."""

import pytest

from iku.cells import Value
from iku.definition.load import DefinitionError, parse_definition
from iku.definition.model import Definition
from iku.entry_workbook import entry_blueprint
from iku.finding import Finding
from iku.periods import PERIODS
from iku.terbitan import issue
from tests.calculation.live import Twice
from tests.calculation.reports import HEAD, quarterly, yearly

VALUE = "{kode: K, nama: Surat, satuan: surat, polaritas: maksimasi, triwulan: MODE, target: TARGET, nilai: {jenis: langsung}}"
EACH = "{TW1: 10, TW2: 20, TW3: 30, TW4: 40, '2025': 40}"


def changed(*agreements: str, mode: str = "akhir", target: str = EACH) -> Definition:
    """The definition with these Perjanjian Kinerja of its unit."""
    line = VALUE.replace("MODE", mode).replace("TARGET", target)
    definition = quarterly(line)
    unit = parse_definition(
        HEAD.replace("nama: Uji}]", f"nama: Uji, pk: [{', '.join(agreements)}]}}]")
        + "pengaturan: {periode: triwulanan}\nsasaran:\n  - nama: S\n    indikator:\n      - "
        + line
    ).unit[0]
    return definition.model_copy(update={"unit": (unit,)})


def targets(definition: Definition) -> tuple[list[int], list[int]]:
    """The targets of each period, and the year's target in force in each period."""
    terbitan = issue(definition, definition.unit[0])
    own = [terbitan.target_of("K", periode) for periode in PERIODS]
    year = [terbitan.year_target_of("K", periode) for periode in PERIODS]
    found = [
        [int(one.nilai) for one in row if one and one.nilai is not None] for row in (own, year)
    ]
    return found[0], found[1]


@pytest.mark.parametrize(
    ("start", "year"),
    [
        ("berlaku_mulai: TW3", [40, 40, 35, 35, 35]),
        ("berlaku_mulai: 2025-08-12", [40, 40, 35, 35, 35]),
        ("tanggal: 12 Agustus 2025", [40, 40, 35, 35, 35]),
        ("berlaku_mulai: 2025-10, tanggal: 12 Agustus 2025", [40, 40, 40, 35, 35]),
        ("berlaku_mulai: TAHUN", [40, 40, 40, 40, 35]),
        ("berlaku_mulai: TW1", [35, 35, 35, 35, 35]),
    ],
)
def test_the_year_target_is_the_one_in_force(start: str, year: list[int]) -> None:
    definition = changed(f"{{jenis: perubahan, {start}, target: {{K: {{'2025': 35}}}}}}")

    assert targets(definition) == ([10, 20, 30, 40, 35], year)


def test_a_year_target_that_nothing_changes_is_in_force_all_year() -> None:
    assert targets(changed("{jenis: murni}")) == ([10, 20, 30, 40, 40], [40] * 5)


def test_quarters_change_from_the_agreement_on() -> None:
    change = "{jenis: perubahan, berlaku_mulai: TW3, target: {K: {TW3: 25, TW4: 35, '2025': 35}}}"
    again = "{jenis: perubahan, berlaku_mulai: TW4, target: {K: {TW4: 33, '2025': 33}}}"

    assert targets(changed(again, change)) == ([10, 20, 25, 33, 33], [40, 40, 35, 33, 33])


def test_the_same_target_in_every_quarter_changes_from_the_agreement_on() -> None:
    change = "{jenis: perubahan, berlaku_mulai: TW3, target: {K: {'2025': 92}}}"
    definition = changed(change, mode="tetap", target="{'2025': 90}")

    assert targets(definition) == ([90, 90, 92, 92, 92], [90, 90, 92, 92, 92])


def test_capaian_of_each_period_is_against_the_target_of_its_time() -> None:
    first = "{nomor: '1', jenis: murni, target: {K: {TW1: 20}}}"
    change = "{nomor: '9', jenis: perubahan, berlaku_mulai: TW3, target: {K: {'2025': 50}}}"
    entries: dict[str, Value] = {f"isian.K.nilai.{p}": 20.0 for p in PERIODS[:4]}
    twice = Twice(changed(change, first), entries, "TW4")

    shown = [twice.live(f"capaian_tahun.K.{periode}") for periode in PERIODS[:4]]
    assert shown == [50.0, 50.0, 40.0, 40.0]
    assert twice.live("capaian.K.TW1") == 100.0
    assert any("Nomor 9" in str(text) for text in _constants(twice))
    assert twice.differing() == []


def _constants(twice: Twice) -> list[str]:
    cells = entry_blueprint(twice.layout).all_cells()
    return [str(cell.content) for sheet, cell in cells if sheet == "Capaian" and cell.content]


def test_before_there_was_a_year_target_there_is_no_capaian_against_it() -> None:
    change = "{jenis: perubahan, berlaku_mulai: TW2, target: {K: {'2025': 50}}}"
    entries: dict[str, Value] = {"isian.K.nilai.TW1": 20.0, "isian.K.nilai.TW2": 20.0}
    twice = Twice(changed(change, target="{TW1: 10, TW2: 20}"), entries, "TW2")

    assert twice.live("capaian_tahun.K.TW1") == "Tidak dapat dihitung"
    assert twice.live("capaian_tahun.K.TW2") == 40.0
    assert twice.differing() == []


def test_a_yearly_form_shows_both_targets_too() -> None:
    definition = yearly(VALUE.replace("MODE", "akhir").replace("TARGET", "{'2025': 40}"))
    change = "{jenis: perubahan, tanggal: 4 September 2025, target: {K: {'2025': 35}}}"
    unit = definition.unit[0].model_copy(update={"pk": changed(change).unit[0].pk})
    twice = Twice(definition.model_copy(update={"unit": (unit,)}), {"isian.K.nilai.TAHUN": 35.0})

    assert twice.live("capaian.K.TAHUN") == twice.live("capaian_tahun.K.TAHUN") == 100.0
    assert twice.layout.isian_row("K#target_semula.0") == twice.layout.isian_row("K#target") + 1


def test_an_indicator_that_no_agreement_changes_is_not_called_changed() -> None:
    change = "{jenis: perubahan, berlaku_mulai: TW3, target: {K: {TW3: 25, '2025': 35}}}"
    definition = changed(change)
    (sasaran,) = definition.sasaran
    one = sasaran.indikator[0]
    both = (one, one.model_copy(update={"kode": "L", "nama": "Izin"}))
    terbitan = issue(
        definition.model_copy(
            update={"sasaran": (sasaran.model_copy(update={"indikator": both}),)}
        ),
        definition.unit[0],
    )

    assert list(terbitan.changed_targets) == ["K"]


def test_without_a_change_the_form_has_no_such_row() -> None:
    layout = Twice(changed("{nomor: '1', target: {K: {'2025': 50}}}"), {}).layout

    assert [row.key for row in layout.isian.rows if "semula" in row.key] == []


@pytest.mark.parametrize(
    ("agreement", "reason"),
    [
        ("{jenis: perubahan, berlaku_mulai: TW3, target: {K: {TW2: 5}}}", "sudah dilaporkan"),
        ("{jenis: perubahan, target: {K: {TW4: 5}}}", "berlaku mulai kapan"),
        ("{jenis: perubahan, tanggal: nanti, target: {K: {TW4: 5}}}", "berlaku mulai kapan"),
        ("{jenis: perubahan, berlaku_mulai: 2024-08-12, target: {K: {TW4: 5}}}", "dalam 2025"),
    ],
)
def test_a_change_of_what_was_reported_is_a_fault(agreement: str, reason: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        changed(agreement)

    found: list[Finding] = list(caught.value.findings)
    assert [one.code for one in found] == ["DEF-006"]
    assert reason in str(found[0].facts)
