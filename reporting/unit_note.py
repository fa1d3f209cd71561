"""What goes back to one unit: what became of its files, what to repair, its figures, its receipt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from iku.consolidation.candidate import Candidate, Fate, Status
from iku.consolidation.deadlines import days_late, deadline, received_on
from iku.consolidation.deciding import STALE
from iku.consolidation.decisions import Verified
from iku.consolidation.entry_words import entry_words
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Standing
from iku.definition.model import Indikator, Unit
from iku.finding import Severity
from iku.messages import Language, explain
from iku.periods import in_words
from reporting.outcome import FileOutcome
from reporting.phrases import (
    as_typed,
    completeness_words,
    figure_or_state,
    kurun,
    number,
    on_day,
    phrase,
    state,
)
from reporting.recap_text import said

_HEADS = {"kecamatan": "Camat", "kelurahan": "Lurah"}
_ORDER = list(Status)


class Answer(Enum):
    """What the regency answers a unit."""

    ACCEPTED = "accepted"
    TO_CONFIRM = "to_confirm"
    TO_MEND = "to_mend"
    EARLIER = "earlier"
    REFUSED = "refused"
    NOTHING = "nothing"

    def told(self, language: Language) -> str:
        """Return the answer in words."""
        return phrase(f"answer_{self.value}", language)


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """One indicator as people read it: the unit's figure beside the regency's."""

    indikator: Indikator
    target: str
    realisasi: str
    capaian: str
    regency_realisasi: str
    regency_capaian: str
    counted: str


@dataclass(frozen=True)
class UnitNote:
    """Everything to be told to one unit; ``file`` is the one that the answer is about, if any.

    ``outcome`` holds its findings in the note's ``language``. ``received`` is the day on which the period's
    first file came in, ``late`` by how many days it missed ``deadline``; None where not known.
    """

    report: RegencyReport
    standing: Standing
    answer: Answer
    file: Candidate | None
    outcome: FileOutcome
    fates: tuple[Fate, ...]
    figures: tuple[OwnFigure, ...]
    verified: tuple[Verified, ...]
    received: date | None
    deadline: date | None
    late: int
    language: Language

    @property
    def period_words(self) -> str:
        """The reported period as people read it."""
        return kurun(self.report.period_words, self.language)

    @property
    def completeness(self) -> str:
        """The label of completeness within a sentence."""
        return completeness_words(self.report, self.language).lower()

    @property
    def unit(self) -> Unit:
        """The unit that is answered."""
        return self.standing.unit

    @property
    def name(self) -> str:
        """The unit as a sentence names it: ``Kecamatan Jambi Timur``."""
        kind, name = self.report.definition.jenis_unit, self.unit.nama
        return name if name.casefold().startswith(kind.casefold()) else f"{kind} {name}"

    @property
    def addressee(self) -> str:
        """Who is written to: ``Camat Jambi Timur``."""
        kind = self.report.definition.jenis_unit
        head = _HEADS.get(kind.casefold())
        return f"{head} {self.name[len(kind) :].strip()}" if head else f"Kepala {self.name}"

    @property
    def owes(self) -> bool:
        """Whether the unit still has to report for the period."""
        return not self.standing.reported(self.report.period)


def unit_notes(report: RegencyReport, language: Language = "id") -> Iterator[UnitNote]:
    """Yield the note of every expected unit, in the definition's order."""
    fates: dict[str, list[Fate]] = {}
    for fate in report.fates:
        if fate.candidate.unit is not None:
            fates.setdefault(fate.candidate.unit.kode, []).append(fate)
    for standing in report.expected:
        own = sorted(fates.get(standing.unit.kode, ()), key=lambda one: _ORDER.index(one.status))
        yield _note(report, standing, tuple(own), language)


def _note(
    report: RegencyReport, standing: Standing, fates: tuple[Fate, ...], language: Language
) -> UnitNote:
    unit = standing.unit
    file = standing.candidate or next(
        (one.candidate for one in fates if one.status is Status.REJECTED), None
    )
    outcome = _outcome(report, unit, file, language)
    reported = standing.reported(report.period)
    return UnitNote(
        report=report,
        standing=standing,
        answer=_answer(standing, outcome, reported=reported, refused=file is not None),
        file=file,
        outcome=outcome,
        fates=fates,
        figures=tuple(_own_figures(report, standing, language)) if reported else (),
        verified=tuple(one for one in report.decisions.verification if one.unit == unit.kode),
        received=received_on(report, unit),
        deadline=deadline(report, unit),
        late=days_late(report, unit) if reported else 0,
        language=language,
    )


def _outcome(
    report: RegencyReport, unit: Unit, file: Candidate | None, language: Language
) -> FileOutcome:
    """Return the findings of a file in the words of Validasi.

    What the regency says of it (``KON``) goes first: a change to a closed period is not counted,
    and that must not stand behind the notes on single cells.
    """
    path = "" if file is None else file.path
    own = [explain(one, language) for one in report.findings if path and one.path == path]
    found = sorted(own, key=lambda one: not one.code.startswith("KON"))
    period = kurun(report.period_words, language)
    return FileOutcome(path, tuple(found), unit.kode, unit.nama, period)


def _answer(standing: Standing, outcome: FileOutcome, *, reported: bool, refused: bool) -> Answer:
    if standing.candidate is None:
        return Answer.REFUSED if refused else Answer.NOTHING
    if not reported:
        return Answer.EARLIER
    if outcome.counts[Severity.ERROR]:
        return Answer.TO_MEND
    return Answer.TO_CONFIRM if outcome.counts[Severity.WARNING] else Answer.ACCEPTED


def _own_figures(
    report: RegencyReport, standing: Standing, language: Language
) -> Iterator[OwnFigure]:
    for one in report.definition.indikator:
        regency = report.aggregation.figure(one.kode, report.period)
        target = standing.target(one, report.period)
        alone = state(regency.method.stands_alone, language)
        figures = standing.realisasi(one, report.period), standing.capaian(one, report.period)
        realisasi, capaian = (
            figure_or_state(own, standing.words(own, report.period, one), language)
            for own in figures
        )
        yield OwnFigure(
            indikator=one,
            target="–" if target is None else number(target, language),
            realisasi=realisasi,
            capaian=capaian,
            regency_realisasi=alone or said(regency.realisasi, language),
            regency_capaian=alone or said(regency.capaian, language),
            counted=phrase("n_of", language, n=regency.n, of=regency.of),
        )


def entry_of(note: UnitNote, one: Verified) -> str:
    """Return which of its entries a verdict is about, in the words of the form, with its period."""
    definition = note.report.definition
    period = kurun(in_words(one.periode, definition.tahun), note.language)
    return f"{entry_words(definition, one.name)}, {period}"


def standing_of(note: UnitNote, one: Verified) -> str:
    """Return what a verdict does to its figure: why it has no effect, or which number counts."""
    if not one.counted:
        key = "verified_stale" if one.reason == STALE else "verified_waiting"
        return phrase(key, note.language)
    if one.verified is None or one.verified == one.reported:
        return ""
    numbers = {"dilaporkan": one.reported, "dihitung": one.verified}
    shown = {key: typed(value, note.language) for key, value in numbers.items()}
    return phrase("verified_number", note.language, **shown)


def typed(value: object, language: Language) -> str:
    """Return a value as it was typed, a dash for a blank."""
    if value is None:
        return "–"
    if isinstance(value, float):
        return as_typed(value, language)
    return str(value)


def receipt(note: UnitNote) -> list[tuple[str, str]]:
    """Return the receipt of the file that the answer is about: label and content, line by line."""
    one, language = note.file, note.language
    if one is None:
        return []
    lines = {
        "file": note.outcome.name,
        "sha256": one.sha256,
        "day": on_day(date.fromisoformat(one.received), language) if one.received else "",
        "period": kurun(one.in_words(one.periode_lapor), language) if one.periode_lapor else "",
        "revision": str(one.revisi) if one.returned else "",
        "status": one.said("identitas.status_laporan"),
        "author": one.said("identitas.penyusun"),
    }
    return [(phrase(f"receipt_{key}", language), text) for key, text in lines.items() if text]
