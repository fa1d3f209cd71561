"""A whole year, report by report: each begins from the file before, each figure is known by hand."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from iku.address import CellRef
from iku.calculation.results import Results
from iku.cells import Value
from iku.definition.load import load_definition
from iku.layout.layout import Layout
from iku.sheets.capaian import SHEET as CAPAIAN
from iku.terbitan import Terbitan, issue
from tests.judges import libreoffice
from tests.judges.values import Values
from tests.year.expected import STEPS, Step
from workflow.build import workbook_bytes
from workflow.fill import fill_workbook
from workflow.read import read_workbook, result_values
from workflow.receive import open_one

DEFINITION = Path(__file__).parents[1] / "data" / "tahun_penuh.yaml"
AUGUST = "TW3"  # the first report after the PK perubahan


def issued(*, changed: bool) -> Terbitan:
    """The record before or after the PK perubahan of August."""
    definition = load_definition(DEFINITION)
    unit = definition.unit[0]
    agreements = unit.pk if changed else unit.pk[:1]
    return issue(definition, unit.model_copy(update={"pk": agreements}))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The file of each report; from August on in the form that was issued anew."""
    folder = tmp_path_factory.mktemp("tahun")
    before = folder / "formulir.xlsx"
    before.write_bytes(workbook_bytes(issued(changed=False))[0])
    made = {}
    for step in STEPS:
        if step.name == AUGUST:
            before = carried_over(before, folder)
        made[step.name] = filled(before, step.typed, folder / f"{step.name}.xlsx")
        before = made[step.name]
    return made


def carried_over(before: Path, folder: Path) -> Path:
    """The same entries in the form that carries the changed targets."""
    anew = folder / "formulir_perubahan.xlsx"
    anew.write_bytes(workbook_bytes(issued(changed=True))[0])
    return filled(anew, read_workbook(before)["entries"], folder / "dibawa.xlsx")


def filled(before: Path, typed: dict[str, Value], into: Path) -> Path:
    values = into.with_suffix(".json")
    values.write_text(json.dumps(typed), encoding="utf-8")
    fill_workbook(before, values, into)
    return into


@pytest.fixture(scope="module")
def judged(files: dict[str, Path]) -> dict[str, Values]:
    """What LibreOffice computes of each file."""
    found = libreoffice.computed_values_of(list(files.values()))
    return dict(zip(files, found, strict=True))


def exact_results(path: Path) -> tuple[Layout, Results]:
    opened = open_one(path)
    return opened.layout, opened.results


def exact(results: Results, name: str) -> Fraction | str:
    """A result as the exact calculation has it."""
    family, *middle, periode = name.split(".")
    kode = middle[0] if middle else ""
    means = results.means(periode)
    if family == "capaian_sasaran":
        figure = means.per_sasaran[int(kode) - 1]
    elif family.startswith("rata_rata"):
        figure = getattr(means, family)
    elif family in {"kategori", "realisasi_predikat"}:
        result = results.result(kode, periode)
        return result.kategori if family == "kategori" else result.predikat
    else:
        figure = getattr(results.result(kode, periode), family)
    return figure.number if figure.counted else figure.state.value


def same(shown: object, wanted: Fraction | str) -> bool:
    if isinstance(wanted, str):
        return shown == wanted
    return isinstance(shown, float) and shown == pytest.approx(float(wanted), rel=1e-12)


@pytest.mark.parametrize("step", STEPS, ids=[step.name for step in STEPS])
def test_every_figure_is_exactly_the_one_by_hand(step: Step, files: dict[str, Path]) -> None:
    _, results = exact_results(files[step.name])

    assert {name: exact(results, name) for name in step.results} == step.results
    answered = results.means(results.report.periode_lapor)
    assert f"{answered.included} dari {answered.total}" == step.counted


@pytest.mark.parametrize("step", STEPS, ids=[step.name for step in STEPS])
def test_the_file_holds_the_same_figures(step: Step, files: dict[str, Path]) -> None:
    opened = open_one(files[step.name])
    stored = {
        name: opened.snapshot.sheets[ref.sheet].values.get(ref.a1)
        for name, ref in opened.layout.names.items()
        if name in step.results
    }

    assert [n for n, wanted in step.results.items() if not same(stored[n], wanted)] == []


@pytest.mark.parametrize("step", STEPS, ids=[step.name for step in STEPS])
def test_libreoffice_computes_the_same_figures(
    step: Step, files: dict[str, Path], judged: dict[str, Values]
) -> None:
    layout, results = exact_results(files[step.name])
    shown = {n: judged[step.name][ref.sheet, ref.a1] for n, ref in layout.results.items()}

    assert [n for n, wanted in step.results.items() if not same(shown[n], wanted)] == []
    everything = result_values(results)
    assert len(everything) > 150
    for name, value in everything.items():
        wanted = Fraction(value) if isinstance(value, float) else value
        assert same(shown[name] or "", wanted), name


@pytest.mark.parametrize("step", STEPS[1:], ids=[step.name for step in STEPS[1:]])
def test_what_was_reported_stays(step: Step, files: dict[str, Path]) -> None:
    before = STEPS[STEPS.index(step) - 1]
    earlier = result_values(exact_results(files[before.name])[1])
    now = result_values(exact_results(files[step.name])[1])

    for periode in step.kept:
        kept = {name: value for name, value in earlier.items() if name.endswith(f".{periode}")}
        assert len(kept) > 20
        assert {name: now[name] for name in kept} == kept


@pytest.mark.parametrize("step", STEPS, ids=[step.name for step in STEPS])
def test_the_report_names_who_signs_it_and_how_many_are_counted(
    step: Step, judged: dict[str, Values]
) -> None:
    shown = {value for (sheet, _), value in judged[step.name].items() if sheet == CAPAIAN}

    assert step.office in shown
    assert step.counted in shown
    if step.own_office:
        assert step.own_office in shown


def test_the_next_quarter_shows_the_last_follow_up(judged: dict[str, Values]) -> None:
    def lines(step: str) -> set[object]:
        return {value for (sheet, _), value in judged[step].items() if sheet == "Analisis"}

    assert "Menambah kunjungan: Status belum diisi" in lines("TW1")
    assert "Menambah kunjungan: Selesai" in lines("TW2")


def test_the_form_shows_the_targets_before_and_after_the_change(files: dict[str, Path]) -> None:
    opened = open_one(files["TW3"])
    values = opened.snapshot.sheets["Isian"].values

    def row_of(key: str) -> dict[str, Value]:
        row = opened.layout.isian_row(key)
        columns = opened.layout.isian.period_columns.items()
        return {p: values.get(CellRef("Isian", row, column).a1) for p, column in columns}

    assert list(row_of("A1#target").values()) == [20, 40, 50, 70, 70]
    assert list(row_of("A1#target_semula.0").values()) == [20, 40, 60, 80, 80]
    assert list(row_of("A2#target").values()) == [90, 90, 92, 92, 92]
    told = " ".join(str(value) for value in values.values())
    assert "PK perubahan Nomor 100.3/9 tanggal 12 Agustus 2025, berlaku mulai Triwulan III" in told
    assert "PK Nomor 100.3/1 tanggal 10 Januari 2025, berlaku s.d. Triwulan II" in told
    assert "target_semula" not in " ".join(
        str(value) for value in open_one(files["TW2"]).snapshot.sheets["Isian"].values.values()
    )
