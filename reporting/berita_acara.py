"""The minutes of closing a period, as plain text: units with their files, and the figures."""

from collections.abc import Iterator

from iku.consolidation.decisions import ClosedFigure, ClosedUnit, Closing, OpenNotes
from iku.messages import Language
from iku.periods import in_words
from reporting.phrases import kurun, moment, number, phrase, state

_WIDTH = 78


def berita_acara(closing: Closing, language: Language = "id") -> str:
    """Return the minutes of a closing; the same closing gives the same text."""
    return "\n".join(_lines(closing, language)) + "\n"


def _lines(closing: Closing, language: Language) -> Iterator[str]:
    yield from _head(closing, language)
    yield from _heading(phrase("minutes_files", language))
    for n, unit in enumerate(closing.units, 1):
        yield from _unit(n, unit, language)
    yield from _heading(phrase("minutes_figures", language))
    for figure in closing.figures:
        yield from _figure(figure, language)
    if closing.open_notes is not None:
        yield from _open(closing, closing.open_notes, language)
    yield from ("", phrase("minutes_signed", language), "", "")
    yield f"({_one_line(closing.by) or '........................................'})"


def _head(closing: Closing, language: Language) -> Iterator[str]:
    period = kurun(in_words(closing.period, closing.tahun), language)
    expected = [one for one in closing.units if not one.absent]
    reported = sum(bool(one.path) for one in expected)
    by = _one_line(closing.by) or phrase("minutes_by_blank", language)
    template = _one_line(closing.template)
    yield phrase("minutes", language)
    yield period.upper()
    yield "=" * _WIDTH
    yield phrase("minutes_definition", language, templat=template, tahun=closing.tahun)
    yield phrase("minutes_when", language, kapan=moment(closing.when, language))
    yield phrase("minutes_by", language, oleh=by)
    yield phrase("minutes_reported", language, n=reported, of=len(expected))
    if closing.reason:
        yield phrase("minutes_reason", language, alasan=_one_line(closing.reason))
    yield ""
    yield phrase("minutes_frozen", language, kurun=period)


def _heading(text: str) -> Iterator[str]:
    yield from ("", text, "-" * _WIDTH)


def _unit(n: int, unit: ClosedUnit, language: Language) -> Iterator[str]:
    yield f"{n:>3}. {_one_line(unit.nama)} ({_one_line(unit.kode)})"
    if unit.path:
        yield phrase("minutes_file", language, berkas=_one_line(unit.path))
        yield f"     sha256: {unit.sha256}"
    else:
        absent = state(unit.absent, language).lower()
        yield f"     {absent or phrase('minutes_missing', language)}"


def _figure(figure: ClosedFigure, language: Language) -> Iterator[str]:
    yield f"{_one_line(figure.kode)}  {_one_line(figure.nama)}"
    realisasi = (
        state(figure.state, language)
        if figure.realisasi is None
        else f"{number(figure.realisasi, language, figure.desimal)} {_one_line(figure.satuan)}".strip()
    )
    capaian = "-" if figure.capaian is None else f"{number(figure.capaian, language)} %"
    counts = {"n": figure.n, "of": figure.of}
    yield phrase("minutes_figure", language, realisasi=realisasi, capaian=capaian, **counts)


def _open(closing: Closing, notes: tuple[OpenNotes, ...], language: Language) -> Iterator[str]:
    """Say what was closed although it was not settled: who answers for it later is known then."""
    yield from _heading(phrase("minutes_open", language))
    of = sum(bool(one.path) for one in closing.units)
    yield phrase("minutes_open_units", language, n=len(notes), of=of)
    for n, one in enumerate(notes, 1):
        yield f"{n:>3}. {_one_line(one.nama)} ({_one_line(one.kode)})"
        counts = {"wajib": one.errors, "konfirmasi": one.warnings, "kode": ", ".join(one.codes)}
        yield phrase("minutes_open_notes", language, **counts)
    names = ", ".join(f"{_one_line(one.nama)} ({_one_line(one.kode)})" for one in closing.missing)
    if names:
        yield phrase("minutes_open_missing", language, nama=names)


def _one_line(text: str) -> str:
    """Return a text from a file or a definition on one line, where it can imitate no other."""
    return " ".join(text.split())
