"""The regency's report as a few lines of text."""

from collections.abc import Iterator
from pathlib import Path

from iku.calculation.figure import Figure, in_indonesian
from iku.consolidation.regency_report import RegencyReport

FATE_WORDS = {
    "accepted": "diterima",
    "rejected": "ditolak",
    "superseded": "digantikan",
    "duplicate": "kembar",
    "ignored": "dilewati",
}


def recap_lines(report: RegencyReport) -> Iterator[str]:
    """Yield who reported, what was refused, every indicator, and the mean."""
    yield f"{report.definition.kabupaten.nama}, {report.period_words} — {report.completeness}"
    for fate in report.fates:
        yield f"  {Path(fate.candidate.path).name}: {FATE_WORDS[str(fate.status)]}"
        if str(fate.status) != "accepted":
            yield f"      {fate.reason.message}"
    if report.missing:
        yield "  Belum masuk: " + ", ".join(unit.nama for unit in report.missing)
    for one in report.as_json()["indicators"]:
        if one["period"] == report.period:
            yield f"  {one['kode']}: realisasi {_said(one['realisasi'])}, capaian {_said(one['capaian'])} ({one['n']} dari {one['of']})"
    mean = report.as_json()["mean"]
    yield f"  Rata-rata capaian: {_said(mean['rata_rata'])}; dengan batas maksimum: {_said(mean['rata_rata_batas'])}"


def _said(value: object) -> str:
    if isinstance(value, Figure):
        return in_indonesian(value.number) if value.counted else value.state.value
    return (
        in_indonesian(value)
        if isinstance(value, float)
        else str(value if value is not None else "–")
    )
