"""Rules on what the source document leaves out, contradicts, or spells in two ways."""

import re
from collections.abc import Iterator

from iku.definition.lint.key_paths import key_path, speaks_of
from iku.definition.lint.subject import Subject, subjects
from iku.definition.lint.wording import same
from iku.definition.load import spoken
from iku.definition.model import CatatanSumber, Definition
from iku.finding import Fact, Finding

# Without these an indicator cannot be measured or judged.
_OBLIGATORY = {
    "satuan": ("satuan", 'satuan: "%"'),
    "target": ("target", "target: {2025: 90}"),
    "baseline": ("kondisi awal (baseline)", "baseline: {tahun: 2024, nilai: 85}"),
    "polaritas": ("arah penilaian (polaritas)", "polaritas: maksimasi"),
    "periode": ("periode pengukuran", "periode: triwulanan"),
    "tahun": ("tahun", "tahun: 2025"),
}
_CUSTOMARY = {
    "definisi_operasional": (
        "definisi operasional",
        "definisi_operasional: RT yang dibina paling sedikit satu kali pada tahun berjalan",
    ),
    "keterangan": ("keterangan", "keterangan: menurut keadaan 31 Desember"),
    "tempat": ("tempat dan tanggal penandatanganan", "tempat: Jambi"),
}
_WRITTEN = {
    "rumus": "rumus",
    "definisi_operasional": "definisi operasional",
    "sumber_data": "sumber data",
    "penanggung_jawab": "penanggung jawab",
}
_LETTERS = re.compile(r"[^a-z0-9]")
_SAME_BUT_SPELLING = 0.8


def document_is_silent(definition: Definition) -> Iterator[Finding]:
    """DEF-101, DEF-103: a note whose ``tertulis`` is empty tells that the document is silent."""
    for note in definition.catatan_sumber:
        key = str(key_path(note.kunci)[-1])
        if note.tertulis or key not in _OBLIGATORY | _CUSTOMARY:
            continue
        code = "DEF-101" if key in _OBLIGATORY else "DEF-103"
        bagian, contoh = (_OBLIGATORY | _CUSTOMARY)[key]
        yield _on_note(definition, note, code, bagian=bagian, contoh=contoh)


def document_names_things_twice(definition: Definition) -> Iterator[Finding]:
    """DEF-104, DEF-105: the same thing is written in two ways, or misspelt."""
    for note in definition.catatan_sumber:
        if not note.tertulis or not _differ_in_spelling(note.tertulis, note.dipakai):
            continue
        path = key_path(note.kunci)
        is_name = path[:1] == ("sasaran",) and path[-1] == "nama"
        yield _on_note(definition, note, "DEF-104" if is_name else "DEF-105")


def _differ_in_spelling(written: str, used: str) -> bool:
    """Whether two texts are nearly the same and yet not the same."""
    if not used or written == used:
        return False
    one, other = (_LETTERS.sub("", text.lower()) for text in (written, used))
    if one.isdigit() or other.isdigit():  # 23,52 and 23.52 are no matter of spelling
        return False
    if one == other:
        return True
    shared = sum(a == b for a, b in zip(one, other, strict=False))
    return shared / max(len(one), len(other)) >= _SAME_BUT_SPELLING or _one_gap(one, other)


def _one_gap(one: str, other: str) -> bool:
    """Whether a short stretch in one text explains the whole difference: Penganggung, Pt."""
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    tail = next(
        (n for n, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), 0
    )
    return (start + tail) / max(len(one), len(other)) >= _SAME_BUT_SPELLING


def _on_note(definition: Definition, note: CatatanSumber, code: str, **more: Fact) -> Finding:
    codes = [
        one.indikator.kode for one in subjects(definition) if _is_about(note.kunci, one, definition)
    ]
    facts: dict[str, Fact] = {
        "kunci": note.kunci,
        "daftar_indikator": codes,
        "untuk": f" untuk {', '.join(codes)}" if codes else "",
        "tertulis": note.tertulis,
        "dipakai": note.dipakai or "(kosong)",
        "alasan": note.alasan,
    }
    return Finding(code, facts=facts | more, indicator=codes[0] if len(codes) == 1 else "")


def _is_about(kunci: str, subject: Subject, definition: Definition) -> bool:
    """Whether a note means an indicator; a note on that indicator alone goes before a general one."""
    path = key_path(kunci)
    if len(path) < 5:
        return False
    here = (*subject.where, *path[4:])
    if not speaks_of(kunci, here):
        return False
    precise = spoken(here)
    return precise == kunci or all(note.kunci != precise for note in definition.catatan_sumber)


def targets_are_given(definition: Definition) -> Iterator[Finding]:
    """DEF-102: neither the definition nor any unit gives a target, so each kecamatan will."""
    every = tuple(subjects(definition))
    yield from _once("DEF-102", "target", [one for one in every if _has_no_target(one)], every)


def _has_no_target(subject: Subject) -> bool:
    kode = subject.indikator.kode
    units = subject.definition.unit
    given = subject.indikator.target or any(
        kode in unit.target or any(kode in agreement.target for agreement in unit.pk)
        for unit in units
    )
    in_range = not isinstance(subject.indikator.polaritas, str)  # the range is the target
    return not given and not in_range and not subject.is_explained("target")


def texts_are_written(definition: Definition) -> Iterator[Finding]:
    """DEF-106: a text that every reader of the form needs is empty; one finding for each text."""
    every = tuple(subjects(definition))
    for key, bagian in _WRITTEN.items():
        silent = [
            one for one in every if not getattr(one.indikator, key) and not one.is_explained(key)
        ]
        yield from _once("DEF-106", key, silent, every, bagian=bagian)


def _once(
    code: str, key: str, silent: list[Subject], every: tuple[Subject, ...], **more: Fact
) -> Iterator[Finding]:
    """Report what several indicators lack in one finding that lists them."""
    if not silent:
        return
    codes = [one.indikator.kode for one in silent]
    facts: dict[str, Fact] = {
        "kunci": spoken((*silent[0].where, key)),
        "daftar_indikator": codes,
        "banyak": len(codes),
        "dari": len(every),
    }
    yield Finding(code, facts=facts | more, indicator=codes[0] if len(codes) == 1 else "")


def satuan_is_written(subject: Subject) -> Iterator[Finding]:
    """DEF-107: without a satuan nobody knows what a figure counts."""
    if not subject.indikator.satuan.strip() and not subject.is_explained("satuan"):
        yield subject.finding("DEF-107", "satuan")


def definition_says_more_than_rumus(subject: Subject) -> Iterator[Finding]:
    """DEF-113: the definisi operasional only repeats the rumus."""
    indikator = subject.indikator
    text = indikator.definisi_operasional
    if text and same(text, indikator.rumus):
        yield subject.finding("DEF-113", "definisi_operasional", tertulis=text)
