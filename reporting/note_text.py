"""Return notes and letters as texts to paste into a chat."""

from collections.abc import Iterator

from reporting.chat import plain, repairs
from reporting.corrections import corrections
from reporting.letters import Letter
from reporting.phrases import phrase, state
from reporting.recap_text import FATES
from reporting.unit_note import UnitNote, entry_of, receipt, standing_of
from reporting.words import counted


def note_text(note: UnitNote) -> str:
    """Return the note to a unit; what stands in files never becomes bold there."""
    return "\n".join(_note(note)) + "\n"


def letter_text(letter: Letter) -> str:
    """Return a letter for a chat."""
    lines = (
        f"*{plain(letter.title)}*",
        _to(letter.note),
        *map(plain, letter.paragraphs),
        plain(letter.note.report.definition.kabupaten.nama),
    )
    return "\n".join(lines) + "\n"


def _to(note: UnitNote) -> str:
    return phrase("to", note.language, siapa=plain(note.addressee)) + ","


def _note(note: UnitNote) -> Iterator[str]:
    language = note.language
    yield phrase("chat_title", language, unit=plain(note.name), kurun=plain(note.period_words))
    yield _to(note)
    yield phrase("status_line", language, jawaban=note.answer.told(language))
    yield from (f"{label}: {plain(content)}" for label, content in receipt(note))
    yield from _other_files(note)
    if note.outcome.findings:
        counts = counted(note.outcome.counts, language)
        yield phrase("check_result", language, hasil=counts) + "."
        yield from repairs(note.outcome, language)
    yield from _verified(note)
    yield from _corrected(note)
    yield from _figures(note)
    yield phrase("thanks", language)


def _other_files(note: UnitNote) -> Iterator[str]:
    for fate in note.fates:
        if fate.candidate is not note.file:
            name = plain(fate.candidate.path.rpartition("/")[2])
            fate_words = FATES[note.language][fate.status]
            yield phrase("other_file", note.language, nama=name, nasib=fate_words)


def _verified(note: UnitNote) -> Iterator[str]:
    for one in note.verified:
        facts = {
            "isian": plain(entry_of(note, one)),
            "putusan": state(str(one.verdict), note.language),
            "keadaan": standing_of(note, one),
            "catatan": f" ({plain(one.note)})" if one.note else "",
        }
        yield phrase("verified_line", note.language, **facts)


def _corrected(note: UnitNote) -> Iterator[str]:
    for one in corrections(note.report, note.unit.kode, note.language):
        facts = {
            "isian": plain(one.entry),
            "lama": plain(one.old),
            "baru": plain(one.new),
            "alasan": f" ({plain(one.reason)})" if one.reason else "",
            "dasar": plain(one.decision),
        }
        yield phrase("corrected_line", note.language, **facts)


def _figures(note: UnitNote) -> Iterator[str]:
    if not note.figures:
        return
    place = plain(note.report.definition.kabupaten.nama)
    yield phrase("figures_chat", note.language, kabupaten=place)
    for one in note.figures:
        kode = plain(one.indikator.kode)
        regency = f"{one.regency_capaian}, {one.counted}"
        yield f"{kode}: {plain(one.capaian)} ({regency})"
    if not note.report.complete:
        words = plain(note.completeness)
        yield phrase("figures_partial_chat", note.language, kelengkapan=words)
