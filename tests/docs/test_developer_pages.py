"""What the pages for developers name is there: files, functions, fields, tests."""

import re
from functools import cache

import pytest

from examples.story import ROOT
from iku.documents.catalogue import KINDS

PAGES = ("README.md", "CONTRIBUTING.md", "docs/arsitektur.md", "docs/menambah.md")
ROOMS = (
    *("iku", "workbook_builder", "workbook_reader", "reporting", "workflow", "addin"),
    *("command_line", "tests", "scripts", "benchmarks"),
)
TRIED = {"iku/documents/ringkas.py", "templates/dokumen/ringkas.yaml", "ringkas", "kelipatan"}
"""What a recipe makes, and nobody kept."""
BUILT = ("dist/", "out/", ".venv/")  # there once something was made or installed
QUOTED = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def quoted(page: str) -> set[str]:
    text = FENCE.sub("", (ROOT / page).read_text(encoding="utf-8"))
    return {one for one in QUOTED.findall(text) if one not in TRIED}


def gone_paths(named: set[str]) -> list[str]:
    paths = [one for one in named if re.fullmatch(r"[\w./-]+", one) and "/" in one.rstrip("/")]
    return sorted(one for one in paths if not one.startswith(BUILT) and not (ROOT / one).exists())


@cache
def known_words() -> frozenset[str]:
    texts = [
        path.read_text(encoding="utf-8")
        for room in ROOMS
        for path in (ROOT / room).rglob("*.*")
        if path.suffix in {".py", ".yaml"} and path.name != "test_developer_pages.py"
    ]
    texts += [(ROOT / name).read_text(encoding="utf-8") for name in ("Makefile", "pyproject.toml")]
    return frozenset(re.findall(r"\w+", "\n".join(texts)))


def gone_names(named: set[str]) -> list[str]:
    names = [one for one in named if re.fullmatch(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", one)]
    return sorted(one for one in names if not set(one.split(".")) <= known_words())


@pytest.mark.parametrize("page", PAGES)
def test_every_file_and_name_on_a_page_for_developers_is_there(page: str) -> None:
    assert gone_paths(quoted(page)) == []
    assert gone_names(quoted(page)) == []


def test_a_name_that_went_away_is_seen() -> None:
    assert gone_names({"_complete_skm", "complete_skm", "Nilai.jenis"}) == ["_complete_skm"]
    assert gone_paths({"iku/gone.py", "iku/names.py", "iku/layout"}) == ["iku/gone.py"]


def test_every_kind_of_paper_is_on_its_page() -> None:
    page = (ROOT / "docs/dokumen_resmi.md").read_text(encoding="utf-8")
    assert [name for name in KINDS if f"`{name}`" not in page] == []
