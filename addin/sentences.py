"""What the add-in says of itself; the Indonesian sentences stand in a data file."""

from functools import cache
from pathlib import Path

import yaml

from iku.languages import SOURCE, Language, translated


@cache
def sentences() -> dict[str, str]:
    """Return every sentence by key, as `addin/sentences.yaml` holds them in Indonesian."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text
    text = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = yaml.load(text, Loader=loader)  # noqa: S506  our own file
    return {key: words[SOURCE] for key, words in loaded.items()}


def say(key: str, language: Language, **facts: object) -> str:
    """Return a sentence with its facts; KeyError for a key that was never written down.

    >>> say("title_validasi", "id"), say("title_validasi", "en")
    ('Validasi', 'Validate')
    """
    return translated(sentences()[key], language, "tombol", key).format(**facts)
