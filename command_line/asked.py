"""The language that a command asks for, known also where the command could not be read."""

from collections.abc import Sequence
from itertools import pairwise

from iku.languages import SOURCE, Language, languages, wished
from workflow.refusal import refusal_in as in_language

__all__ = ["asked_language", "in_language"]

_OPTION = "--lang"


def asked_language(arguments: Sequence[str]) -> Language:
    """Return the language of ``--lang``, else of the environment, else Indonesian.

    >>> asked_language(["validate", "x", "--lang", "en"]), asked_language(["--lang=en"])
    ('en', 'en')
    """
    given = [value for option, value in pairwise(arguments) if option == _OPTION]
    given += [one.partition("=")[2] for one in arguments if one.startswith(f"{_OPTION}=")]
    if not given:
        return wished()
    return given[-1] if given[-1] in languages() else SOURCE
