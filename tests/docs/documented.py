"""The commands and links that README and docs/ show, as they stand there."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import click

from command_line.main import VERBS, iku
from examples.story import PROGRAM, ROOT

STORY_PAGES = "contoh"  # folders whose pages test_stories.py plays
BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(iku [^`\n]+)`")
EXAMPLE = re.compile(r"Contoh: (iku .*?)(?:\n\s*\n|\Z)", re.DOTALL)
SHELL = {"sh", ""}
PLACEHOLDERS = {
    "ALASAN",
    "BERKAS",
    "BOOK",
    "DIR",
    "FILE",
    "FOLDER",
    "H.sqlite",
    "KAMUS.xlsx",
    "KIND",
    "KODE",
    "OUT",
    "PATH",
    "PERIOD",
    "REKAP.xlsx",
    "REPORT",
    "VALUES",
}


@dataclass(frozen=True, slots=True)
class Documented:
    """A command, and the page that shows it."""

    page: str
    text: str

    @property
    def words(self) -> list[str]:
        """The command word by word; an `\\|` of a table is the bar that it shows."""
        return shlex.split(self.text.replace("\\|", "|"))

    @property
    def whole(self) -> bool:
        """Whether it can be typed as it stands, rather than showing what to fill in."""
        words = {word.rstrip("…") for word in self.words}
        return not (words & PLACEHOLDERS) and "…" not in self.text and not named_only(self)


def pages() -> dict[str, str]:
    """Every page by its path, the played stories excepted."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in found
        if path.parent.name != STORY_PAGES
    }


@cache
def documented() -> tuple[Documented, ...]:
    """Every `iku …` of the pages, and every example of a help text, each once."""
    found = [one for page, text in pages().items() for one in _of_page(page, text)]
    found += [one for words, command in commands().items() for one in _of_help(words, command)]
    return tuple({one.text: one for one in reversed(found)}.values())


def _of_page(page: str, text: str) -> Iterator[Documented]:
    for language, block in BLOCK.findall(text):
        if language in SHELL:
            lines = (line.split(" #")[0].strip() for line in block.splitlines())
            yield from (Documented(page, line) for line in lines if line.startswith("iku "))
    yield from (Documented(page, span) for span in INLINE.findall(BLOCK.sub("", text)))


def _of_help(words: tuple[str, ...], command: click.Command) -> Iterator[Documented]:
    for text in EXAMPLE.findall(command.help or ""):
        yield Documented(f"{PROGRAM} {' '.join(words)} --help", " ".join(text.split()))


@cache
def commands() -> dict[tuple[str, ...], click.Command]:
    """Every command and sub-command by its words."""
    found: dict[tuple[str, ...], click.Command] = {}
    context = click.Context(iku)
    for verb in VERBS:
        command: click.Command = getattr(import_module(VERBS[verb]), verb)
        found[(verb,)] = command
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                inner = command.get_command(context, name)
                assert inner is not None
                found[verb, name] = inner
    return found


def command_of(one: Documented) -> tuple[tuple[str, ...], click.Command | None]:
    """Return the words of the command that is meant, and the command if there is one."""
    words = tuple(one.words[1:3])
    for known in (words, words[:1]):
        if known in commands():
            return known, commands()[known]
    return words[:1], None


def named_only(one: Documented) -> bool:
    """Return whether a command, or an option of it, is only mentioned, as in running text."""
    known, command = command_of(one)
    rest = one.words[1 + len(known) :]
    if command is None or not all(word.startswith("-") for word in rest):
        return False
    return not rest or any(each.required for each in command.params)


def misspelt(one: Documented) -> list[str]:
    """Return what the program does not know of a command: its verb, or options."""
    known, command = command_of(one)
    if command is None:
        return [f"iku {' '.join(known)}"]
    rest = one.words[1 + len(known) :]
    if isinstance(command, click.Group):
        names = [word for word in rest[:1] for word in word.split("|")]
        return [
            name for name in names if not name.startswith("-") and (*known, name) not in commands()
        ]
    options = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
    options |= {"-h", "--help"}
    return [word for word in rest if word.startswith("-") and word.split("=")[0] not in options]
