"""Return notes and letters as texts to paste into a chat."""

from collections.abc import Iterator

from reporting.chat import plain, repairs
from reporting.letters import THANKS, Letter
from reporting.recap_text import FATES
from reporting.unit_note import UnitNote, receipt
from reporting.words import counted


def note_text(note: UnitNote) -> str:
    """Return the note to a unit; what stands in files never becomes bold there."""
    return "\n".join(_note(note)) + "\n"


def letter_text(letter: Letter) -> str:
    """Return a letter for a chat."""
    lines = (
        f"*{plain(letter.title)}*",
        f"Yth. {plain(letter.note.addressee)},",
        *map(plain, letter.paragraphs),
        plain(letter.note.report.definition.kabupaten.nama),
    )
    return "\n".join(lines) + "\n"


def _note(note: UnitNote) -> Iterator[str]:
    yield f"*Laporan IKU {plain(note.name)}* – {plain(note.report.period_words)}"
    yield f"Yth. {plain(note.addressee)},"
    yield f"Status: {note.answer.value}."
    yield from (f"{label}: {plain(content)}" for label, content in receipt(note))
    yield from _other_files(note)
    if note.outcome.findings:
        yield f"Hasil pemeriksaan: {counted(note.outcome.counts, 'id')}."
        yield from repairs(note.outcome, "id")
    yield from _verified(note)
    yield from _figures(note)
    yield THANKS


def _other_files(note: UnitNote) -> Iterator[str]:
    for fate in note.fates:
        if fate.candidate is not note.file:
            name = plain(fate.candidate.path.rpartition("/")[2])
            yield f"Berkas lain: {name} ({FATES['id'][fate.status]})"


def _verified(note: UnitNote) -> Iterator[str]:
    for one in note.verified:
        remark = f" ({plain(one.note)})" if one.note else ""
        yield f"Verifikasi {plain(one.kode)} {plain(one.field)}: {one.verdict}{remark}".rstrip()


def _figures(note: UnitNote) -> Iterator[str]:
    if not note.figures:
        return
    yield f"Capaian (%), di sampingnya capaian {plain(note.report.definition.kabupaten.nama)}:"
    for one in note.figures:
        kode = plain(one.indikator.kode)
        regency = f"{one.regency_capaian}, {one.counted}"
        yield f"{kode}: {plain(one.capaian)} ({regency})"
    if not note.report.complete:
        yield f"Angka kabupaten/kota {plain(note.report.completeness.lower())}."
