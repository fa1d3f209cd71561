"""What doctor sees: a code and the facts of this machine; the words stand in a data file."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Observation:
    """One thing seen on this machine that explains something."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
