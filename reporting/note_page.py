"""Return notes and letters on paper: A4 pages, each to be signed, and an index of them all."""

from collections.abc import Iterable, Iterator, Mapping

from iku.messages import explain
from reporting.letters import Letter
from reporting.markup import paragraph, row, table, text, whole_page
from reporting.page import findings_by_severity
from reporting.recap_text import FATES
from reporting.unit_note import UnitNote, receipt
from reporting.words import counted

_STYLE = "letter.css"
_HEADS = ("IKU", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)")
_BLANK = "…………………………"


def note_page(notes: Iterable[UnitNote]) -> str:
    """Return notes as one page of HTML; each begins a sheet of paper."""
    body = [line for note in notes for line in _note(note)]
    return whole_page("Catatan pengembalian laporan IKU", body, "id", _STYLE, kind="letters")


def letter_page(letters: Iterable[Letter]) -> str:
    """Return letters as one page of HTML; each begins a sheet of paper."""
    listed = list(letters)
    body = [line for letter in listed for line in _letter(letter)]
    title = listed[0].title if listed else "Surat"
    return whole_page(title, body, "id", _STYLE, kind="letters")


def index_page(
    notes: Iterable[UnitNote], links: Mapping[str, Mapping[str, str]], together: Mapping[str, str]
) -> str:
    """Return the index: every unit's answer with links to its files.

    ``links`` holds words and address by the unit's code, ``together`` those of all units at once.
    """
    listed = list(notes)
    report = listed[0].report if listed else None
    body = ["<header>\n<h1>Catatan dan surat untuk unit</h1>"]
    if report is not None:
        where = f"{report.definition.kabupaten.nama}, {report.period_words}"
        body += [paragraph(where), paragraph(report.completeness)]
    body += [f"<p>Semua sekaligus, untuk dicetak: {_links(together)}</p>" if together else ""]
    rows = (
        row(
            [
                (text(one.unit.kode), ""),
                (text(one.unit.nama), ""),
                (text(one.answer.value), ""),
                (text(counted(one.outcome.counts, "id")), ""),
                (_links(links.get(one.unit.kode, {})), ""),
            ]
        )
        for one in listed
    )
    heads = ("Kode", "Unit", "Jawaban", "Hasil pemeriksaan", "Berkas")
    body += ["</header>", table(heads, rows)]
    return whole_page("Catatan dan surat untuk unit", body, "id", _STYLE)


def _links(links: Mapping[str, str]) -> str:
    return ", ".join(f'<a href="{text(place)}">{text(words)}</a>' for words, place in links.items())


def _note(note: UnitNote) -> Iterator[str]:
    yield from _head(note, f"Catatan pengembalian laporan IKU {note.report.period_words}")
    yield f"<p><b>{text(note.answer.value)}.</b></p>"
    facts = receipt(note)
    if facts:
        yield "<h3>Tanda terima</h3>"
        yield from _facts(facts)
    yield from _other_files(note)
    if note.outcome.findings:
        yield f"<h3>Hasil pemeriksaan: {text(counted(note.outcome.counts, 'id'))}</h3>"
        yield from findings_by_severity(note.outcome, "id")
    yield from _verified(note)
    yield from _figures(note)
    yield from _signature()
    yield "</section>"


def _letter(letter: Letter) -> Iterator[str]:
    yield from _head(letter.note, letter.title, letter=True)
    yield from map(paragraph, letter.paragraphs)
    yield from _signature()
    yield "</section>"


def _head(note: UnitNote, title: str, *, letter: bool = False) -> Iterator[str]:
    yield f"<section>\n<p class='office'>Pemerintah {text(note.report.definition.kabupaten.nama)}</p>"
    if letter:
        yield from _facts([("Nomor", _BLANK), ("Sifat", "Segera"), ("Hal", title)])
    else:
        yield f"<h2>{text(title)}</h2>"
    yield f"<p>Yth. {text(note.addressee)}<br>di tempat</p>"


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "<dl>"
    yield from (f"<dt>{text(label)}</dt><dd>{text(said)}</dd>" for label, said in facts)
    yield "</dl>"


def _other_files(note: UnitNote) -> Iterator[str]:
    others = [one for one in note.fates if one.candidate is not note.file]
    if others:
        yield "<h3>Berkas lain dari unit ini</h3>\n<ul>"
        for one in others:
            name = one.candidate.path.rpartition("/")[2]
            fate = FATES["id"][one.status]
            reason = explain(one.reason, "id").message
            yield f"<li>{text(f'{name}: {fate}. {reason}')}</li>"
        yield "</ul>"


def _verified(note: UnitNote) -> Iterator[str]:
    if not note.verified:
        return
    yield "<h3>Hasil verifikasi</h3>"
    heads = ("IKU", "Isian", "Dilaporkan", "Terverifikasi", "Hasil", "Catatan")
    rows = (
        row(
            [
                (text(cell), "")
                for cell in (
                    *(one.kode, one.field, _typed(one.reported), _typed(one.verified)),
                    *(str(one.verdict), one.note),
                )
            ]
        )
        for one in note.verified
    )
    yield table(heads, rows)


def _typed(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.15g}".replace(".", ",") if isinstance(value, float) else str(value)


def _figures(note: UnitNote) -> Iterator[str]:
    if not note.figures:
        return
    place = note.report.definition.kabupaten.nama
    yield f"<h3>Angka {text(note.name)} dan {text(place)}</h3>"
    heads = (*_HEADS, f"Realisasi {place}", f"Capaian {place} (%)", "Dari")
    yield table(heads, (_figure(note, n) for n in range(len(note.figures))), "figures")
    if not note.report.complete:
        yield paragraph(f"Angka {place} {note.report.completeness.lower()}.")


def _figure(note: UnitNote, n: int) -> str:
    one = note.figures[n]
    names = (one.indikator.kode, one.indikator.nama, one.indikator.satuan)
    numbers = (one.target, one.realisasi, one.capaian, one.regency_realisasi, one.regency_capaian)
    cells = [(text(cell), "") for cell in names] + [(text(cell), "number") for cell in numbers]
    return row([*cells, (text(one.counted), "number")])


def _signature() -> Iterator[str]:
    yield f"<div class='signature'><p>{_BLANK}, {_BLANK}</p><p>{_BLANK}</p></div>"
