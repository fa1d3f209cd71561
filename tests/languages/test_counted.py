"""English says one file and two files; the noun goes by the number, wherever a text is filled in."""

import re
from pathlib import Path

import pytest

import iku.languages
from command_line.speech import say
from iku.finding import Finding
from iku.languages import section
from iku.languages.counted import Counted, of_many
from iku.languages.wording import Wording
from iku.messages import explain

ENGLISH = Path(str(iku.languages.__file__)).with_name("en.yaml").read_text(encoding="utf-8")


def test_the_terminal_counts() -> None:
    counts = {"errors": 0, "warnings": 1, "infos": 2}

    assert say("summary", "en", files=1, **counts).startswith("1 file: 0 to be mended")
    assert say("summary", "en", files=11, **counts).startswith("11 files: ")
    assert say("filled", "en", n=1, path="x") == "1 entry written to x"


def test_a_finding_counts() -> None:
    late = {"unit": "Uji", "periode": "TW1", "tanggal": "2 April", "batas": "1 April"}

    for days, told in ((1, "1 day after"), (21, "21 days after")):
        found = explain(Finding("KON-020", {**late, "hari": days}, path="x"), "en")
        assert told in found.message


def test_a_drawn_text_counts() -> None:
    wording = Wording(section("en", "rekap"))

    assert wording.of("1 catatan") == "1 note"
    assert wording.of("0 catatan") == "0 notes"
    assert wording.of("1.001 catatan") == "1.001 notes"


def test_a_fact_that_looks_like_a_mark_is_left_alone() -> None:
    text = Counted("{n} [file|files] in {a}")

    assert text.format(n=1, a="1 [x|y]") == "1 file in 1 [x|y]"
    with pytest.raises(KeyError):
        text.format(a="")


def test_a_mark_is_written_behind_its_number() -> None:
    """``{n} [file|files]``: what else looks like a mark would be printed as it stands."""
    rest = of_many(ENGLISH)

    assert re.findall(r"\[[^\]\n]*\|[^\]\n]*\]", rest) == []
    assert of_many("{n} [file|files]") == "{n} files"
