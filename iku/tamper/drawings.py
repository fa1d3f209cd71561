"""Drawings: charts that show something else than when issued or are gone, and what was drawn on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from iku.cells import ChartFacts
from iku.finding import Fact, Finding, Severity
from iku.landmarks import moved_address
from iku.tamper.compared import Compared, Page

Alike = Callable[[ChartFacts, ChartFacts], bool]

# Others leave out what they cannot draw, without having been asked to.
_KEEP_CHARTS = ("Microsoft Excel", "LibreOffice", "iku-kecamatan")


def drawing_findings(page: Page, issued: Sequence[ChartFacts]) -> Iterator[Finding]:
    """Yield what differs in the charts of a sheet, and where something was drawn on it."""
    strange, missing = list(page.found.charts), list(issued)
    _pairs(strange, missing, lambda now, then: _difference(page.book, now, then) is None)
    changed = [
        *_pairs(strange, missing, lambda now, then: now.title == then.title),
        *_pairs(strange, missing, lambda now, then: now.place == then.place),
    ]
    for now, then in changed:
        yield _changed(page, now, then)
    if missing:
        yield _gone(page, missing)
    drawn = [*page.found.pictures, *(one.place for one in strange)]
    if drawn:
        places = tuple(dict.fromkeys(page.cell(one) for one in drawn if one))
        yield Finding("STR-021", {"lembar": page.name}, sheet=page.name, cells=places)


def _pairs(
    strange: list[ChartFacts], missing: list[ChartFacts], alike: Alike
) -> list[tuple[ChartFacts, ChartFacts]]:
    """Take the charts that are alike out of both lists, and return them side by side."""
    pairs = []
    for now in list(strange):
        then = next((one for one in missing if alike(now, one)), None)
        if then is not None:
            strange.remove(now)
            missing.remove(then)
            pairs.append((now, then))
    return pairs


def _gone(page: Page, missing: Sequence[ChartFacts]) -> Finding:
    severity = None if _kept_charts(page) else Severity.INFO
    facts: dict[str, Fact] = {"lembar": page.name, "grafik": [one.title for one in missing]}
    cells = tuple(page.cell(one.place) for one in missing)
    return Finding("STR-023", facts, severity=severity, sheet=page.name, cells=cells)


def _kept_charts(page: Page) -> bool:
    """Whether the file still has charts, or comes from a program that would have kept them."""
    book = page.book.snapshot
    return any(sheet.charts for sheet in book.sheets.values()) or book.producer.startswith(
        _KEEP_CHARTS
    )


def _changed(page: Page, now: ChartFacts, then: ChartFacts) -> Finding:
    code, expected, found = _difference(page.book, now, then) or ("KCI-031", "", "")
    facts = {"grafik": then.title, "seharusnya": expected, "ditemukan": found or "(kosong)"}
    cells = (page.cell(now.place or then.place),)
    return Finding(code, dict(facts), sheet=page.name, cells=cells)


def _difference(book: Compared, now: ChartFacts, then: ChartFacts) -> tuple[str, str, str] | None:
    """Return the code of the first difference, what should be there, and what is; None if none."""
    for issued, found in zip_longest(_references(then), _references(now), fillvalue="-"):
        if not _points_to(book, found, issued):
            return "KCI-031", issued, found
    for issued, found in zip(_words(then), _words(now), strict=False):
        if _squeezed(issued) != _squeezed(found) and not _lost_name(issued, found, then):
            return "KCI-032", issued, found
    return None


def _references(chart: ChartFacts) -> Iterable[str]:
    return chain.from_iterable((one.values, one.categories) for one in chart.series)


def _words(chart: ChartFacts) -> list[str]:
    return [" ".join(chart.kinds), chart.title, *(one.name for one in chart.series)]


def _squeezed(text: str) -> str:
    """Return a text without its spaces and line breaks, which are each program's own."""
    return "".join(text.split())


def _lost_name(issued: str, found: str, then: ChartFacts) -> bool:
    """Whether a series only has no name any more: a trip through .xls loses them."""
    return not found and any(issued == one.name for one in then.series)


def _points_to(book: Compared, now: str, then: str) -> bool:
    """Whether a reference is the issued one, in place or moved along with its cells."""
    if now == then:
        return True
    sheet, _, area = then.rpartition("!")
    move = book.moves.get(sheet)
    if move is None:
        return False
    first, _, last = area.partition(":")
    ends = [moved_address(move, sheet, one) for one in (first, last or first)]
    if None in ends:  # what it showed is gone with its line or its sheet, which is told
        return True
    home = book.snapshot.name_in_file(sheet)
    areas = (area, str(ends[0]) if ends[0] == ends[1] else f"{ends[0]}:{ends[1]}")
    return now in {f"{name}!{one}" for name in (sheet, home) for one in areas}
