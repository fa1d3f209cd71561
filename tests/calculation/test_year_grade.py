"""A grade is a target like any other: it changes with a PK perubahan, and has later years."""

import pytest

from iku.definition.load import parse_definition
from iku.entry_workbook import entry_blueprint, formula_values
from iku.layout.layout import Layout
from iku.terbitan import issue
from tests.calculation.reports import HEAD

LOW, HIGH = "{predikat: B, nilai: 65}", "{predikat: BB, nilai: 71}"
PERIODS = ("TW1", "TW2", "TW3", "TW4")
GRADE = (
    "{kode: K, nama: AKIP, satuan: nilai, polaritas: maksimasi, triwulan: akhir,"
    " nilai: {jenis: predikat}, target: {TARGET}}"
)
CHANGE = f"{{jenis: perubahan, berlaku_mulai: TW3, target: {{K: {{TW3: {HIGH}, TW4: {HIGH}, '2025': {HIGH}}}}}}}"


def layout(*, pk: str = "", later: str = "") -> Layout:
    own = ", ".join(f"{period}: {LOW}" for period in (*PERIODS, "'2025'"))
    line = GRADE.replace("TARGET", own + later)
    definition = parse_definition(
        HEAD.replace("nama: Uji}]", f"nama: Uji, pk: [{pk}]}}]")
        + "pengaturan: {periode: triwulanan}\nsasaran:\n  - nama: S\n    indikator:\n"
        f"      - {line}\n"
    )
    return Layout(issue(definition, definition.unit[0]))


@pytest.mark.parametrize(
    ("lapor", "shown"),
    [
        ("TW1", "B (65,00)"),
        ("TW2", "B (65,00)"),
        ("TW3", "BB (71,00)"),
        ("TW4", "BB (71,00)"),
        ("TAHUN", "BB (71,00)"),
    ],
)
def test_the_form_shows_the_grade_that_was_in_force(lapor: str, shown: str) -> None:
    of = layout(pk=CHANGE)
    values = formula_values(entry_blueprint(of), {of.entries["identitas.periode_lapor"].ref: lapor})
    told = [
        value
        for cell, value in sorted(values.items())
        if cell.sheet == "Capaian" and isinstance(value, str) and value.startswith("B")
    ]

    assert told[:2] == [shown, shown]  # the target of the period, and that of the year


def test_the_head_of_a_later_target_says_whether_it_is_a_grade() -> None:
    of = layout(later=f", '2026': {HIGH}")
    cells = {
        (cell.row, cell.column): cell.content
        for sheet in entry_blueprint(of).sheets
        if sheet.name == "Perhitungan"
        for cell in sheet.cells
    }
    heads = {}
    for grade in (False, True):
        place = of.later_target("K", "2026", grade=grade)
        column = [text for (_, column), text in cells.items() if column == place.column]
        heads[grade] = next(text for text in column if str(text).startswith("Target 2026"))
        assert cells[place.row, place.column] == ("BB" if grade else 71)

    assert heads == {False: "Target 2026", True: "Target 2026 (predikat)"}
