"""Corrections: the figures of one unit that count otherwise than it reported, and who decided so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from iku.cells import Value
from iku.consolidation.decisions import CentralValue, Origin, Verified
from iku.consolidation.entry_words import entry_words
from iku.consolidation.regency_report import RegencyReport
from iku.messages import Language
from iku.periods import in_words
from reporting.phrases import as_typed, kurun, on_day, phrase


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected entry, in words: what it was, what counts now, why, and by which decision."""

    entry: str
    old: str
    new: str
    reason: str
    decision: str


def corrections(report: RegencyReport, unit: str, language: Language) -> Iterator[Correction]:
    """Yield what verification, a table of the regency or a decision on a closed period changed.

    What was only looked at, does not count yet, or fills what the unit had left blank is none.
    """
    telling = _Telling(report, language)
    decisions = report.decisions
    for one in decisions.verification:
        new = one.verified
        if one.unit == unit and one.counted and new is not None and new != one.reported:
            yield telling.verified(one)
    for value in decisions.central:
        if value.unit == unit and value.replaced not in {None, value.value}:
            yield telling.central(value)
    for change in report.changes:
        if change.unit == unit and change.closed and change.counted and change.decision:
            said = telling.entry(change.name, change.period)
            values = telling.value(change.old), telling.value(change.new)
            yield Correction(said, *values, "", change.decision)


@dataclass(frozen=True, slots=True)
class _Telling:
    """The words of a report's corrections in one language."""

    report: RegencyReport
    language: Language

    def verified(self, one: Verified) -> Correction:
        facts = {"oleh": one.by or "–", "kapan": self._day(one.when)}
        decision = phrase("corrected_by_verifier", self.language, **facts)
        return self._correction(one, one.reported, one.verified, one.note, decision)

    def central(self, one: CentralValue) -> Correction:
        facts = {"sumber": one.sumber or "–", "kapan": self._day(one.tanggal)}
        decision = phrase("corrected_by_table", self.language, **facts)
        return self._correction(one, one.replaced, one.value, one.catatan, decision)

    def _correction(
        self, one: Verified | CentralValue, old: Value, new: Value, reason: str, decision: str
    ) -> Correction:
        entry = self.entry(one.name, one.periode)
        where = f"{decision} ({self._place(one.origin)})"
        return Correction(entry, self.value(old), self.value(new), reason, where)

    def entry(self, name: str, periode: str) -> str:
        definition = self.report.definition
        period = kurun(in_words(periode, definition.tahun), self.language)
        return f"{entry_words(definition, name)}, {period}"

    def value(self, value: Value) -> str:
        if value is None:
            return "–"
        return as_typed(value, self.language) if isinstance(value, float) else str(value)

    def _place(self, origin: Origin) -> str:
        facts = {"berkas": PurePath(origin.path).name, "baris": origin.place.row}
        return phrase("corrected_where", self.language, **facts)

    def _day(self, when: str) -> str:
        try:
            return f", {on_day(date.fromisoformat(when), self.language)}"
        except ValueError:
            return f", {when}" if when else ""
