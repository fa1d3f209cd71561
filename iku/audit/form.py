"""Rules on the form of a report: columns, titles, signatures, spelling."""

import re
from collections.abc import Iterator

from iku.audit.document import Passage
from iku.audit.headed_table import DATED, HeadedTable
from iku.audit.report import Report
from iku.audit.vocabulary import slips
from iku.checks.identity import _is_nip as is_nip
from iku.definition.lint.vocabulary import spellings
from iku.definition.lint.wording import is_one_slip_away
from iku.finding import Finding

_UNIT = "kecamatan"
_REPORTED = {"satuan": "Satuan", "polaritas": "Arah penilaian (polaritas)"}
_DEFINED = {
    **_REPORTED,
    "target": "Target",
    "baseline": "Kondisi awal",
    "periode": "Periode pengukuran",
}
_PROMISED = {"satuan": "Satuan"}
_PROMISES_RESULTS = re.compile(
    r"\bcapaian|\brealisasi|pengukuran kinerja|laporan kinerja", re.IGNORECASE
)
_NIP = re.compile(r"\bNIP\b\.?\s*:?\s*(?P<nip>[0-9][0-9 .'-]*)", re.IGNORECASE)
_SIGNATURE = 7  # paragraphs from the date down to the NIP


def columns_are_complete(report: Report) -> Iterator[Finding]:
    """AUD-036: columns without which nobody can measure or judge an indicator."""
    if not report.tables:
        return
    there = frozenset[str]().union(*(table.roles for table in report.tables))
    wanted = _wanted(there)
    missing = [name for role, name in wanted.items() if role not in there]
    if missing:
        yield report.tables[0].head.place.finding("AUD-036", kolom=missing)


def _wanted(there: frozenset[str]) -> dict[str, str]:
    """Return the columns that results need, or definitions; a mere list of targets, its unit."""
    if there & {"realisasi", "capaian"}:
        return _REPORTED
    if there & {"rumus", "definisi_operasional"}:
        return _DEFINED
    return _PROMISED if "target" in there else {}


def titles_fit_their_tables(report: Report) -> Iterator[Finding]:
    """AUD-037, AUD-038: a title that promises results, and a table that names no year."""
    for table in report.tables:
        title = _title(table)
        if title is None:
            continue
        if _PROMISES_RESULTS.search(title.text) and not table.roles & {"realisasi", "capaian"}:
            yield title.place.finding("AUD-037", tertulis=title.text)
        if table.year is None:
            yield title.place.finding("AUD-038", tertulis=title.text)


def _title(table: HeadedTable) -> Passage | None:
    """Return the first heading above a table: a paragraph in capitals that is no signature."""
    headings = (
        one
        for one in table.titles
        if one.text.isupper() and len(one.text.split()) > 1 and not _NIP.search(one.text)
    )
    texts = [
        one
        for one in headings
        if re.search(r"indikator|iku|laporan|kinerja", one.text, re.IGNORECASE)
    ]
    return texts[0] if texts else None


def columns_are_used(report: Report) -> Iterator[Finding]:
    """AUD-039: a column of remarks in which nothing is written."""
    for table in report.tables:
        column = table.column("keterangan")
        if column and table.rows and not any("keterangan" in row.cells for row in table.rows):
            yield column.head.place.finding("AUD-039", kolom=column.head.text)


def signatures_are_complete(report: Report) -> Iterator[Finding]:
    """AUD-040, AUD-041: place and date of signing, and the structure of the NIP."""
    undated = None
    for block in _signatures(report):
        signed = block[-1]
        nip = _NIP.search(signed.text)
        if not any(DATED.search(one.text) for one in block):
            undated = undated or signed
        if nip is not None and not is_nip(nip["nip"].strip()):
            digits = sum(letter.isdigit() for letter in nip["nip"])
            yield signed.place.finding("AUD-041", tertulis=nip["nip"].strip(), banyak_angka=digits)
    if undated is not None:
        yield undated.place.finding("AUD-040")


def _signatures(report: Report) -> Iterator[list[Passage]]:
    """Yield the lines of each signature, the NIP last."""
    paragraphs = report.document.paragraphs
    for n, one in enumerate(paragraphs):
        if _NIP.search(one.text):
            yield list(paragraphs[max(0, n - _SIGNATURE + 1) : n + 1])


def signatures_are_alike(report: Report) -> Iterator[Finding]:
    """AUD-035: the same line of a signature written in two ways."""
    seen: dict[str, Passage] = {}
    for one in (one for block in _signatures(report) for one in block):
        key = re.sub(r"[\W_]", "", one.text).lower()
        first = seen.setdefault(key, one)
        if first.text != one.text:
            yield one.place.finding(
                "AUD-035", tertulis=one.text, lain=first.text, tempat_lain=str(first.place)
            )


def unit_is_spelt_right(report: Report) -> Iterator[Finding]:
    """AUD-033, AUD-043: the word for the unit misspelt, its name in irregular capitals."""
    name = report.unit
    pattern = re.compile(rf"\bkecamatan\s+({re.escape(name)})\b", re.IGNORECASE) if name else None
    for one in report.document.passages():
        for word in re.findall(r"\w+", one.text):
            if is_one_slip_away(word.lower(), _UNIT):
                yield one.place.finding("AUD-033", tertulis=one.text, kata=word)
        found = pattern.search(one.text) if pattern else None
        if found and found[1] != name and not found[1].isupper():
            yield one.place.finding("AUD-043", tertulis=found[0], seharusnya=f"Kecamatan {name}")


def spelling_is_standard(report: Report) -> Iterator[Finding]:
    """AUD-034: words in a spelling that is not the standard one, each told once."""
    passages = list(report.document.passages())
    for written, standard in {**spellings(), **slips()}.items():
        pattern = re.compile(rf"\b{re.escape(written)}\b", re.IGNORECASE)
        places = [one for one in passages if pattern.search(one.text)]
        if places:
            yield places[0].place.finding(
                "AUD-034", kata=written, baku=standard, banyak=len(places)
            )
