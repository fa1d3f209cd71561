"""Every command that README and docs/ show is typed as it stands, in a folder made ready for it."""

import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from examples.story import ROOT, run_command

from .documented import Documented, command_of, documented, misspelt, pages
from .prepared import prepare_quarterly, prepare_yearly

NOT_RUN = {
    "iku addin bundle": "builds a wheel and fetches packages; tests/install builds one",
    "iku addin install": "would change this computer; tests/install does it in a made-up home",
    "iku addin uninstall": "would change this computer; tests/install does it in a made-up home",
    "iku addin doctor": "tells of this computer, whatever it is; tests/install plays many",
    "iku addin build": "tests/xlam and tests/oxt build both",
    "--pdf": "starts LibreOffice; tests/documents makes a PDF",
    "iku demo": "tests/test_demo.py runs all of it",
}
NO_COMMANDS = {"iku …", "iku terbitan 1"}  # the program as such; what a signature is over
MAY_FIND = {"audit", "check"}  # their documented inputs do have faults
REFUSAL = re.compile(r"^iku: |\[BRK-\d{3}\]", re.MULTILINE)
WHOLE = [one for one in documented() if one.whole]
RUN = [
    one
    for one in WHOLE
    if one.text not in NO_COMMANDS and not any(text in one.text for text in NOT_RUN)
]


@pytest.fixture(scope="module")
def yearly(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tahunan")
    prepare_yearly(folder)
    return folder


@pytest.fixture(scope="module")
def quarterly(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("triwulanan")
    prepare_quarterly(folder)
    return folder


def outcome(one: Documented, ready: Path, folder: Path) -> str:
    """Run a command in a copy of the folder; return what is wrong with it, or nothing."""
    shutil.copytree(ready, folder)
    for option, target in zip(one.words, one.words[1:], strict=False):
        if option == "-o" and Path(target).suffix:  # what is there is not always overwritten
            for path in folder.glob(f"{Path(target).stem}.*"):
                path.unlink()
    status, said = run_command(one.text.split(" > ")[0], folder)
    shutil.rmtree(folder)
    allowed = {0, 1} if MAY_FIND & set(command_of(one)[0]) else {0}
    if status in allowed and not REFUSAL.search(said):
        return ""
    return f"{one.page}: {one.text}\n{said}"


def test_every_documented_command_runs(yearly: Path, quarterly: Path, tmp_path: Path) -> None:
    wrong = [
        told
        for one in RUN
        if (
            told := outcome(
                one, quarterly if re.search(r"\bTW\d\b", one.text) else yearly, tmp_path / "salinan"
            )
        )
    ]

    assert "\n".join(wrong) == ""
    assert len(RUN) >= 40


def test_no_command_of_any_page_is_misspelt() -> None:
    wrong = {
        (one.page, one.text): words
        for one in documented()
        if one.text not in NO_COMMANDS and (words := misspelt(one))
    }

    assert wrong == {}


def test_a_typo_in_a_documented_command_is_seen(yearly: Path, tmp_path: Path) -> None:
    spelt = Documented("halaman", "iku validate kirimn --short")

    assert outcome(spelt, yearly, tmp_path / "salinan") != ""
    assert misspelt(Documented("halaman", "iku vaildate PATH…")) == ["iku vaildate"]
    assert misspelt(Documented("halaman", "iku validate PATH… --shrot")) == ["--shrot"]
    assert misspelt(Documented("halaman", "iku definition chek FILE")) == ["chek"]


def test_what_is_not_run_is_still_documented() -> None:
    assert [text for text in NOT_RUN if not any(text in one.text for one in documented())] == []


def test_every_make_target_and_module_that_a_page_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = "\n".join(pages().values())
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE))
    modules = set(re.findall(r"python -m ((?:benchmarks|scripts|tests|examples)[\w.]*)", text))

    assert named
    assert named - targets == set()
    assert modules
    assert [name for name in modules if find_spec(name.rstrip(".")) is None] == []
