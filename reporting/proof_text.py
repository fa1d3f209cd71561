"""The dated proof of each unit as plain text, one line an event."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import PurePath
from typing import Protocol

from iku.periods import PERIODS, in_words
from reporting.phrases import moment

_SENTENCES = {
    "diterbitkan": "formulir diterbitkan (versi {versi}, sidik {sidik:.16})",
    "diterima": "diterima: {berkas} (sha256 {sha256:.16})",
    "diperiksa": (
        "{berkas} diperiksa untuk {periode}: {wajib} wajib diperbaiki, {konfirmasi} perlu konfirmasi;"
        " {nasib}"
    ),
    "diverifikasi": "diverifikasi untuk {periode}: {nama}, {putusan}{oleh}{catatan}",
    "ditetapkan": (
        "ketetapan{oleh}: {isi}{alasan}{sampai}{akibat}; tertulis di {sumber}"
        " (sha256 {sumber_sha256:.16}), {sel}; konsolidasi nomor {konsolidasi} untuk {rekap}"
    ),
    "ditutup": "{periode} ditutup{oleh}",
}
_RULINGS = {
    "Pakai": "{berkas} yang dipakai",
    "Kecualikan": "{berkas} tidak dipakai",
    "Terima perubahan": "perubahan {lingkup} diterima",
    "Tolak perubahan": "perubahan {lingkup} tidak diterima",
    "Catat": "batas waktu {lingkup} menjadi {tenggat}",
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
    if facts.get("periode"):
        facts["periode"] = in_words(str(facts["periode"]), tahun)
    if event.kind == "ditetapkan":
        facts |= _ruling(facts, tahun)
    facts["berkas"] = PurePath(str(facts.get("berkas", ""))).name
    facts["nasib"] = _FATES.get(str(facts.get("nasib", "")), "")
    facts["catatan"] = f"; {facts['catatan']}" if facts.get("catatan") else ""
    facts["oleh"] = f" oleh {facts['oleh']}" if facts.get("oleh") else ""
    return f"{day(event.when)}: {_SENTENCES[event.kind].format(**facts)}"


def _ruling(facts: Mapping[str, object], tahun: int) -> dict[str, object]:
    """Return the parts of the sentence about a row of the waiver table."""
    said = {key: str(value) for key, value in facts.items()}
    until = said["sampai"]
    until = in_words(until, tahun) if until in PERIODS else until and day(until)
    ruling = _RULINGS[said["putusan"]].format(
        berkas=_named(said["berkas"], said["sha256"]),
        lingkup=_scope(said["periode"], said["indikator"]),
        tenggat=said["tenggat"] and day(said["tenggat"]),
    )
    return {
        "isi": ruling,
        "alasan": f"; alasan: {said['alasan']}" if said["alasan"] else "",
        "sampai": f"; berlaku sampai {until}" if until else "",
        "akibat": "" if facts["berlaku"] else "; tidak berpengaruh pada rekap itu",
        "rekap": in_words(said["rekap"], tahun),
    }


def _named(file: str, sha256: str) -> str:
    """Return a file by its name and digest; the waiver may give neither: all files are meant."""
    if not file and not sha256:
        return "semua berkas unit ini"
    digest = f"(sha256 {sha256:.16})" if sha256 else ""
    return " ".join(filter(None, ("berkas", PurePath(file).name, digest)))


def _scope(periode: str, indikator: str) -> str:
    """Return what a ruling is about; ``periode`` is in words, empty for every one."""
    return " ".join(filter(None, (f"indikator {indikator}" if indikator else "", periode))) or (
        "semua periode"
    )


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
