"""One case for every code of the catalogue: it gives that code, and nothing that is not owed."""

import os

import pytest

from iku.cells import DEFAULT_STYLE, WorkbookSnapshot
from iku.checks.folding import DERIVED
from iku.finding import Finding
from tests.checks.books import small, snapshot, typed
from tests.checks.damage import DAMAGE
from tests.checks.test_rules import GOOD
from tests.corpus.case import above_info
from tests.corpus.conftest import Corpus, codes_of_files
from tests.corpus.written import written
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.validate import validate

pytestmark = pytest.mark.skipif(not hasattr(os, "symlink"), reason="some cases are links")


def test_no_code_is_without_a_case(corpus: Corpus) -> None:
    assert set(corpus.cases) == set(codes_of_files())


@pytest.mark.parametrize("code", codes_of_files())
def test_a_case_gives_its_code_and_no_other(corpus: Corpus, code: str) -> None:
    found = corpus.found(code)
    told = {one.code for one in found}
    assert code in told | _folded(found)
    assert told <= {code} | corpus.cases[code].also


def _folded(findings: list[Finding]) -> set[str]:
    derived = (one.facts.get(DERIVED) for one in findings)
    return {code for codes in derived if isinstance(codes, list) for code in codes}


def test_what_should_pass_is_left_in_peace(corpus: Corpus) -> None:
    assert corpus.cases
    result = validate([corpus.folder / "should_pass"])
    assert len(result.files) >= 4
    for one in result.files:
        assert above_info(list(one.findings)) == [], one.path
        assert one.submission is not None


@pytest.mark.parametrize("code", ["", *DAMAGE])
def test_a_file_is_read_back_as_the_snapshot_that_it_was_written_from(code: str) -> None:
    seen = snapshot(small(), typed(GOOD))
    if code:
        DAMAGE[code](seen, small())
    again = read_snapshot_bytes(written(seen), seen.path)
    assert isinstance(again, WorkbookSnapshot)
    again.sha256 = seen.sha256
    for sheet in (*seen.sheets.values(), *again.sheets.values()):
        # A cell without a style of its own has the default one; values of formulas may be absent.
        sheet.styles = {at: one for at, one in sheet.styles.items() if one != DEFAULT_STYLE}
        sheet.uncomputed.clear()
    assert again == seen
