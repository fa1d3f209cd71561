"""The guides: printed on the pages that they promise, in the words that the product shows."""

import re
import subprocess
from pathlib import Path

import pytest

from addin.menu import menu
from iku.calculation.figure import State
from iku.entry_workbook import entry_blueprint
from iku.finding import Severity
from reporting.terminal import severity_word
from scripts.guide_documents import GUIDES, guide_document, shelves
from tests.workbooks import layout
from workflow.pdf import print_to_pdf

CLERK = GUIDES / "kecamatan.md"
TECHNICIAN = GUIDES / "petugas_ti.md"
PAGES_OF_THE_CLERK = 2
TASKS_OF_THE_REGENCY = 8
SHELVES = shelves()


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How many pages of A4 each guide takes; LibreOffice starts once for all languages."""
    folder = tmp_path_factory.mktemp("panduan")
    written = []
    for language, shelf in SHELVES.items():
        tasks = sorted(shelf.glob("kabupaten/*.md"))
        for page in (shelf / CLERK.name, shelf / TECHNICIAN.name, *tasks):
            written.append(folder / f"{language}_{page.stem}.docx")
            guide_document(page).save(str(written[-1]))
    print_to_pdf(written, folder)
    return {path.stem: _pages(path.with_suffix(".pdf")) for path in written}


def _pages(pdf: Path) -> int:
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True)
    return int(told.stdout.partition("Pages:")[2].split()[0])


@pytest.mark.parametrize("language", SHELVES)
def test_the_clerk_prints_two_pages_the_technician_and_each_task_of_the_regency_one(
    printed: dict[str, int], language: str
) -> None:
    own = f"{language}_"
    pages = {name.removeprefix(own): n for name, n in printed.items() if name.startswith(own)}
    clerk, technician = pages.pop(CLERK.stem), pages.pop(TECHNICIAN.stem)

    assert (clerk, technician) == (PAGES_OF_THE_CLERK, 1)
    assert len(pages) == TASKS_OF_THE_REGENCY
    assert set(pages.values()) == {1}


@pytest.mark.parametrize("shelf", SHELVES.values(), ids=SHELVES)
def test_the_clerk_reads_the_words_that_the_form_shows(shelf: Path) -> None:
    text = (shelf / CLERK.name).read_text(encoding="utf-8")
    bold = set(re.findall(r"\*\*(.+?)\*\*", text))

    assert {state.value for state in State if state is not State.TERHITUNG} - bold == set()
    assert {severity_word(one) for one in Severity} <= bold


def test_every_sheet_of_the_simple_form_is_explained() -> None:
    explained = (GUIDES / "lembar.md").read_text(encoding="utf-8")
    sheets = entry_blueprint(layout("kota_jambi_2017", 2)).sheets

    shown = [sheet.name for sheet in sheets if not sheet.name.startswith("_")]
    assert [name for name in shown if f"**{name}**" not in explained] == []


def test_every_button_is_named_in_a_guide() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in GUIDES.rglob("*.md"))
    buttons = [button for group in menu().groups for button in group.buttons]

    assert buttons
    assert [one.action for one in buttons if f"**{one.words['id'].label}**" not in text] == []
