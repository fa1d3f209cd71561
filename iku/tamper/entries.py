"""Entry cells: open, with their rule and their number format, and typed rather than computed."""

from collections.abc import Iterable, Iterator

from iku.cells import DEFAULT_STYLE, SheetSnapshot, ValidationFacts
from iku.finding import Finding
from iku.landmarks import moved_address
from iku.manifest import EntryMark
from iku.number_formats import shows_date
from iku.tamper.compared import Page
from iku.tamper.number_formats import as_shown


def entry_findings(page: Page) -> Iterator[Finding]:
    """Yield what differs in the entry cells of a sheet, wherever they stand now."""
    if _untouched(page):
        return
    for address, mark in page.issued.entries.items():
        now = moved_address(page.move, page.name, address)
        if now is None:
            page.book.follow(page.name, page.cell(address))
        elif page.move.still:
            yield from _without_dates(page, address, _entry(page, mark, now))
        else:
            yield from _without_dates(page, address, _moved_entry(page, mark, now))


def _without_dates(page: Page, address: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out that a date is shown as a date: where it is wrong to store one, ANG-009 tells."""
    for finding in found:
        shown = str(finding.facts.get("format", ""))
        if finding.code != "KCI-018" or not shows_date(shown) or not page.asks_date(address):
            yield finding


def _untouched(page: Page) -> bool:
    """Whether no entry can differ: the same styles and rules everywhere, and no formula in one."""
    found, contents = page.found, page.contents
    return (
        contents is not None
        and page.move.still
        and page.styled_as_issued
        and found.validations == contents.rules
        and page.issued.entries.keys().isdisjoint(found.formulas)
        and found.unenforced.isdisjoint(_guarding(contents.rules))
    )


def _guarding(rules: dict[str, ValidationFacts]) -> Iterator[str]:
    return (address for address, rule in rules.items() if rule.kind != "any")


def _moved_entry(page: Page, mark: EntryMark, now: str) -> Iterator[Finding]:
    """Tell what differs, but what stayed behind in the old place has only not moved along."""
    for finding in _entry(page, mark, now):
        if finding.code in {"KCI-007", "KCI-009"}:
            page.book.follow(page.name, page.cell(now))
        else:
            yield finding


def _entry(page: Page, mark: EntryMark, now: str) -> Iterator[Finding]:
    found, cell = page.found, (page.cell(now),)
    style = found.styles.get(now, DEFAULT_STYLE)
    if style.locked:
        yield Finding("KCI-009", sheet=page.name, cells=cell)
    if now in found.formulas:
        facts = {"rumus": "=" + found.formulas[now]}
        yield Finding("KCI-010", dict(facts), sheet=page.name, cells=cell)
    if not _guarded(found, mark.validation, now):
        yield Finding("KCI-007", sheet=page.name, cells=cell)
    if style.number_format != mark.number_format:
        yield from _format(page, cell, (mark.number_format, style.number_format))


def _guarded(found: SheetSnapshot, issued: ValidationFacts | None, now: str) -> bool:
    """Whether the rule of an entry is the one it was issued with, and stops what breaks it."""
    rule = found.validations.get(now)
    if rule != issued and not same_rule(rule, issued):
        return False
    return issued is None or issued.kind == "any" or now not in found.unenforced


def _format(page: Page, cell: tuple[str, ...], formats: tuple[str, str]) -> Iterator[Finding]:
    issued, found = map(as_shown, formats)
    if "%" in found.kind:
        yield Finding("KCI-008", {"format": formats[1]}, sheet=page.name, cells=cell)
    elif found.misleads and found.kind != issued.kind:
        yield Finding("KCI-018", {"format": formats[1]}, sheet=page.name, cells=cell)


def same_rule(found: ValidationFacts | None, issued: ValidationFacts | None) -> bool:
    """Compare two validations by meaning: producers write numbers and operators differently."""
    if found is None or issued is None:
        return found is None and issued is None
    return all(_same_part(a, b) for a, b in zip(found, issued, strict=True)) or (
        found.kind == issued.kind == "list" and _choices(found) == _choices(issued)
    )


def _choices(rule: ValidationFacts) -> str | None:
    """Return the choices written out in a rule; LibreOffice does not double quotes inside them."""
    listed = rule.formula1 or ""
    if len(listed) < 2 or not listed[0] == listed[-1] == '"':
        return None
    return listed[1:-1].replace('""', '"')


def _same_part(left: str | None, right: str | None) -> bool:
    if left == right:
        return True
    try:
        return float(str(left)) == float(str(right))
    except ValueError:
        return str(left or "").replace(" ", "") == str(right or "").replace(" ", "")
