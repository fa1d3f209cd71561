"""Return notes and letters on paper: A4 pages, each to be signed, and an index of them all."""

from collections.abc import Iterable, Iterator, Mapping

from iku.consolidation.decisions import Verified
from iku.messages import explain
from reporting.corrections import corrections
from reporting.letters import Letter
from reporting.markup import paragraph, row, table, text, whole_page
from reporting.page import findings_by_severity
from reporting.phrases import completeness_words, phrase, phrases, state
from reporting.recap_text import FATES
from reporting.unit_note import UnitNote, entry_of, receipt, standing_of, typed
from reporting.words import counted

_STYLE = "letter.css"
_HEADS = ("indicator", "measure", "target", "realisasi", "capaian")
_BLANK = "…………………………"
_LINKS = "\N{OBJECT REPLACEMENT CHARACTER}"  # where links stand in a phrase


def note_page(notes: Iterable[UnitNote]) -> str:
    """Return notes as one page of HTML; each begins a sheet of paper."""
    listed = list(notes)
    language = listed[0].language if listed else "id"
    body = [line for note in listed for line in _note(note)]
    title = phrase("note_pages", language)
    return whole_page(title, body, language, _STYLE, kind="letters")


def letter_page(letters: Iterable[Letter]) -> str:
    """Return letters as one page of HTML; each begins a sheet of paper."""
    listed = list(letters)
    body = [line for letter in listed for line in _letter(letter)]
    language = listed[0].note.language if listed else "id"
    title = listed[0].title if listed else phrase("letter", language)
    return whole_page(title, body, language, _STYLE, kind="letters")


def index_page(
    notes: Iterable[UnitNote], links: Mapping[str, Mapping[str, str]], together: Mapping[str, str]
) -> str:
    """Return the index: every unit's answer with links to its files.

    ``links`` holds words and address by the unit's code, ``together`` those of all units at once.
    """
    listed = list(notes)
    language = listed[0].language if listed else "id"
    title = phrase("index", language)
    body = [f"<header>\n<h1>{text(title)}</h1>", *_place(listed[:1])]
    if together:
        words = phrase("all_at_once", language, tautan=_LINKS)
        before, _, after = text(words).partition(_LINKS)
        body.append(f"<p>{before}{_links(together)}{after}</p>")
    heads = phrases(
        language, *(f"head_{one}" for one in ("code", "unit", "answer", "check", "file"))
    )
    rows = (_index_row(one, links.get(one.unit.kode, {})) for one in listed)
    body += ["</header>", table(heads, rows)]
    return whole_page(title, body, language, _STYLE)


def _place(notes: Iterable[UnitNote]) -> Iterator[str]:
    for note in notes:
        yield paragraph(f"{note.report.definition.kabupaten.nama}, {note.period_words}")
        yield paragraph(completeness_words(note.report, note.language))


def _index_row(one: UnitNote, links: Mapping[str, str]) -> str:
    counts = counted(one.outcome.counts, one.language)
    texts = (one.unit.kode, one.unit.nama, one.answer.told(one.language), counts)
    return row([*((text(cell), "") for cell in texts), (_links(links), "")])


def _links(links: Mapping[str, str]) -> str:
    return ", ".join(f'<a href="{text(place)}">{text(words)}</a>' for words, place in links.items())


def _note(note: UnitNote) -> Iterator[str]:
    language = note.language
    yield from _head(note, phrase("note_title", language, kurun=note.period_words))
    yield f"<p><b>{text(note.answer.told(language))}.</b></p>"
    facts = receipt(note)
    if facts:
        yield f"<h3>{text(phrase('receipt', language))}</h3>"
        yield from _facts(facts)
    yield from _other_files(note)
    if note.outcome.findings:
        words = phrase("check_result", language, hasil=counted(note.outcome.counts, language))
        yield f"<h3>{text(words)}</h3>"
        yield from findings_by_severity(note.outcome, language)
    yield from _verified(note)
    yield from _corrected(note)
    yield from _figures(note)
    yield from _signature()
    yield "</section>"


def _letter(letter: Letter) -> Iterator[str]:
    yield from _head(letter.note, letter.title, letter=True)
    yield from map(paragraph, letter.paragraphs)
    yield from _signature()
    yield "</section>"


def _head(note: UnitNote, title: str, *, letter: bool = False) -> Iterator[str]:
    language, place = note.language, note.report.definition.kabupaten.nama
    yield f"<section>\n<p class='office'>{text(phrase('office', language, kabupaten=place))}</p>"
    if letter:
        labels = phrases(language, "letter_number", "letter_nature", "letter_subject")
        contents = (_BLANK, phrase("letter_urgent", language), title)
        yield from _facts(zip(labels, contents, strict=True))
    else:
        yield f"<h2>{text(title)}</h2>"
    lines = (phrase("to", language, siapa=note.addressee), phrase("there", language))
    yield f"<p>{'<br>'.join(text(one) for one in lines if one)}</p>"


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "<dl>"
    yield from (f"<dt>{text(label)}</dt><dd>{text(said)}</dd>" for label, said in facts)
    yield "</dl>"


def _other_files(note: UnitNote) -> Iterator[str]:
    others = [one for one in note.fates if one.candidate is not note.file]
    if others:
        yield f"<h3>{text(phrase('other_files', note.language))}</h3>\n<ul>"
        for one in others:
            name = one.candidate.path.rpartition("/")[2]
            fate = FATES[note.language][one.status]
            reason = explain(one.reason, note.language).message
            yield f"<li>{text(f'{name}: {fate}. {reason}')}</li>"
        yield "</ul>"


def _verified(note: UnitNote) -> Iterator[str]:
    if not note.verified:
        return
    language = note.language
    yield f"<h3>{text(phrase('verified', language))}</h3>"
    keys = ("entry", "reported", "verified", "result", "note")
    yield table(
        phrases(language, *(f"head_{one}" for one in keys)),
        (_verdict(note, one) for one in note.verified),
    )


def _verdict(note: UnitNote, one: Verified) -> str:
    values = (typed(value, note.language) for value in (one.reported, one.verified))
    verdict = state(str(one.verdict), note.language)
    verdict += "" if one.counted else standing_of(note, one)
    texts = (entry_of(note, one), *values, verdict, one.note)
    return row([(text(cell), "") for cell in texts])


def _corrected(note: UnitNote) -> Iterator[str]:
    language = note.language
    found = list(corrections(note.report, note.unit.kode, language))
    if not found:
        return
    yield f"<h3>{text(phrase('corrected', language))}</h3>"
    keys = ("entry", "reported", "counted", "why", "decision")
    rows = ((one.entry, one.old, one.new, one.reason, one.decision) for one in found)
    yield table(
        phrases(language, *(f"head_{one}" for one in keys)),
        (row([(text(cell), "") for cell in texts]) for texts in rows),
    )


def _figures(note: UnitNote) -> Iterator[str]:
    if not note.figures:
        return
    language, place = note.language, note.report.definition.kabupaten.nama
    title = phrase("figures_of", language, unit=note.name, kabupaten=place)
    yield f"<h3>{text(title)}</h3>"
    heads = ("IKU", *phrases(language, *(f"head_{one}" for one in _HEADS)))
    more = [phrase(key, language, kabupaten=place) for key in ("realisasi_of", "capaian_of")]
    heads = (*heads, *more, phrase("head_of", language))
    yield table(heads, (_figure(note, n) for n in range(len(note.figures))), "figures")
    if not note.report.complete:
        facts = {"kabupaten": place, "kelengkapan": note.completeness}
        yield paragraph(phrase("figures_partial", language, **facts))


def _figure(note: UnitNote, n: int) -> str:
    one = note.figures[n]
    names = (one.indikator.kode, one.indikator.nama, one.indikator.satuan)
    numbers = (one.target, one.realisasi, one.capaian, one.regency_realisasi, one.regency_capaian)
    cells = [(text(cell), "") for cell in names] + [(text(cell), "number") for cell in numbers]
    return row([*cells, (text(one.counted), "number")])


def _signature() -> Iterator[str]:
    yield f"<div class='signature'><p>{_BLANK}, {_BLANK}</p><p>{_BLANK}</p></div>"
