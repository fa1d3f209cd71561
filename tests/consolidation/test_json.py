"""The public form, and that nothing depends on the order in which files are found."""

import json
import random

from hypothesis import given
from hypothesis import strategies as st

from iku.consolidation import Candidate, consolidate
from iku.finding import Finding
from iku.messages import explain

from .sample import RATIO, SCORE, candidate, definition_of, ratio

D = definition_of(RATIO + SCORE)


def mess() -> list[Candidate]:
    """A month's files: good, doubled, corrected, contradicting, foreign, broken."""
    good = candidate(D, "99.01.01", ratio(35.0, 192.0), path="utara.xlsx")
    broken = (explain(Finding("BRK-002", path="rusak.xlsx")),)
    return [
        good,
        Candidate("salinan utara.xlsx", good.sha256, good.modified, good.returned),
        candidate(D, "99.01.01", ratio(30.0, 192.0), path="utara_lama.xlsx", modified="2018-01-01"),
        candidate(D, "99.01.02", ratio(15.0, 60.0), path="selatan_1.xlsx", revisi=1.0),
        candidate(D, "99.01.02", ratio(16.0, 60.0), path="selatan_2.xlsx", revisi=1.0),
        candidate(D, "99.01.02", ratio(14.0, 60.0), path="selatan_0.xlsx"),
        candidate(D, "12.34.56", ratio(1.0, 2.0), path="asing.xlsx"),
        Candidate("rusak.xlsx", "f" * 64, "", None, broken),
    ]


def test_the_public_form_has_every_file_figure_and_missing_unit() -> None:
    tree = json.loads(json.dumps(consolidate(D, mess()).as_json()))
    assert {one["path"]: one["status"] for one in tree["files"]} == {
        "asing.xlsx": "rejected",
        "rusak.xlsx": "rejected",
        "salinan utara.xlsx": "duplicate",
        "selatan_0.xlsx": "superseded",
        "selatan_1.xlsx": "rejected",
        "selatan_2.xlsx": "rejected",
        "utara.xlsx": "accepted",
        "utara_lama.xlsx": "superseded",
    }
    assert set(tree["files"][0]) == {"path", "sha256", "unit", "status", "reason"}
    assert tree["files"][1]["unit"] is None
    assert tree["missing"] == [
        {"kode": "99.01.02", "nama": "Selatan"},
        {"kode": "99.01.03", "nama": "Timur"},
    ]
    assert tree["indicators"] == [
        {
            "kode": "A1",
            "period": "TAHUN",
            "realisasi": 3500 / 192,
            "capaian": 17500 / 192,
            "n": 1,
            "of": 3,
            "state": "terhitung",
        },
        {
            "kode": "B1",
            "period": "TAHUN",
            "realisasi": None,
            "capaian": None,
            "n": 0,
            "of": 3,
            "state": "tidak dapat digabung",
        },
    ]
    assert tree["mean"] == dict.fromkeys(
        ("rata_rata", "rata_rata_batas", "rata_rata_sasaran"), 17500 / 192
    )
    keys = {"code", "severity", "path", "line", "sheet", "cells", "indicator", "message", "fix"}
    assert all(keys < set(one) and one["severity"] and one["message"] for one in tree["findings"])


@given(st.integers(0, 10_000))
def test_the_order_of_files_changes_nothing(seed: int) -> None:
    files = mess()
    random.Random(seed).shuffle(files)  # noqa: S311  only an order
    assert consolidate(D, files).as_json() == consolidate(D, mess()).as_json()


def test_reasons_are_told_in_english_too() -> None:
    report = consolidate(D, mess(), language="en")
    assert {one.candidate.path: one.reason.message for one in report.fates}["asing.xlsx"] == (
        "asing.xlsx: Unit 12.34.56 (12.34.56) is not in the list of units of Kabupaten Uji, "
        "so this file does not count."
    )
