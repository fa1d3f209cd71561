"""The corpus, written and checked once for all tests about it."""

from functools import cached_property
from pathlib import Path

import pytest

from iku.finding import Finding
from iku.messages import all_codes
from tests.corpus.case import Case, findings_in
from tests.corpus.recipes import write_corpus

MOMENTS = {"BRK-016"}
"""What no file can show: that it changed while it was read (tests/hostile/test_received.py)."""


def codes_of_files() -> list[str]:
    """The codes of which a file can be kept."""
    return [code for code in all_codes() if code not in MOMENTS]


class Corpus:
    """A written corpus; what is found in a case is worked out once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._found: dict[str, list[Finding]] = {}

    @cached_property
    def cases(self) -> dict[str, Case]:
        """The cases by code."""
        return write_corpus(self.folder)

    def found(self, code: str) -> list[Finding]:
        """What the product says of the case of a code."""
        assert code in self.cases
        if code not in self._found:
            self._found[code] = findings_in(self.folder / "should_fail" / code)
        return self._found[code]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The corpus in a folder of its own."""
    return Corpus(tmp_path_factory.mktemp("korpus"))
