"""Faults of a Kamus come all at once, each with its sheet and cell."""

from dataclasses import replace

import pytest

from iku.cells import ErrorValue, StyleFacts, Value
from iku.kamus.blueprint import kamus
from iku.kamus.load import parse_kamus
from iku.messages import explain

from .received import as_received, edited, faults, places, sample


def test_an_untouched_kamus_has_no_faults() -> None:
    assert faults(edited({})) == []


def test_every_fault_is_reported_at_once_in_the_order_of_the_sheets() -> None:
    found = places(
        edited(
            {
                "Umum!B9": "dua ribu",
                "Indikator!H6": None,
                "Indikator!I7": "naik",
                "Indikator!N6": "rt_dibina/*rt",
                "Komponen!C7": "rt1",
                "Target!E6": "20,5",
                "Unit!B6": None,
                "Skala!D6": "Baik",
            }
        )
    )

    assert found == [
        ("DEF-004", "Umum!B9"),
        ("DEF-003", "Indikator!H6"),
        ("DEF-004", "Indikator!N6"),
        ("DEF-004", "Indikator!I7"),
        ("DEF-006", "Komponen!C7"),
        ("DEF-004", "Target!E6"),
        ("DEF-003", "Unit!B6"),
        ("DEF-003", "Skala!A6"),
    ]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"Umum!B7": None}, ("DEF-003", "Umum!B7")),
        ({"Indikator!A6": "9"}, ("DEF-006", "Indikator!A6")),
        ({"Indikator!A6": None}, ("DEF-003", "Indikator!A6")),
        ({"Indikator!B7": "K1"}, ("DEF-006", "Indikator!B7")),
        ({"Indikator!J6": "3"}, ("DEF-006", "Indikator!J6")),
        ({"Indikator!N6": "rt_dibina/warga"}, ("DEF-006", "Indikator!N6")),
        ({"Indikator!X6": "TW9"}, ("DEF-004", "Indikator!X6")),
        ({"Indikator!AL6": "skala_lain"}, ("DEF-004", "Indikator!AL6")),
        ({"Komponen!A6": "K9"}, ("DEF-006", "Komponen!A6")),
        ({"Komponen!C6": "SUM"}, ("DEF-006", "Komponen!C6")),
        ({"Komponen!L6": "penduduk"}, ("DEF-006", "Komponen!L6")),
        ({"Target!C9": "K1", "Target!E9": "1"}, ("DEF-005", "Target!C9")),
        ({"Target!C9": "K9", "Target!E9": "1"}, ("DEF-006", "Target!C9")),
        ({"Target!E9": "1"}, ("DEF-003", "Target!C9")),
        ({"Target!A9": "99.01.01", "Target!C9": "K9"}, ("DEF-006", "Target!C9")),
        ({"Target!A9": "00", "Target!C9": "K1"}, ("DEF-006", "Target!A9")),
        ({"Target!B9": "1", "Target!C9": "K1"}, ("DEF-003", "Target!A9")),
        (
            {"Target!A9": "99.01.01", "Target!B9": "1", "Target!C9": "K1"},
            ("DEF-006", "Target!B9"),
        ),
        ({"Target!O4": "2025"}, ("DEF-005", "Target!O4")),
        ({"Unit!A7": "99.01.01"}, ("DEF-006", "Unit!A7")),
        ({"Unit!F6": "K9"}, ("DEF-006", "Unit!F6")),
        ({"Wilayah!A6": "00", "Wilayah!C6": "1", "Wilayah!D6": "A"}, ("DEF-006", "Wilayah!A6")),
        ({"Wilayah!A6": "99.01.01", "Wilayah!D6": "A"}, ("DEF-003", "Wilayah!C6")),
        ({"Penanda Tangan!A8": "99.01.01"}, ("DEF-005", "Penanda Tangan!A8")),
        ({"Kondisi Awal!A6": "99.01.01"}, ("DEF-003", "Kondisi Awal!C6")),
        (
            {"Kondisi Awal!A6": "99.01.01", "Kondisi Awal!C6": "K9"},
            ("DEF-006", "Kondisi Awal!C6"),
        ),
        ({"PK!A6": "99.01.01", "PK!D6": "1/2025"}, ("DEF-003", "PK!C6")),
        ({"Catatan Sumber!A6": "satuan"}, ("DEF-003", "Catatan Sumber!D6")),
        ({"Indikator!AN4": "Warna"}, ("DEF-002", "Indikator!AN4")),
        ({"Indikator!AN6": "biru"}, ("DEF-002", "Indikator!AN6")),
        ({"Indikator!H4": "Satuannya"}, ("DEF-003", "Indikator!A4")),
        ({"Umum!A13": "Warna", "Umum!B13": "biru"}, ("DEF-002", "Umum!B13")),
        ({"Indikator!C6": ErrorValue("#REF!")}, ("DEF-004", "Indikator!C6")),
    ],
)
def test_a_fault_names_its_cell(changes: dict[str, Value], fault: tuple[str, str]) -> None:
    assert fault in places(edited(changes))


def test_a_fault_names_the_head_that_people_see() -> None:
    fault = explain(faults(edited({"Indikator!H6": None}))[0])

    assert (fault.sheet, fault.cells, fault.line) == ("Indikator", ("Indikator!H6",), None)
    assert "Indikator!H6: kunci Satuan wajib ada" in fault.message


def test_a_missing_sheet_is_named_and_nothing_else_is_guessed() -> None:
    snapshot = edited({})
    del snapshot.sheets["Target"]

    found = faults(snapshot)

    assert [one.code for one in found] == ["DEF-001"]
    assert "Target" in str(found[0].facts["alasan"])


def test_a_faulty_scale_of_ones_own_is_mended_in_its_own_row() -> None:
    changes = {
        "Indikator!AL6": "saya",
        "Skala!A6": "saya",
        "Skala!B6": "Skala saya",
        "Skala!D6": "Baik",
        "Skala!E6": "sembilan",
    }

    assert places(edited(changes)) == [("DEF-004", "Skala!E6")]


def test_a_formula_that_was_never_computed_is_not_taken_for_a_blank() -> None:
    snapshot = edited({"Indikator!H6": None})
    snapshot.sheets["Indikator"].formulas["H6"] = "G6"
    snapshot.sheets["Indikator"].uncomputed.add("H6")

    assert ("DEF-004", "Indikator!H6") in [(one.code, *one.cells) for one in faults(snapshot)]


def test_numbers_that_excel_took_for_percent_are_refused_not_divided() -> None:
    snapshot = edited({"Target!E6": 0.2})
    snapshot.sheets["Target"].styles["E6"] = StyleFacts(locked=False, number_format="0%")

    assert places(snapshot) == [("DEF-004", "Target!E6")]


def test_plain_numbers_are_taken_as_they_are() -> None:
    definition = parse_kamus(edited({"Target!E6": 20.5, "Umum!B9": 2025.0, "Indikator!A6": 1.0}))

    assert str(definition.indikator[0].target["TW1"].nilai) == "20.5"
    assert definition.tahun == 2025


def test_rows_may_stand_anywhere_and_blank_rows_between_them_count_for_nothing() -> None:
    snapshot = as_received(kamus(sample()).blueprint)
    komponen = snapshot.sheets["Komponen"]
    moved = {
        address.replace("7", "30")
        if address.endswith("7") and len(address) == 2
        else address: value
        for address, value in komponen.values.items()
    }
    snapshot.sheets["Komponen"] = replace(komponen, values=moved)

    assert "A30" in moved
    assert parse_kamus(snapshot) == sample()
