"""What goes back to one unit: what became of its files, what to repair, its figures, its receipt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from iku.calculation.figure import Figure, in_indonesian
from iku.consolidation.candidate import Candidate, Fate, Status
from iku.consolidation.deadlines import days_late, deadline, received_on
from iku.consolidation.decisions import Verified
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Standing
from iku.dates_as_typed import MONTHS
from iku.definition.model import Indikator, Unit
from iku.finding import Severity
from iku.messages import explain
from reporting.outcome import FileOutcome
from reporting.recap_text import said

_HEADS = {"kecamatan": "Camat", "kelurahan": "Lurah"}
_ORDER = list(Status)


class Answer(Enum):
    """What the regency answers a unit, in words."""

    ACCEPTED = "Diterima"
    TO_CONFIRM = "Diterima, dengan hal yang perlu dikonfirmasi"
    TO_MEND = "Diterima, dengan hal yang wajib diperbaiki"
    EARLIER = "Baru diterima untuk periode sebelumnya"
    REFUSED = "Belum dapat diterima; mohon diperbaiki dan dikirim ulang"
    NOTHING = "Belum kami terima"


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

    ``outcome`` holds its findings in Indonesian. ``received`` is the day on which the period's
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


def unit_notes(report: RegencyReport) -> Iterator[UnitNote]:
    """Yield the note of every expected unit, in the definition's order."""
    fates: dict[str, list[Fate]] = {}
    for fate in report.fates:
        if fate.candidate.unit is not None:
            fates.setdefault(fate.candidate.unit.kode, []).append(fate)
    for standing in report.standings:
        own = sorted(fates.get(standing.unit.kode, ()), key=lambda one: _ORDER.index(one.status))
        yield _note(report, standing, tuple(own))


def _note(report: RegencyReport, standing: Standing, fates: tuple[Fate, ...]) -> UnitNote:
    unit = standing.unit
    file = standing.candidate or next(
        (one.candidate for one in fates if one.status is Status.REJECTED), None
    )
    outcome = _outcome(report, unit, file)
    reported = standing.reported(report.period)
    return UnitNote(
        report=report,
        standing=standing,
        answer=_answer(standing, outcome, reported=reported, refused=file is not None),
        file=file,
        outcome=outcome,
        fates=fates,
        figures=tuple(_own_figures(report, standing)) if reported else (),
        verified=tuple(one for one in report.decisions.verification if one.unit == unit.kode),
        received=received_on(report, unit),
        deadline=deadline(report, unit),
        late=days_late(report, unit) if reported else 0,
    )


def _outcome(report: RegencyReport, unit: Unit, file: Candidate | None) -> FileOutcome:
    """Return the findings of a file in the words of Validasi."""
    path = "" if file is None else file.path
    found = (explain(one, "id") for one in report.findings if path and one.path == path)
    return FileOutcome(path, tuple(found), unit.kode, unit.nama, report.period_words)


def _answer(standing: Standing, outcome: FileOutcome, *, reported: bool, refused: bool) -> Answer:
    if standing.candidate is None:
        return Answer.REFUSED if refused else Answer.NOTHING
    if not reported:
        return Answer.EARLIER
    if outcome.counts[Severity.ERROR]:
        return Answer.TO_MEND
    return Answer.TO_CONFIRM if outcome.counts[Severity.WARNING] else Answer.ACCEPTED


def _own_figures(report: RegencyReport, standing: Standing) -> Iterator[OwnFigure]:
    for one in report.definition.indikator:
        regency = report.aggregation.figure(one.kode, report.period)
        target = standing.target(one, report.period)
        alone = regency.method.stands_alone
        yield OwnFigure(
            indikator=one,
            target="–" if target is None else in_indonesian(target),
            realisasi=_told(report, standing, one, standing.realisasi(one, report.period)),
            capaian=_told(report, standing, one, standing.capaian(one, report.period)),
            regency_realisasi=alone or said(regency.realisasi),
            regency_capaian=alone or said(regency.capaian),
            counted=f"{regency.n} dari {regency.of}",
        )


def _told(report: RegencyReport, standing: Standing, one: Indikator, figure: Figure) -> str:
    return said(figure) if figure.counted else standing.words(figure, report.period, one)


def on_day(day: date) -> str:
    """Return a day as letters write it.

    >>> on_day(date(2018, 1, 5))
    '5 Januari 2018'
    """
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def receipt(note: UnitNote) -> list[tuple[str, str]]:
    """Return the receipt of the file that the answer is about: label and content, line by line."""
    one = note.file
    if one is None:
        return []
    period = one.in_words(one.periode_lapor) if one.periode_lapor else ""
    lines = {
        "Berkas": note.outcome.name,
        "SHA-256": one.sha256,
        "Diterima tanggal": on_day(date.fromisoformat(one.received)) if one.received else "",
        "Laporan sampai": period,
        "Revisi": str(one.revisi) if one.returned else "",
        "Status laporan": one.said("identitas.status_laporan"),
        "Penyusun": one.said("identitas.penyusun"),
    }
    return [(label, content) for label, content in lines.items() if content]
