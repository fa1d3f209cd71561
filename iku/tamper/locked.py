"""Locked cells: texts, formulas and locks as issued, and nothing where nothing stood."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from iku.address import split_a1
from iku.cells import ErrorValue, SheetSnapshot, Value
from iku.finding import Finding
from iku.landmarks import moved_address
from iku.layout.extras import CATATAN, CATATAN_FIRST
from iku.manifest import mark_of
from iku.tamper.compared import Page
from iku.tamper.issued import IssuedSheet

# Neither part of an address, nor of a name, nor of a function such as LOG10.
_NUMBER = re.compile(r"(?<![\w.$])[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.!(:])")
_LOST = ErrorValue("#REF!")
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_REFERENCE = re.compile(
    r"""("(?:[^"]|"")*")|(?:(?:'[^']*'|[\w.]+|\#REF!)!)?(?:\#REF!|\$?[A-Z]{1,3}\$?[0-9]+(?![\w(]))"""
)


def locked_findings(page: Page) -> Iterator[Finding]:
    """Yield every locked cell whose text, formula or lock differs, and what stands where it must not."""
    for address, now in _differing(page):
        yield from _cell(page, address, now)
    open_now, locked_now = _places_now(page)
    yield from _unlocked(page, open_now)
    yield from _foreign(page, locked_now, open_now)


def _places_now(page: Page) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """Return where the entries and the locked cells of a sheet stand now."""
    if page.move.still:
        return page.issued.entries.keys(), page.issued.locked.keys()
    open_now, locked_now = (
        {now for one in cells if (now := moved_address(page.move, page.name, one)) is not None}
        for cells in (page.issued.entries, page.issued.locked)
    )
    return open_now, locked_now


def _differing(page: Page) -> Iterator[tuple[str, str]]:
    """Yield locked cells that may differ: where they were issued, and where they stand now."""
    changed = page.book.changed.get(page.name)
    if changed is None or not page.move.still:
        for address in page.issued.locked:
            now = moved_address(page.move, page.name, address)
            if now is not None:
                yield address, now
            else:
                page.book.follow(page.name, page.cell(address))
        return
    yield from ((address, address) for address in changed)


def changed_places(contents: IssuedSheet, found: SheetSnapshot) -> list[str]:
    """Return where a sheet that stood still does not hold, letter by letter, what it held."""
    formulas, constants, formulas_now = contents.formulas, contents.constants, found.formulas
    changed = []
    if formulas != formulas_now:
        changed = [one for one, text in formulas.items() if formulas_now.get(one) != text]
    if [*map(found.values.get, constants)] != [*constants.values()]:
        changed += [one for one, value in constants.items() if found.values.get(one) != value]
    if formulas != formulas_now:
        changed += [one for one in constants if one in formulas_now]
    return changed


def _cell(page: Page, address: str, now: str) -> Iterator[Finding]:
    formula, value = page.found.formulas.get(now), page.found.values.get(now)
    plain = None if isinstance(value, ErrorValue) else value
    if mark_of(plain, formula) == page.issued.locked[address] and plain == value:
        return
    expected = page.book.expected(page.name, address)
    sent = None if page.contents is None else page.contents.constants.get(address)
    if formula is None and _same_text(sent, value):
        return
    if formula is not None and unspaced(expected[1:]) == unspaced(formula):
        return
    # A formula that was nothing but a reference is read as the error that it became.
    left = _LOST.code if formula is None and value == _LOST else formula
    if left is not None and _went_along(page, expected, left):
        page.book.follow(page.name, page.cell(now))
        return
    facts = {"seharusnya": expected, "ditemukan": shown(formula, value) or "(kosong)"}
    if facts["ditemukan"] == expected:
        facts["jenis_lain"] = "ya"
    code = "KCI-001"
    if page.contents is not None and address in page.contents.formulas:
        code = "KCI-003" if formula is None else "KCI-002"
    yield Finding(code, dict(facts), sheet=page.name, cells=(page.cell(now),))


def _same_text(sent: Value, value: Value) -> bool:
    """Whether two texts differ in tabs at most, which an .ods file does not keep."""
    texts = isinstance(sent, str) and isinstance(value, str)
    return texts and str(sent).replace("\t", "") == str(value).replace("\t", "")


def unspaced(formula: str) -> str:
    r"""Return a formula without the spaces and the spellings that are a program's own taste: 61.70 is 61.7.

    >>> unspaced("IF('Bukti Dukung'!B2 = 1, TRUE(), \"a b\")")
    'IF(\'Bukti Dukung\'!B2=1,TRUE,"a b")'
    """
    pieces = _QUOTED.split(formula)
    for n in range(0, len(pieces), 2):
        plain = pieces[n].replace(" ", "")
        plain = plain.replace("TRUE()", "TRUE").replace("FALSE()", "FALSE")
        pieces[n] = _NUMBER.sub(lambda number: f"{float(number[0]):.15g}", plain)
    return "".join(pieces)


def _went_along(page: Page, expected: str, formula: str) -> bool:
    """Whether a formula differs only in the places it points to, and those have moved."""
    if not page.book.moved:
        return False
    return not expected or _pointing_anywhere(expected[1:]) == _pointing_anywhere(formula)


def _pointing_anywhere(formula: str) -> str:
    plain = _REFERENCE.sub(lambda match: match[1] or "@", formula).replace(" ", "")
    return plain.replace("@@", "@").replace("TRUE()", "TRUE").replace("FALSE()", "FALSE")


def shown(formula: str | None, value: Value) -> str:
    """Return what a cell holds as text; empty text if nothing."""
    if formula is not None:
        return f"={formula}"
    if isinstance(value, ErrorValue):
        return value.code
    return "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)


def _unlocked(page: Page, open_now: AbstractSet[str]) -> Iterator[Finding]:
    """Report cells that can be typed into although they are no entries."""
    if page.styled_as_issued:
        return
    loose = {one for one, style in page.found.styles.items() if not style.locked} - open_now
    cells = [one for one in _in_order(loose) if not _free(page.name, one)]
    if cells and not page.move.still:  # locks stay behind where a program moves contents only
        stayed = [one for one in cells if one in page.issued.entries]
        for one in stayed:
            page.book.follow(page.name, page.cell(one))
        cells = [one for one in cells if one not in page.issued.entries]
    if cells:
        yield Finding("KCI-004", sheet=page.name, cells=tuple(map(page.cell, cells)))


def _foreign(
    page: Page, locked_now: AbstractSet[str], open_now: AbstractSet[str]
) -> Iterator[Finding]:
    """Report content where the issued sheet had none; what is only spaces shows nothing."""
    found = page.found
    strange = {
        address
        for held in (found.values, found.formulas)
        for address in held
        if address not in locked_now and address not in open_now
    }
    for address in _in_order(strange):
        text = shown(found.formulas.get(address), found.values.get(address))
        if text.strip() and not _free(page.name, address):
            facts = {"ditemukan": text}
            yield Finding("KCI-011", dict(facts), sheet=page.name, cells=(page.cell(address),))


def _free(sheet: str, address: str) -> bool:
    """Whether a cell lies in the body of Catatan Pemeriksaan, which is open to everybody."""
    return sheet == CATATAN and split_a1(address)[0] >= CATATAN_FIRST


def _in_order(addresses: Iterable[str]) -> list[str]:
    return sorted(addresses, key=split_a1)
