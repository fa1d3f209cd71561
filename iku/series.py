"""Series: the workbooks of one definition, drawn once; each unit's as what it has otherwise.

Two kecamatan get the same form with another name, signatory, targets and earlier values. Where also
the form differs (an indicator that has no object there, an earlier year more), the shape differs,
and another series begins. Which cells hang on the unit, the sheets say themselves where they draw
them (`Canvas.put_issued`); what formulas make of those cells is computed anew.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from iku.address import CellRef
from iku.blueprint import Access, Blueprint, Constant, Maker, Variant
from iku.cells import Value
from iku.definition.budget import budget_groups, pagu_of
from iku.definition.canonical import compact, definition_text
from iku.definition.model import Baseline, NilaiTarget
from iku.entry_workbook import (
    constants_and_formulas,
    visible_book,
    with_hidden_sheet,
    workbook_properties,
    workbook_title,
)
from iku.formula.tracing import TracedRecalculation
from iku.layout.layout import IKU_SHEET, Layout
from iku.manifest import Manifest, ManifestText, mark_of
from iku.sheets.iku_sheet import carried_texts, pieces_of, signature_texts
from iku.sheets.wording import decimals_of_targets
from iku.terbitan import Terbitan, fingerprint

# A series of a large definition takes about 30 MB.
SERIES_KEPT = 4
_ANY_SIGNATURE = "-"  # in the master; every signed edition has its own in its place


@dataclass(frozen=True)
class Edition:
    """The workbook of one unit as its series makes it.

    ``contents`` are the constants, ``marks`` those of the manifest that differ from the master's.
    """

    series: "Series" = field(repr=False, compare=False)
    terbitan: Terbitan
    contents: dict[CellRef, Constant]
    manifest_text: str
    marks: dict[CellRef, str]

    @cached_property
    def variant(self) -> Variant:
        """What is otherwise than in the master, results included; reading needs none of those."""
        return Variant(
            workbook_title(self.terbitan),
            workbook_properties(self.terbitan),
            self.contents,
            self.series.values_with(self.contents),
        )

    def signed(self, signature: str) -> Variant:
        """Return what is otherwise than in the master with room for a signature, which is this."""
        contents = dict(self.variant.contents)
        for place, said in signature_texts(signature).items():
            contents[CellRef(IKU_SHEET, *place)] = said
        return replace(self.variant, contents=contents)

    @property
    def manifest_digest(self) -> str:
        """The SHA-256 of the manifest, which the register keeps."""
        return fingerprint(self.manifest_text)


@dataclass(frozen=True, slots=True)
class _Made:
    """A constant of the master that another unit's workbook may have otherwise."""

    ref: CellRef
    make: Maker
    content: Constant
    locked: bool


class Series:
    """The master of a definition and a shape, and the editions of the units that share it."""

    def __init__(self, terbitan: Terbitan) -> None:
        """Draw and compute the workbook of one unit as the master."""
        self.layout = Layout(terbitan)
        visible, self.manifest = visible_book(self.layout)
        self._made = tuple(_made(visible))
        locked = [one.ref for one in self._made if one.locked and not _blank(one.content)]
        self._manifest_text = ManifestText(self.manifest, locked)
        text = self._manifest_text.with_marks({})
        self._visible = visible
        self.blueprint = with_hidden_sheet(self.layout, visible, text)
        self._carried = carried_texts(terbitan, text)

    @cached_property
    def signed_blueprint(self) -> Blueprint:
        """The master with room for a signature."""
        text = self._manifest_text.with_marks({})
        return with_hidden_sheet(self.layout, self._visible, text, _ANY_SIGNATURE)

    @cached_property
    def values(self) -> dict[CellRef, Value]:
        """The value of every formula of the master."""
        return {CellRef(*place): value for place, value in self._computed.values.items()}

    def edition(self, terbitan: Terbitan) -> Edition:
        """Return the workbook of a unit; ValueError for one of another shape."""
        contents = self._contents(terbitan)
        marks = {
            one.ref: mark_of(contents[one.ref], None)
            for one in self._made
            if one.locked and one.ref in contents and not _blank(one.content)
        }
        text = self._manifest_text.with_marks(marks)
        carried = carried_texts(terbitan, text)
        for (row, column), said in carried.items():
            if said != self._carried[row, column]:
                contents[CellRef(IKU_SHEET, row, column)] = said
        return Edition(self, terbitan, contents, text, marks)

    def manifest_of(self, edition: Edition) -> Manifest:
        """Return the manifest that an edition carries."""
        return self.manifest.with_marks(edition.marks)

    def content(self, edition: Edition, ref: CellRef) -> str:
        """Return what stands in a cell of an edition: ``=`` and its formula, or its constant."""
        if ref in edition.contents:
            return _said(edition.contents[ref])
        return self._contents_said.get(ref, "")

    @cached_property
    def _contents_said(self) -> dict[CellRef, str]:
        return {
            CellRef(sheet, cell.row, cell.column): (
                _said(cell.content) if cell.formula is None else f"={cell.formula}"
            )
            for sheet, cell in self.blueprint.all_cells()
        }

    @cached_property
    def _computed(self) -> TracedRecalculation:
        return TracedRecalculation(*constants_and_formulas(self.blueprint))

    def _contents(self, terbitan: Terbitan) -> dict[CellRef, Constant]:
        """Return the constants that differ from the master's."""
        contents: dict[CellRef, Constant] = {}
        for one in self._made:
            content = one.make(terbitan)
            if repr(content) == repr(one.content):  # 0.0 and -0.0 are equal, their texts are not
                continue
            if one.locked and _blank(content) != _blank(one.content):
                message = f"{one.ref}: the workbook of this unit has another shape"
                raise ValueError(message)
            contents[one.ref] = content
        return contents

    def values_with(self, contents: dict[CellRef, Constant]) -> dict[CellRef, Value]:
        """Return the results that differ from the master's."""
        known = self._computed.values
        constants = {(*ref,): content for ref, content in contents.items()}
        renewed = self._computed.with_constants(constants)
        return {
            CellRef(*place): value
            for place, value in renewed.items()
            if repr(value) != repr(known[place])
        }


def issued_edition(terbitan: Terbitan) -> tuple[Series, Edition]:
    """Return the workbook of a Terbitan and the series that it belongs to."""
    series = series_of(terbitan)
    return series, series.edition(terbitan)


def issued_manifest(terbitan: Terbitan) -> Manifest:
    """Return the manifest that the workbook of a Terbitan carries."""
    series, edition = issued_edition(terbitan)
    return series.manifest_of(edition)


def series_of(terbitan: Terbitan) -> Series:
    """Return the series that a workbook belongs to; the last few are kept."""
    return _series(_Shape(shape_of(terbitan), terbitan))


@dataclass(frozen=True, slots=True)
class _Shape:
    key: Hashable
    example: Terbitan = field(compare=False)


@lru_cache(maxsize=SERIES_KEPT)
def _series(shape: _Shape) -> Series:
    return Series(shape.example)


def shape_of(terbitan: Terbitan) -> Hashable:
    """Return what two workbooks must share to differ in contents only."""
    definition, unit = terbitan.definisi, terbitan.unit
    return (
        definition_text(definition),
        int(terbitan.tata_letak),
        tuple(terbitan.applies(one) for one in definition.indikator),
        _kinds(terbitan.target),
        _kinds(terbitan.sebelumnya),
        tuple(decimals_of_targets(terbitan, one) for one in definition.indikator),
        tuple((kode, _kind(baseline)) for kode, baseline in unit.baseline.items()),
        # A change in mid-year brings rows and formulas of its own, with the figures in them.
        compact(unit.model_dump(mode="json", include={"target", "pk"}))
        if terbitan.changed_targets
        else "",
        _programs(terbitan),
        unit.kode == "",
        terbitan.not_yet,
        len(pieces_of(terbitan.canonical)),
    )


def _programs(terbitan: Terbitan) -> Hashable:
    """Return which programmes a unit has, and of which it is told how much money it has."""
    groups = budget_groups(terbitan.definisi, terbitan.unit)
    return tuple(
        (one.kode, pagu_of(terbitan.unit, one) is None)
        for group in groups
        for one in group.programs
    )


def _kinds(values: dict[str, dict[str, NilaiTarget]]) -> Hashable:
    return tuple(
        (kode, tuple((key, *_kind(value)) for key, value in by_key.items()))
        for kode, by_key in values.items()
    )


def _kind(value: NilaiTarget | Baseline) -> tuple[bool, bool]:
    """Return which parts of a value there are."""
    return value.nilai is None, not value.predikat


def _made(blueprint: Blueprint) -> list[_Made]:
    return [
        _Made(
            CellRef(sheet.name, cell.row, cell.column),
            sheet.makers[cell.row, cell.column],
            cell.content,
            cell.access is Access.LOCKED,
        )
        for sheet in blueprint.sheets
        for cell in sheet.cells
        if (cell.row, cell.column) in sheet.makers
    ]


def _blank(content: Constant) -> bool:
    return content is None or content == ""


def _said(content: Constant) -> str:
    return "" if content is None else str(content)
