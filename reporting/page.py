"""Findings as one HTML page: no other file needed, a page of A4 per unit, readable on a phone."""

from collections.abc import Iterable, Iterator

from iku.checks.notes import places_of
from iku.checks.progress import progress_words
from iku.finding import Finding, Severity
from iku.messages import Language
from reporting.markup import text, whole_page
from reporting.outcome import FileOutcome, Outcome
from reporting.words import SEVERITY, STATUS, counted, word


def html_page(outcome: Outcome) -> str:
    """Return the outcome as a self-contained page; every text from a file is escaped."""
    language = outcome.language
    kind = "single" if len(outcome.files) == 1 else "many"
    sections = (
        line for n, one in enumerate(outcome.files, 1) for line in _section(n, one, language)
    )
    title = word("title", language)
    return whole_page(title, (*_head(outcome), *sections), language, kind=kind)


def _head(outcome: Outcome) -> Iterator[str]:
    """Yield the title and, for several files, who is in which state, as links."""
    language = outcome.language
    files = word("files", language, n=len(outcome.files))
    yield f"<header>\n<h1>{text(word('title', language))}</h1>"
    if not outcome.files:
        yield f"<p>{text(word('nothing', language))}</p>"
    else:
        yield f"<p>{text(files)}: {text(counted(outcome.counts, language))}.</p>"
    if len(outcome.files) > 1:
        yield "<nav>\n<ol>"
        for n, one in enumerate(outcome.files, 1):
            state = f"{STATUS[language][one.status]} ({counted(one.counts, language)})"
            yield f'<li><a href="#b{n}">{text(_title(one))}</a>: {text(state)}</li>'
        yield "</ol>\n</nav>"
    yield "</header>"


def _title(one: FileOutcome) -> str:
    return one.unit or one.name


def _section(n: int, one: FileOutcome, language: Language) -> Iterator[str]:
    yield f'<section id="b{n}">\n<h2>{text(_title(one))}</h2>'
    facts = (one.period, one.path, STATUS[language][one.status])
    yield f"<p>{text(' · '.join(filter(None, facts)))}</p>"
    yield f"<p>{text(counted(one.counts, language))}.</p>"
    yield from (f"<p>{text(told)}</p>" for told in progress_words(one.progress, language))
    yield from findings_by_severity(one, language)
    yield "</section>"


def findings_by_severity(one: FileOutcome, language: Language) -> Iterator[str]:
    """Yield the findings of a file under the words of their severity, the most severe first."""
    for severity, found in one.by_severity():
        yield f"<h3>{text(SEVERITY[language][severity])} ({len(found)})</h3>\n<ol>"
        for finding in found:
            yield from _item(finding, language)
        yield "</ol>"
        if severity is Severity.WARNING:
            yield from _answers(found, language)


def _answers(found: list[Finding], language: Language) -> Iterator[str]:
    """Yield what to type into the workbook where a note is to be confirmed and no button is there."""
    rows = [(one.code, places_of(one)[0]) for one in found]
    yield f"<p>{text(word('answer', language))}</p>"
    heads = (word(key, language) for key in ("code", "place", "reason"))
    yield f'<table class="answers">\n<tr>{_cells("th", heads)}</tr>'
    yield from (f"<tr>{_cells('td', (*row, '…'))}</tr>" for row in rows)
    yield "</table>"


def _cells(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{text(one)}</{tag}>" for one in texts)


def _item(finding: Finding, language: Language) -> Iterator[str]:
    yield f'<li class="{finding.severity}">'
    yield f'<p class="code">{text(finding.code)}</p>'
    yield f"<p>{text(finding.message)}</p>"
    yield f'<p class="fix"><b>{text(word("remedy", language))}:</b> {text(finding.fix)}</p>'
    yield "</li>"
