"""The words that the rules recognize, kept as data beside them."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def _vocabulary() -> dict[str, Any]:
    path = Path(__file__).with_name("vocabulary.yaml")
    tree: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  plain text only
    return tree


def word_set(key: str) -> frozenset[str]:
    """Return one list of words."""
    return frozenset(_vocabulary()[key])


def any_of(key: str) -> re.Pattern[str]:
    """Return a pattern that finds any word or phrase of one list."""
    phrases = "|".join(map(re.escape, _vocabulary()[key]))
    return re.compile(rf"\b({phrases})\b")


def spellings() -> dict[str, str]:
    """Return frequent spellings with the standard ones."""
    return dict(_vocabulary()["ejaan"])
