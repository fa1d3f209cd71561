"""NAR: texts that travel to the regency and must hold no data of residents, nor point nowhere."""

import re
from collections.abc import Iterator

from iku.checks.pointing import indikator_of, on_entries, words_of
from iku.finding import Fact, Finding
from iku.submission import Submission

_TOLD = ("analisis.", "bukti.", "alasan.", "instansi.")
# NIK: region (11-94), day (1-31, plus 40 for women), month, year, serial number.
_NIK = re.compile(
    r"(?<!\d)(?:1[1-9]|[2-8]\d|9[1-7])\d{4}"
    r"(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)"
)
_SPACED = re.compile(r"(?<=\d)[ .](?=\d)")
_NAMED = re.compile(
    r"\b(?:ktp|kk|kartu keluarga|akta|sktm|ijazah)[\s_-]+(?:a\.?n\.?|atas[\s_-]nama)[\s_.-]*\w",
    re.IGNORECASE,
)
_ON_THIS_PC = re.compile(r"(?:[a-z]:[\\/]|file:|\\\\)", re.IGNORECASE)


def residents_stay_unnamed(submission: Submission) -> Iterator[Finding]:
    """NAR-003: a text holds what looks like a NIK, or a personal document with its owner's name."""
    for name, text in _told(submission):
        if _NIK.search(_SPACED.sub("", text)):
            yield _on(submission, "NAR-003", name, nik="ya")
        elif _NAMED.search(text):
            yield _on(submission, "NAR-003", name, dokumen="ya")


def links_lead_somewhere(submission: Submission) -> Iterator[Finding]:
    """NAR-004: a link to a place on the clerk's own PC, which nobody else can open."""
    for name, text in _told(submission):
        if name.startswith("bukti.") and _ON_THIS_PC.match(text.strip()):
            yield _on(submission, "NAR-004", name, tertulis=text)


def _told(submission: Submission) -> Iterator[tuple[str, str]]:
    for name in submission.layout.entries:
        text = submission.report.text(name) if name.startswith(_TOLD) else ""
        if text:
            yield name, text


def _on(submission: Submission, code: str, name: str, **facts: Fact) -> Finding:
    entry = submission.layout.entries[name]
    about = words_of(submission, entry)
    owner = indikator_of(submission, entry)
    return on_entries(submission, code, [name], owner, entry.periode, isian=about, **facts)
