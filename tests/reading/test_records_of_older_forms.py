"""The record of a form issued long ago reads to the same letters: a new key leaves no trace in it."""

import re
from pathlib import Path

import pytest

from iku.finding import Finding
from iku.layout.layout import IKU_SHEET
from iku.reading import _carried
from iku.sheets.iku_sheet import TERBITAN
from iku.terbitan import parse_terbitan
from workbook_reader.snapshot import read_snapshot

ISSUED = sorted((Path(__file__).parents[1] / "data").glob("tata_letak_*.xlsx"))
KEY = re.compile(r'"(\w+)":')


@pytest.mark.parametrize("path", ISSUED, ids=lambda path: path.stem)
def test_what_the_record_does_not_say_is_not_said_when_it_is_written_again(path: Path) -> None:
    snapshot = read_snapshot(path)
    assert not isinstance(snapshot, Finding)
    carried = _carried(snapshot.sheets[IKU_SHEET], TERBITAN)
    assert carried is not None

    again = parse_terbitan(carried.text).canonical

    assert set(KEY.findall(again)) - set(KEY.findall(carried.text)) == set()
    assert again == carried.text
