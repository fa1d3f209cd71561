"""Three documents of kinds nobody built for, written from docs/ alone: no code was needed."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from iku.calculation.figure import half_up
from iku.definition.load import load_definition
from workflow.build import build_workbooks
from workflow.fill import fill_workbook
from workflow.read import read_workbook

DOCUMENTS = Path(__file__).parents[1] / "data" / "dokumen_lain"
SURVEY = dict(
    zip(
        ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
        (105, 101, 100, 116, 102, 105, 106, 105, 115),
        strict=True,
    )
)


def results(name: str, entries: dict[str, object], folder: Path) -> dict[str, Any]:
    (built,) = build_workbooks(DOCUMENTS / f"{name}.yaml", folder)
    values = folder / "nilai.json"
    values.write_text(json.dumps({f"isian.{key}.TAHUN": one for key, one in entries.items()}))
    fill_workbook(built.path, values, folder / "terisi.xlsx")
    read: dict[str, Any] = read_workbook(folder / "terisi.xlsx")["results"]
    return read


def two(value: float) -> str:
    return f"{half_up(Fraction(repr(value)), 2):.2f}"


def test_a_survey_gives_the_index_of_its_answers_not_that_of_its_rounded_weights(
    tmp_path: Path,
) -> None:
    entries: dict[str, object] = {f"IKM.unsur_{word}": n for word, n in SURVEY.items()}
    found = results("skm_gaspul", {**entries, "IKM.responden": 29}, tmp_path)
    assert two(found["realisasi.IKM.TAHUN"]) == "91.48"  # printed too, beside 90,56


def test_public_order_of_a_city_with_its_printed_slips(tmp_path: Path) -> None:
    entries: dict[str, object] = {
        "P1.tahun_lalu": 267, "P1.tahun_ini": 134,
        "P2.nilai": 6.72, "P3.nilai": 5.07, "P4.nilai": 100, "P5.nilai": 20,
    }  # fmt: skip
    found = results("satpol_pp_2019", entries, tmp_path)
    assert two(found["realisasi.P1.TAHUN"]) == "49.81"
    # Printed are 94,35; 229,38; 87,35; 100; 100: the first three do not follow from the table.
    assert [two(found[f"capaian.P{n}.TAHUN"]) for n in range(1, 6)] == [
        "108.29",
        "227.80",
        "86.67",
        "100.00",
        "100.00",
    ]


@pytest.mark.parametrize(
    ("index", "grade"), [(87.35, "sangat baik"), (80, "baik"), (80.01, "sangat baik")]
)
def test_an_index_with_five_categories_of_its_own(index: float, grade: str, tmp_path: Path) -> None:
    found = results("ipkku_blitar_2023", {"IPKKU.nilai": index}, tmp_path)
    assert found["realisasi_predikat.IPKKU.TAHUN"] == grade


@pytest.mark.parametrize("name", ["skm_gaspul", "satpol_pp_2019", "ipkku_blitar_2023"])
def test_each_says_what_it_took_from_where(name: str) -> None:
    path = DOCUMENTS / f"{name}.yaml"
    assert "# Sumber: " in path.read_text(encoding="utf-8")
    assert load_definition(path).catatan_sumber
