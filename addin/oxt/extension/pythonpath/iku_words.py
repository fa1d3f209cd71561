"""What the extension itself says: one file of sentences, taken from the program when built."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

BUNDLE = "iku.json"
VARIABLE = "IKU_LANG"
_bundle: dict[str, Any] = {}


def load(component: str) -> None:
    """Read the sentences that lie beside the component."""
    text = Path(component).with_name(BUNDLE).read_text(encoding="utf-8")
    _bundle.update(json.loads(text))


def version() -> str:
    """Return the version with which this extension was built."""
    return str(_bundle["version"])


def say(key: str, **facts: object) -> str:
    """Return a sentence in the language that the environment asks for, else in Indonesian."""
    told = _bundle["sentences"][key]
    return str(told.get(os.environ.get(VARIABLE, ""), told["id"])).format(**facts)
