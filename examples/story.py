"""Stories told by `examples/cerita/*.yaml`: files to begin with, what is done, what is then said.

Another language tells the words and the answers of a story again, in `examples/cerita/<code>/`;
its files and its commands stand once.

A story is played in a folder of its own through the real command. Its `keluaran` is compared line
by line; a line of `…` stands for any number of lines, `…` inside a line for any words.
"""

import contextlib
import io
import os
import re
import shlex
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl
import yaml

from command_line.main import run
from iku.languages import SOURCE, Language

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(__file__).parent / "cerita"
PROGRAM = "iku"
SHOW = "cat"
ANYTHING = "…"
DONE = {"perintah", "status", "ketik"}
TOLD = {"kata", "keluaran"}


@dataclass(frozen=True, slots=True)
class Input:
    """A file that lies in the folder at the start: its own text, or one of the repository's."""

    name: str
    text: str
    source: str
    changes: tuple[tuple[str, str], ...] = ()

    def write(self, folder: Path) -> None:
        """Put the file into the folder of the story; ValueError where a change finds no place."""
        path = folder / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / self.source).read_text(encoding="utf-8") if self.source else self.text
        for old, new in self.changes:
            if text.count(old) != 1:
                message = f"{self.source} holds {old!r} {text.count(old)} times"
                raise ValueError(message)
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody types into a cell, in a program that asks for no password."""

    book: str
    name: str
    value: float | str

    def type(self, folder: Path) -> None:
        """Put the value into the cell that bears the name, locked or not."""
        opened = openpyxl.load_workbook(folder / self.book)
        sheet, _, cell = opened.defined_names[self.name].attr_text.partition("!")
        opened[sheet.strip("'")][cell.replace("$", "")] = self.value
        opened.save(folder / self.book)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done: words about it, and a command with its answer, or typing."""

    words: str
    command: str
    status: int
    output: str
    typed: Typed | None


@dataclass(frozen=True)
class Story:
    """A story, as its file tells it."""

    name: str
    source: str
    title: str
    reader: str
    lead: str
    inputs: tuple[Input, ...]
    steps: tuple[Step, ...]
    moral: str

    @cached_property
    def commands(self) -> tuple[Step, ...]:
        """Return the steps that run a command."""
        return tuple(step for step in self.steps if step.command)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command of a story really said, and how it left."""

    step: Step
    status: int
    output: str

    @property
    def as_told(self) -> bool:
        """Return whether the story tells the truth about this command."""
        return self.status == self.step.status and told(self.step.output, self.output)


def story_languages() -> tuple[Language, ...]:
    """Return the languages that stories are told in, Indonesian first."""
    return SOURCE, *sorted(one.name for one in FOLDER.iterdir() if one.is_dir())


def stories(language: Language = SOURCE) -> list[Story]:
    """Return every story in the order of its number."""
    return [load(path, language) for path in sorted(FOLDER.glob("*.yaml"))]


def load(path: Path, language: Language = SOURCE) -> Story:
    """Read a story; KeyError where it lacks a part, TypeError where it has an unknown one.

    ValueError where the language tells more or fewer steps than there are.
    """
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    own = path if language == SOURCE else path.parent / language / path.name
    told = raw if own == path else yaml.safe_load(own.read_text(encoding="utf-8"))
    inputs = tuple(_input(name, of) for name, of in raw.get("masukan", {}).items())
    steps = tuple(_step(*one) for one in zip(raw["langkah"], told["langkah"], strict=True))
    source = own.relative_to(ROOT).as_posix()
    title, reader, lead = told["judul"], told["untuk"], told["cerita"].strip()
    return Story(path.stem, source, title, reader, lead, inputs, steps, told["pelajaran"].strip())


def _input(name: str, of: str | dict[str, Any]) -> Input:
    if isinstance(of, str):
        return Input(name, of, "")
    return Input(name, "", of["dari"], tuple(of.get("ganti", {}).items()))


def _step(raw: dict[str, Any], told: dict[str, Any]) -> Step:
    """Return a step: what is done, of the story itself; words and answer, of the language.

    An answer that is the same in every language stands in the story itself only.
    """
    unknown = set(raw) - DONE - TOLD | set(told) - (DONE if told is raw else set()) - TOLD
    if unknown:
        message = f"a step of a story has no {', '.join(sorted(unknown))}"
        raise TypeError(message)
    typing = raw.get("ketik")
    typed = typing and Typed(typing["buku"], typing["sel"], typing["nilai"])
    words, command = told["kata"].strip(), raw.get("perintah", "").strip()
    output = told.get("keluaran", raw.get("keluaran", ""))
    return Step(words, command, raw.get("status", 0), output, typed)


def play(story: Story, folder: Path) -> list[Answer]:
    """Play a story in an empty folder and return what each command said."""
    for one in story.inputs:
        one.write(folder)
    answers = []
    for step in story.steps:
        if step.typed is not None:
            step.typed.type(folder)
        if step.command:
            answers.append(Answer(step, *run_command(step.command, folder)))
    return answers


def run_command(command: str, folder: Path) -> tuple[int, str]:
    """Run `iku …` or `cat FILE` in a folder, in this process; return status and all it said."""
    program, *arguments = shlex.split(command)
    if program == SHOW:
        return 0, "".join((folder / name).read_text(encoding="utf-8") for name in arguments)
    if program != PROGRAM:
        message = f"a story runs {PROGRAM} and {SHOW}, nothing else: {command}"
        raise ValueError(message)
    said, before, status = io.StringIO(), Path.cwd(), 0
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            run(_spelt_out(arguments, folder))
    except SystemExit as left:
        status = left.code if isinstance(left.code, int) else 2
    finally:
        os.chdir(before)
    return status, said.getvalue()


def _spelt_out(arguments: list[str], folder: Path) -> list[str]:
    """Do what a shell does with `*.xlsx`."""
    found = []
    for argument in arguments:
        names = (
            sorted(str(one.relative_to(folder)) for one in folder.glob(argument))
            if ("*" in argument)
            else []
        )
        found += names or [argument]
    return found


def told(expected: str, output: str) -> bool:
    """Return whether an output is as a story tells it.

    >>> told("satu\\n…\\nempat …\\n", "satu\\ndua\\ntiga\\nempat lima\\n")
    True
    >>> told("satu\\n", "dua\\n")
    False
    """
    lines = [line.rstrip() for line in expected.strip("\n").splitlines()]
    pattern = "".join(_line_pattern(line) for line in lines)
    said = "".join(f"{line.rstrip()}\n" for line in output.strip("\n").splitlines())
    return re.fullmatch(pattern, said) is not None


def _line_pattern(line: str) -> str:
    if line.strip() == ANYTHING:
        return r"(?:.*\n)*"
    return ".*".join(re.escape(part) for part in line.split(ANYTHING)) + r"\n"
