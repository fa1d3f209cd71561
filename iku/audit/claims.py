"""Rules on success as paragraphs claim it: of one indicator, and how many of them."""

import re
from collections.abc import Iterator

from iku.audit.achievement import capaian_of
from iku.audit.figures import number_in
from iku.audit.report import Entry, Report
from iku.audit.sentences import Sentence, sentences
from iku.calculation.capaian import HUNDRED
from iku.finding import Fact, Finding

_MISSED = re.compile(
    r"\b(?:belum|tidak|kurang)\s+(?:\w+\s+){0,2}?(?:tercapai|mencapai target|memenuhi target)\b"
    r"|\bdi bawah target\b",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\btarget\b(?:\s+(?:\w+|…)){0,3}?\s+tercapai\b"
    r"|\b(?:telah|sudah|berhasil|mampu)\s+(?:\w+\s+)?(?:mencapai|memenuhi) target\b"
    r"|\b(?:melampaui|melebihi|di atas) target\b",
    re.IGNORECASE,
)
_HOPED = re.compile(
    r"\b(?:untuk|agar|supaya|guna|bila|jika|apabila|akan|diharapkan|upaya|optimis|triwulan|tw"
    r"|semester|renstra|rpjmd)\b",
    re.IGNORECASE,
)
_COUNT = r"(\d{1,3})\s*(?:\([^)]*\)\s*)?"
_DONE = r"(?:\w+\s+){0,3}?(?:tercapai|(?:mencapai|memenuhi|melampaui) target)"
_OF_ALL = re.compile(r"(?:dari|di antara)\s+" + _COUNT + r"indikator\b", re.IGNORECASE)
_DID = re.compile(_COUNT + r"(?:dari\s+\d+\s+)?indikator\s+(?P<did>" + _DONE + ")", re.IGNORECASE)
_BARE = re.compile(_COUNT + r"(?:dari|di antara)\s+\d", re.IGNORECASE)


def claims_are_true(report: Report) -> Iterator[Finding]:
    """AUD-086, AUD-087: a target said to be met that was missed, or a wrong number of them."""
    for sentence in sentences(report):
        yield from _counts(report, sentence)
        if sentence.entry is not None:
            yield from _success(sentence, sentence.entry)


def _success(sentence: Sentence, entry: Entry) -> Iterator[Finding]:
    cells = [one["capaian"] for one in entry.measured]
    printed = {number_in(cell) for cell in cells}
    capaian = printed.pop() if len(printed) == 1 else None
    if capaian is None or _HOPED.search(sentence.without_name):
        return
    missed = _MISSED.search(sentence.without_name)
    reached = None if missed else _REACHED.search(sentence.without_name)
    said = missed or reached
    if said is not None and bool(missed) == (capaian >= HUNDRED):
        facts: dict[str, Fact] = {
            "nama": entry.nama,
            "tertulis": " ".join(said[0].split()),
            "capaian": cells[0].text,
            "tempat_lain": str(cells[0].place),
        }
        yield sentence.passage.place.finding("AUD-086", entry.kode, **facts)


def _counts(report: Report, sentence: Sentence) -> Iterator[Finding]:
    """Yield a number of indicators that no table with so many indicators confirms."""
    all_of = _OF_ALL.search(sentence.text)
    tables = [one for one in report.tables if all_of and len(capaian_of(one)) == int(all_of[1])]
    if all_of is None or not tables:
        return
    for found in _DID.finditer(sentence.text):
        bare = _BARE.search(sentence.text)
        said = int(bare[1] if bare and bare.end() > found.start() > bare.start() else found[1])
        met = [sum(one >= HUNDRED for one in capaian_of(table)) for table in tables]
        missed = _MISSED.search(found["did"])
        right = [int(all_of[1]) - one for one in met] if missed else met
        if said not in right:
            yield sentence.passage.place.finding(
                "AUD-087",
                tertulis=f"{said} {'belum tercapai' if missed else 'tercapai'}",
                banyak=int(all_of[1]),
                hitungan=right[0],
                tempat_lain=str(tables[0].head.place),
            )
