"""What a definition says of programmes; and that one without any stays as it was."""

import pytest

from iku.definition.budget import budget_groups, pagu_of
from iku.definition.canonical import definition_text
from iku.definition.load import DefinitionError, parse_definition
from iku.definition.model import Definition
from iku.entry_workbook import entry_blueprint
from iku.kamus.blueprint import kamus
from iku.layout.layout import Layout
from iku.terbitan import issue
from tests.anggaran.sample import NAME, hulu
from tests.workbooks import DEFINITIONS, definition, layout

TEXT = """\
kode: UJI
versi: 1
tahun: 2025
kabupaten: {kode: "99", nama: Kabupaten Uji}
%s
unit: [{kode: "99.01", nama: Hulu%s}]
sasaran:
  - nama: Pelayanan
    indikator:
      - {kode: A1, nama: Nilai, satuan: nilai, polaritas: maksimasi, nilai: {jenis: langsung}}
"""


def made(programs: str, unit: str = "", head: str = "") -> Definition:
    return parse_definition(TEXT % (f"program: [{programs}]\n{head}", unit))


def faults(programs: str, unit: str = "") -> list[str]:
    with pytest.raises(DefinitionError) as error:
        made(programs, unit)
    return [f"{one.facts['kunci']}: {one.facts['alasan']}" for one in error.value.findings]


@pytest.mark.parametrize(
    ("programs", "unit", "wanted"),
    [
        ("{kode: a, nama: A}, {kode: A, nama: B}", "", ["program[1].kode: kode program 'A'"]),
        ("{kode: '7', nama: A}, {kode: '7.1', nama: B}", "", ["program[0].kode: '7' sudah memuat"]),
        ("{kode: a, nama: A, sasaran: 2}", "", ["program[0].sasaran: sasaran ke-2 tidak ada"]),
        ("{kode: a, nama: A, pagu: -1}", "", ["program[0].pagu: pagu ditulis dalam rupiah"]),
        ("{kode: a, nama: A, berlaku_untuk: [x]}", "", ["program[0].berlaku_untuk: unit 'x'"]),
        ("{kode: a, nama: A}", ", pagu: {b: 1}", ["unit[0].pagu.b: program 'b' tidak ada"]),
        ("{kode: a, nama: A}", ", pagu: {a: -1}", ["unit[0].pagu.a: pagu ditulis dalam rupiah"]),
    ],
)
def test_a_broken_rule_is_told_with_its_place(programs: str, unit: str, wanted: list[str]) -> None:
    found = faults(programs, unit)
    assert len(found) == len(wanted)
    assert all(one.startswith(start) for one, start in zip(found, wanted, strict=True)), found


def test_more_programmes_than_a_form_can_hold_are_refused() -> None:
    many = ", ".join(f"{{kode: p{n}, nama: P}}" for n in range(201))
    assert [one.partition(":")[0] for one in faults(many)] == ["program"]


def test_programmes_stand_by_sasaran_and_supporting_ones_last() -> None:
    known = definition(NAME)
    groups = budget_groups(known, known.unit[0])
    assert [(one.sasaran, [p.kode for p in one.programs]) for one in groups] == [
        (1, ["7.01.02", "7.01.04"]),
        (2, ["7.01.03"]),
        (0, ["7.01.01"]),
    ]
    assert [p.kode for p in budget_groups(known, known.unit[1])[1].programs] == [
        "7.01.03",
        "7.01.05",
    ]


def test_a_units_own_pagu_goes_before_that_of_all() -> None:
    hulu_unit, _, muara = definition(NAME).unit
    pelayanan = definition(NAME).program[1]
    assert [str(pagu_of(unit, pelayanan)) for unit in (hulu_unit, muara)] == [
        "250000000.5",
        "175000000",
    ]
    assert pagu_of(hulu_unit, definition(NAME).program[2]) is None


def test_the_sheet_is_there_only_where_it_is_asked_for() -> None:
    programs, asked = "{kode: a, nama: A, pagu: 5}", "pengaturan: {fitur: [anggaran]}\n"
    with_sheet = [
        "Anggaran" in Layout(issue(one, one.unit[0])).sheet_names
        for one in (made(programs, head=asked), made(programs), made("", head=asked))
    ]
    assert with_sheet == [True, False, False]


def test_programmes_of_other_units_alone_make_no_sheet() -> None:
    known = made(
        "{kode: a, nama: A, pagu: 5, berlaku_untuk: ['99.02']}",
        "}, {kode: '99.02', nama: Hilir",
        "pengaturan: {fitur: [anggaran]}\n",
    )
    layouts = [Layout(issue(known, unit)) for unit in known.unit]
    assert ["Anggaran" in one.sheet_names for one in layouts] == [False, True]
    assert not any("Serapan" in str(cell) for _, cell in entry_blueprint(layouts[0]).all_cells())


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_without_money_says_nothing_of_it(name: str) -> None:
    issued = layout(name).terbitan
    assert '"program"' not in definition_text(definition(name))
    assert '"pagu":' not in issued.canonical
    book = kamus(definition(name)).blueprint
    assert not {"Program", "Pagu"} & {sheet.name for sheet in book.sheets}
    assert not any("anggaran" in str(cell.validation) for _, cell in book.all_cells())


def test_places_and_names_are_pinned() -> None:
    names = hulu().names
    assert str(names["anggaran.7.01.02.pagu"]) == "Anggaran!D8"
    assert str(names["anggaran.7.01.02.realisasi.TW4"]) == "Anggaran!H8"
    assert str(names["anggaran.7.01.03.serapan.TW1"]) == "Anggaran!I11"
    assert str(names["serapan_sasaran.2.TW4"]) == "Anggaran!L19"
    assert str(names["efisiensi_total"]) == "Anggaran!N21"
    assert "anggaran.7.01.02.pagu" not in hulu().entries
    assert "anggaran.7.01.03.pagu" in hulu().entries
