"""NAR: what must be told beside a figure, where the definition asks for it."""

from collections.abc import Iterator

from iku.calculation.figure import in_indonesian
from iku.checks.pointing import on_entries
from iku.finding import Finding
from iku.layout.extras import ExtraRow
from iku.names import indikator_name
from iku.submission import Submission

_EXPLAINED_BY = {"penghambat": "faktor penghambat", "tindak_lanjut": "rencana tindak lanjut"}


def shortfalls_are_explained(submission: Submission) -> Iterator[Finding]:
    """NAR-001: a target was missed, and no obstacle or follow-up is told."""
    plan = submission.layout.analisis
    for row in plan.rows if plan is not None else ():
        result = submission.results.result(row.indikator.kode, row.periode)
        if not result.capaian.counted or result.capaian.number >= 100:
            continue
        wanted = {
            indikator_name("analisis", row.indikator.kode, field, row.periode): words
            for field, words in _EXPLAINED_BY.items()
        }
        blank = [name for name in wanted if name not in submission.report.entries]
        if blank:
            yield on_entries(
                submission,
                "NAR-001",
                blank,
                row.indikator,
                row.periode,
                capaian=in_indonesian(result.capaian.number),
                yang_kosong=[wanted[name] for name in blank],
            )


def figures_have_evidence(submission: Submission) -> Iterator[Finding]:
    """NAR-002: a figure stands without the evidence that the definition asks for."""
    plan = submission.layout.bukti
    missing: dict[tuple[str, str], list[ExtraRow]] = {}
    for row in plan.rows if plan is not None else ():
        realisasi = submission.results.realisasi(row.indikator, row.periode)
        asked_for = row.piece <= len(row.indikator.bukti)
        if asked_for and realisasi.counted and not _is_given(submission, row):
            missing.setdefault((row.indikator.kode, row.periode), []).append(row)
    for rows in missing.values():
        indikator, periode = rows[0].indikator, rows[0].periode
        names = [_named(row, "nama") for row in rows]
        wanted = [indikator.bukti[row.piece - 1] for row in rows]
        yield on_entries(submission, "NAR-002", names, indikator, periode, yang_kosong=wanted)


def _is_given(submission: Submission, row: ExtraRow) -> bool:
    return any(_named(row, field) in submission.report.entries for field in ("nama", "tautan"))


def _named(row: ExtraRow, field: str) -> str:
    return indikator_name("bukti", row.indikator.kode, str(row.piece), field, row.periode)
