"""Limits are settings: an office raises one by the name that the refusal tells, nothing else does."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from iku.bounds import BOUNDS, BoundsError, read_bounds
from tests.command_runs import PROGRAM
from tests.hostile.test_limits import CASES, NO, answers, names, small
from tests.reader.handmade import arrows, packed, parts_of, worksheet

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", CASES)
def test_the_sentence_tells_how_the_limit_is_raised(name: str) -> None:
    value, _, beyond, _ = CASES[name]

    (told,) = answers(beyond, small(name, value))

    setting = re.search(r"dengan variabel lingkungan IKU_BATAS: (\w+)=ANGKA\.", told)
    assert setting is not None
    assert getattr(NO, name) == BOUNDS[setting[1]].usual


def on_two_sheets(first: str, second: str) -> bytes:
    parts = parts_of(worksheet(first))
    book = str(parts["xl/workbook.xml"])
    listed = '<sheet name="Dua" sheetId="2" r:id="r2"/></sheets>'
    both = ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml")
    return packed(
        parts
        | {
            "xl/workbook.xml": book.replace("</sheets>", listed),
            "xl/_rels/workbook.xml.rels": arrows(*both),
            "xl/worksheets/sheet2.xml": worksheet(second),
        }
    )


def rules(column: str) -> str:
    ranges = " ".join([f"{column}1"] * 30)
    return f'<sheetData/><dataValidation type="whole" sqref="{ranges}"/>'


def formulas(row: int) -> str:
    first = f'<c r="A{row}"><f t="shared" si="0">B1+100</f><v>1</v></c>'
    more = "".join(f'<c r="{at}{row}"><f t="shared" si="0"/><v>1</v></c>' for at in "BCDEF")
    return f'<sheetData><row r="{row}">{first}{more}</row></sheetData>'


@pytest.mark.parametrize(
    ("limit", "value", "make", "settings"),
    [
        ("ranges", 50, rules, ("A", "B")),
        ("expanded_text", 50, formulas, (1, 2)),
    ],
)
def test_what_small_sheets_repeat_is_counted_together(
    limit: str, value: int, make: Callable[..., str], settings: tuple[object, object]
) -> None:
    first, second = map(make, settings)

    assert answers(on_two_sheets(first, "<sheetData/>"), small(limit, value)) == []
    (told,) = answers(on_two_sheets(first, second), small(limit, value))
    assert f"batasnya {value}" in told


def validated(path: Path, setting: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, "validate", str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "IKU_BATAS": setting},
    )


def test_an_office_raises_and_lowers_limits_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(names(12_000))

    assert "BRK-010" not in validated(path, "").stdout
    lowered = validated(path, "sel_per_lembar=2000000; nama=10.000")
    assert lowered.returncode == 1
    assert "12.000 nama; batasnya 10.000 nama" in lowered.stdout
    assert "IKU_BATAS: nama=ANGKA" in lowered.stdout


SENSELESS = {
    "nama": "IKU_BATAS: 'nama' tidak terbaca; contoh: tanda_xml=5000000",
    "nama=banyak": "IKU_BATAS: 'nama=banyak' tidak terbaca",
    "nama=-5": "IKU_BATAS: 'nama=-5' tidak terbaca",
    "cell=5": "IKU_BATAS: batas 'cell' tidak dikenal; pilihan: ukuran_berkas, ",
    "nama=0": "IKU_BATAS: nama=0 di luar 10000 sampai 1000000",
    "lampiran=100; nama=99999999": "IKU_BATAS: nama=99999999 di luar 10000 sampai 1000000",
}


@pytest.mark.parametrize("setting", SENSELESS)
def test_a_senseless_setting_is_refused_in_one_sentence(setting: str) -> None:
    with pytest.raises(BoundsError) as refused:
        read_bounds(setting)

    assert str(refused.value).startswith(SENSELESS[setting])


def test_the_command_refuses_it_before_it_does_anything(tmp_path: Path) -> None:
    said = validated(tmp_path, "cell=5")

    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith("iku: IKU_BATAS: batas 'cell' tidak dikenal")
    assert said.stderr.count("\n") == 1


def test_what_was_refused_is_read_anew_when_a_limit_is_raised() -> None:
    told = "from workflow.history.engine import engine; print(engine())"
    engines = [
        subprocess.run(
            [sys.executable, "-c", told],
            capture_output=True,
            check=True,
            env={**os.environ, "IKU_BATAS": setting},
        ).stdout
        for setting in ("", "nama=200000")
    ]

    assert engines[0] != engines[1]


def test_every_bound_is_in_the_documents_with_its_value() -> None:
    text = (ROOT / "docs" / "ketahanan.md").read_text(encoding="utf-8")

    for name, one in BOUNDS.items():
        assert f"| `{name}` | {one.usual:,} | {one.counts} |" in text
