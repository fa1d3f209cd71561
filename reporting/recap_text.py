"""The regency's report as a few lines of text."""

from collections import Counter
from collections.abc import Iterator

from iku.calculation.figure import Figure, in_indonesian
from iku.consolidation.candidate import Fate, Status
from iku.consolidation.regency_report import RegencyReport
from iku.finding import Severity
from iku.languages import Language, translated
from iku.languages.spoken import Spoken
from iku.messages.terms import in_language, number_in
from iku.periods import in_words
from reporting.shown_file import shown_file

FATES: Spoken[Status] = Spoken(
    "laporan",
    {
        Status.ACCEPTED: "diterima",
        Status.REJECTED: "ditolak",
        Status.SUPERSEDED: "digantikan",
        Status.DUPLICATE: "ganda",
        Status.IGNORED: "dilewati",
    },
)
_WORDS: Spoken[str] = Spoken(
    "laporan",
    {
        "complete": "Lengkap: {n} dari {of} {noun}",
        "partial": "Sementara: {n} dari {of} {noun}",
        "missing": "Belum masuk: {names}",
        "figure": "{kode}: realisasi {realisasi}, capaian {capaian} ({n} dari {of})",
        "mean": "Rata-rata capaian: {mean}",
        "capped": "Rata-rata dengan batas maksimum: {mean}",
        "table": "Tabel kabupaten/kota: {words}",
        "findings": "Catatan: {errors} wajib diperbaiki, {warnings} perlu konfirmasi, {infos}"
        " informasi; bacalah lembar Catatan.",
        "closed": "Perubahan atas periode yang sudah ditutup ({kurun}): {n} isian,"
        " {counted} di antaranya dihitung karena sudah diterima; rinciannya ada pada lembar"
        " Perubahan di buku kerja rekap.",
    },
)


_OF_TABLES = {*(f"KON-{n:03}" for n in range(30, 36)), "KON-051"}
"""Faults of a row or column of the regency's own tables, which the units cannot mend."""


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
    yield from _finding_lines(report, language)
    yield from _closed_lines(report, language)


def _finding_lines(report: RegencyReport, language: Language) -> Iterator[str]:
    """Yield what is wrong in the regency's own tables, then how much is to be read in the recap."""
    words, counts = _WORDS[language], Counter(one.severity for one in report.findings)
    for one in report.findings:
        if one.code in _OF_TABLES and one.severity is Severity.ERROR:
            yield "  " + words["table"].format(words=f"{one.message} {one.fix}")
    yield "  " + words["findings"].format(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
    )


def _closed_lines(report: RegencyReport, language: Language) -> Iterator[str]:
    """Yield one sentence on what came in that differs from a closed period, if anything did."""
    changed = [one for one in report.changes if one.closed]
    if changed:
        tahun = int(report.definition.tahun)
        kurun = in_language("", "kurun", in_words(changed[0].closed, tahun), language)
        counts = {"n": len(changed), "counted": sum(one.counted for one in changed)}
        yield _WORDS[language]["closed"].format(kurun=kurun, **counts)


def said(figure: Figure, language: Language = "id", decimals: int = 2) -> str:
    """Return a figure as people read it: so many decimals, or the words of its state."""
    if figure.counted:
        return number_in(in_indonesian(figure.number, decimals), language)
    return translated(figure.state.value, language, "keadaan")


def _fate_lines(fate: Fate, language: Language) -> Iterator[str]:
    yield f"  {shown_file(fate.candidate.path)}: {FATES[language][fate.status]}"
    if fate.status is not Status.ACCEPTED:
        yield f"      {fate.reason.message} {fate.reason.fix}"


def _number(shown: float | str, language: Language, decimals: int = 2) -> str:
    if isinstance(shown, float):
        return number_in(in_indonesian(shown, decimals), language)
    return translated(shown, language, "keadaan")
