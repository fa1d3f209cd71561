"""The menu of the add-in as data: what Excel's ribbon and LibreOffice's menu are rendered from."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from iku.languages import SOURCE, Language, section

LANGUAGES: tuple[Language, ...] = (SOURCE, "en")
"""The languages of an Office that the menu follows; in any other Office it is Indonesian."""
_SECTION = "menu"


@dataclass(frozen=True, kw_only=True)
class Words:
    """What one item says in one language; ``tip`` and ``explanation`` are empty for a group."""

    label: str
    tip: str = ""
    explanation: str = ""


@dataclass(frozen=True, kw_only=True)
class Button:
    """One button: ``action`` is what ``python -m addin`` is told to do.

    ``icon`` is a picture of Office (imageMso), ``keytip`` the key after Alt and that of the tab.
    """

    action: str
    needs_book: bool
    large: bool
    icon: str
    keytip: str
    words: dict[Language, Words]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Buttons that stand together under one label."""

    code: str
    words: dict[Language, Words]
    buttons: tuple[Button, ...]


@dataclass(frozen=True, kw_only=True)
class Menu:
    """The tab, its groups, and what a launcher says when Python could not speak for itself.

    ``messages`` may hold the places ``{kode}``, ``{log}`` and ``{versi}``.
    """

    keytip: str
    words: dict[Language, Words]
    groups: tuple[Group, ...]
    messages: dict[str, dict[Language, str]]

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Return all buttons, in the order in which they are shown."""
        return tuple(button for group in self.groups for button in group.buttons)


@cache
def menu() -> Menu:
    """Return the menu that `addin/menu.yaml` describes.

    >>> [button.words["en"].label for button in menu().buttons][:2]
    ['Validate', 'Clear Marks']
    """
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text
    text = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    tree: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506  our own file
    return Menu(
        keytip=tree["tab"]["keytip"],
        words=_words(tree["tab"], "tab"),
        groups=tuple(_group(group) for group in tree["grup"]),
        messages={
            key: {one: _translation(one, f"pesan_{key}", words[SOURCE]) for one in LANGUAGES}
            for key, words in tree["pesan"].items()
        },
    )


def _group(tree: dict[str, Any]) -> Group:
    return Group(
        code=tree["kode"],
        words=_words(tree, tree["kode"]),
        buttons=tuple(_button(button) for button in tree["tombol"]),
    )


def _button(tree: dict[str, Any]) -> Button:
    return Button(
        action=tree["aksi"],
        needs_book=tree["perlu_buku"] == "ya",
        large=tree["besar"] == "ya",
        icon=tree["ikon"],
        keytip=tree["keytip"],
        words=_words(tree, tree["aksi"]),
    )


def _words(tree: dict[str, Any], key: str) -> dict[Language, Words]:
    own: dict[str, str] = tree[SOURCE]
    told = {one: {**own, **_translation(one, key, {})} for one in LANGUAGES}
    return {
        language: Words(
            label=words["label"],
            tip=words.get("tip", ""),
            explanation=words.get("penjelasan", ""),
        )
        for language, words in told.items()
    }


def _translation(language: Language, key: str, own: Any) -> Any:  # noqa: ANN401  a text or several
    return own if language == SOURCE else section(language, _SECTION).get(key, own)
