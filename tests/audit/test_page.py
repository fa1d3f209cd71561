"""The page for inspectors: its examples are what the audit really prints."""

from pathlib import Path

from iku.messages import explain

from .reports import JAMBI, found

PAGE = Path(__file__).parents[2] / "docs" / "memeriksa_laporan.md"


def test_every_example_on_the_page_is_printed() -> None:
    lines = [one for one in PAGE.read_text(encoding="utf-8").splitlines() if one[:6] == "baris "]
    printed = {explain(one).message for one in found(JAMBI.read_text(encoding="utf-8"))}
    assert len(lines) == 3
    assert [one for one in lines if one not in printed] == []
