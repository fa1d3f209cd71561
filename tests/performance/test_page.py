"""The benchmarks print what they promise, and the page that is kept has every budget."""

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import PAGE, keep, known
from benchmarks.budgets import BUDGETS, Budget
from benchmarks.page import page
from benchmarks.reading import medians
from benchmarks.section import Row, Section, Wanted
from benchmarks.ways_to_read import FLOOR, READ, VALIDATE
from benchmarks.workload import prepared, returned
from iku.checks import check_submission
from iku.resources import template_path
from iku.terbitan import issue
from tests.workbooks import definition, read_back

SMALL = template_path("contoh_triwulanan_2025.yaml")


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("beban")
    return prepared(Wanted(folder, files=2, rounds=1, definition=SMALL))


def test_a_file_that_is_measured_is_complete_and_without_errors() -> None:
    of = definition("dua_puluh_indikator")

    found = check_submission(read_back(returned(issue(of, of.unit[0]), number=4)))

    assert {str(one.severity) for one in found} == {"warning"}


def test_two_files_and_one_round_make_a_page(inbox: Path, tmp_path: Path) -> None:
    taken = medians(sorted(inbox.glob("*.xlsx")), rounds=1)
    rows = tuple(
        Row(name, seconds, seconds / taken[FLOOR], "it") for name, seconds in taken.items()
    )
    figures = {"read: further": taken[READ] / taken[FLOOR]}

    keep(
        tmp_path / "kept.json",
        "reading",
        Section("Reading", "two files", rows, figures),
        "two cores",
    )
    text = page(known(tmp_path / "kept.json"))

    assert all(seconds > 0 for seconds in taken.values())
    assert f"| {READ}" in text
    assert f"| {VALIDATE}" in text
    assert f"{figures['read: further']:.3g} times" in text


def section(figures: dict[str, float]) -> Section:
    return Section("Reading", "one file", figures=figures)


@pytest.mark.parametrize(
    ("measured", "verdict"),
    [({"x": 2.0}, "kept"), ({"x": 2.1}, "**missed**"), ({}, "not measured")],
)
def test_a_budget_is_kept_up_to_its_limit(measured: dict[str, float], verdict: str) -> None:
    assert Budget("reading", "", "x", 2, "times", "", "").verdict(measured) == verdict


def test_what_is_missed_is_named_with_its_reason_and_the_next_thing_to_try(tmp_path: Path) -> None:
    budget = next(one for one in BUDGETS if one.figure == "read: further")

    keep(tmp_path / "kept.json", "reading", section({"read: further": 2.5}), "two cores")

    assert f"- *reading*: {budget.reason()}" in page(known(tmp_path / "kept.json"))
    keep(tmp_path / "kept.json", "reading", section({"read: further": 1.5}), "two cores")
    assert "Those missed" not in page(known(tmp_path / "kept.json"))


def test_a_section_that_was_not_run_again_keeps_its_figures(tmp_path: Path) -> None:
    keep(tmp_path / "kept.json", "reading", section({"read: further": 1.5}), "two cores")
    keep(tmp_path / "kept.json", "building", section({"build: first": 2.5}), "two cores")

    assert list(known(tmp_path / "kept.json")) == ["building", "reading"]
    assert json.loads((tmp_path / "kept.json").read_text())["reading"]["section"]["figures"]


def test_the_page_in_the_documentation_is_that_of_its_figures_and_names_every_budget() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert text == page(known(PAGE.with_suffix(".json")))
    assert [one.promise for one in BUDGETS if one.promise not in text] == []
