"""Rules at their edges: protection option by option, what is the same result, what was meant."""

from decimal import Decimal

import pytest

from iku.blueprint import Access
from iku.cells import ErrorValue, SheetSnapshot, Value
from iku.checks import check_submission
from iku.definition.load import parse_definition
from iku.definition.model import NilaiTarget
from iku.finding import Finding
from iku.layout.layout import Layout
from iku.tamper.following import same_result
from iku.terbitan import issue
from tests.calculation.reports import HEAD
from tests.checks.books import blueprint, check, received, small, snapshot, typed
from tests.checks.test_rules import GOOD

SHEETS = [name for name, sheet in snapshot(small(), {}).sheets.items() if sheet.protected]
FORBIDDING = (
    *("formatCells", "formatRows", "insertColumns", "insertRows", "insertHyperlinks"),
    *("deleteColumns", "deleteRows", "sort", "pivotTables"),
)


def codes_after(sheet: str, /, **options: str | None) -> list[tuple[str, object]]:
    """What is told of a book in which these options of a sheet's protection are otherwise."""
    seen = snapshot(small(), typed(GOOD))
    change(seen.sheets[sheet], options)
    found = check_submission(received(seen))
    return [(one.code, one.facts.get("pilihan")) for one in found]


def change(sheet: SheetSnapshot, options: dict[str, str | None]) -> None:
    for key, value in options.items():
        if value is None:
            sheet.protection.pop(key, None)
        else:
            sheet.protection[key] = value


def test_the_hidden_record_is_protected_like_every_other_sheet() -> None:
    assert {"_iku", "Isian", "Capaian"} <= set(SHEETS)


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_whose_protection_was_switched_off_is_told(sheet: str) -> None:
    assert ("KCI-005", None) in codes_after(sheet, sheet="0")


@pytest.mark.parametrize("option", FORBIDDING)
def test_an_option_that_protection_forbids_and_somebody_allowed_is_told(option: str) -> None:
    assert codes_after("Isian", **{option: "0"}) == [("KCI-016", [option])]
    assert codes_after("Isian", **{option: "1"}) == []
    assert codes_after("Isian", **{option: "true"}) == []


@pytest.mark.parametrize("option", ["objects", "scenarios"])
def test_what_is_forbidden_only_where_it_is_said_is_told_where_it_is_not(option: str) -> None:
    assert codes_after("Isian", **{option: None}) == [("KCI-016", [option])]
    assert codes_after("Isian", **{option: "0"}) == [("KCI-016", [option])]


@pytest.mark.parametrize("option", ["formatColumns", "autoFilter"])
def test_what_everybody_may_do_is_not_told(option: str) -> None:
    assert codes_after("Isian", **{option: "0"}) == []
    assert codes_after("Isian", **{option: None}) == []


@pytest.mark.parametrize(
    ("stored", "computed", "same"),
    [
        (90.0, 90.0, True),
        (0.1 + 0.2, 0.3, True),
        (90.0, 90.1, False),
        (1e12, 1e12 + 0.001, True),
        (0.0, 1e-7, False),
        (None, "", True),
        (0.0, "", True),  # LibreOffice, in an .ods file
        (1.0, "", False),
        ("", 0.0, False),
        ("Belum diisi", "Nihil", False),
        (90.0, "90", False),
        (True, 1.0, True),
        (ErrorValue("#DIV/0!"), 1.0, False),
    ],
)
def test_a_stored_result_is_the_computed_one_but_for_the_last_digits(
    stored: Value, computed: Value, *, same: bool
) -> None:
    assert same_result(stored, computed) is same


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("n/a", "Data belum tersedia"),
        ("NA", "Data belum tersedia"),
        ("Belum Rilis", "Data belum tersedia"),
        ("menyusul", "Data belum tersedia"),
        ("menunggu BPS", "Data belum tersedia"),
        ("nihil", "Nihil"),
        ("Tidak ada", "Nihil"),
        ("kosong", "Nihil"),
        ("-", "Nihil atau Data belum tersedia"),
        ("nanas", "Nihil atau Data belum tersedia"),
    ],
)
def test_words_in_the_place_of_a_number_are_answered_with_the_status_that_they_mean(
    text: str, advice: str
) -> None:
    (one,) = check(small(), {**GOOD, "isian.C2.nilai.TAHUN": text})

    assert (one.code, one.facts["status"]) == ("ANG-003", advice)


def ambiguous(text: str, *, target: str = "", earlier: dict[str, str | None]) -> Finding:
    """What is told of a text with two readings, typed for an index with these earlier years."""
    given = f", target: {{TAHUN: {target}}}" if target else ""
    definition = parse_definition(
        f"{HEAD}\nsasaran:\n  - nama: Mutu\n    indikator:\n"
        "      - {kode: K, nama: Indeks, satuan: indeks, polaritas: maksimasi,"
        f" nilai: {{jenis: langsung}}{given}}}\n"
    )
    before = {
        year: NilaiTarget(nilai=None if value is None else Decimal(value), predikat="B")
        for year, value in earlier.items()
    }
    of = Layout(issue(definition, definition.unit[0], {"K": before}))
    found = check(of, {"isian.K.nilai.TAHUN": text})
    return next(one for one in found if one.code == "ANG-002")


@pytest.mark.parametrize(
    ("target", "earlier", "meant", "by"),
    [
        ("84", {}, "84,605", "84"),
        ("80000", {}, "84605", "80.000"),
        ("", {"2024": "83"}, "84,605", "83"),
        ("", {"2024": "90000"}, "84605", "90.000"),
        ("", {"2024": None, "2023": "82"}, "84,605", "82"),  # a grade alone says no number
        ("84", {"2024": "90000"}, "84,605", "84"),  # the target is the closest
        ("", {"2024": "1500"}, None, None),
        ("", {}, None, None),
    ],
)
def test_of_two_readings_the_one_is_meant_that_fits_target_or_earlier_years(
    target: str, earlier: dict[str, str | None], meant: str | None, by: str | None
) -> None:
    one = ambiguous("84.605", target=target, earlier=earlier)

    assert (one.facts.get("cocok"), one.facts.get("acuan")) == (meant, by)


@pytest.mark.parametrize(
    ("typed_value", "told"), [(1, "1"), ("Mungkin", "Mungkin"), ("  Entah ", "Entah")]
)
def test_a_choice_that_is_not_listed_is_repeated_as_it_was_typed(
    typed_value: object, told: str
) -> None:
    (one,) = check(small(), {**GOOD, "isian.C3.nilai.TAHUN": typed_value})

    assert (one.code, one.facts["tertulis"]) == ("ISI-006", told)


def locked_numbers() -> list[tuple[str, str, float]]:
    """Locked constants of the form that are numbers: sheet, cell, value."""
    return [
        (sheet.name, cell.a1, float(cell.content))
        for sheet in blueprint(small()).sheets
        for cell in sheet.cells
        if isinstance(cell.content, int | float)
        and not isinstance(cell.content, bool)
        and cell.access is Access.LOCKED
        and sheet.name != "_iku"
    ]


@pytest.mark.parametrize("written", ["{:g}", "{}", "{:.2f}"])
def test_a_locked_number_that_became_a_text_is_told(written: str) -> None:
    sheet, address, number = locked_numbers()[0]
    text = written.format(number)
    seen = snapshot(small(), typed(GOOD))
    seen.sheets[sheet].values[address] = text
    found = [
        one for one in check_submission(received(seen)) if one.cells == (f"{sheet}!{address}",)
    ]

    assert [one.code for one in found] == ["KCI-001"]
    reads_the_same = text == f"{number:.15g}"
    assert ("tersimpan sebagai teks" in found[0].message) is reads_the_same


@pytest.mark.parametrize("more", [1, -1])
def test_a_locked_number_that_became_another_is_told(more: int) -> None:
    sheet, address, number = locked_numbers()[-1]
    seen = snapshot(small(), typed(GOOD))
    seen.sheets[sheet].values[address] = number + more
    found = [
        one for one in check_submission(received(seen)) if one.cells == (f"{sheet}!{address}",)
    ]

    assert [one.code for one in found] == ["KCI-001"]


def test_a_formula_that_took_the_place_of_a_locked_number_is_shown() -> None:
    sheet, address, _ = locked_numbers()[0]
    seen = snapshot(small(), typed(GOOD))
    seen.sheets[sheet].formulas[address] = "1+1"
    found = [
        one for one in check_submission(received(seen)) if one.cells == (f"{sheet}!{address}",)
    ]

    told = [(one.code, one.facts.get("ditemukan")) for one in found]

    assert ("KCI-001", "=1+1") in told


@pytest.mark.parametrize(
    ("kode", "meant", "by"), [("A1", "90,425", "90,425532"), ("C3", "90,425", "100")]
)
def test_a_reported_value_is_read_as_what_was_computed(kode: str, meant: str, by: str) -> None:
    (one,) = check(small(), {**GOOD, f"dilaporkan.{kode}.TAHUN": "90.425"})

    assert (one.code, one.facts["cocok"], one.facts["acuan"]) == ("ANG-002", meant, by)


def codes_of(value: float, *, satuan: str, target: str = "100") -> set[str]:
    """What is told of one value typed for an indicator with a target."""
    definition = parse_definition(
        f"{HEAD}\nsasaran:\n  - nama: Mutu\n    indikator:\n"
        f"      - {{kode: K, nama: Indeks, satuan: '{satuan}', polaritas: maksimasi,"
        f" nilai: {{jenis: langsung}}, target: {{TAHUN: {target}}}}}\n"
    )
    of = Layout(issue(definition, definition.unit[0]))
    return {one.code for one in check(of, {"isian.K.nilai.TAHUN": value})}


@pytest.mark.parametrize(
    ("value", "code"), [(150, None), (150.5, "TRN-001"), (0, None), (-0.5, "TRN-002")]
)
def test_a_capaian_beyond_150_or_below_nothing_is_asked_about(
    value: float, code: str | None
) -> None:
    told = codes_of(value, satuan="nilai") & {"TRN-001", "TRN-002"}

    assert told == ({code} if code else set())


@pytest.mark.parametrize(
    ("value", "told"),
    [(0.9, True), (1, True), (0.3, True), (0.29, False), (1.01, False), (2, False), (0, False)],
)
def test_a_part_of_one_is_asked_about_where_percent_are_likely(value: float, *, told: bool) -> None:
    assert ("ANG-007" in codes_of(value, satuan="%", target="90")) == told
    assert "ANG-007" not in codes_of(value, satuan="nilai", target="90")
