"""The generated pages are those of the code, and what the README shows can be run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from command_line.main import VERBS
from iku.messages import all_codes

ROOT = Path(__file__).parents[1]


def test_generated_pages_are_current() -> None:
    # In a process of its own: click remembers the help options of whoever asked first.
    command = [sys.executable, "scripts/make_docs.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("folder", ["docs", "docs/en"])
def test_every_code_and_every_verb_has_its_place(folder: str) -> None:
    findings = (ROOT / folder / "catatan.md").read_text(encoding="utf-8")
    commands = (ROOT / folder / "perintah.md").read_text(encoding="utf-8")

    assert re.findall(r"^### ([A-Z]{3}-\d{3})", findings, re.MULTILINE) == list(all_codes())
    assert [verb for verb in VERBS if f"## `iku {verb}`" not in commands] == []


def test_the_readme_names_only_what_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert set(re.findall(r"`iku (\w+)", readme)) <= set(VERBS)
    pictures = re.findall(r"!\[.*?\]\((.*?)\)", readme)
    assert pictures
    assert [name for name in pictures if not (ROOT / name).is_file()] == []
