"""Reading tests: the sentence alone is enough to mend what it speaks of.

Each code has a repair that knows only the workbook and the text; then Validasi is pressed again.
"""

from collections.abc import Callable
from functools import cache

import pytest

from iku.cells import WorkbookSnapshot
from iku.finding import Severity
from tests.corpus import forms
from tests.corpus.case import Case
from tests.messages.desk import Desk, as_number, look
from workbook_reader.snapshot import read_snapshot_bytes

Repair = Callable[[Desk], object]


def rule_of_two(desk: Desk) -> None:
    """Part and whole were interchanged, or one of them is wrong: type one that fits."""
    whole = desk.number(r"melebihi .*? \(#\)")
    desk.type(whole, at=0)
    if len(desk.cells) > 1 and desk.content(1) != whole:
        desk.type(whole, at=1)


def computed(desk: Desk) -> None:
    """Correct the report: the cell that holds what was printed gets what the sentence computes."""
    desk.type(as_number(desk.told(r"hitungannya (?:.* = )?([\d.,]+)[.;]? ")))


def grade(desk: Desk) -> None:
    right = desk.told(r"berpredikat (\w+)\.")
    desk.type_where(desk.told(r"dengan predikat (\w+),"), right)


def survey(desk: Desk) -> None:
    """The sum lies between one and four times the number of respondents."""
    desk.type(desk.number(r"dengan # responden") * 3)


def earlier_plus(desk: Desk) -> None:
    """Counted since the beginning of the year: this quarter comes on top of the one before."""
    desk.type(desk.number(r"adalah #,") + desk.number(r"sebelumnya \(#\)"))


def within(desk: Desk) -> None:
    least, most = "terkecil: ", "terbesar: "
    bound = least if least in desk.text else most
    desk.type(desk.number(f"{bound}#"))


def other_status(desk: Desk) -> None:
    """The figure is right, so the status goes."""
    desk.type_where(desk.told(r"berstatus ([^;]+);"), None)


def all_alike(desk: Desk) -> None:
    for n in range(len(desk.cells)):
        desk.type(desk.content(0), at=n)


def number_again(desk: Desk) -> None:
    """The cell shows a date: give it the format of a number, then type the figure."""
    desk.format_as_number()
    desk.type(85.0)


def chosen_period(desk: Desk) -> None:
    """Choose the period that the sentence names, in the cell that it names."""
    sheet, _, address = desk.told(r"pada (\w+!\w+)\.$").partition("!")
    desk.type_at(desk.seen.sheets[sheet], address, desk.told(r"Contoh: pilih (\w+) "))


def sheet_named(desk: Desk) -> str:
    return desk.told(r"lembar ([\w ]+?) (?:bukan|disembunyikan|tidak|ini)")


def order(desk: Desk) -> None:
    first = desk.example.split(" (+")[0].split(", ")
    rest = [name for name in desk.seen.sheets if name not in first]
    desk.seen.sheets = {name: desk.seen.sheets[name] for name in (*first, *rest)}


def unhide_rows(desk: Desk) -> None:
    sheet, _ = desk.cells[0]
    sheet.hidden_rows.discard(int(desk.told(r"baris (\d+)")))


def text_again(desk: Desk) -> None:
    desk.type(desk.told(r'Seharusnya: "([^"]+)"'))


def formula_again(desk: Desk) -> None:
    sheet, address = desk.cells[0]
    desk.type(None)
    sheet.formulas[address] = desk.told(r"(?:Seharusnya|Rumus semula): =(.*?)\. [A-Z]")


def only_value(desk: Desk) -> None:
    """Type the value of the formula that was pasted into an entry."""
    shown = desk.told(r"rumus \(=([\d+]+)\)")
    desk.type(float(sum(map(int, shown.split("+")))))


def away(desk: Desk) -> None:
    for sheet, address in desk.cells:
        desk.type_at(sheet, address, None)


REPAIRS: dict[str, Repair] = {
    "IDN-001": lambda desk: desk.type(desk.choices(r"sel itu \(")[0]),
    "IDN-002": lambda desk: desk.type(desk.choices("salah satu: ")[0]),
    "IDN-003": lambda desk: desk.type(desk.told(r"pilih (\w+) pada sel")),
    "IDN-004": lambda desk: desk.type_into_blanks(desk.told(r"NIP ([\d ]+)\.")),
    "IDN-005": lambda desk: desk.type(desk.example),
    "IDN-006": lambda desk: desk.type(desk.example),
    "IDN-007": chosen_period,
    "IDN-011": lambda desk: desk.type("5 Januari 2026"),
    "IDN-012": lambda desk: desk.type(desk.told(r"atau ([\w ]+)\.$")),
    "ISI-001": lambda desk: desk.type_into_blanks(desk.number(r"; # bila memang nol")),
    "ISI-002": other_status,
    "ISI-003": lambda desk: desk.type(desk.choices("salah satu: ")[0]),
    "ISI-004": lambda desk: desk.type_into_blanks(desk.example),
    "ISI-005": lambda desk: desk.type_into_blanks(desk.example.partition(", ")[2]),
    "ISI-006": lambda desk: desk.type(desk.choices("pada sel itu: ")[0]),
    "ISI-007": lambda desk: desk.type(as_number(desk.example)),
    "ISI-008": within,
    "ISI-009": lambda desk: desk.type(float(round(desk.number(r"berisi #,")))),
    "ISI-010": lambda desk: desk.type(as_number(desk.example)),
    "ISI-011": lambda desk: desk.type(as_number(desk.example)),
    "ISI-013": lambda desk: desk.type(as_number(desk.example)),
    "ANG-001": lambda desk: desk.type(as_number(desk.example)),
    "ANG-002": lambda desk: desk.type(as_number(desk.told(r"dua angka: ([\d.]+),"))),
    "ANG-003": lambda desk: desk.type(None),
    "ANG-004": number_again,
    "ANG-009": lambda desk: desk.type(desk.example.removeprefix("'")),
    "ANG-008": lambda desk: desk.type(as_number(desk.example)),
    "ANG-007": lambda desk: desk.type(desk.number("dimaksud #")),
    "LOG-001": rule_of_two,
    "LOG-002": lambda desk: desk.type(94.0),
    "LOG-003": computed,
    "LOG-004": grade,
    "LOG-005": survey,
    "LOG-006": lambda desk: desk.type(desk.number("menjadi #")),
    "LOG-007": all_alike,
    "LOG-009": computed,
    "LOG-011": lambda desk: desk.type(desk.number("mencatat #")),
    "LOG-012": lambda desk: desk.type(desk.number(r"hanya (?:[\d.,]+ \(\d+/\d+\), )?#")),
    "LOG-014": lambda desk: desk.type(desk.number(r"setahunnya \(#\)")),
    "TRN-005": earlier_plus,
    "NAR-001": lambda desk: desk.type_into_blanks(desk.told(r'Contoh: "([^"]+)"')),
    "NAR-002": lambda desk: desk.type(desk.example),
    "NAR-003": lambda desk: desk.type(desk.told(r'Contoh: "([^"]+)"')),
    "NAR-004": lambda desk: desk.type(desk.example),
    "STR-005": lambda desk: desk.seen.sheets.pop(sheet_named(desk)),
    "STR-006": order,
    "STR-010": lambda desk: setattr(desk.seen.sheets[sheet_named(desk)], "state", "visible"),
    "STR-012": unhide_rows,
    "STR-013": lambda desk: setattr(
        desk.seen.sheets[desk.text.partition(":")[0]], "filtered", False
    ),
    "STR-014": lambda desk: desk.seen.external_links.clear(),
    "STR-015": lambda desk: setattr(desk.seen, "has_macros", False),
    "KCI-001": text_again,
    "KCI-002": formula_again,
    "KCI-003": formula_again,
    "KCI-010": only_value,
    "KCI-011": away,
    "KCI-018": lambda desk: desk.format_as_number(),
}
TO_CONFIRM = (
    *("TRN-001", "TRN-002", "TRN-004", "TRN-006", "TRN-007", "TRN-008", "TRN-009"),
    *("LOG-008", "LOG-013", "ISI-013"),
)


@cache
def cases() -> dict[str, Case]:
    return {case.code: case for case in forms.cases()}


def opened(code: str) -> WorkbookSnapshot:
    data = cases()[code].files[forms.NAME]
    assert isinstance(data, bytes)
    seen = read_snapshot_bytes(data, forms.NAME)
    assert isinstance(seen, WorkbookSnapshot)
    return seen


def told(code: str, seen: WorkbookSnapshot) -> list[tuple[str, Severity | None]]:
    """What is said of a workbook under a code: the whole text that a reader has."""
    return [(f"{one.message} {one.fix}", one.severity) for one in look(seen) if one.code == code]


def test_at_least_thirty_sentences_are_followed() -> None:
    assert len(REPAIRS) + len(TO_CONFIRM) >= 30


@pytest.mark.parametrize("code", REPAIRS)
def test_a_repair_needs_nothing_but_the_sentence(code: str) -> None:
    seen = opened(code)
    before = told(code, seen)
    assert before
    for text, _ in before:
        REPAIRS[code](Desk(seen, text))
    assert told(code, seen) == []


@pytest.mark.parametrize("code", TO_CONFIRM)
def test_what_is_right_after_all_is_confirmed_where_the_sentence_says(code: str) -> None:
    seen = opened(code)
    ((text, severity), *_) = told(code, seen)
    assert severity is Severity.WARNING
    assert "di kolom Alasan pada lembar Catatan Pemeriksaan" in text
    Desk(seen, text).write_reason(code)
    assert {severity for _, severity in told(code, seen)} == {Severity.INFO}
