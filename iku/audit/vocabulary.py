"""The words that the audit recognizes, kept as data beside it."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def _vocabulary() -> dict[str, Any]:
    path = Path(__file__).with_name("vocabulary.yaml")
    tree: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  plain text only
    return tree


def units() -> dict[str, str]:
    """Return things that are counted with their unit of measurement."""
    return dict(_vocabulary()["satuan"])


def wholes() -> frozenset[str]:
    """Return the words that, beside the name of a thing, mean all of it."""
    return frozenset(_vocabulary()["keseluruhan"])


def slips() -> dict[str, str]:
    """Return frequent typing slips with what is meant."""
    return dict(_vocabulary()["salah_ketik"])


def measures() -> dict[str, list[str]]:
    """Return subjects of a sasaran with the words of indicators that can measure them."""
    return dict(_vocabulary()["selaras"])
