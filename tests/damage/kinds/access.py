"""Damage to locks, protection, and the entry cells."""

import re
from collections.abc import Callable

from tests.damage.kinds.kind import WORKBOOK, Expected, at, kind, some_sheet
from tests.damage.package import Book

# Locks and protection.


@kind
def text_unlocked(book: Book) -> Expected:
    ref = book.pick(book.texts)
    book.restyle(ref, book.style(ref, locked=False, code="General"))
    return at("KCI-004", ref)


@kind
def formula_unlocked(book: Book) -> Expected:
    ref = book.pick(book.formulas)
    format_now = book.seen.sheets[ref.sheet].styles[ref.a1].number_format
    book.restyle(ref, book.style(ref, locked=False, code=format_now))
    return at("KCI-004", ref)


@kind
def blank_unlocked(book: Book) -> Expected:
    ref = book.pick(book.blanks)
    book.restyle(ref, book.style(ref, locked=False, code="General"))
    return at("KCI-004", ref)


@kind
def entry_locked(book: Book) -> Expected:
    ref = book.pick(book.entries)
    format_now = book.seen.sheets[ref.sheet].styles[ref.a1].number_format
    book.restyle(ref, book.style(ref, locked=True, code=format_now))
    return at("KCI-009", ref)


def _protection(book: Book, change: Callable[[str], str], sheet: str) -> None:
    book.edit(
        book.sheet_part(sheet),
        lambda text: re.sub(r"<sheetProtection[^>]*/>", lambda one: change(one[0]), text),
    )


@kind
def sheet_protection_removed(book: Book) -> Expected:
    sheet = some_sheet(book)
    _protection(book, lambda _: "", sheet)
    return Expected(("KCI-005",), (sheet,))


@kind
def sheet_protection_off(book: Book) -> Expected:
    sheet = some_sheet(book)
    _protection(book, lambda text: text.replace(' sheet="1"', ' sheet="0"'), sheet)
    return Expected(("KCI-005",), (sheet,))


@kind
def home_protection_off(book: Book) -> Expected:
    _protection(book, lambda _: "", "_iku")
    return Expected(("KCI-005",), ("_iku",))


@kind
def protection_loosened(book: Book) -> Expected:
    option = book.choice(
        ["formatCells", "insertRows", "deleteRows", "insertColumns", "deleteColumns", "sort"]
    )
    sheet = some_sheet(book)
    _protection(book, lambda text: text.replace(f'{option}="1"', f'{option}="0"'), sheet)
    return Expected(("KCI-016",), (sheet,))


@kind
def pictures_may_be_changed(book: Book) -> Expected:
    sheet = some_sheet(book)
    _protection(book, lambda text: text.replace(' objects="1"', ""), sheet)
    return Expected(("KCI-016",), (sheet,))


@kind
def sheet_password_removed(book: Book) -> Expected:
    _protection(book, lambda text: re.sub(r' (hash|salt)Value="[^"]*"', "", text), some_sheet(book))
    return Expected(("KCI-015",))


@kind
def structure_lock_removed(book: Book) -> Expected:
    book.edit(WORKBOOK, lambda text: re.sub(r"<workbookProtection[^>]*/>", "", text))
    return Expected(("KCI-006",))


# Entry cells.


def _rule(book: Book, change: Callable[[str], str], holds: str = "") -> Expected | None:
    part = book.sheet_part("Isian")
    rules = [
        one[0]
        for one in re.finditer(r"<dataValidation .*?</dataValidation>", book.text(part), re.DOTALL)
        if holds in one[0] and change(one[0]) != one[0]
    ]
    if not rules:
        return None
    rule = book.choice(rules)
    area = re.search(r'sqref="([^" :]+)', rule)
    assert area is not None
    book.swap(part, rule, change(rule))
    return Expected(("KCI-007",), (f"Isian!{area[1]}",))


@kind
def rule_removed(book: Book) -> Expected | None:
    return _rule(book, lambda _: "")


@kind
def rule_widened(book: Book) -> Expected | None:
    return _rule(book, lambda text: text.replace("<formula1>0<", "<formula1>-5<"))


@kind
def rule_of_another_type(book: Book) -> Expected | None:
    return _rule(book, lambda text: re.sub(r'type="(whole|decimal)"', 'type="textLength"', text))


@kind
def rule_operator_changed(book: Book) -> Expected | None:
    return _rule(book, lambda text: text.replace('operator="between"', 'operator="notBetween"'))


@kind
def rule_lets_all_pass(book: Book) -> Expected | None:
    return _rule(book, lambda text: text.replace('showErrorMessage="1"', 'showErrorMessage="0"'))


@kind
def choices_changed(book: Book) -> Expected | None:
    return _rule(
        book,
        lambda text: text.replace("<formula1>&quot;", "<formula1>&quot;Lain,").replace(
            '<formula1>"', '<formula1>"Lain,'
        ),
        'type="list"',
    )


def _entry_format(book: Book, code: str, expected: str) -> Expected:
    ref = book.pick(book.number_entries)
    book.restyle(ref, book.style(ref, locked=False, code=code))
    return at(expected, ref)


@kind
def entry_percent(book: Book) -> Expected:
    return _entry_format(book, book.choice(["0%", "0.00%", '0.0 "x" %']), "KCI-008")


@kind
def entry_as_date(book: Book) -> Expected:
    return _entry_format(book, book.choice(["d-mmm", "dd/mm/yyyy", "h:mm"]), "KCI-018 ANG-004")


@kind
def entry_invisible(book: Book) -> Expected:
    return _entry_format(book, book.choice([";;;", '"-"', ";"]), "KCI-018")


@kind
def entry_in_thousands(book: Book) -> Expected:
    return _entry_format(book, book.choice(["#,##0,", "0.0,,", '0, "ribu"']), "KCI-018")


@kind
def entry_with_formula(book: Book) -> Expected:
    ref = book.pick(book.entries)
    book.formula_cell(ref, book.choice(["40+8", "SUM(A1:A3)", "Isian!B2"]), "48")
    return at("KCI-010", ref)


@kind
def entry_linked_to_a_file(book: Book) -> Expected:
    ref = book.pick(book.entries)
    book.formula_cell(ref, "'[rekap.xlsx]Sheet1'!B2", "48")
    return at("KCI-010", ref)


@kind
def entry_pasted_from_another_book(book: Book) -> Expected:
    ref = book.pick(book.number_entries)
    book.restyle(ref, book.style(ref, locked=True, code="General"))
    return at("KCI-009", ref)
