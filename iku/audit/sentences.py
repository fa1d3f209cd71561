"""Sentences of a report that are about one of its indicators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iku.audit.document import Passage
from iku.audit.report import Entry, Report
from iku.definition.lint.wording import plain

_END = re.compile(r"(?<=[.;!?])\s+(?=[A-Z\"“(\d])|\n+")
YEAR = re.compile(r"\b20\d\d\b")
NUMBER = r"(?!20\d\d\b(?![.,]\d))(?P<number>-?\d(?:[\d.,]*\d)?)(?![\d/])\s*(?P<percent>%|persen\b)?"
SAID = r"(?:sebesar|mencapai|adalah|yaitu|sebanyak|sejumlah|ialah|:|=)\s*"
BETWEEN = r"(?:[^\d.;:=]|\b20\d\d\b){0,120}?"  # words and years, within one clause


@dataclass(frozen=True)
class Sentence:
    """A sentence; ``entry`` is the only indicator that it names, if there is one.

    ``subject`` is that indicator, else the only one that the paragraph named before.
    """

    text: str
    passage: Passage
    entry: Entry | None
    subject: Entry | None

    @property
    def without_name(self) -> str:
        """The sentence without the indicator's name, which may itself speak of a target."""
        words = map(re.escape, self.entry.nama.split()) if self.entry else ()
        return re.sub(r"\s+".join(words) or r"(?!)", "…", self.text, flags=re.IGNORECASE)

    def of_another_year(self, report: Report, text: str) -> bool:
        """Whether a part of the sentence speaks of a year that the report is not about."""
        return bool(set(map(int, YEAR.findall(text))) - {report.year})


def sentences(report: Report) -> Iterator[Sentence]:
    """Yield the sentences of the paragraphs in reading order."""
    for passage in report.document.paragraphs:
        subject: Entry | None = None
        for text in _END.split(passage.text):
            if re.search(r"\d|target", text, re.IGNORECASE):
                entry = _about(report, text)
                subject = entry or subject
                yield Sentence(text, passage, entry, subject)


def _about(report: Report, text: str) -> Entry | None:
    """Return the only indicator that a text names; a name within a longer one does not count."""
    said = plain(text)
    named = [one for one in report.entries if plain(one.nama) in said]
    names = [plain(one.nama) for one in named]
    longest = [
        one
        for one, name in zip(named, names, strict=True)
        if not any(name in other for other in names if other != name)
    ]
    return longest[0] if len(longest) == 1 else None
