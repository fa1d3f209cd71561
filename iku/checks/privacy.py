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
_DIGITS = re.compile(r"\d(?:[ .]?\d){15}")
_SPACED = re.compile(r"(?<=\d)[ .](?=\d)")
_NAMED = re.compile(
    r"\b(?:ktp|kk|kartu keluarga|akta|sktm|ijazah)[\s_-]+(?:a\.?n\.?|atas[\s_-]nama)[\s_.-]*\w",
    re.IGNORECASE,
)
# Part of every document above, in small letters; the first letter of "ijazah" has two of them.
_DOCUMENTS = ("ktp", "kk", "kartu keluarga", "akta", "sktm", "jazah")
_ON_THIS_PC = re.compile(r"(?:[a-z]:[\\/]|file:|\\\\)", re.IGNORECASE)


def residents_stay_unnamed(submission: Submission) -> Iterator[Finding]:
    """NAR-003: a text holds what looks like a NIK, or a personal document with its owner's name."""
    told = _told(submission, _TOLD)
    for name in submission.layout.entries if _may_name("\n".join(told.values())) else ():
        text = told.get(name, "")
        if _NIK.search(_SPACED.sub("", text)):
            yield _on(submission, "NAR-003", name, nik="ya")
        elif _NAMED.search(text):
            yield _on(submission, "NAR-003", name, dokumen="ya")


def _may_name(texts: str) -> bool:
    """Whether a look at each text, here one a line, is worth it: a file has hundreds of them."""
    small = texts.casefold()
    return _DIGITS.search(texts) is not None or any(one in small for one in _DOCUMENTS)


def links_lead_somewhere(submission: Submission) -> Iterator[Finding]:
    """NAR-004: a link to a place on the clerk's own PC, which nobody else can open."""
    links = {
        name: text for name, text in _told(submission, "bukti.").items() if _ON_THIS_PC.match(text)
    }
    for name in submission.layout.entries if links else ():
        if name in links:
            yield _on(submission, "NAR-004", name, tertulis=links[name])


def _told(submission: Submission, families: str | tuple[str, ...]) -> dict[str, str]:
    """Return the texts of some families; a number, of 15 digits at most, tells none of this."""
    return {
        name: value.strip()
        for name, value in submission.report.entries.items()
        if isinstance(value, str) and name.startswith(families)
    }


def _on(submission: Submission, code: str, name: str, **facts: Fact) -> Finding:
    entry = submission.layout.entries[name]
    about = words_of(submission, entry)
    owner = indikator_of(submission, entry)
    return on_entries(submission, code, [name], owner, entry.periode, isian=about, **facts)
