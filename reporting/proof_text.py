"""The dated proof of each unit as plain text, one line an event."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import PurePath
from typing import Protocol

from iku.periods import in_words
from reporting.phrases import moment

_SENTENCES = {
    "diterbitkan": "formulir diterbitkan (versi {versi}, sidik {sidik:.16})",
    "diterima": "diterima: {berkas} (sha256 {sha256:.16})",
    "diperiksa": (
        "{berkas} diperiksa untuk {periode}: {wajib} wajib diperbaiki, {konfirmasi} perlu konfirmasi;"
        " {nasib}"
    ),
    "diverifikasi": "diverifikasi untuk {periode}: {nama}, {putusan}{oleh}{catatan}",
    "ditutup": "{periode} ditutup{oleh}",
}
_FATES = {
    "accepted": "dipakai",
    "rejected": "ditolak",
    "superseded": "digantikan kiriman yang lebih baru",
    "duplicate": "sama dengan berkas lain",
    "ignored": "dilewati",
}
UNDATED = "tanggal tidak tercatat"


class Happened(Protocol):
    """One event: when (ISO 8601 or empty), what kind, and the facts of its sentence."""

    @property
    def when(self) -> str:
        """The time."""

    @property
    def kind(self) -> str:
        """The kind."""

    @property
    def facts(self) -> Mapping[str, object]:
        """The facts."""


def event_line(event: Happened, tahun: int) -> str:
    """Return an event with its day in front."""
    facts = dict(event.facts)
    if isinstance(facts.get("periode"), str):
        facts["periode"] = in_words(str(facts["periode"]), tahun)
    facts["berkas"] = PurePath(str(facts.get("berkas", ""))).name
    facts["nasib"] = _FATES.get(str(facts.get("nasib", "")), "")
    facts["catatan"] = f"; {facts['catatan']}" if facts.get("catatan") else ""
    facts["oleh"] = f" oleh {facts['oleh']}" if facts.get("oleh") else ""
    return f"{day(event.when)}: {_SENTENCES[event.kind].format(**facts)}"


def day(iso: str) -> str:
    """Return a time as people write it, in this computer's own time zone.

    >>> day(""), day("2025-07-05")
    ('tanggal tidak tercatat', '5 Juli 2025')
    """
    if not iso:
        return UNDATED
    if "T" not in iso:
        return moment(f"{iso}T00:00").partition(" pukul ")[0]
    return moment(datetime.fromisoformat(iso).astimezone().isoformat())


def unit_lines(title: str, lines: Iterator[str]) -> Iterator[str]:
    """Yield a unit's block."""
    yield ""
    yield title
    yield from (f"  {line}" for line in lines)
