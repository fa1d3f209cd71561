"""A workbook made from its series is the one that drawing it alone would give, byte for byte."""

import json
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from iku.address import CellRef
from iku.definition.load import load_definition
from iku.definition.model import Definition, TargetMap, Unit
from iku.entry_workbook import entry_blueprint, formula_values
from iku.entry_workbook import issued_manifest as drawn_manifest
from iku.layout.layout import Layout
from iku.resources import template_path
from iku.series import Series, issued_edition, issued_manifest, series_of, shape_of
from iku.terbitan import Terbitan, issue, parse_terbitan
from tests.series import units
from workbook_builder import MasterWorkbook, write_workbook

TESTED = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # an example of a second each would take minutes to shrink
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
SALT, MODIFIED = b"garam untuk uji.", datetime(2017, 1, 1)
PATHS = (template_path("kota_jambi_2017.yaml"), Path("tests/data/serba_ada.yaml"))


@cache
def definition(path: Path) -> Definition:
    return load_definition(path)


class Pair:
    """Two records, which are too large to be shown whole."""

    def __init__(self, first: Terbitan, second: Terbitan) -> None:
        self.first, self.second = first, second

    def __repr__(self) -> str:
        return f"{self.first.unit.nama!r}, {self.second.unit.nama!r}"


@st.composite
def two_alike(draw: st.DrawFn) -> Pair:
    """Two records of one definition and shape."""
    known = definition(draw(st.sampled_from(PATHS)))
    one, other = draw(units.units(known)), draw(units.units(known))
    years = (str(known.tahun - 1), str(known.tahun - 2))
    earlier: dict[str, TargetMap] = draw(units.by_code(known, *years))
    step = draw(st.sampled_from([Decimal("1.25"), Decimal(-3)]))
    changed = units.alike(one, other, step)
    later = issue(known, changed, units.other_numbers(earlier, step))
    return Pair(issue(known, one, earlier), later)


def slow_book(terbitan: Terbitan) -> bytes:
    blueprint = entry_blueprint(Layout(terbitan))
    values = formula_values(blueprint)
    return write_workbook(blueprint, values, password=None, salt=SALT, modified=MODIFIED)


@TESTED
@given(two_alike())
def test_a_workbook_from_its_series_is_the_one_drawn_alone(pair: Pair) -> None:
    first, second = pair.first, pair.second
    assume(shape_of(first) == shape_of(second))  # a longer record may need one more cell
    series = Series(first)
    master = MasterWorkbook(
        series.blueprint, series.values, password=None, salt=SALT, modified=MODIFIED
    )

    edition = series.edition(second)

    drawn = entry_blueprint(Layout(second))
    assert series.blueprint.varied(edition.variant) == drawn
    assert {**series.values, **edition.variant.values} == formula_values(drawn)
    assert series.manifest_of(edition) == drawn_manifest(Layout(second))
    assert edition.manifest_text == drawn_manifest(Layout(second)).canonical()
    assert master.variant(edition.variant) == slow_book(second)


@TESTED
@given(two_alike())
def test_what_a_cell_holds_can_be_asked(pair: Pair) -> None:
    series, edition = issued_edition(pair.second)

    drawn = entry_blueprint(Layout(pair.second))
    for sheet, cell in drawn.all_cells():
        held = "" if cell.content is None else str(cell.content)
        ref = CellRef(sheet, cell.row, cell.column)
        assert series.content(edition, ref) == (f"={cell.formula}" if cell.formula else held)


@TESTED
@given(two_alike())
def test_a_record_reads_back_as_it_was_written(pair: Pair) -> None:
    for record in (pair.first, pair.second):
        tree = record.model_dump(mode="json")
        plain = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

        assert record.canonical == plain
        assert parse_terbitan(plain) == Terbitan.model_validate_json(plain) == record
        assert parse_terbitan(plain).sidik == record.sidik


def test_units_that_differ_in_names_and_numbers_share_a_series() -> None:
    known = definition(PATHS[0])
    one, two = (issue(known, unit) for unit in known.unit[:2])

    assert series_of(one) is series_of(two)


def test_few_cells_hang_on_the_unit() -> None:
    known = definition(PATHS[0])

    edition = Series(issue(known, known.unit[0])).edition(issue(known, known.unit[1]))

    assert len(edition.variant.contents) + len(edition.variant.values) < 60


@pytest.mark.parametrize(
    "change",
    [
        {"tidak_berlaku": ("IKU4",)},
        {"target": {"IKU1": {"2019": {"nilai": "91"}}}},
        {"target": {"IKU1": {"2017": {"nilai": "91.25"}}}},
        {"baseline": {"IKU1": {"nilai": "80"}}},
    ],
)
def test_another_form_is_another_series(change: dict[str, object]) -> None:
    known = definition(PATHS[0])
    codes = [one.kode for one in known.indikator]
    text = json.dumps(change).replace("IKU1", codes[0]).replace("IKU4", codes[3])
    unit = known.unit[0]
    other = Unit.model_validate({**unit.model_dump(), **json.loads(text)})
    one, two = issue(known, unit), issue(known, other)

    assert shape_of(one) != shape_of(two)
    assert issued_manifest(two) == drawn_manifest(Layout(two))


def test_a_definition_read_from_many_workbooks_is_read_once() -> None:
    known = definition(PATHS[0])
    texts = [issue(known, unit).canonical for unit in known.unit[:3]]

    read = [parse_terbitan(text) for text in texts]

    assert all(one.definisi is read[0].definisi for one in read)


@pytest.mark.parametrize("text", ["", "{}", '{"definisi":{},"sebelumnya":{}}', '{"definisi":'])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_terbitan(text)


def test_a_record_without_its_beginning_is_refused() -> None:
    text = issue(definition(PATHS[0]), definition(PATHS[0]).unit[0]).canonical

    with pytest.raises(ValueError, match=r"."):
        parse_terbitan(text.removeprefix('{"definisi":'))
