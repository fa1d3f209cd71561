"""The language that a command asks for, known also where the command could not be read."""

import os
from collections.abc import Sequence
from itertools import pairwise

from iku.languages import SOURCE, Language, languages, section

VARIABLE = "IKU_LANG"
"""The variable of the environment that names the language where ``--lang`` does not."""
_OPTION = "--lang"
_SECTION = "penolakan"


def asked_language(arguments: Sequence[str]) -> Language:
    """Return the language of ``--lang``, else of the environment, else Indonesian.

    >>> asked_language(["validate", "x", "--lang", "en"]), asked_language(["--lang=en"])
    ('en', 'en')
    """
    given = [value for option, value in pairwise(arguments) if option == _OPTION]
    given += [one.partition("=")[2] for one in arguments if one.startswith(f"{_OPTION}=")]
    wanted = given[-1] if given else os.environ.get(VARIABLE, "")
    return wanted if wanted in languages() else SOURCE


def in_language(text: str, language: Language) -> str:
    """Return in a language what was made in Indonesian, such as why a command cannot run."""
    if language == SOURCE:
        return text
    from iku.languages.wording import Wording  # noqa: PLC0415  Indonesian needs none

    return Wording(section(language, _SECTION)).of(text)
