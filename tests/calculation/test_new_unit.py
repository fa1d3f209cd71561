"""A unit that began during the year: what was before it is not asked, and a blank there is nothing."""

import pytest

from iku.blueprint import Access
from iku.calculation.budget import Budget
from iku.calculation.figure import State
from iku.calculation.results import Results
from iku.cells import Value
from iku.checks.run import check_submission
from iku.entry_workbook import entry_blueprint, formula_values
from iku.finding import Finding
from iku.layout.layout import Layout
from iku.layout.unasked import is_unasked
from iku.report import Report
from iku.sheets.next_entry import next_address
from iku.terbitan import Terbitan
from tests.workbooks import definition, filled_blueprint, layout, read_back, workbook_bytes

NEW = "baru_dibentuk"  # from July on
THIRD: dict[str, Value] = {
    "identitas.periode_lapor": "TW3",
    "isian.bersama.penduduk.TW3": 20000.0,
    "isian.bersama.surat.TW3": 100.0,
    "isian.B1.tepat.TW3": 45.0,
    "isian.B1.masuk.TW3": 50.0,
    "isian.B2.rt_dibina.TW3": 20.0,
    "isian.B2.rt_semua.TW3": 40.0,
    "isian.B3.kejadian.TW3": 4.0,
    "isian.B4.menit.TW3": 1500.0,
    "isian.B5.dokumen.TW3": 3.0,
    "isian.B5.bagian.TW3": 2.0,
    "isian.B6.nilai.TW3": 82.5,
    "isian.B7.nilai.TW3": "Ya",
    "anggaran.7.01.01.pagu": 200_000_000.0,
    "anggaran.7.01.01.realisasi.TW3": 50_000_000.0,
    "anggaran.7.01.02.realisasi.TW3": 75_000_000.0,
}


def results(entries: dict[str, Value]) -> Results:
    return Results(Report(layout(NEW).terbitan, entries))


def shown(entries: dict[str, Value], periode: str) -> dict[str, object]:
    known = results(entries)
    codes_of = [one.kode for one in definition(NEW).indikator]
    return {kode: known.result(kode, periode).realisasi.shown() for kode in codes_of}


def findings(entries: dict[str, Value]) -> list[Finding]:
    read = read_back(workbook_bytes(layout(NEW), entries))
    return [one for one in check_submission(read) if one.code.startswith("ISI")]


def test_the_first_report_is_complete_without_a_word_about_earlier_quarters() -> None:
    assert shown(THIRD, "TW3") == {
        "B1": 90.0,
        "B2": 50.0,
        "B3": 2.0,
        "B4": 15.0,
        "B5": 6.0,
        "B6": 82.5,
        "B7": 100.0,
        "B8": "Data belum tersedia",  # the regency's own figure is still waited for
    }
    assert findings(THIRD) == []


def test_before_it_began_there_is_nothing() -> None:
    before = set(shown(THIRD, "TW2").values())

    assert before == {"Nihil"}


@pytest.mark.parametrize("missing", [name for name in THIRD if name.startswith("isian.")])
def test_what_is_due_since_it_began_is_asked_for(missing: str) -> None:
    rest = {name: value for name, value in THIRD.items() if name != missing}

    assert State.BELUM_DIISI.value in shown(rest, "TW3").values()


def test_validasi_asks_for_the_quarters_since_it_began_and_no_other() -> None:
    blank: dict[str, Value] = {"identitas.periode_lapor": "TW3"}
    asked = [cell for one in findings(blank) for cell in one.cells]
    column = layout(NEW).entries["isian.B1.tepat.TW3"].ref.a1[0]

    assert [cell for cell in asked if not cell.startswith((f"Isian!{column}", "Anggaran!"))] == []
    assert len(asked) > len(THIRD) - 2


def test_the_readiness_check_points_at_the_first_quarter_that_exists() -> None:
    of = layout(NEW)
    begun = {"identitas.periode_lapor": "TW3"}
    blueprint = filled_blueprint(of, begun)
    address = formula_values(blueprint)[next_address(of)]

    assert address == f"Isian!{of.entries['isian.bersama.penduduk.TW3'].ref.a1}"


def test_money_before_it_began_is_none() -> None:
    budget = Budget(results(THIRD))
    program = budget.programs[0]

    assert [budget.program(program, one).realisasi.shown() for one in ("TW2", "TW3")] == [
        0.0,
        75_000_000.0,
    ]


def test_its_boxes_before_are_grey_open_and_say_why() -> None:
    of = layout(NEW)
    entry = of.entries["isian.B1.tepat.TW2"]
    cell = next(
        c for s, c in entry_blueprint(of).all_cells() if (s, c.a1) == ("Isian", entry.ref.a1)
    )

    assert is_unasked(of.terbitan, entry)
    assert (cell.style, cell.access) == ("entry_unasked", Access.ENTRY)
    assert "belum ada pada Triwulan II Tahun 2025" in entry.prompt
    assert not is_unasked(of.terbitan, of.entries["isian.B1.tepat.TW3"])


def test_numbers_of_earlier_quarters_still_count() -> None:
    """A successor that answers for both: what it gives is its report (decision 29)."""
    both = THIRD | {"isian.B1.tepat.TW2": 5.0, "isian.B1.masuk.TW2": 50.0}

    assert shown(both, "TW3")["B1"] == 50.0


def test_a_form_issued_before_this_layout_asks_as_it_did() -> None:
    now = layout(NEW).terbitan
    older = Terbitan.model_construct(**(dict(now) | {"tata_letak": 3}))

    assert now.not_yet == {"TW1", "TW2"}
    assert older.not_yet == frozenset()
    assert not is_unasked(older, Layout(older).entries["isian.B1.tepat.TW2"])
