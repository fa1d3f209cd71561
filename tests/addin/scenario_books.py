"""The workbooks and folders of the scenarios, by name: real files, damaged as people damage them."""

import random
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from iku.address import CellRef
from iku.cells import Value, WorkbookSnapshot
from iku.layout.extras import CATATAN
from iku.layout.layout import Layout
from tests.damage.kinds.kind import WORKBOOK
from tests.damage.kinds.record import record_torn
from tests.damage.package import Book, rename_in_formulas, shift_rows, unpacked
from tests.workbooks import layout
from tests.workbooks import workbook_bytes as plainly_written
from workbook_builder.patch import patch_cells
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.build import workbook_bytes
from workflow.recompute import recomputed

NAME = "IKU_2025_99.01.01_Contoh_Utara.xlsx"
RENAMED_NOTES = "Catatan TW1"  # what somebody called Catatan Pemeriksaan
DEFINITION = "contoh_triwulanan_2025"
ANOTHER_DEFINITION = "kota_jambi_2017"
STORED = Path(__file__).parents[1] / "reader" / "files"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
CELLS_OF_HUGE = (250, 40)  # rows and columns of the sheet that somebody kept in the form

CLEAN: Mapping[str, Value] = {
    "identitas.periode_lapor": "TW1",
    "identitas.status_laporan": "Final",
    "identitas.penyusun": "Siti Aminah",
    "identitas.camat.TW1": "RAHMAD SUGIHARTO, S.STP",
    "identitas.nip.TW1": "198004231999121001",
    "isian.K1.rt_dibina.TW1": 3.0,
    "isian.K1.rt.TW1": 10.0,
}


@cache
def issued(definition: str = DEFINITION, unit: int = 0) -> bytes:
    """The workbook of a unit as the regency issues it."""
    return workbook_bytes(layout(definition, unit).terbitan)[0]


def notes_sheet(names: Iterable[str]) -> str | None:
    """Return what Catatan Pemeriksaan is called among the sheets of a workbook; None without it."""
    known = set(names)
    return next((one for one in (CATATAN, RENAMED_NOTES) if one in known), None)


def filled(values: Mapping[str, Value], definition: str = DEFINITION, unit: int = 0) -> bytes:
    """The same with entries typed, calculated and saved."""
    of = layout(definition, unit)
    changes = {
        (of.entries[name].ref.sheet, of.entries[name].ref.a1): value
        for name, value in values.items()
    }
    data = issued(definition, unit)
    return patch_cells(data, changes, computed=recomputed(_snapshot(data), changes))


def foreign() -> bytes:
    """A workbook that has nothing to do with us."""
    book, stream = Workbook(), BytesIO()
    book.create_sheet("Daftar hadir")
    book.save(stream)
    return stream.getvalue()


@cache
def book_bytes(name: str) -> bytes:
    """Return a workbook by its name in the table."""
    if name in DAMAGES:
        return _damaged(DAMAGES[name])
    return MADE[name]()


def make_folder(name: str, into: Path) -> Path:
    """Write what lies in the folder that the user chooses, and return the folder."""
    into.mkdir(parents=True)
    for file, data in FOLDERS[name]().items():
        (into / file).write_bytes(data)
    return into


def _damaged(damage: Callable[[Book], object]) -> bytes:
    of = layout(DEFINITION)
    data = plainly_written(of, CLEAN)
    book = Book(unpacked(data), of, _snapshot(data), random.Random(0))  # noqa: S311
    damage(book)
    return book.data()


def _snapshot(data: bytes) -> WorkbookSnapshot:
    found = read_snapshot_bytes(data, NAME)
    assert isinstance(found, WorkbookSnapshot)
    return found


def _entry(of: Layout, name: str) -> CellRef:
    return of.entries[name].ref


def _listed(name: str) -> str:
    """A pattern of a sheet in the list of sheets, wherever its name stands among the rest."""
    return rf'<sheet (?:[^>]* )?name="{name}"[^>]*/>'


def _sheet_renamed(book: Book) -> None:
    book.swap(WORKBOOK, 'name="Isian"', 'name="Isian TW1"')
    rename_in_formulas(book, "Isian!", "'Isian TW1'!")


def _notes_renamed(book: Book) -> None:
    book.swap(WORKBOOK, f'name="{CATATAN}"', f'name="{RENAMED_NOTES}"')
    rename_in_formulas(book, f"'{CATATAN}'!", f"'{RENAMED_NOTES}'!")


def _sheet_gone(book: Book, name: str) -> None:
    book.edit(WORKBOOK, lambda text: re.sub(_listed(name), "", text))
    local = r"<definedName [^>]*localSheetId[^<]*</definedName>"
    book.edit(WORKBOOK, lambda text: re.sub(local, "", text))


def _notes_gone(book: Book) -> None:
    _sheet_gone(book, CATATAN)


def _record_gone(book: Book) -> None:
    _sheet_gone(book, "_iku")


def _notes_locked(book: Book) -> None:
    place = CellRef(CATATAN, 9, 6)
    book.text_cell(place, "tempelan")
    book.restyle(place, book.style(place, locked=True, code="General"))


def _unprotected(book: Book) -> None:
    book.edit(book.sheet_part("Isian"), lambda text: re.sub(r"<sheetProtection [^>]*/>", "", text))


def _target_changed(book: Book) -> None:
    target = book.layout.target_cell("K1", "TW1")
    assert target is not None
    book.number_cell(target, 5.0)


def _entry_locked(book: Book) -> None:
    place = _entry(book.layout, "isian.K1.rt_dibina.TW1")
    book.restyle(place, book.style(place, locked=True, code="General"))


def _row_inserted(book: Book) -> None:
    row = _entry(book.layout, "isian.K1.rt_dibina.TW1").row
    shift_rows(book, "Isian", row, 1, as_excel=True)


def _page_hidden(book: Book) -> None:
    def hidden(listed: re.Match[str]) -> str:
        return listed[0].replace('state="visible"', 'state="hidden"')

    book.edit(WORKBOOK, lambda text: re.sub(_listed("Capaian"), hidden, text))


def _huge(book: Book) -> None:
    rows, columns = CELLS_OF_HUGE
    row = "".join(f"<c><v>{n}</v></c>" for n in range(columns))
    book.swap(
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rId99" Type="{RELATED}/worksheet" Target="worksheets/sheet99.xml"/>'
        "</Relationships>",
    )
    book.swap(
        WORKBOOK,
        "</sheets>",
        f'<sheet xmlns:r="{RELATED}" name="Arsip" sheetId="99" r:id="rId99"/></sheets>',
    )
    book.swap(
        "[Content_Types].xml",
        "</Types>",
        f'<Override PartName="/xl/worksheets/sheet99.xml" ContentType="{SHEET_TYPE}"/></Types>',
    )
    body = f"<row>{row}</row>" * rows
    text = f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
    book.parts["xl/worksheets/sheet99.xml"] = text.encode()


def _several_definitions() -> dict[str, bytes]:
    other = issued(ANOTHER_DEFINITION)
    return {"utara.xlsx": filled(CLEAN), "jambi.xlsx": other}


def _received() -> dict[str, bytes]:
    south = {**CLEAN, "isian.K1.rt_dibina.TW1": 4.0}
    return {"utara.xlsx": filled(CLEAN), "selatan.xlsx": filled(south, unit=1)}


MADE: Mapping[str, Callable[[], bytes]] = {
    "blank": issued,
    "clean": lambda: filled(CLEAN),
    "draft": lambda: filled({**CLEAN, "identitas.status_laporan": "Draf"}),
    "foreign": foreign,
    "encrypted": (STORED / "terkunci.xlsx").read_bytes,
}
DAMAGES: Mapping[str, Callable[[Book], object]] = {
    "sheet renamed": _sheet_renamed,
    "notes gone": _notes_gone,
    "notes renamed": _notes_renamed,
    "notes locked": _notes_locked,
    "unprotected": _unprotected,
    "target changed": _target_changed,
    "entry locked": _entry_locked,
    "row inserted": _row_inserted,
    "page hidden": _page_hidden,
    "huge": _huge,
    "record torn": record_torn,
    "record gone": _record_gone,
}
FOLDERS: Mapping[str, Callable[[], dict[str, bytes]]] = {
    "received": _received,
    "empty": dict,
    "with damaged files": lambda: {
        **_received(),
        "terpotong.xlsx": issued()[:20_000],
        "hadir.xlsx": foreign(),
    },
    "nothing of ours": lambda: {"hadir.xlsx": foreign()},
    "several definitions": _several_definitions,
}
