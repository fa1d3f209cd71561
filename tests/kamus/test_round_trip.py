"""Export and import lose nothing, whatever a definition says."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from iku.address import CellRef
from iku.definition.load import load_definition, parse_definition
from iku.definition.model import Definition
from iku.kamus.blueprint import kamus
from iku.kamus.load import parse_kamus
from iku.kamus.tree import short_tree
from iku.kamus.yaml_text import yaml_text
from tests.judges import libreoffice, openxml
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.definition_source import read_definition
from workflow.kamus import export_definition, import_definition, kamus_bytes

from .definitions import definitions
from .received import SHIPPED, as_received, canonical, sample

SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def same(left: Definition, right: Definition) -> bool:
    return left == right and canonical(left) == canonical(right)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_definition_comes_back_equal(path: Path, tmp_path: Path) -> None:
    definition = load_definition(path)

    export_definition(path, tmp_path / "Kamus.xlsx")
    import_definition(tmp_path / "Kamus.xlsx", tmp_path / "lagi.yaml")

    assert same(load_definition(tmp_path / "lagi.yaml"), definition)
    assert openxml.validate([tmp_path / "Kamus.xlsx"]) == []


@settings(SLOW, max_examples=200)
@given(definitions())
def test_every_cell_of_a_generated_definition_is_read_back(definition: Definition) -> None:
    assert same(parse_kamus(as_received(kamus(definition).blueprint)), definition)


@settings(SLOW, max_examples=25)
@given(definitions())
def test_a_generated_definition_survives_a_real_file(definition: Definition) -> None:
    received = read_snapshot_bytes(kamus_bytes(definition), "Kamus.xlsx")

    assert not hasattr(received, "code"), received
    assert same(parse_kamus(received), definition)


@settings(SLOW, max_examples=100)
@given(definitions())
def test_yaml_text_loads_to_the_same_definition(definition: Definition) -> None:
    text = yaml_text(short_tree(definition))

    assert same(parse_definition(text), definition)
    assert yaml_text(short_tree(definition)) == text


def test_import_then_export_then_import_gives_the_same(tmp_path: Path) -> None:
    first, second = tmp_path / "satu.xlsx", tmp_path / "dua.xlsx"
    export_definition(SHIPPED[0], first)
    import_definition(first, tmp_path / "satu.yaml")
    export_definition(tmp_path / "satu.yaml", second)
    import_definition(second, tmp_path / "dua.yaml")

    assert second.read_bytes() == first.read_bytes()
    assert (tmp_path / "dua.yaml").read_bytes() == (tmp_path / "satu.yaml").read_bytes()


def test_libreoffice_saves_a_kamus_that_still_says_the_same(tmp_path: Path) -> None:
    definition = load_definition(SHIPPED[-1])
    export_definition(SHIPPED[-1], tmp_path / "Kamus.xlsx")

    saved = libreoffice.recalculate([tmp_path / "Kamus.xlsx"], tmp_path / "disimpan")[0]

    assert same(read_definition(saved), definition)


def test_names_beside_codes_are_what_libreoffice_computes(tmp_path: Path) -> None:
    export_definition(SHIPPED[0], tmp_path / "Kamus.xlsx")
    drawn = kamus(load_definition(SHIPPED[0]))

    computed = libreoffice.computed_values(tmp_path / "Kamus.xlsx")

    assert len(drawn.values) > 100
    assert {ref: computed[ref.sheet, ref.a1] or "" for ref in drawn.values} == drawn.values


def test_two_exports_are_byte_identical_and_dated_by_the_definition() -> None:
    data = kamus_bytes(sample())

    assert data == kamus_bytes(sample())
    received = read_snapshot_bytes(data, "Kamus.xlsx")
    assert datetime.fromisoformat(getattr(received, "modified", "")).year == 2025


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("kode: CONTOH-TW-2025", ["kode: CONTOH-TW-2025", "versi: 1", "tahun: 2025"]),
        ("  K2 is short", ["          skala: akip", "          2025:"]),
        ("SKM without its parts", ["          jenis: skm", "        target:"]),
    ],
)
def test_yaml_reads_like_a_definition_that_people_wrote(written: str, lines: list[str]) -> None:
    text = yaml_text(short_tree(sample()))

    assert "\n".join(lines[:1]) in text, written
    assert all(line in text.splitlines() for line in lines)
    assert "null" not in text
    assert "unsur_satu" not in text


def test_only_names_beside_codes_are_formulas() -> None:
    drawn = kamus(sample())
    formulas = {
        CellRef(sheet, cell.row, cell.column)
        for sheet, cell in drawn.blueprint.all_cells()
        if cell.formula is not None
    }

    assert formulas == set(drawn.values)


def test_a_number_keeps_its_digits_even_where_it_equals_what_holds_anyway() -> None:
    text = yaml_text(short_tree(sample()))
    exact = f"{text}pengaturan: {{periode: triwulanan, capaian: {{batas_rata_rata: 120.00}}}}\n"
    definition = parse_definition(exact.replace("pengaturan:\n  periode: triwulanan\n", "", 1))

    assert "batas_rata_rata: 120.00" in yaml_text(short_tree(definition))
    assert same(parse_kamus(as_received(kamus(definition).blueprint)), definition)
