"""English is complete: a text of ours that nobody translated fails here, with its words."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Any

import click
import pytest
import yaml

import addin
import iku
import reporting
from command_line.main import iku as command
from command_line.told_help import wording_in
from iku.kamus.tables import table, table_names, umum_fields
from iku.languages import holes, section
from iku.languages.spoken import Spoken
from iku.languages.wording import Wording
from iku.layout.entries import FOLLOW_UP
from iku.messages import FAMILIES, all_codes, catalogue, entry
from reporting.phrases import _phrases
from reporting.tidy import tidy_tables
from tests.outputs.regency import report

ROOM = Path(str(iku.__file__)).parent
REPOSITORY = ROOM.parent
DRAWN = ("sheets", "recap", "layout/entries.py", "layout/anggaran_entries.py")
SPEAKING = (
    *("command_line.speech", "iku.checks.notes", "iku.checks.progress", "reporting.words"),
    *("reporting.carried_text", "reporting.recap_text", "reporting.signature_line"),
)
SECTIONS = {"laporan", "pemeriksaan", "perintah"}
# In the code as they are, and not for readers: what a programmer is told, lists that come in parts.
NOT_SHOWN = re.compile(
    r"is drawn twice|not part of a rumus|speaks of nothing|&CHAR\(10\)&|formula|COUNTIF|SUMPRODUCT"
)


def our_files() -> Iterator[Path]:
    rooms = (
        ROOM / "messages",
        Path(str(reporting.__file__)).parent,
        Path(str(addin.__file__)).parent,
    )
    for room in rooms:
        yield from (one for one in room.glob("*.yaml"))


@pytest.mark.parametrize("path", [*our_files()], ids=lambda path: str(path.name))
def test_english_stands_in_its_own_file_only(path: Path) -> None:
    """Move what stands beside the Indonesian text to `iku/languages/en.yaml`."""

    def keys(tree: Any) -> Iterator[str]:
        if isinstance(tree, dict):
            for key, value in tree.items():
                yield from (key, *keys(value))
        elif isinstance(tree, list):
            for one in tree:
                yield from keys(one)

    assert "en" not in set(keys(yaml.safe_load(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("code", all_codes())
def test_every_finding_is_told_in_english(code: str) -> None:
    own, told = entry(code)["id"], section("en", code[:3])[code]
    assert told.keys() == own.keys()
    assert told.get("bila", {}).keys() == own.get("bila", {}).keys()
    assert entry(code)["judul"] in section("en", "judul")


def test_nothing_is_translated_that_is_not_said() -> None:
    for family in FAMILIES:
        assert section("en", family).keys() == catalogue(family).keys()
    assert section("en", "umum").keys() == catalogue("umum").keys()
    assert section("en", "kalimat").keys() == _phrases().keys()
    assert section("en", "judul").keys() == {entry(code)["judul"] for code in all_codes()}


@pytest.mark.parametrize("key", [*_phrases()])
def test_every_phrase_is_told_in_english_with_the_same_facts(key: str) -> None:
    assert holes(section("en", "kalimat")[key]) == holes(_phrases()[key]["id"])


@pytest.mark.parametrize("module", SPEAKING)
def test_every_short_text_is_told_in_english(module: str) -> None:
    spoken = [one for one in vars(import_module(module)).values() if isinstance(one, Spoken)]
    known = {text for name in SECTIONS for text in section("en", name)}
    assert spoken
    for one in spoken:
        assert set(one["id"].values()) <= known


def beside_the_columns() -> Iterator[str]:
    """What the Kamus says of its sheets and columns, the heads excepted: by them it is read."""
    for name in table_names():
        yield table(name).lead
    columns = [umum_fields(), *(table(name).columns for name in table_names())]
    for column in (one for several in columns for one in several):
        yield from (column.note, column.hint)


def test_every_key_of_a_definition_is_explained_in_english() -> None:
    wording = Wording(section("en", "kamus"))
    told = {text for text in beside_the_columns() if text}
    assert len(told) > 100
    assert {text for text in told if not wording.knows(text)} == set()


def test_every_table_has_english_heads() -> None:
    heads = {head for table in tidy_tables(report()) for head in table.heads}
    assert heads == section("en", "tabel").keys()


def helps(verb: click.Command, ctx: click.Context) -> Iterator[str]:
    for paragraph in (verb.help or "").split("\n\n"):
        yield " ".join(paragraph.split())
    for one in verb.params:
        yield one.metavar or ""
        yield getattr(one, "help", "") or ""
    if isinstance(verb, click.Group):
        for name in verb.list_commands(ctx):
            below = verb.get_command(ctx, name)
            assert below is not None
            yield from helps(below, ctx)


def test_every_help_text_is_told_in_english() -> None:
    wording = wording_in("en")
    asked = {one for one in helps(command, click.Context(command)) if one}
    assert {one for one in asked if not wording.knows(one)} == {"Show the version and exit."}


def test_every_refusal_is_told_in_english() -> None:
    wording = Wording(section("en", "penolakan"))
    rooms = (*(REPOSITORY / "workflow").rglob("*.py"), *(REPOSITORY / "addin").rglob("*.py"))
    refusals = {text for path in rooms for text in refused_in(path)}
    assert len(refusals) > 60
    assert {one for one in refusals if not wording.knows(one)} == set()


def refused_in(path: Path) -> Iterator[str]:
    """The sentences that a module refuses with, an example in the place of each fact."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        raised = {
            argument.id if isinstance(argument, ast.Name) else ast.unparse(argument)
            for one in ast.walk(function)
            if isinstance(one, ast.Raise) and isinstance(one.exc, ast.Call)
            if getattr(one.exc.func, "id", "") == "RefusedError"
            for argument in one.exc.args
        }
        for one in ast.walk(function):
            if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) in raised:
                text = template_of(one.value)
                if text and re.search(r"[a-z]{3} [a-z]{2}", text):
                    yield text


def template_of(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(one.value) if isinstance(one, ast.Constant) else "7" for one in node.values
        )
    return ""


def drawn_modules() -> Iterator[Path]:
    for part in DRAWN:
        place = ROOM / part
        found = place.rglob("*.py") if place.is_dir() else [place]
        yield from (one for one in found if one.name != "iku_sheet.py")  # which nobody sees


def test_no_text_of_a_sheet_is_drawn_that_nobody_translated() -> None:
    """Every piece of text in the code that draws sheets stands in a text that is translated."""
    keys = [one for name in ("lembar", "formulir", "rekap") for one in section("en", name)]
    known = "\n".join(re.sub(r"\{\w+\}", "\n", one) for one in keys)
    left = {
        f"{path.name}: {piece}"
        for path in drawn_modules()
        for piece in pieces_of(path)
        if piece not in known and piece not in FOLLOW_UP and not NOT_SHOWN.search(piece)
    }
    assert left == set()


def pieces_of(path: Path) -> Iterator[str]:
    """The texts of several words in a module, without those that only the code reads."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            if id(node) not in documented and re.search(r"[A-Za-z]{3,} [a-z]{2,}", text):
                yield from (
                    one.strip(' ."(') for one in re.split(r'["{}]', text) if " " in one.strip()
                )


def test_places_in_english_texts_are_those_of_the_indonesian_ones() -> None:
    for name in ("lembar", "formulir", "rekap", "bantuan", "penolakan", *SECTIONS):
        for source, said in section("en", name).items():
            fields = {field for _, field, _, _ in Formatter().parse(said) if field}
            assert fields <= holes(source), source
