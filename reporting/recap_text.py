"""The regency's report as a few lines of text."""

from collections.abc import Iterator
from pathlib import Path

from iku.calculation.figure import Figure, in_indonesian
from iku.consolidation.candidate import Fate, Status
from iku.consolidation.regency_report import RegencyReport

FATE_WORDS = {
    Status.ACCEPTED: "diterima",
    Status.REJECTED: "ditolak",
    Status.SUPERSEDED: "digantikan",
    Status.DUPLICATE: "kembar",
    Status.IGNORED: "dilewati",
}


def recap_lines(report: RegencyReport) -> Iterator[str]:
    """Yield who reported, what was refused, every indicator, and the means."""
    yield f"{report.definition.kabupaten.nama}, {report.period_words} — {report.completeness}"
    for fate in report.fates:
        yield from _fate_lines(fate)
    if report.missing:
        yield "  Belum masuk: " + ", ".join(unit.nama for unit in report.missing)
    for one in report.figures():
        if one.periode == report.period:
            shown = (_number(one.shown(one.realisasi)), _number(one.shown(one.capaian)))
            counted = f"{one.n} dari {one.of}"
            yield f"  {one.indikator.kode}: realisasi {shown[0]}, capaian {shown[1]} ({counted})"
    means = report.means
    yield f"  Rata-rata capaian: {said(means.rata_rata)}"
    yield f"  Rata-rata dengan batas maksimum: {said(means.rata_rata_batas)}"


def said(figure: Figure) -> str:
    """Return a figure as people read it: two decimals, or the words of its state."""
    return in_indonesian(figure.number) if figure.counted else figure.state.value


def _fate_lines(fate: Fate) -> Iterator[str]:
    yield f"  {Path(fate.candidate.path).name}: {FATE_WORDS[fate.status]}"
    if fate.status is not Status.ACCEPTED:
        yield f"      {fate.reason.message} {fate.reason.fix}"


def _number(shown: float | str) -> str:
    return in_indonesian(shown) if isinstance(shown, float) else shown
