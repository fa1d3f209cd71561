"""An inbox: what was sent in one period, where it lay, and what should become of each file."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.regency.damage import mailed, zipped
from tests.regency.units import Kecamatan

ACCEPTED, REJECTED, SUPERSEDED = "accepted", "rejected", "superseded"
DUPLICATE, IGNORED = "duplicate", "ignored"
_CONTAINERS = {".zip": zipped, ".eml": mailed}


@dataclass(frozen=True)
class Sent:
    """One file. ``path`` leads through its containers (``a.zip/b.zip/x.xlsx``).

    ``unit`` is None where it cannot be told whose it is; ``says`` is a word of the reason.
    """

    path: str
    data: bytes
    status: str
    unit: Kecamatan | None
    says: str


def write_inbox(folder: Path, files: Iterable[Sent]) -> None:
    """Write all files, packed as they were sent."""
    folder.mkdir(parents=True)
    for name, data in _packed({one.path: one.data for one in files}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _packed(files: dict[str, bytes]) -> dict[str, bytes]:
    """Pack what belongs into containers, the innermost first."""
    plain: dict[str, bytes] = {}
    inside: dict[str, dict[str, bytes]] = {}
    for path, data in files.items():
        container, rest = _split(path)
        if container:
            inside.setdefault(container, {})[rest] = data
        else:
            plain[path] = data
    for container, members in inside.items():
        plain[container] = _CONTAINERS[Path(container).suffix](_packed(members))
    return plain


def _split(path: str) -> tuple[str, str]:
    steps = path.split("/")
    for n, step in enumerate(steps[:-1], 1):
        if Path(step).suffix in _CONTAINERS:
            return "/".join(steps[:n]), "/".join(steps[n:])
    return "", path
