"""The page for inspectors: its examples are what the audit really prints."""

from pathlib import Path

import pytest

from iku.languages import Language
from iku.messages import explain

from .reports import JAMBI, found

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("language", "page", "begins"), [("id", DOCS, "baris "), ("en", DOCS / "en", "line ")]
)
def test_every_example_on_the_page_is_printed(language: Language, page: Path, begins: str) -> None:
    text = (page / "memeriksa_laporan.md").read_text(encoding="utf-8")
    lines = [one for one in text.splitlines() if one.startswith(begins)]
    printed = {explain(one, language).message for one in found(JAMBI.read_text(encoding="utf-8"))}
    assert len(lines) == 3
    assert [one for one in lines if one not in printed] == []
