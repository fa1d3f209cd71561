"""The words that the audit recognizes, kept as data beside it."""

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


def family_aid() -> frozenset[str]:
    """Return the names of aid that is given to families and allotted by the government."""
    return frozenset(_vocabulary()["bantuan_keluarga"])


def levels() -> dict[str, int]:
    """Return the words that open an answer of a survey, with its value from 1 to 4."""
    return {word: int(value) for word, value in _vocabulary()["tingkat_jawaban"].items()}


def other_measures() -> re.Pattern[str]:
    """Return a pattern of the words that begin the name of an indicator that is no percentage."""
    return re.compile(rf"({'|'.join(map(re.escape, _vocabulary()['bukan_persen']))})\b")
