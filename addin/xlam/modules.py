"""The text of the VBA modules: three are files, the fourth holds the words of the menu."""

from collections.abc import Callable, Iterator
from pathlib import Path

from addin.menu import LANGUAGES, Menu, Words
from addin.xlam.ribbon import TAB, button_id, group_id
from iku.messages.terms import Language

WRITTEN = ("modIKU", "modPita", "modShell")
WORDS = "modMenu"
LONGEST_LINE = 1000  # the editor of VBA cuts a line after 1,023 characters
_FOLDER = Path(__file__).with_name("vba")


class TextError(ValueError):
    """A module cannot be kept as VBA keeps text; the message names module and line."""


def modules(menu: Menu, version: str) -> dict[str, str]:
    """Return name and body of every module, in the form in which VBA keeps it.

    Lines end with CR LF, the ``Attribute`` line is left to the project. TextError for a character
    outside Windows-1252 or a line that is too long.
    """
    bodies = {
        name: (_FOLDER / f"{name}.bas").read_text(encoding="utf-8").partition("\n")[2]
        for name in WRITTEN
    }
    bodies["modIKU"] = bodies["modIKU"].replace("@VERSION@", version)
    bodies[WORDS] = "\n".join(_words_module(menu)) + "\n"
    return {name: as_vba(name, body) for name, body in sorted(bodies.items())}


def as_vba(name: str, body: str) -> str:
    r"""Return a body with the line ends of VBA; TextError where VBA would change the text.

    >>> as_vba("m", "a\nb\n")
    'a\r\nb\r\n'
    """
    for number, line in enumerate(body.splitlines(), start=1):
        if len(line) > LONGEST_LINE:
            message = f"{name} line {number}: {len(line)} characters, VBA keeps {LONGEST_LINE}"
            raise TextError(message)
        try:
            line.encode("cp1252")
        except UnicodeEncodeError as error:
            message = f"{name} line {number}: {line[error.start]!r} is not in Windows-1252"
            raise TextError(message) from error
    return "\r\n".join([*body.splitlines(), ""])


def _words_module(menu: Menu) -> Iterator[str]:
    yield "Option Explicit"
    yield '\' The words of the menu, from addin/menu.yaml; written by "iku addin build".'
    yield ""
    yield from _function("TeksMenu", "kode", "bagian", _menu_texts(menu))
    yield ""
    yield from _function("TeksPesan", "kunci", "", menu.messages)
    yield ""
    yield "Public Function PerluBuku(ByVal aksi As String) As Boolean"
    yield "    Select Case aksi"
    yield f"        Case {', '.join(_literal(b.action) for b in menu.buttons if b.needs_book)}"
    yield "            PerluBuku = True"
    yield "    End Select"
    yield "End Function"


def _menu_texts(menu: Menu) -> dict[str, dict[Language, str]]:
    items = [(TAB, menu.words)]
    for group in menu.groups:
        items.append((group_id(group), group.words))
        items.extend((button_id(button), button.words) for button in group.buttons)
    return {
        f"{code}/{part}": {language: text(words[language]) for language in LANGUAGES}
        for code, words in items
        for part, text in _PARTS.items()
        if text(words["id"])
    }


_PARTS: dict[str, Callable[[Words], str]] = {
    "label": lambda words: words.label,
    "tip": lambda words: words.tip,
    "penjelasan": lambda words: words.explanation,
}


def _function(
    name: str, first: str, second: str, texts: dict[str, dict[Language, str]]
) -> Iterator[str]:
    """Yield a function that returns a text by its key, in one of two languages."""
    given = [f"ByVal {argument} As String" for argument in (first, second) if argument]
    key = f'{first} & "/" & {second}' if second else first
    yield f"Public Function {name}({', '.join([*given, 'ByVal inggris As Boolean'])}) As String"
    yield f"    Select Case {key}"
    for code, text in texts.items():
        yield f"        Case {_literal(code)}"
        yield "            If inggris Then"
        yield f"                {name} = {_literal(text['en'])}"
        yield "            Else"
        yield f"                {name} = {_literal(text['id'])}"
        yield "            End If"
    yield "    End Select"
    yield "End Function"


def _literal(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
