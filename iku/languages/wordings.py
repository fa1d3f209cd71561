"""The wordings that workbooks are told in: the form's, and that of the recap and other results."""

from collections.abc import Iterator

from iku.definition.model import Definition
from iku.languages import Language, section
from iku.languages.wording import Wording
from iku.messages.terms import number_in

_SHARED, _FORM, _RECAP = "lembar", "formulir", "rekap"


def form_wording(definition: Definition, language: Language) -> Wording:
    """Return the wording of entry workbooks; numbers stay as the computers there write them."""
    return Wording(section(language, _SHARED) | section(language, _FORM), as_is(definition))


def recap_wording(language: Language, *definitions: Definition) -> Wording:
    """Return the wording of what is made of returned workbooks."""
    names = frozenset(one for definition in definitions for one in as_is(definition))
    texts = section(language, _SHARED) | section(language, _RECAP)
    return Wording(texts, names, lambda number: number_in(number, language))


def as_is(definition: Definition) -> frozenset[str]:
    """Return the texts of a definition that no translation may touch: those of several words.

    A single word, such as a unit of measure, may be a word of ours as well.
    """
    return frozenset(one for one in _texts(definition.model_dump(mode="json")) if " " in one)


def _texts(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for one in tree.values():
            yield from _texts(one)
    elif isinstance(tree, list):
        for one in tree:
            yield from _texts(one)
