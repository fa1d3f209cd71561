"""Languages: Indonesian stands where a text is made; every other language is one data file.

`iku/languages/<code>.yaml` holds a language by section, and a section its texts by key: the key of
a phrase, or the Indonesian text itself. A new language is a new file, here or in the folder that
the environment names in ``IKU_BAHASA``; what it leaves out is said in Indonesian.
"""

import os
import re
import string
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from iku.languages.counted import counted

Language: TypeAlias = str
SOURCE: Final = "id"
"""The language in which texts are made; it needs no file and no look into one."""
VARIABLE: Final = "IKU_LANG"
"""The variable of the environment that names the language wanted where no command does."""
FOLDER: Final = "IKU_BAHASA"
"""The variable of the environment that names a folder with further languages."""
_OURS = Path(__file__).parent
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
_HEAD = re.compile(r"^(\w+):", re.MULTILINE)


def languages() -> tuple[Language, ...]:
    """Return the codes of the languages that texts can be had in, Indonesian first."""
    return SOURCE, *sorted(_files(os.environ.get(FOLDER, "")))


def wished() -> Language:
    """Return the language that the environment asks for, else Indonesian.

    Not that of Office: many offices run an English Excel, and their staff read Indonesian.
    """
    asked = os.environ.get(VARIABLE, "")
    return asked if asked in languages() else SOURCE


def shipped(language: Language) -> bool:
    """Whether a language travels with the product, so that every copy says the same in it."""
    return language == SOURCE or language in _found(_OURS)


def further_files() -> tuple[Path, ...]:
    """Return the files of languages that do not travel with the product."""
    found = _files(os.environ.get(FOLDER, ""))
    return tuple(found[code] for code in sorted(found) if not shipped(code))


def section(language: Language, name: str) -> dict[str, Any]:
    """Return one section of a language, empty where its file has none; only that part is read."""
    path = _files(os.environ.get(FOLDER, "")).get(language)
    return {} if path is None else _section(path, name)


def translated(source: str, language: Language, name: str, key: str | None = None) -> str:
    """Return a text in a language: by key in a section, or by the Indonesian text where no key is.

    The Indonesian text stays where the language has none, or one with places that nobody fills.

    >>> translated("Tidak ada catatan", "en", "pemeriksaan")
    'Nothing to report'
    """
    if language == SOURCE:
        return source
    found = section(language, name).get(source if key is None else key)
    return found if isinstance(found, str) and holes(found) <= holes(source) else source


@lru_cache(maxsize=4096)
def holes(text: str) -> frozenset[str]:
    """Return the names of the places in a text that facts fill.

    >>> sorted(holes("{n} dari {m}"))
    ['m', 'n']
    """
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
    except ValueError:  # a brace that opens nothing: such a text cannot be filled in
        return frozenset({text})


@cache
def _files(further: str) -> dict[Language, Path]:
    """Return the file of every language; one of ours is never replaced by another of its code."""
    return {**(_found(Path(further)) if further else {}), **_found(_OURS)}


@cache
def _found(folder: Path) -> dict[Language, Path]:
    found = {one.stem: one for one in folder.glob("*.yaml")} if folder.is_dir() else {}
    return {code: one for code, one in found.items() if _CODE.fullmatch(code) and code != SOURCE}


@cache
def _blocks(path: Path) -> dict[str, str]:
    """Return the text of each section: a check in English needs a few of them, not the whole."""
    text = path.read_text(encoding="utf-8")
    heads = [(head[1], head.start()) for head in _HEAD.finditer(text)]
    ends = [start for _, start in heads[1:]] + [len(text)]
    return {name: text[start:end] for (name, start), end in zip(heads, ends, strict=True)}


@cache
def _section(path: Path, name: str) -> dict[str, Any]:
    block = _blocks(path).get(name)
    if block is None:
        return {}
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text
    tree = counted(yaml.load(block, Loader=loader)[name])  # noqa: S506  plain text only
    return tree if isinstance(tree, dict) else {}
