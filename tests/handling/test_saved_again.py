"""A workbook that LibreOffice saved again still works and still protects."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from iku.entry_workbook import entry_blueprint
from iku.layout.layout import Layout
from iku.submission import Submission
from tests.agreement.engines import Engines, errors_shown
from tests.agreement.fillings import at_random
from tests.handling.handled import HandledWorkbook
from tests.handling.operations import Operation
from tests.handling.small import small_layout
from tests.judges.calc_session import INSIDE_CALC, Office
from tests.judges.shared_office import shared_office
from tests.workbooks import read_back, write_filled

PASSWORD, EMPTY = "sandi", ""
FIRST, SECOND = 7, 11  # seeds: what is typed before it is saved again, and after


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    with shared_office() as running:
        yield running


@pytest.fixture(scope="module")
def saved_again(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lagi")
    of = small_layout()
    sent = write_filled(of, at_random(of, FIRST), folder / "kirim.xlsx")
    with office.opened(sent) as document:
        document.save(folder / "lagi.xlsx")
    return folder / "lagi.xlsx"


def read(path: Path) -> Submission:
    return read_back(path.read_bytes())


def test_every_sheet_still_opens_with_its_password_and_with_no_other(
    saved_again: Path, office: Office
) -> None:
    with office.opened(saved_again) as document:
        found = document.call(INSIDE_CALC / "passwords.py", "openings", [EMPTY, PASSWORD])

    protected = [sheet.name for sheet in entry_blueprint(small_layout()).sheets if sheet.protected]
    assert found == {sheet: [PASSWORD] for sheet in protected}


def test_locks_validations_formats_formulas_and_entries_are_what_was_sent_out(
    saved_again: Path,
) -> None:
    found = read(saved_again)

    assert {finding.code for finding in found.findings} == {"KCI-006"}  # the structure's password
    assert found.report.entries == read(saved_again.with_name("kirim.xlsx")).report.entries


def test_it_computes_other_entries_as_we_do(saved_again: Path, office: Office) -> None:
    of: Layout = small_layout()
    with Engines.opened(of, saved_again, office) as engines:
        for seed in (FIRST, SECOND):
            typed = at_random(of, seed)
            own = engines.own(typed)
            assert errors_shown(own) == []
            assert engines.differing("libreoffice", typed, own) == []


def test_locked_cells_still_refuse_what_is_pasted(saved_again: Path, office: Office) -> None:
    of = small_layout()
    result = of.results["realisasi.A1.TW1"]
    entry = of.entries["isian.A1.tepat.TW1"].ref

    with HandledWorkbook.opened(of, saved_again, office) as book:
        onto = book.handle(Operation("drag", (entry.sheet, entry.a1, result.sheet, result.a1)))
        moved = book.handle(Operation("cut", (entry.sheet, entry.a1, entry.sheet, "E20")))

    assert (onto.let_through, onto.faults) == (False, ())
    assert (moved.let_through, moved.faults) == (True, ())
