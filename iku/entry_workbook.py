"""Terbitan → the Blueprint of its entry workbook, and the value of every formula in it."""

from collections.abc import Mapping
from dataclasses import replace

from iku.address import CellRef
from iku.blueprint import Blueprint, BlueprintSheet
from iku.cells import Value
from iku.definition.model import Definition
from iku.formula.recalculation import Place, Recalculation
from iku.languages import SOURCE
from iku.layout.layout import IKU_SHEET, Layout
from iku.manifest import Manifest, make_manifest
from iku.sheets.anggaran import draw_anggaran
from iku.sheets.beranda import draw_beranda
from iku.sheets.capaian import draw_capaian
from iku.sheets.cek_kesiapan import draw_cek_kesiapan
from iku.sheets.definisi import draw_definisi
from iku.sheets.extras import draw_catatan, draw_extra
from iku.sheets.iku_sheet import draw_iku
from iku.sheets.isian import draw_isian
from iku.sheets.perhitungan import draw_perhitungan
from iku.sheets.petunjuk import draw_petunjuk
from iku.terbitan import Terbitan

LEFT_OUT = frozenset({IKU_SHEET})


def entry_blueprint(layout: Layout) -> Blueprint:
    """Return the Blueprint of the workbook that a Terbitan makes."""
    return entry_book(layout)[0]


def entry_book(layout: Layout) -> tuple[Blueprint, Manifest]:
    """Return the Blueprint of the workbook that a Terbitan makes, and the manifest in it."""
    visible, manifest = visible_book(layout)
    return with_hidden_sheet(layout, visible, manifest.canonical()), manifest


def visible_book(layout: Layout) -> tuple[Blueprint, Manifest]:
    """Return the sheets that people see, and the manifest that tells what is in them."""
    visible = _blueprint(layout, _visible_sheets(layout))
    if layout.definition.pengaturan.bahasa != SOURCE:
        visible = _told(visible, layout.definition)
    return visible, make_manifest(visible, leave_out=LEFT_OUT)


def _told(visible: Blueprint, definition: Definition) -> Blueprint:
    """Return the sheets in the language that the definition asks for."""
    from iku.languages.drawn import blueprint_in  # noqa: PLC0415  Indonesian forms need neither
    from iku.languages.wordings import form_wording  # noqa: PLC0415  as above

    return blueprint_in(visible, form_wording(definition, definition.pengaturan.bahasa))


def with_hidden_sheet(
    layout: Layout, visible: Blueprint, manifest: str, signature: str = ""
) -> Blueprint:
    """Return the whole workbook: with the sheet that carries the Terbitan and the manifest."""
    hidden = draw_iku(layout.terbitan, manifest, signature)
    return replace(visible, sheets=(*visible.sheets, hidden))


def issued_manifest(layout: Layout) -> Manifest:
    """Return the manifest that the workbook of a Terbitan carries."""
    return visible_book(layout)[1]


def _visible_sheets(layout: Layout) -> tuple[BlueprintSheet, ...]:
    extras = [
        draw_extra(layout, plan) for plan in (layout.analisis, layout.bukti) if plan is not None
    ]
    if layout.anggaran is not None:
        extras.append(draw_anggaran(layout, layout.anggaran))
    return (
        draw_beranda(layout),
        draw_petunjuk(layout),
        draw_definisi(layout),
        draw_isian(layout),
        draw_perhitungan(layout),
        draw_capaian(layout),
        *extras,
        draw_cek_kesiapan(layout),
        draw_catatan(layout),
    )


def _blueprint(layout: Layout, sheets: tuple[BlueprintSheet, ...]) -> Blueprint:
    return Blueprint(
        title=workbook_title(layout.terbitan),
        sheets=sheets,
        names=layout.names,
        properties=workbook_properties(layout.terbitan),
        active_sheet="Beranda",
    )


def workbook_title(terbitan: Terbitan) -> str:
    """Return the title that the file itself carries, such as ``IKU 2017 Kecamatan Jambi Timur``."""
    return f"IKU {terbitan.definisi.tahun} {terbitan.unit_name}"


def workbook_properties(terbitan: Terbitan) -> dict[str, str]:
    """Return the custom properties of the file: from what it was made."""
    return {
        "iku.templat": terbitan.definisi.kode,
        "iku.versi": terbitan.definisi.versi,
        "iku.tata_letak": str(terbitan.tata_letak),
        "iku.sidik": terbitan.sidik,
    }


def formula_values(
    blueprint: Blueprint, entries: Mapping[CellRef, Value] | None = None
) -> dict[CellRef, Value]:
    """Return the value of every formula cell, with entries laid over the Blueprint's own."""
    constants, formulas = constants_and_formulas(blueprint)
    for ref, value in (entries or {}).items():
        constants[(ref.sheet, ref.row, ref.column)] = value
    listings = {one.name: one.listing for one in blueprint.sheets if one.listing is not None}
    values = Recalculation(constants, formulas, listings).all_formula_values()
    return {CellRef(*key): value for key, value in values.items()}


def constants_and_formulas(
    blueprint: Blueprint,
) -> tuple[dict[Place, Value], dict[Place, str]]:
    """Return what the cells of a Blueprint hold, without its listings, for the formula engine."""
    constants: dict[Place, Value] = {}
    formulas: dict[Place, str] = {}
    for sheet, cell in ((one.name, cell) for one in blueprint.sheets for cell in one.cells):
        key = (sheet, cell.row, cell.column)
        if cell.formula is not None:
            formulas[key] = cell.formula
        elif cell.content is not None:
            constants[key] = float(cell.content) if type(cell.content) is int else cell.content
    return constants, formulas
