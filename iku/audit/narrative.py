"""Rules on figures that paragraphs repeat from the tables."""

import re
from collections.abc import Iterator
from fractions import Fraction

from iku.audit.achievement import possible_means
from iku.audit.figures import number_in, numbers_within, printed_numbers
from iku.audit.headed_table import HeadedTable
from iku.audit.report import Entry, Report
from iku.audit.sentences import BETWEEN, NUMBER, SAID, Sentence, sentences
from iku.calculation.capaian import HUNDRED
from iku.calculation.figure import in_indonesian
from iku.finding import Fact, Finding

_OTHER_SUBJECT = re.compile(
    r"triwulan|\btw\b|semester|\bbulan\b|anggaran|keuangan|pagu|renstra|rpjmd|nasional|provinsi"
    r"|kabupaten|kota\b|rata\s*[-–]?\s*rata",
    re.IGNORECASE,
)
_FIGURES = {
    role: re.compile(rf"\b{role}(?:nya)?\b{BETWEEN}{said}{NUMBER}", re.IGNORECASE)
    for role, said in (
        ("realisasi", SAID),
        ("target", rf"(?:{SAID})?"),
        ("capaian", rf"(?:{SAID})?"),
    )
}
_MEAN = re.compile(rf"rata\s*[-–]?\s*rata\s+capaian\b{BETWEEN}(?:{SAID})?{NUMBER}", re.IGNORECASE)
_PART = re.compile(r"sasaran|triwulan|\btw\b|semester", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|kenaikan|penurunan|peningkatan)\b"
    rf"(?:\s+[^\W\d]+){{0,3}}?\s+(?:{SAID})?{NUMBER}(?!\s*poin)",
    re.IGNORECASE,
)


def words_repeat_the_tables(report: Report) -> Iterator[Finding]:
    """AUD-085, AUD-088: a figure told in words that no table has; percent for percentage points."""
    for sentence in sentences(report):
        yield from _mean(report, sentence)
        if sentence.entry is not None:
            yield from _figures(report, sentence, sentence.entry)
        if sentence.subject is not None:
            yield from _points(report, sentence, sentence.subject)


def _figures(report: Report, sentence: Sentence, entry: Entry) -> Iterator[Finding]:
    measured = next(iter(entry.measured), None)
    own = sentence.without_name
    if measured is None or _OTHER_SUBJECT.search(own):
        return
    for role, pattern in _FIGURES.items():
        for found in pattern.finditer(own):
            before = found[0][: found.start("number") - found.start()]
            if sentence.of_another_year(report, before) or _known(report, entry, found["number"]):
                continue
            facts: dict[str, Fact] = {
                "kolom": f"{role} {entry.nama}",
                "tertulis": found["number"],
                "lain": measured[role].text,
                "tempat_lain": str(measured[role].place),
            }
            yield sentence.passage.place.finding("AUD-085", entry.kode, **facts)


def _known(report: Report, entry: Entry, typed: str) -> bool:
    """Whether a number stands in some row of the indicator, or is computed from its figures."""
    known = [one.value for one in report.numbers_of(entry)]
    if entry.exact is not None:
        known.append(entry.exact)
        known += [entry.exact / entry.target * HUNDRED] if entry.target else []
    said = printed_numbers(typed)
    return not said or any(one.comes_from(known) for one in said)


def _mean(report: Report, sentence: Sentence) -> Iterator[Finding]:
    found = None if _PART.search(sentence.text) else _MEAN.search(sentence.text)
    said = printed_numbers(found["number"]) if found else ()
    tables = [(one, means) for one in report.tables if (means := possible_means(report, one))]
    if found is None or not tables or sentence.of_another_year(report, found[0]):
        return
    known = [value for table, means in tables for value in (*means, *_printed_means(table))]
    if said and not any(one.comes_from(known) for one in said):
        yield sentence.passage.place.finding(
            "AUD-085",
            kolom="rata-rata capaian",
            tertulis=found["number"],
            lain=in_indonesian(tables[0][1][0]),
            tempat_lain=str(tables[0][0].head.place),
        )


def _printed_means(table: HeadedTable) -> Iterator[Fraction]:
    return (value for row in table.means for cell in row if (value := number_in(cell)) is not None)


def _points(report: Report, sentence: Sentence, entry: Entry) -> Iterator[Finding]:
    """Yield a difference of two percentages that is called percent, not percentage points."""
    now = entry.realisasi
    if not entry.is_percentage or now is None:
        return
    for found in _CHANGED.finditer(sentence.without_name):
        said = printed_numbers(found["number"])
        typed = numbers_within(sentence.without_name)
        known = {one.value for one in (*report.numbers_of(entry), *typed)} - {now, Fraction(0)}
        apart = [one for one in known if said and said[-1].is_rounded(abs(now - one))]
        grown = {one: abs(now - one) / abs(one) * HUNDRED for one in known}
        if found["percent"] and apart and not said[-1].comes_from(grown.values()):
            yield sentence.passage.place.finding(
                "AUD-088",
                entry.kode,
                nama=entry.nama,
                tertulis=" ".join(found[0].split()),
                selisih=in_indonesian(said[-1].number, said[-1].decimals),
                pertumbuhan=in_indonesian(grown[apart[0]]),
            )
