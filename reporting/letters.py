"""Letters: pengingat and teguran for units that owe a report or sent it late, as paragraphs.

Whether a day has passed is not looked at: the regency chooses which letter it sends, and when.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from iku.messages import explain, place
from iku.recap.words import told
from reporting.phrases import kurun, on_day, phrase
from reporting.unit_note import Answer, UnitNote


@dataclass(frozen=True)
class Letter:
    """One letter to a unit; ``kind`` is also the name of the folder it is kept in."""

    kind: str
    title: str
    note: UnitNote
    paragraphs: tuple[str, ...]


def letters_of(note: UnitNote) -> Iterator[Letter]:
    """Yield the letters that may go to a unit, in its note's language: none if it was in time."""
    if note.owes:
        yield _letter(note, "pengingat", "reminder", (*_owed(note), *_ask(note)))
        yield _letter(note, "teguran", "warning", (*_owed(note), *_demand(note)))
    elif note.late:
        yield _letter(note, "teguran", "warning_late", tuple(_late(note)))


def _letter(note: UnitNote, kind: str, title: str, paragraphs: tuple[str, ...]) -> Letter:
    words = phrase(title, note.language, kurun=note.period_words)
    return Letter(kind, words, note, (*paragraphs, phrase("thanks", note.language)))


def _owed(note: UnitNote) -> Iterator[str]:
    facts = {"unit": note.name, "kurun": note.period_words}
    match note.answer:
        case Answer.EARLIER if note.file is not None:
            until = kurun(note.file.in_words(note.file.periode_lapor), note.language)
            yield phrase("owed_earlier", note.language, **facts, sampai=until)
        case Answer.REFUSED:
            yield phrase("owed_refused", note.language, **facts)
            yield from _reason(note)
        case _:
            yield phrase("owed", note.language, **facts)


def _reason(note: UnitNote) -> Iterator[str]:
    fate = next((one for one in note.fates if one.candidate is note.file), None)
    if fate is not None:
        reason = explain(fate.reason, note.language)
        where = place(reason, note.language)
        words = told(reason, note.language)
        yield phrase("because", note.language, tempat=where, kalimat=words, perbaikan=reason.fix)


def _ask(note: UnitNote) -> Iterator[str]:
    if note.deadline is not None:
        yield phrase("due", note.language, hari=on_day(note.deadline, note.language))
    yield phrase("ask", note.language)


def _demand(note: UnitNote) -> Iterator[str]:
    if note.deadline is not None:
        yield phrase("was_due", note.language, hari=on_day(note.deadline, note.language))
    yield phrase("demand", note.language, unit=note.name)


def _late(note: UnitNote) -> Iterator[str]:
    if note.received is None or note.deadline is None:
        return
    yield phrase(
        "came_late",
        note.language,
        unit=note.name,
        kurun=note.period_words,
        hari=on_day(note.received, note.language),
        terlambat=note.late,
        batas=on_day(note.deadline, note.language),
    )
    yield phrase("next_time", note.language)
