"""Letters: pengingat and teguran for units that owe a report or sent it late, as paragraphs.

Whether a day has passed is not looked at: the regency chooses which letter it sends, and when.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from iku.messages import explain, place
from iku.recap.words import told
from reporting.unit_note import Answer, UnitNote, on_day

THANKS = "Terima kasih atas perhatian dan kerja samanya."


@dataclass(frozen=True)
class Letter:
    """One letter to a unit; ``kind`` is also the name of the folder it is kept in."""

    kind: str
    title: str
    note: UnitNote
    paragraphs: tuple[str, ...]


def letters_of(note: UnitNote) -> Iterator[Letter]:
    """Yield the letters that may go to a unit: none where it reported in time."""
    period = note.report.period_words
    if note.owes:
        title = f"Pengingat laporan IKU {period}"
        yield Letter("pengingat", title, note, (*_owed(note), *_ask(note), THANKS))
        title = f"Teguran atas laporan IKU {period}"
        yield Letter("teguran", title, note, (*_owed(note), *_demand(note), THANKS))
    elif note.late:
        title = f"Teguran atas keterlambatan laporan IKU {period}"
        yield Letter("teguran", title, note, (*_late(note), THANKS))


def _owed(note: UnitNote) -> Iterator[str]:
    report = f"laporan IKU {note.name} untuk {note.report.period_words}"
    match note.answer:
        case Answer.EARLIER if note.file is not None:
            until = note.file.in_words(note.file.periode_lapor)
            yield f"Sampai saat ini {report} belum kami terima; yang kami terima baru sampai {until}."
        case Answer.REFUSED:
            yield f"Kiriman {note.name} sudah masuk, tetapi belum dapat diterima sebagai {report}."
            yield from _reason(note)
        case _:
            yield f"Sampai saat ini {report} belum kami terima."


def _reason(note: UnitNote) -> Iterator[str]:
    fate = next((one for one in note.fates if one.candidate is note.file), None)
    if fate is not None:
        reason = explain(fate.reason, "id")
        yield f"Sebabnya ({place(reason)}): {told(reason)} {reason.fix}"


def _ask(note: UnitNote) -> Iterator[str]:
    if note.deadline is not None:
        yield f"Batas waktunya {on_day(note.deadline)}."
    yield (
        "Mohon formulir yang sudah diisi dan lolos Validasi dikirimkan kepada kami. Bila sudah "
        "dikirim, mohon beri tahu kapan dan lewat mana, agar dapat kami telusuri."
    )


def _demand(note: UnitNote) -> Iterator[str]:
    if note.deadline is not None:
        yield f"Batas waktu penyampaiannya adalah {on_day(note.deadline)}."
    yield (
        "Kami minta laporan itu segera disampaikan. Selama belum diterima, angka kabupaten/kota "
        f"bersifat sementara dan {note.name} tercatat belum melapor pada rekap."
    )


def _late(note: UnitNote) -> Iterator[str]:
    if note.received is None or note.deadline is None:
        return
    yield (
        f"Laporan IKU {note.name} untuk {note.report.period_words} kami terima pada "
        f"{on_day(note.received)}, {note.late} hari setelah batas waktu {on_day(note.deadline)}."
    )
    yield "Kami minta laporan periode berikutnya disampaikan tepat waktu."
