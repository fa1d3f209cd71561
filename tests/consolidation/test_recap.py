"""The recap's live formulas say what Python says, and every figure leads back to its cells."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import pytest

from iku.address import CellRef, split_a1
from iku.blueprint import Blueprint
from iku.calculation.figure import State
from iku.cells import ErrorValue, Value
from iku.consolidation import Candidate, RegencyReport, consolidate
from iku.consolidation.aggregation import CAPAIAN
from iku.definition.model import Definition, Indikator, Unit
from iku.entry_workbook import formula_values
from iku.recap import recap_blueprint
from iku.recap import ringkasan_columns as ringkasan
from iku.recap.blueprint import indikator_pages
from iku.recap.data_plan import COLUMNS, DataPlan
from iku.recap.matriks import Matriks
from iku.recap.ringkasan import Ringkasan
from tests.agreement.fillings import at_random
from tests.judges import compare, libreoffice, openxml
from tests.workbooks import EVERY_KIND
from tests.workbooks import definition as shipped
from workbook_builder import write_workbook

from .sample import RATIO, SCORE, candidate, definition_of, issued, judged, ratio, with_agregasi

AGREGASI: tuple[str, ...] = get_args(Indikator.model_fields["agregasi"].annotation)
CASES = [
    pytest.param("kota_jambi_2017", "komponen", "TAHUN", 1, id="yearly"),
    pytest.param("contoh_triwulanan_2025", "komponen", "TW3", 2, id="quarterly"),
    pytest.param("jambi_timur_2017_triwulanan", "komponen", "TAHUN", 3, id="shared figures"),
    *(
        pytest.param(EVERY_KIND, agregasi, periode, seed, id=f"{agregasi} {periode}")
        for seed, (agregasi, periode) in enumerate(
            zip(AGREGASI, ("TW1", "TW2", "TW3", "TW4", "TAHUN", "TAHUN", "TW2"), strict=True)
        )
    ),
]


def aggregated_by(definition: Definition, agregasi: str) -> Definition:
    """Four units, and every indicator combined in one way (the shipped ways where komponen)."""
    first = definition.unit[0]
    units = tuple(
        Unit(
            kode=f"{first.kode}.{n}",
            nama=f"Unit {n}",
            tidak_berlaku=first.tidak_berlaku if n == 1 else (),
        )
        for n in range(4)
    )
    change = {} if agregasi == "komponen" else {"agregasi": agregasi}
    goals = tuple(
        goal.model_copy(
            update={"indikator": tuple(one.model_copy(update=change) for one in goal.indikator)}
        )
        for goal in definition.sasaran
    )
    return definition.model_copy(update={"unit": units, "sasaran": goals})


def random_report(name: str, agregasi: str, periode: str, seed: int) -> RegencyReport:
    """Three of four units have sent something, one of them for an earlier period."""
    definition = aggregated_by(shipped(name), agregasi)
    files = []
    for n, unit in enumerate(definition.unit[:3]):
        typed = at_random(issued(definition, unit.kode)[1], seed * 10 + n)
        entries = {k: v for k, v in typed.items() if not k.startswith("identitas.")}
        own = "TW1" if n == 2 and len(definition.periods) > 1 else periode
        files.append(candidate(definition, unit.kode, entries, periode=own))
    return consolidate(definition, files, period=periode)


def close(shown: Value, expected: float | str | None) -> bool:
    if isinstance(expected, str) or expected is None:
        return shown == (expected or "")
    return isinstance(shown, float) and shown == pytest.approx(expected, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("name", "agregasi", "periode", "seed"), CASES)
def test_live_formulas_say_what_python_says(
    name: str, agregasi: str, periode: str, seed: int
) -> None:
    check_ringkasan(random_report(name, agregasi, periode, seed))


def planned(report: RegencyReport) -> Ringkasan:
    """Ringkasan as the recap plans it."""
    plan = DataPlan(report)
    return Ringkasan(plan, {kode: page.sums for kode, page in indikator_pages(plan).items()})


def check_ringkasan(report: RegencyReport) -> None:
    values = formula_values(recap_blueprint(report))
    sheet = planned(report)

    def shown(row: int, column: int) -> Value:
        return values[CellRef(ringkasan.SHEET, row, column)]

    for kode, row in sheet.rows.items():
        figure = report.aggregation.figure(kode, report.period)
        if not figure.method.stands_alone:
            assert close(shown(row, ringkasan.REALISASI), figure.realisasi.shown())
        assert close(shown(row, ringkasan.CAPAIAN), figure.shown(figure.capaian))
        assert shown(row, ringkasan.KATEGORI) == figure.kategori
        assert shown(row, ringkasan.BANYAK) == f"{figure.n} dari {figure.of}"
    for mean, row in sheet.mean_rows.items():
        assert close(shown(row, ringkasan.CAPAIAN), getattr(report.means, mean).shown())
    for row, goal in zip(sheet.goal_rows, report.means.per_sasaran, strict=True):
        assert close(shown(row, ringkasan.CAPAIAN), goal.shown())


@pytest.mark.parametrize(("name", "agregasi", "periode", "seed"), CASES[:4])
def test_the_matrix_shows_each_units_own_capaian(
    name: str, agregasi: str, periode: str, seed: int
) -> None:
    report = random_report(name, agregasi, periode, seed)
    values = formula_values(recap_blueprint(report))
    sheet = planned(report)
    matriks = Matriks(sheet.plan, sheet)
    for n, standing in enumerate(report.standings):
        for kode, column in matriks.columns.items():
            capaian = standing.capaian(matriks.definition.indikator[column - 3], periode)
            expected = (
                float(capaian.number) if capaian.counted else standing.words(capaian, periode)
            )
            assert close(values[CellRef("Matriks", matriks.first + n, column)], expected), kode


def small_report(*entries: dict[str, Value], text: str = RATIO) -> RegencyReport:
    definition = definition_of(text)
    units = [unit.kode for unit in definition.unit]
    files = [candidate(definition, unit, one) for unit, one in zip(units, entries, strict=False)]
    return consolidate(definition, files)


STATES = {
    "terhitung": ratio(35.0, 192.0),
    "nihil": ratio(None, None, "Nihil"),
    "belum diisi": ratio(35.0, None),
    "belum tersedia": ratio(None, None, "Data belum tersedia"),
    "tidak dapat": ratio(5.0, 0.0),
    "bukan angka": ratio("banyak", 192.0),
}


@pytest.mark.parametrize("agregasi", ["komponen", "rata_rata", "tertimbang", "maks"])
@pytest.mark.parametrize("one", STATES)
@pytest.mark.parametrize("other", STATES)
def test_live_formulas_follow_the_state_table(one: str, other: str, agregasi: str) -> None:
    text = with_agregasi(RATIO, agregasi)
    check_ringkasan(small_report(STATES[one], STATES[other], text=text))
    check_ringkasan(small_report(STATES[one], STATES[other], STATES[other], text=text))


def test_a_nihil_that_counts_for_a_hundred_counts_live_too() -> None:
    text = RATIO + '        bila_nihil: "100"\n'
    report = small_report(*[STATES["nihil"]] * 3, text=text)
    assert report.means.rata_rata.value == 100
    check_ringkasan(report)


def test_the_origins_of_a_mean_leave_out_who_is_not_in_it() -> None:
    report = small_report(
        STATES["terhitung"], STATES["tidak dapat"], text=with_agregasi(RATIO, "rata_rata")
    )
    found = {row["Kecamatan"] for row in origins(recap_blueprint(report))}
    assert found == {"Utara"}


def test_components_are_summed_over_an_unbroken_stretch_of_data() -> None:
    blueprint = recap_blueprint(small_report(ratio(35.0, 192.0), ratio(15.0, 60.0)))
    formulas = [cell.formula for cell in blueprint.sheet("IKU A1").cells if cell.formula]
    sums = [text for text in formulas if "SUM(Data!" in text]
    assert sums == [
        'IF(COUNT(Data!$G$7:$G$9)=0,"-",SUM(Data!$G$7:$G$9))',
        'IF(COUNT(Data!$G$10:$G$12)=0,"-",SUM(Data!$G$10:$G$12))',
    ]
    values = formula_values(blueprint)
    assert [
        value for ref, value in values.items() if "SUM(Data!" in (formula(blueprint, ref) or "")
    ] == [
        50.0,
        252.0,
    ]


def formula(blueprint: Blueprint, ref: CellRef) -> str | None:
    cell = blueprint.sheet(ref.sheet).cell(ref.a1)
    return cell.formula if cell else None


def test_every_summed_value_is_in_a_named_cell_of_a_named_file() -> None:
    report = small_report(ratio(35.0, 192.0), ratio(15.0, 60.0), ratio(None, None, "Nihil"))
    by_sha = {one.candidate.sha256: one.candidate for one in report.fates}
    sums: dict[tuple[str, str], Fraction] = {}
    for origin in origins(recap_blueprint(report)):
        candidate = by_sha[origin["SHA-256 berkas"]]
        assert candidate.returned is not None
        assert candidate.path.endswith(origin["Berkas"])
        place = CellRef(origin["Lembar"], *split_a1(origin["Sel"]))
        [name] = [name for name, ref in candidate.returned.places.items() if ref == place]
        assert candidate.returned.report.entries[name] == origin["Isi sel"]
        key = (origin["Kode IKU"], origin["Komponen"])
        sums[key] = sums.get(key, Fraction(0)) + Fraction(origin["Isi sel"])
    assert sums == {("A1", "penerima"): 50, ("A1", "rt"): 252}


def origins(blueprint: Blueprint) -> Iterator[dict[str, Any]]:
    """The rows of Asal Angka by the heads of its columns."""
    contents = {
        (one.row, one.column): one.content for one in blueprint.sheet("Asal Angka").all_cells()
    }
    heads = {column: str(content) for (row, column), content in contents.items() if row == 6}
    for row in sorted({row for row, _ in contents if row > 6}):
        yield {head: contents[row, column] for column, head in heads.items()}


def test_a_shared_stock_leads_to_the_cell_that_was_last_filled_in() -> None:
    definition = shipped("jambi_timur_2017_triwulanan")
    unit = definition.unit[0].kode
    entries: dict[str, Value] = {
        "isian.R8.peserta.TW1": 3.0,
        "isian.R8.peserta.TW2": 4.0,
        "isian.R8.juara.TW1": 1.0,
        "isian.R8.juara.TW2": 2.0,
        "isian.bersama.rt.TW1": 190.0,
        "isian.bersama.rt.TW2": 192.0,
    }
    report = consolidate(definition, [candidate(definition, unit, entries, periode="TW2")])
    every = [row for row in origins(recap_blueprint(report)) if row["Kode IKU"] == "R8"]
    rows = [row for row in every if "TW2" in row["Angka s.d."].split(", ")]
    assert [row["Isi sel"] for row in every if row not in rows] == [190.0]
    assert [(row["Komponen"], row["Isi sel"]) for row in rows] == [
        ("peserta", 3.0),
        ("peserta", 4.0),
        ("juara", 1.0),
        ("juara", 2.0),
        ("rt", 192.0),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\x01="])
def test_words_from_a_received_file_never_become_a_formula(start: str) -> None:
    words = start + 'HYPERLINK("http://contoh","klik")'
    entries = {
        **ratio(words, 192.0),
        "identitas.penyusun": words,
        "identitas.status_laporan": words,
    }
    report = small_report(entries, ratio(words, words))
    blueprint = recap_blueprint(report)
    found = [cell for _, cell in blueprint.all_cells() if "HYPERLINK" in str(cell.content)]
    assert len(found) >= 2
    assert all(cell.formula is None and isinstance(cell.content, str) for cell in found)
    assert not [cell for _, cell in blueprint.all_cells() if "HYPERLINK" in (cell.formula or "")]
    data = write_workbook(
        blueprint,
        formula_values(blueprint),
        password=None,
        salt=b"",
        modified=datetime(2018, 1, 1, tzinfo=UTC),
    )
    assert data.startswith(b"PK")


def test_kelengkapan_tells_the_fate_of_every_unit_and_file() -> None:
    definition = definition_of(RATIO)
    broken = Candidate("rusak.xlsx", "f" * 64, "", None, (judged("BRK-002"),))
    files = [
        candidate(definition, "99.01.01", ratio(1.0, 2.0), path="lama.xlsx"),
        candidate(definition, "99.01.01", ratio(1.0, 4.0), path="baru.xlsx", revisi=1.0),
        candidate(definition, "77.77.77", ratio(1.0, 4.0), path="asing.xlsx"),
        broken,
    ]
    sheet = recap_blueprint(consolidate(definition, files)).sheet("Kelengkapan")
    rows: dict[int, list[object]] = {}
    for cell in sheet.all_cells():
        if cell.row > 9 and cell.column in {3, 4, 5}:
            rows.setdefault(cell.row, []).append(cell.content)
    assert list(rows.values()) == [
        ["Utara", "Diterima", "baru.xlsx"],
        ["Utara", "Digantikan", "lama.xlsx"],
        ["Selatan", "Belum masuk", ""],
        ["Timur", "Belum masuk", ""],
        ["Unit 77.77.77", "Ditolak", "asing.xlsx"],
        ["(tidak diketahui)", "Ditolak", "rusak.xlsx"],
    ]


def test_units_are_ranked_live_and_ties_share_a_rank() -> None:
    shares = (ratio(10.0, 100.0), ratio(30.0, 100.0), ratio(10.0, 100.0))
    assert ranks(recap_blueprint(small_report(*shares))) == {
        "Selatan": 1.0,
        "Utara": 2.0,
        "Timur": 2.0,
    }


def test_a_ranking_without_every_unit_says_that_it_is_provisional() -> None:
    blueprint = recap_blueprint(small_report(ratio(10.0, 100.0), ratio(30.0, 100.0)))
    title = blueprint.sheet("Peringkat").cell("A1")
    assert title is not None
    assert title.content == "PERINGKAT KECAMATAN (SEMENTARA)"
    assert ranks(blueprint)["Timur"] == "-"


def test_a_unit_with_gaps_is_not_ranked() -> None:
    gaps = (ratio(10.0, 100.0), ratio(30.0, None), ratio(20.0, 100.0))
    found = ranks(recap_blueprint(small_report(*gaps)))
    assert found == {"Timur": 1.0, "Utara": 2.0, "Selatan": "-"}


def ranks(blueprint: Blueprint) -> dict[object, Value]:
    """The rank of every unit, by name."""
    values = formula_values(blueprint)
    rows = [cell for cell in blueprint.sheet("Peringkat").cells if cell.column == 3]
    return {
        cell.content: values[CellRef("Peringkat", cell.row, 1)] for cell in rows if cell.row > 23
    }


def test_provisional_figures_say_so_on_every_sheet() -> None:
    blueprint = recap_blueprint(small_report(ratio(1.0, 2.0), ratio(1.0, 2.0)))
    for sheet in blueprint.sheets:
        third = sheet.cell("A3")
        assert third is not None
        assert third.content == "Sementara: 2 dari 3 kecamatan"


def test_a_recap_of_nothing_can_be_drawn() -> None:
    text = RATIO + with_agregasi(SCORE, "rata_rata")
    for definition in (definition_of(text), definition_of(text).model_copy(update={"unit": ()})):
        blueprint = recap_blueprint(consolidate(definition, []))
        assert State.BELUM_DIISI.value in formula_values(blueprint).values()


def test_data_is_sorted_so_that_every_slice_is_unbroken() -> None:
    report = random_report(EVERY_KIND, "komponen", "TW3", 5)
    plan = DataPlan(report)
    seen: list[tuple[str, str, str]] = []
    for row in plan.rows:
        key = (row.kode, row.periode, row.field)
        if not seen or seen[-1] != key:
            assert key not in seen
            seen.append(key)
    assert plan.rows[0].piece.standing.unit == report.standings[0].unit
    assert re.fullmatch(r"Data!\$G\$\d+", plan.cell("M1", "TW3", CAPAIAN, 0, "dihitung"))
    assert COLUMNS["dihitung"] == 7


def test_libreoffice_and_microsofts_validator_agree(tmp_path: Path) -> None:
    report = random_report(EVERY_KIND, "komponen", "TAHUN", 7)
    blueprint = recap_blueprint(report)
    values = formula_values(blueprint)
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(
        write_workbook(
            blueprint, values, password=None, salt=b"", modified=datetime(2026, 1, 5, tzinfo=UTC)
        )
    )
    assert openxml.validate([path]) == []
    own = {
        (ref.sheet, ref.a1): value
        for ref, value in values.items()
        if not isinstance(value, ErrorValue)
    }
    assert len(own) == len(values) > 100
    assert compare.differences(own, libreoffice.computed_values(path)) == []
