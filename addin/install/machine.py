"""The boundary: all that installing and diagnosing ask of a machine, and nothing more.

Tests put a simulated Windows here; everything above it is the real code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol, TypeAlias

from addin.places import Places

RegistryValue: TypeAlias = str | int | bytes
CANNOT_START = 127
"""Status of a program that is not there, may not be started, or does not end."""


class Hive(Enum):
    """The two halves of the registry that matter: this user, and everybody on this machine."""

    USER = "HKCU"
    MACHINE = "HKLM"


@dataclass(frozen=True)
class Outcome:
    """How a program ended and what it said, both streams together."""

    status: int
    output: str


class Registry(Protocol):
    """The Windows registry; what does not exist or may not be read counts as absent."""

    def value(self, hive: Hive, key: str, name: str) -> RegistryValue | None:
        """Return one value; the empty name is the key's default value."""

    def values(self, hive: Hive, key: str) -> Mapping[str, RegistryValue]:
        """Return all values of a key."""

    def subkeys(self, hive: Hive, key: str) -> Sequence[str]:
        """Return the names of the keys right below a key."""

    def write(self, key: str, name: str, text: str) -> None:
        """Write a text for this user; PermissionError where that is not allowed."""

    def delete(self, key: str, name: str) -> None:
        """Delete a value of this user, and its key once nothing is left in it."""


class Machine(Protocol):
    """The machine and the user for whom something is done."""

    @property
    def places(self) -> Places:
        """Return where the add-in lives for this user."""

    @property
    def environ(self) -> Mapping[str, str]:
        """Return the environment variables."""

    @property
    def registry(self) -> Registry:
        """Return the registry; outside Windows an empty one."""

    @property
    def python(self) -> Path:
        """Return the interpreter from which our own environment is made."""

    def run(self, command: Sequence[str | Path], *, seconds: float) -> Outcome:
        """Run a program to its end; one that cannot be started has status `CANNOT_START`."""

    def replace(self, source: Path, target: Path) -> None:
        """Rename in one step; PermissionError while a program holds either of them."""

    def remove(self, path: Path) -> None:
        """Remove a file or a whole folder, or nothing; PermissionError while it is in use."""
