"""ISI: what is blank although due, and what is said about why it is blank."""

from collections.abc import Iterator

from iku.calculation.accumulation import Accumulation, of_component
from iku.calculation.entries import STATUS_BELUM_TERSEDIA, STATUSES
from iku.checks.pointing import due_periods, on_entries, words_of
from iku.definition.model import DataBersama, Indikator
from iku.finding import Finding
from iku.layout.isian import AbsenceRow
from iku.names import entry_fields, indikator_name, shared_name
from iku.periods import TAHUN, up_to
from iku.report import Report
from iku.submission import Submission


def due_entries_are_filled(submission: Submission) -> Iterator[Finding]:
    """ISI-001: a figure is due and neither it nor a status stands there."""
    report = submission.report
    for shared in report.terbitan.definisi.data_bersama:
        for periode in _asked_periods(report, shared):
            name = shared_name("isian", shared.kode, periode)
            told = report.text(shared_name("status", shared.kode, periode))
            earlier = [shared_name("isian", shared.kode, one) for one in up_to(periode)]
            held = shared.sifat == "posisi" and any(one in report.entries for one in earlier)
            if shared.wajib and not told and not held and name not in report.entries:
                yield on_entries(
                    submission, "ISI-001", [name], None, periode, yang_kosong=[shared.nama]
                )
    for indikator in submission.indikator:
        if indikator.pengisi != "kecamatan":
            continue
        for periode in _asked_periods(report, indikator):
            names = _blank(submission, indikator, periode)
            if names:
                entries = [submission.layout.entries[name] for name in names]
                blank = [words_of(submission, entry) for entry in entries]
                yield on_entries(
                    submission, "ISI-001", names, indikator, periode, yang_kosong=blank
                )


def _asked_periods(report: Report, part: Indikator | DataBersama) -> list[str]:
    """Return the due periods in which the unit already existed."""
    return [one for one in due_periods(report, part) if one not in report.terbitan.not_yet]


def _blank(submission: Submission, indikator: Indikator, periode: str) -> list[str]:
    """Return the required entries of an indicator that are blank without a word about it."""
    report, kode = submission.report, indikator.kode
    if report.text(indikator_name("status", kode, periode)):
        return []
    optional = {part.kode for part in indikator.komponen if not part.wajib} | {"predikat"}
    held = {
        part.kode
        for part in indikator.komponen
        if of_component(part, indikator) is Accumulation.HOLD
    }
    if _grade_is_enough(submission, indikator, periode):
        optional.add("nilai")
    blank = []
    for field in entry_fields(indikator):
        periods = up_to(periode) if field in held else (periode,)
        entered = (indikator_name("isian", kode, field, one) for one in periods)
        told = report.text(indikator_name("status", kode, field, periode))
        if field not in optional and not told and not any(one in report.entries for one in entered):
            blank.append(indikator_name("isian", kode, field, periode))
    return blank


def _grade_is_enough(submission: Submission, indikator: Indikator, periode: str) -> bool:
    """Whether a grade was entered and the target is a grade alone: reached or not by rank."""
    target = submission.report.terbitan.target_of(indikator.kode, periode)
    graded = submission.report.text(indikator_name("isian", indikator.kode, "predikat", periode))
    return bool(graded) and target is not None and target.nilai is None


def target_is_given(submission: Submission) -> Iterator[Finding]:
    """ISI-011: the year's target is left to the unit and is blank, so there is no capaian."""
    report = submission.report
    if report.periode_lapor != TAHUN:
        return
    for indikator in submission.indikator:
        names = [indikator_name("target", indikator.kode, TAHUN)]
        if indikator.nilai.jenis == "predikat":
            names.append(indikator_name("target_predikat", indikator.kode, TAHUN))
        open_ones = [name for name in names if name in submission.layout.entries]
        if open_ones and not any(name in report.entries for name in open_ones):
            yield on_entries(submission, "ISI-011", open_ones, indikator, TAHUN)


def statuses_are_sound(submission: Submission) -> Iterator[Finding]:
    """ISI-002 to ISI-005: a status that is unknown, contradicted or left unexplained."""
    if not any(name.startswith("status.") for name in submission.report.entries):
        return
    for row in submission.layout.isian.absence_rows:
        name = _named("status", row)
        status = submission.report.text(name)
        if status and status not in STATUSES:
            yield on_entries(
                submission,
                "ISI-003",
                [name],
                row.indikator,
                row.periode,
                tertulis=status,
                pilihan=list(STATUSES),
            )
        elif status:
            yield from _known_status(submission, row, status)


def _known_status(submission: Submission, row: AbsenceRow, status: str) -> Iterator[Finding]:
    entries = submission.report.entries
    filled = [name for name in _figures(row) if name in entries]
    status_name, alasan = _named("status", row), _named("alasan", row)
    where = (row.indikator, row.periode)
    if filled:
        names = [*filled, status_name]
        yield on_entries(submission, "ISI-002", names, *where, status=status)
    if alasan not in entries:
        yield on_entries(submission, "ISI-004", [status_name, alasan], *where, status=status)
    if status == STATUS_BELUM_TERSEDIA:
        wanted = {_named(field, row): field for field in ("instansi", "perkiraan")}
        blank = [name for name in wanted if name not in entries]
        if blank:
            named = [wanted[name] for name in blank]
            yield on_entries(submission, "ISI-005", blank, *where, yang_kosong=named)


def _named(family: str, row: AbsenceRow) -> str:
    return indikator_name(family, row.subject[0], *row.subject[1:], row.periode)


def _figures(row: AbsenceRow) -> list[str]:
    """Return the names of the figures that a status speaks for."""
    if len(row.subject) > 1 or row.indikator is None:
        return [_named("isian", row)]
    fields = entry_fields(row.indikator)
    return [indikator_name("isian", row.subject[0], field, row.periode) for field in fields]
