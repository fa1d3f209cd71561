"""Links lead somewhere, and every picture is drawn by a command and shown on a page."""

import re
from pathlib import Path

import pytest

from examples.story import ROOT
from scripts import make_images, make_libreoffice_images

PAGES = [
    ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
] + sorted((ROOT / "docs").rglob("*.md"))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
GUIDES = ROOT / "docs" / "panduan"


def links(page: Path) -> list[str]:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    return [link for link in LINK.findall(text) if "://" not in link]


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_every_link_leads_to_a_file(page: Path) -> None:
    gone = [link for link in links(page) if not (page.parent / link.split("#")[0]).exists()]

    assert gone == []


def test_every_picture_is_drawn_by_a_command_and_shown_on_a_page() -> None:
    there = {path.name for path in (ROOT / "docs" / "images").glob("*.png")}
    drawn = {*make_images.NAMES, *make_libreoffice_images.NAMES}
    shown = {Path(link).name for page in PAGES for link in links(page) if link.endswith(".png")}

    assert there == drawn
    assert shown == drawn


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        targets = ((page.parent / link.split("#")[0]).resolve() for link in links(page))
        waiting += [target for target in targets if target.suffix == ".md"]

    lost = {page.relative_to(ROOT).as_posix() for page in PAGES if page not in reached}
    assert lost == set()


def test_a_guide_says_what_is_on_its_pictures() -> None:
    silent = [
        (page.name, link)
        for page in GUIDES.rglob("*.md")
        for words, link in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8"))
        if len(words) < len("Isian")
    ]

    assert silent == []
