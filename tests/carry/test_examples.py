"""The stories of the examples, run."""

from pathlib import Path

from examples.formulir_rusak import formulir_rusak
from examples.versi_baru import versi_baru


def test_a_formula_typed_over_is_named_and_put_back(tmp_path: Path) -> None:
    told = formulir_rusak(tmp_path)

    about = {code: cells for code, cells in told if code in {"KCI-003", "STR-126"}}
    assert set(about) == {"KCI-003", "STR-126"}
    assert about["KCI-003"] == about["STR-126"]


def test_a_second_version_takes_the_entries_over(tmp_path: Path) -> None:
    carried, told = versi_baru(tmp_path)

    assert carried > 40
    assert set(told) == {("STR-105", "R9"), ("STR-121", "R2A")}
