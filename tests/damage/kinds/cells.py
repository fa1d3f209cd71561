"""Damage to what is locked: texts, formulas, results, number formats, and what does not belong there."""

import re

from iku.address import CellRef, split_a1
from tests.damage.kinds.kind import HARMLESS, Expected, at, kind, some_sheet
from tests.damage.package import Book

# Locked texts and numbers.


@kind
def text_replaced(book: Book) -> Expected:
    ref = book.pick(book.texts)
    book.text_cell(ref, "Bukan teks yang dibagikan")
    return at("KCI-001", ref)


@kind
def text_one_letter(book: Book) -> Expected | None:
    ref = book.pick(book.texts)
    text = str(book.value(ref))
    if not text[0].isalpha():
        return None
    book.text_cell(ref, ("X" if text[0] != "X" else "Y") + text[1:])
    return at("KCI-001", ref)


@kind
def text_longer(book: Book) -> Expected:
    ref = book.pick(book.texts)
    book.text_cell(ref, f"{book.value(ref)} (revisi)")
    return at("KCI-001", ref)


@kind
def text_blanked(book: Book) -> Expected:
    ref = book.pick(book.texts)
    book.put(ref, "")
    return at("KCI-001", ref)


@kind
def text_cell_removed(book: Book) -> Expected:
    ref = book.pick(book.texts)
    book.swap(book.sheet_part(ref.sheet), book.cell_xml(ref), "")
    return at("KCI-001", ref)


@kind
def text_made_number(book: Book) -> Expected:
    ref = book.pick(book.texts)
    book.number_cell(ref, 17.0)
    return at("KCI-001", ref)


@kind
def text_made_formula(book: Book) -> Expected:
    ref = book.pick(book.texts)
    book.formula_cell(ref, "1+1", "2")
    return at("KCI-001 KCI-002", ref)


@kind
def texts_swapped(book: Book) -> Expected | None:
    one, other = book.pick(book.texts), book.pick(book.texts)
    if book.value(one) == book.value(other) or one.sheet != other.sheet:
        return None
    book.text_cell(one, str(book.value(other)))
    book.text_cell(other, str(book.value(one)))
    return at("KCI-001", one, other)


@kind
def number_changed(book: Book) -> Expected | None:
    if not book.numbers:
        return None
    ref = book.pick(book.numbers)
    value = book.value(ref)
    assert isinstance(value, float)
    book.number_cell(ref, value * 2 + 1)
    return at("KCI-001", ref)


@kind
def number_made_text(book: Book) -> Expected | None:
    if not book.numbers:
        return None
    ref = book.pick(book.numbers)
    book.text_cell(ref, str(book.value(ref)))
    return at("KCI-001", ref)


# Formulas.


@kind
def formula_made_number(book: Book) -> Expected:
    ref = book.pick(book.formulas)
    book.number_cell(ref, 99.0)
    return at("KCI-003", ref)


@kind
def formula_frozen(book: Book) -> Expected:
    ref = book.pick(book.formulas)
    value = book.value(ref)
    if isinstance(value, float):
        book.number_cell(ref, value)
    else:
        book.text_cell(ref, str(value or "teks"))
    return at("KCI-003", ref)


@kind
def formula_made_text(book: Book) -> Expected:
    ref = book.pick(book.formulas)
    book.text_cell(ref, "Sangat baik")
    return at("KCI-003", ref)


@kind
def formula_blanked(book: Book) -> Expected:
    ref = book.pick(book.formulas)
    book.put(ref, "")
    return at("KCI-003", ref)


@kind
def formula_added_to(book: Book) -> Expected:
    ref = book.pick(book.formulas)
    book.formula_cell(ref, f"{book.formula(ref)}+1", "1")
    return at("KCI-002", ref)


@kind
def formula_made_easy(book: Book) -> Expected:
    ref = book.pick(book.formulas)
    book.formula_cell(ref, "100", "100")
    return at("KCI-002", ref)


@kind
def formula_points_below(book: Book) -> Expected | None:
    ref = book.pick(book.formulas)
    pointing = re.sub(
        r"([A-Z]\$?)(\d+)", lambda one: f"{one[1]}{int(one[2]) + 1}", book.formula(ref)
    )
    if pointing == book.formula(ref):
        return None
    book.formula_cell(ref, pointing, "1")
    return at("KCI-002", ref)


@kind
def formula_points_to_anothersome_sheet(book: Book) -> Expected | None:
    ref = book.pick([one for one in book.formulas if "Isian!" in book.formula(one)])
    book.formula_cell(ref, book.formula(ref).replace("Isian!", "Capaian!", 1), "1")
    return at("KCI-002", ref)


@kind
def formula_of_its_neighbour(book: Book) -> Expected | None:
    ref, other = book.pick(book.formulas), book.pick(book.formulas)
    if book.formula(ref) == book.formula(other):
        return None
    book.formula_cell(ref, book.formula(other), "1")
    return at("KCI-002", ref)


@kind
def formula_reads_another_file(book: Book) -> Expected:
    ref = book.pick(book.formulas)
    book.formula_cell(ref, "[1]Sheet1!A1", "1")
    return at("KCI-002", ref)


@kind
def counter_replaced(book: Book) -> Expected:
    sheet = book.seen.sheets["Isian"]
    counters = [one for one, text in sheet.formulas.items() if text.startswith("COUNTIF(")]
    ref = CellRef("Isian", *split_a1(book.choice(counters)))
    book.number_cell(ref, 0.0)
    return at("KCI-003", ref)


# Results that were stored and are not those of the formulas.


def _forged(book: Book, stored: str, kind_of_value: str) -> Expected:
    ref = book.pick([one for one in book.formulas if book.value(one) != stored])
    formula = re.search(r"<f[^>]*>.*?</f>", book.cell_xml(ref), re.DOTALL)
    assert formula is not None
    book.put(ref, f"{formula[0]}<v>{stored}</v>", kind_of_value)
    return at("KCI-020", ref)


@kind
def result_forged_as_number(book: Book) -> Expected:
    return _forged(book, "98.76543", "")


@kind
def result_forged_as_text(book: Book) -> Expected:
    return _forged(book, "Sangat Tinggi Sekali", "str")


@kind
def result_forged_as_error(book: Book) -> Expected:
    return _forged(book, "#N/A", "e")


# What does not belong there.


@kind
def text_in_a_blank(book: Book) -> Expected:
    ref = book.pick(book.blanks)
    book.text_cell(ref, "catatan saya")
    return at("KCI-011", ref)


@kind
def number_in_a_blank(book: Book) -> Expected:
    ref = book.pick(book.blanks)
    book.number_cell(ref, 12.0)
    return at("KCI-011", ref)


@kind
def text_beside_the_form(book: Book) -> Expected:
    ref = CellRef(some_sheet(book), book.rng.randint(1, 400), book.rng.randint(40, 60))
    book.text_cell(ref, "lihat WA pak Budi", "0")
    return at("KCI-011", ref)


@kind
def formula_in_a_blank(book: Book) -> Expected:
    ref = book.pick(book.blanks)
    book.formula_cell(ref, "1+1", "2")
    return at("KCI-011", ref)


@kind
def spaces_in_a_blank(book: Book) -> Expected:
    book.put(book.pick(book.blanks), '<is><t xml:space="preserve">  </t></is>', "inlineStr")
    return HARMLESS


# Number formats of what is locked.


def _result_format(book: Book, code: str) -> Expected:
    ref = book.pick(
        [
            one
            for one in book.formulas
            if type(book.value(one)) is float
            and book.seen.sheets[one.sheet].styles[one.a1].number_format != "General"
        ]
    )
    book.restyle(ref, book.style(ref, locked=True, code=code))
    return at("KCI-019", ref)


@kind
def result_invisible(book: Book) -> Expected:
    return _result_format(book, ";;;")


@kind
def result_percent(book: Book) -> Expected:
    return _result_format(book, "0.000%")


@kind
def result_in_millions(book: Book) -> Expected:
    return _result_format(book, "0.0000,,")


@kind
def result_with_other_decimals(book: Book) -> Expected:
    return _result_format(book, "0.0000000")
