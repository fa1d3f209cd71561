"""What happens to forms on their way: one change of a snapshot for each code of the tamper check."""

import json
import re
from collections.abc import Callable

from iku.address import CellRef, a1
from iku.cells import ChartFacts, ErrorValue, SheetSnapshot, StyleFacts, Value, WorkbookSnapshot
from iku.entry_workbook import entry_blueprint, formula_values
from iku.layout.layout import Layout
from iku.sheets.iku_sheet import FIRST_CHUNK_ROW, MANIFEST, TERBITAN, Block
from iku.terbitan import fingerprint

Damage = Callable[[WorkbookSnapshot, Layout], None]
ENTRY = "isian.A1.tindak.TAHUN"


def entry_cell(seen: WorkbookSnapshot, of: Layout, name: str = ENTRY) -> tuple[SheetSnapshot, str]:
    ref = of.entries[name].ref
    return seen.sheets[ref.sheet], ref.a1


def with_format(code: str, name: str = ENTRY) -> Damage:
    def damage(seen: WorkbookSnapshot, of: Layout) -> None:
        sheet, address = entry_cell(seen, of, name)
        sheet.styles[address] = StyleFacts(locked=False, number_format=code)

    return damage


def _rewrite(seen: WorkbookSnapshot, block: Block, text: str) -> None:
    home = seen.sheets["_iku"]
    home.values[a1(FIRST_CHUNK_ROW - 1, block.column)] = fingerprint(text)
    home.values[a1(FIRST_CHUNK_ROW - 2, block.column)] = "1"
    home.values[a1(FIRST_CHUNK_ROW, block.column)] = text


def _torn(seen: WorkbookSnapshot) -> None:
    seen.sheets["_iku"].values[a1(FIRST_CHUNK_ROW, TERBITAN.column)] = "{"


def _reorder(seen: WorkbookSnapshot) -> None:
    seen.sheets["Beranda"] = seen.sheets.pop("Beranda")


def _insert_row(sheet: SheetSnapshot) -> None:
    sheet.values = {_below(address): value for address, value in sheet.values.items()}
    sheet.formulas = {_below(address): formula for address, formula in sheet.formulas.items()}
    sheet.styles = {_below(address): style for address, style in sheet.styles.items()}


def _below(address: str) -> str:
    letters = address.rstrip("0123456789")
    row = int(address[len(letters) :])
    return f"{letters}{row + 1 if row >= 3 else row}"


def _cut_and_paste(seen: WorkbookSnapshot, of: Layout) -> None:
    sheet, address = entry_cell(seen, of)
    target = a1(of.entries[ENTRY].ref.row + 40, 30)
    sheet.values[target] = sheet.values.pop(address)
    seen.names[ENTRY] = f"Isian!${target[:2]}${target[2:]}"


def _hide(seen: WorkbookSnapshot, of: Layout) -> None:
    seen.sheets["Isian"].hidden_rows.add(of.entries[ENTRY].ref.row)


def _pasted(seen: WorkbookSnapshot, of: Layout) -> None:
    sheet, address = entry_cell(seen, of)
    sheet.styles[address] = StyleFacts(locked=True, number_format="General")
    del sheet.validations[address]


def _fewer_marks(seen: WorkbookSnapshot) -> None:
    home = seen.sheets["_iku"].values
    count = int(str(home[a1(FIRST_CHUNK_ROW - 2, MANIFEST.column)]))
    pieces = (home[a1(FIRST_CHUNK_ROW + n, MANIFEST.column)] for n in range(count))
    tree = json.loads("".join(map(str, pieces)))
    tree["sheets"][0]["locked"].popitem()
    _rewrite(seen, MANIFEST, json.dumps(tree))


def _on_entry(change: Callable[[SheetSnapshot, str], object]) -> Damage:
    def damage(seen: WorkbookSnapshot, of: Layout) -> None:
        change(*entry_cell(seen, of))

    return damage


def _on_sheet(name: str, change: Callable[[SheetSnapshot], object]) -> Damage:
    def damage(seen: WorkbookSnapshot, _of: Layout) -> None:
        change(seen.sheets[name])

    return damage


def _on_book(change: Callable[[WorkbookSnapshot], object]) -> Damage:
    def damage(seen: WorkbookSnapshot, _of: Layout) -> None:
        change(seen)

    return damage


def _change_formula(sheet: SheetSnapshot, *, constant: bool) -> None:
    address = next(iter(sheet.formulas))
    if constant:
        del sheet.formulas[address]
        sheet.values[address] = 99.0
    else:
        sheet.formulas[address] = "1+1"


def _hide_a_result(sheet: SheetSnapshot) -> None:
    sheet.styles[next(iter(sheet.formulas))] = StyleFacts(locked=True, number_format=";;;")


def _store(seen: WorkbookSnapshot, of: Layout, entries: dict[CellRef, Value]) -> None:
    for place, value in formula_values(entry_blueprint(of), entries).items():
        seen.sheets[place.sheet].values[place.a1] = value
    for sheet in seen.sheets.values():
        sheet.uncomputed.clear()


def _stale(seen: WorkbookSnapshot, of: Layout) -> None:
    _store(seen, of, {})


def _forge(seen: WorkbookSnapshot, of: Layout) -> None:
    typed: dict[CellRef, Value] = {
        entry.ref: value
        for entry in of.entries.values()
        if (value := seen.sheets[entry.ref.sheet].values.get(entry.ref.a1)) is not None
    }
    _store(seen, of, typed | {of.entries[ENTRY].ref: 3.0})


def _rename(seen: WorkbookSnapshot) -> None:
    seen.sheets = {
        name.replace("Petunjuk", "Cara Mengisi"): sheet for name, sheet in seen.sheets.items()
    }
    seen.sheets["Cara Mengisi"].name = "Cara Mengisi"


def _delete_sheet(seen: WorkbookSnapshot) -> None:
    del seen.sheets["Perhitungan"]
    for sheet in seen.sheets.values():
        for address, formula in list(sheet.formulas.items()):
            left = re.sub(r"Perhitungan!\$?[A-Z]+\$?\d+", "#REF!", formula)
            sheet.formulas[address] = left
            if left == "#REF!":  # a file holds it as the error that it is
                del sheet.formulas[address]
                sheet.values[address] = ErrorValue(left)


def _draw_over(sheet: SheetSnapshot) -> None:
    sheet.drawings = 1
    sheet.pictures.append("E9")


def _redraw(sheet: SheetSnapshot, change: Callable[[ChartFacts], ChartFacts]) -> None:
    sheet.charts[0] = change(sheet.charts[0])


def _elsewhere(chart: ChartFacts) -> ChartFacts:
    first = chart.series[0]._replace(values="Perhitungan!F5:F9")
    return chart._replace(series=(first, *chart.series[1:]))


def _otherwise_called(chart: ChartFacts) -> ChartFacts:
    return chart._replace(title="Capaian setelah koreksi")


def _unlock(sheet: SheetSnapshot) -> None:
    sheet.styles["A1"] = StyleFacts(locked=False)


REFUSED = ("STR-001", "STR-002", "STR-003")
DAMAGE: dict[str, Damage] = {
    "STR-001": _on_book(lambda seen: seen.sheets.pop("_iku")),
    "STR-002": _on_book(_torn),
    "STR-003": _on_book(lambda seen: _rewrite(seen, TERBITAN, '{"skema":"2"}')),
    "STR-004": _on_book(_delete_sheet),
    "STR-005": _on_book(lambda seen: seen.sheets.update({"Coba": SheetSnapshot("Coba")})),
    "STR-006": _on_book(_reorder),
    "STR-007": _on_sheet("Isian", _insert_row),
    "STR-008": _cut_and_paste,
    "STR-009": _on_book(lambda seen: seen.names.pop(ENTRY)),
    "STR-010": _on_sheet("Isian", lambda sheet: setattr(sheet, "state", "hidden")),
    "STR-011": _on_sheet("Isian", lambda sheet: sheet.merged.append("E9:E10")),
    "STR-012": _hide,
    "STR-013": _on_sheet("Isian", lambda sheet: setattr(sheet, "filtered", True)),
    "STR-014": _on_book(lambda seen: seen.external_links.append("lain.xlsx")),
    "STR-016": _on_book(_rename),
    "STR-017": _on_book(lambda seen: seen.names.update({ENTRY: "Isian!#REF!"})),
    "STR-018": _on_book(lambda seen: seen.names.update({ENTRY: "Isian!$B$2"})),
    "STR-019": _on_sheet("_iku", lambda sheet: setattr(sheet, "state", "visible")),
    "STR-020": _on_book(lambda seen: seen.names.update({"Belanja_2019": "Isian!$A$1"})),
    "STR-021": _on_sheet("Isian", _draw_over),
    "STR-022": _on_book(lambda seen: setattr(seen, "date1904", True)),
    "STR-023": _on_sheet("Beranda", lambda sheet: sheet.charts.pop()),
    "STR-015": _on_book(lambda seen: setattr(seen, "has_macros", True)),
    "KCI-001": _on_sheet("Petunjuk", lambda sheet: sheet.values.update({"A1": "Lain " * 60})),
    "KCI-002": _on_sheet("Perhitungan", lambda sheet: _change_formula(sheet, constant=False)),
    "KCI-003": _on_sheet("Perhitungan", lambda sheet: _change_formula(sheet, constant=True)),
    "KCI-004": _on_sheet("Petunjuk", _unlock),
    "KCI-005": _on_sheet("Isian", lambda sheet: sheet.protection.clear()),
    "KCI-006": _on_book(lambda seen: seen.protection.clear()),
    "KCI-007": _on_entry(lambda sheet, address: sheet.validations.pop(address)),
    "KCI-008": with_format("0.00%"),
    "KCI-009": _pasted,
    "KCI-010": _on_entry(lambda sheet, address: sheet.formulas.update({address: "40+45"})),
    "KCI-011": _on_sheet("Isian", lambda sheet: sheet.values.update({"AD90": "catatan saya"})),
    "KCI-012": _on_book(lambda seen: seen.properties.update({"iku.sidik": "f" * 64})),
    "KCI-013": _on_book(_fewer_marks),
    "KCI-015": _on_sheet("Isian", lambda sheet: sheet.protection.pop("hashValue")),
    "KCI-016": _on_sheet("Isian", lambda sheet: sheet.protection.update(insertRows="0")),
    "KCI-017": _on_sheet("Isian", lambda sheet: setattr(sheet, "conditional_formats", 0)),
    "KCI-018": with_format(";;;"),
    "KCI-019": _on_sheet("Perhitungan", _hide_a_result),
    "KCI-020": _forge,
    "KCI-021": _stale,
    "KCI-031": _on_sheet("Beranda", lambda sheet: _redraw(sheet, _elsewhere)),
    "KCI-032": _on_sheet("Beranda", lambda sheet: _redraw(sheet, _otherwise_called)),
    "ANG-004": with_format("d-mmm"),
    "ANG-005": with_format("0%"),
    "ISI-007": _on_entry(lambda sheet, at: sheet.values.update({at: ErrorValue("#DIV/0!")})),
}
