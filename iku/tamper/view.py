"""View: what hides figures from the one who reads a sheet, or shows them other than they are."""

from collections.abc import Iterator

from iku.address import a1, column_letters, split_a1
from iku.finding import Finding
from iku.landmarks import moved_address
from iku.tamper.compared import Page
from iku.tamper.drawings import drawing_findings
from iku.tamper.number_formats import as_shown


def view_findings(page: Page) -> Iterator[Finding]:
    """Yield merged cells, hidden rows and columns, filters, formats and pictures that came in."""
    yield from _merged(page)
    yield from _hidden(page)
    if page.found.filtered:
        yield Finding("STR-013", sheet=page.name)
    if page.contents is None:
        return
    yield from _formats(page)
    if page.found.conditional_formats < page.contents.conditional_formats:
        yield Finding("KCI-017", {"lembar": page.name}, sheet=page.name)
    yield from drawing_findings(page, page.contents.charts)


def _merged(page: Page) -> Iterator[Finding]:
    found = set(page.found.merged)
    if page.move.still and found == set(page.issued.merged):
        return
    expected = {now for one in page.issued.merged if (now := _range_now(page, one))}
    changed = sorted(found ^ expected)
    if not page.move.still:  # what moved along may have shrunk, what stayed behind has not moved
        known = {_first(one) for one in (*expected, *page.issued.merged)}
        changed = [one for one in sorted(found) if _first(one) not in known]
    if changed:
        cells = tuple(page.cell(_first(one)) for one in changed)
        yield Finding("STR-011", {"sel": changed}, sheet=page.name, cells=cells)


def _first(area: str) -> str:
    return area.partition(":")[0]


def _range_now(page: Page, area: str) -> str | None:
    """Return where a range stands now; None where its first or last line is gone."""
    first, _, last = area.partition(":")
    start, end = (moved_address(page.move, page.name, one) for one in (first, last))
    return None if start is None or end is None or start == end else f"{start}:{end}"


def _hidden(page: Page) -> Iterator[Finding]:
    """Report hidden rows and columns in which something stands."""
    found = page.found
    hidden_columns = found.hidden_columns - _issued_hidden(page)
    if not (found.hidden_rows or hidden_columns):
        return
    places = [
        split_a1(now)
        for one in (*page.issued.entries, *page.issued.locked)
        if (now := moved_address(page.move, page.name, one)) is not None
    ]
    rows = sorted(found.hidden_rows & {row for row, _ in places})
    columns = sorted(hidden_columns & _columns(page, places))
    parts = [f"baris {row}" for row in rows]
    parts += [f"kolom {column_letters(column)}" for column in columns]
    if parts:
        cells = [a1(row, 1) for row in rows] + [a1(1, column) for column in columns]
        yield Finding(
            "STR-012", {"bagian": parts}, sheet=page.name, cells=tuple(map(page.cell, cells))
        )


def _columns(page: Page, places: list[tuple[int, int]]) -> set[int]:
    """Return the columns that were to be seen: of an outgrown layout only those of entries."""
    if page.contents is not None:
        return {column for _, column in places}
    return {split_a1(address)[1] for address in page.issued.entries}


def _issued_hidden(page: Page) -> set[int]:
    """Return the columns that were hidden from the start, where they stand now."""
    if page.contents is None:
        return set()
    columns = page.contents.hidden_columns
    if not page.move.columns:
        return set(columns)
    now = (page.move.columns.get(column) for column in columns)
    return {*columns, *(column for column in now if column is not None)}


def _shows_the_same(found: str, issued: str) -> bool:
    """Whether two formats show the same number; decimals count where they were fixed."""
    now, then = as_shown(found), as_shown(issued)
    return now.kind == then.kind and (then.decimals is None or now.decimals == then.decimals)


def _formats(page: Page) -> Iterator[Finding]:
    """Report locked figures whose number format shows another number than was meant."""
    if page.contents is None or not page.move.still or page.styled_as_issued:
        return
    styles = page.found.styles
    for address, issued in page.contents.formats.items():
        found = styles[address].number_format if address in styles else issued
        if found != issued and not _shows_the_same(found, issued):
            facts = {"format": found, "seharusnya": issued}
            yield Finding("KCI-019", dict(facts), sheet=page.name, cells=(page.cell(address),))
