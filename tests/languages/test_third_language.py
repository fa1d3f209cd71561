"""A third language is one data file: no code knows of it, and it is seen everywhere."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from iku import languages as room
from iku.checks.run import check_submission
from iku.entry_workbook import entry_blueprint
from iku.finding import Fact, Finding
from iku.languages import FOLDER, further_files, languages, section, shipped, translated
from iku.layout.layout import Layout
from iku.messages import explain
from iku.recap.blueprint import recap_blueprint
from iku.terbitan import issue
from reporting.letters import letters_of
from reporting.note_text import letter_text
from reporting.page import html_page
from reporting.regency_page import regency_page
from reporting.told_tables import tables_in
from reporting.unit_note import unit_notes
from tests.command_runs import PROGRAM
from tests.faces.outcomes import outcome
from tests.outputs.regency import report
from tests.workbooks import definition, read_back, workbook_bytes

OURS = Path(str(room.__file__)).parent
CODE = "qq"
SMALL = "kota_jambi_2017"


def bracketed(tree: object) -> object:
    """The English file with every text in brackets, as a language that nobody speaks."""
    if isinstance(tree, dict):
        return {key: bracketed(value) for key, value in tree.items()}
    return f"«{tree}»"


@cache
def pseudo() -> str:
    sections = re.findall(r"^(\w+):", (OURS / "en.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    told = {name: bracketed(section("en", name)) for name in sections if name != "bahasa"}
    return "".join(
        f"{name}: {json.dumps(tree, ensure_ascii=False)}\n"
        for name, tree in {**told, "bahasa": {"desimal": ","}}.items()
    )


@pytest.fixture(autouse=True)
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / f"{CODE}.yaml").write_text(pseudo(), encoding="utf-8")
    monkeypatch.setenv(FOLDER, str(tmp_path))
    yield tmp_path
    for one in (room._files, room._found, room._blocks, room._section):
        one.cache_clear()


def test_it_is_known_by_its_file() -> None:
    assert languages() == ("id", "en", CODE)
    assert not shipped(CODE)
    assert shipped("en")
    assert [path.stem for path in further_files()] == [CODE]


def test_a_finding_is_told_in_it() -> None:
    facts: dict[str, Fact] = {"nama_indikator": "A", "kurun": "Tahun 2025", "yang_kosong": ["x"]}
    told = explain(Finding("ISI-001", facts, cells=("Isian!E1",)), CODE)
    assert told.message.startswith("«Isian!E1: the entries of A for «the year 2025» are")
    assert told.fix.endswith("»")


def test_a_recap_is_drawn_in_it() -> None:
    drawn = recap_blueprint(report(language=CODE), CODE)
    title, _, completeness = (drawn.sheet("Ringkasan").cell(f"A{row}") for row in (1, 2, 3))
    assert title is not None
    assert str(title.content).startswith("«RECAP OF THE KEY")
    assert completeness is not None
    assert str(completeness.content) == "«Provisional: 1 of 3 kecamatan»"
    assert {one.content for one in drawn.sheet("Data").all_cells()} >= {"«Not received»"}


def test_a_form_is_drawn_in_it_and_read_where_nobody_knows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = definition(SMALL)
    settings = known.pengaturan.model_copy(update={"bahasa": CODE})
    asked = known.model_copy(update={"pengaturan": settings})
    form = Layout(issue(asked, asked.unit[0]))
    drawn = entry_blueprint(form)
    assert drawn.sheet("Petunjuk").cells[0].content == "«HOW TO FILL IN THIS FORM»"
    data = workbook_bytes(form, {})
    own = replace_language(form)
    monkeypatch.delenv(FOLDER)
    found = [one.code for one in check_submission(read_back(data))]
    assert found == [one.code for one in check_submission(read_back(own))]


def replace_language(form: Layout) -> bytes:
    """The same workbook in Indonesian."""
    known = definition(SMALL)
    return workbook_bytes(Layout(issue(known, form.terbitan.unit)), {})


def test_pages_notes_and_tables_are_told_in_it() -> None:
    regency = report(language=CODE)
    assert f'<html lang="{CODE}">' in regency_page(regency, CODE)
    assert "«Ranking»" in regency_page(regency, CODE)
    assert "«" in html_page(outcome(CODE))
    letters = [one for note in unit_notes(regency, CODE) for one in letters_of(note)]
    assert all("«" in letter_text(one) for one in letters)
    assert {table.heads[0] for table in tables_in(CODE, regency)} >= {"«year»", "«code»"}


def test_a_command_speaks_it(spoken: Path) -> None:
    said = run("validate", spoken / "tidak_ada.xlsx", "--lang", CODE)
    assert "«Must be mended» (1)" in said
    assert "«1 file: 1 to be mended" in said
    assert "«Check files, folders or zips;" in run("validate", "--help", "--lang", CODE)


def run(*arguments: object) -> str:
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return " ".join(f"{done.stdout} {done.stderr}".split())


def test_what_it_leaves_out_is_told_in_indonesian(spoken: Path) -> None:
    unfilled = 'BRK:\n  BRK-001: {message: "{tempat}: {tidak_ada}", fix: "x"}\n'
    odd = 'pemeriksaan:\n  "baris": "{salah}"\n'
    (spoken / "zz.yaml").write_text(unfilled + odd, encoding="utf-8")
    for one in (room._files, room._found):
        one.cache_clear()
    told = explain(Finding("BRK-001", path="x.xlsx"), "zz")
    assert told == explain(Finding("BRK-001", path="x.xlsx"))
    assert translated("baris", "zz", "pemeriksaan") == "baris"  # a place that nobody fills
    assert section("zz", "rekap") == {}
