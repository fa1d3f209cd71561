"""The words for what was seen: `addin/doctor/advice.yaml`, in Indonesian and English."""

import pkgutil
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

import yaml

from addin.doctor.observation import Observation
from addin.install.speech import Language

PARTS = ("terlihat", "artinya", "langkah", "minta")
"""What is seen, what it means, what to do, and what to ask of the IT officer."""
BLOCKING = "menghambat"


@dataclass(frozen=True)
class Advice:
    """One explanation, ready to read."""

    code: str
    severity: str
    title: str
    seen: str
    meaning: str
    remedy: str
    ask: str

    @property
    def blocks(self) -> bool:
        """Whether the buttons cannot work while this stands."""
        return self.severity == BLOCKING

    def as_json(self) -> dict[str, str]:
        """Return it as JSON holds it."""
        return asdict(self)


@cache
def words() -> dict[str, dict[str, Any]]:
    """Return every entry of the data file by code.

    Read through the loader, for doctor also runs from a wheel that is not yet installed.
    """
    data = pkgutil.get_data(__package__, "advice.yaml") or b""
    entries: dict[str, dict[str, Any]] = yaml.safe_load(data)
    return entries


def all_codes() -> tuple[str, ...]:
    """Return every code that has words."""
    return tuple(words())


def advise(seen: Observation, language: Language) -> Advice:
    """Return the explanation of what was seen; KeyError for a code without words."""
    entry = words()[seen.code]
    said = entry.get(language, entry["id"])
    told = [said[part].format_map(seen.facts) for part in PARTS]
    return Advice(seen.code, entry["tingkat"], said["judul"], *told)
