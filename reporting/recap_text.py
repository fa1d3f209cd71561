"""The regency's report as a few lines of text."""

from collections.abc import Iterator
from pathlib import PurePath

from iku.calculation.figure import Figure, State, in_indonesian
from iku.consolidation.candidate import Fate, Status
from iku.consolidation.regency_report import RegencyReport
from iku.messages import Language
from iku.messages.terms import in_language, with_points

FATES: dict[Language, dict[Status, str]] = {
    "id": {
        Status.ACCEPTED: "diterima",
        Status.REJECTED: "ditolak",
        Status.SUPERSEDED: "digantikan",
        Status.DUPLICATE: "ganda",
        Status.IGNORED: "dilewati",
    },
    "en": {
        Status.ACCEPTED: "accepted",
        Status.REJECTED: "rejected",
        Status.SUPERSEDED: "superseded",
        Status.DUPLICATE: "duplicate",
        Status.IGNORED: "skipped",
    },
}
_WORDS: dict[Language, dict[str, str]] = {
    "id": {
        "complete": "Lengkap: {n} dari {of} {noun}",
        "partial": "Sementara: {n} dari {of} {noun}",
        "missing": "Belum masuk: {names}",
        "figure": "{kode}: realisasi {realisasi}, capaian {capaian} ({n} dari {of})",
        "mean": "Rata-rata capaian: {mean}",
        "capped": "Rata-rata dengan batas maksimum: {mean}",
    },
    "en": {
        "complete": "Complete: {n} of {of} {noun}",
        "partial": "Provisional: {n} of {of} {noun}",
        "missing": "Not received: {names}",
        "figure": "{kode}: realisasi {realisasi}, capaian {capaian} ({n} of {of})",
        "mean": "Mean capaian: {mean}",
        "capped": "Mean with the upper limit: {mean}",
    },
}
_STATES: dict[State, str] = {
    State.BELUM_DIISI: "not filled in",
    State.BELUM_WAKTUNYA: "not due yet",
    State.NIHIL: "nothing occurred",
    State.BELUM_TERSEDIA: "not available yet",
    State.TIDAK_ADA_OBJEK: "no object",
    State.TIDAK_DAPAT: "cannot be computed",
}


def recap_lines(report: RegencyReport, language: Language = "id") -> Iterator[str]:
    """Yield who reported, what was refused, every indicator, and the means."""
    words = _WORDS[language]
    period = in_language("", "kurun", report.period_words, language)
    counts = {"n": report.reported, "of": len(report.expected)}
    noun = report.definition.jenis_unit.lower()
    label = words["complete" if report.complete else "partial"].format(**counts, noun=noun)
    yield f"{report.definition.kabupaten.nama}, {period} — {label}"
    for fate in report.fates:
        yield from _fate_lines(fate, language)
    if report.missing:
        yield "  " + words["missing"].format(names=", ".join(one.nama for one in report.missing))
    for one in report.figures():
        if one.periode == report.period:
            shown = {
                "realisasi": _number(
                    one.shown(one.realisasi), language, int(one.indikator.desimal)
                ),
                "capaian": _number(one.shown(one.capaian), language),
            }
            yield "  " + words["figure"].format(
                kode=one.indikator.kode, **shown, n=one.n, of=one.of
            )
    means = report.means
    yield "  " + words["mean"].format(mean=said(means.rata_rata, language))
    yield "  " + words["capped"].format(mean=said(means.rata_rata_batas, language))


def said(figure: Figure, language: Language = "id") -> str:
    """Return a figure as people read it: two decimals, or the words of its state."""
    if figure.counted:
        text = in_indonesian(figure.number)
        return text if language == "id" else with_points(text)
    return _STATES[figure.state] if language == "en" else figure.state.value


def _fate_lines(fate: Fate, language: Language) -> Iterator[str]:
    yield f"  {PurePath(fate.candidate.path).name}: {FATES[language][fate.status]}"
    if fate.status is not Status.ACCEPTED:
        yield f"      {fate.reason.message} {fate.reason.fix}"


def _number(shown: float | str, language: Language, decimals: int = 2) -> str:
    if isinstance(shown, float):
        text = in_indonesian(shown, decimals)
        return text if language == "id" else with_points(text)
    state = next((one for one in _STATES if one.value == shown), None)
    return _STATES[state] if state and language == "en" else shown
