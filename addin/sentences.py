"""What the add-in says of itself, in Indonesian and English; the sentences stand in a data file."""

from functools import cache
from pathlib import Path
from typing import cast

import yaml

from iku.messages.terms import Language


@cache
def sentences() -> dict[str, dict[Language, str]]:
    """Return every sentence by key and language, as `addin/sentences.yaml` holds them."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text
    text = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=loader)  # noqa: S506  our own file
    return cast("dict[str, dict[Language, str]]", loaded)


def say(key: str, language: Language, **facts: object) -> str:
    """Return a sentence with its facts; KeyError for a key that was never written down.

    >>> say("title_validasi", "id"), say("title_validasi", "en")
    ('Validasi', 'Validate')
    """
    return sentences()[key][language].format(**facts)
