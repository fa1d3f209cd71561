"""For every bound of `iku.bounds` a file just below it, as costly as that bound alone allows."""

import random
from collections.abc import Callable, Iterator, Sequence

from iku.address import a1, column_letters
from iku.bounds import bound
from iku.definition.load import parse_definition
from iku.terbitan import issue
from tests.hostile.seeds import workbooks
from tests.hostile.test_limits import (
    DEFINITIONS,
    GOAL,
    HEAD,
    UNIT,
    mail,
    names,
    nested_mail,
    nested_zip,
    shared_text,
    validations,
)
from tests.reader.handmade import OFFICE, packed, parts_of, worksheet
from workflow.build import workbook_bytes

ROW = 20  # cells
_END = "</Relationships>"
_HEAD = b"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n"


def _rows(count: int, cell: Callable[[str, int], str], *, since: int = 0) -> str:
    """Return sheet data of so many cells in rows of twenty."""
    return "".join(
        _row(n, min(n + ROW, since + count), cell) for n in range(since, since + count, ROW)
    )


def _row(first: int, last: int, cell: Callable[[str, int], str]) -> str:
    number = first // ROW + 1
    cells = "".join(cell(a1(number, n % ROW + 1), n) for n in range(first, last))
    return f'<row r="{number}">{cells}</row>'


def _book(*sheets: str) -> bytes:
    """Return a workbook whose sheets hold this sheet data."""
    return _sheets([worksheet(f"<sheetData>{data}</sheetData>") for data in sheets])


def _sheets(sheets: Sequence[str]) -> bytes:
    parts = parts_of(sheets[0])
    for n, sheet in enumerate(sheets[1:], 2):
        parts |= _another(parts, n, sheet)
    return packed(parts)


def _another(parts: dict[str, str | bytes], n: int, sheet: str) -> dict[str, str | bytes]:
    book, arrows = str(parts["xl/workbook.xml"]), str(parts["xl/_rels/workbook.xml.rels"])
    listed = f'<sheet name="L{n}" sheetId="{n}" r:id="r{n}"/></sheets>'
    kind = f"{OFFICE}/worksheet"
    arrow = f'<Relationship Id="r{n}" Type="{kind}" Target="worksheets/sheet{n}.xml"/>'
    return {
        "xl/workbook.xml": book.replace("</sheets>", listed),
        "xl/_rels/workbook.xml.rels": arrows.replace(_END, f"{arrow}{_END}"),
        f"xl/worksheets/sheet{n}.xml": sheet,
    }


def _noise(size: int) -> bytes:
    return random.Random(1).randbytes(size)  # noqa: S311  no secret


def large_file() -> bytes:
    """As large as a workbook may be as it is sent, with what cannot be compressed."""
    noise = _noise(bound("ukuran_berkas") * 99 // 100)
    return packed(parts_of(worksheet("<sheetData/>")) | {"xl/a.bin": noise})


def large_archive() -> bytes:
    """An archive of workbooks as large as all together may be."""
    size = bound("ukuran_terbuka") * 99 // 500
    book = packed(parts_of(worksheet("<sheetData/>")) | {"xl/a.bin": _noise(size)})
    return packed({f"{n}.xlsx": book for n in range(5)})


def large_texts() -> bytes:
    """Texts in a workbook that fill what may be unpacked, each different."""
    count = bound("tanda_xml") * 97 // 400
    text = "x" * (bound("ukuran_terbuka") * 97 // 100 // count - 48)
    return _book(_rows(count, lambda at, n: f'<c r="{at}" t="str"><v>{n:08}{text}</v></c>'))


def long_texts() -> bytes:
    """Texts as long as a cell takes them, as many as may be unpacked."""
    longest = bound("huruf_per_sel")
    count = bound("ukuran_terbuka") * 97 // 100 // longest
    noise = _noise(count * 300).hex()
    text = "x" * (longest - 600)

    def cell(at: str, n: int) -> str:
        return f'<c r="{at}" t="str"><v>{noise[n * 600 : n * 600 + 600]}{text}</v></c>'

    return _book(_rows(count, cell))


def many_parts() -> bytes:
    """A workbook of as many parts as an archive may have."""
    parts = parts_of(worksheet("<sheetData/>"))
    return packed(parts | {f"xl/{n}.xml": "<a/>" for n in range(bound("isi_arsip") - len(parts))})


def parts_below_the_ratio() -> bytes:
    """Parts just small enough for nobody to ask how well they are compressed."""
    size = bound("bagian_besar") - 200
    sheet = worksheet(f"<sheetData/>{' ' * size}")
    return _sheets([sheet] * (bound("ukuran_terbuka") // (size + 2_000)))


def well_compressed() -> bytes:
    """One part compressed as well as a large one may be."""
    size = bound("ukuran_terbuka") * 97 // 100
    noise = _noise(size * 95 // 100 // bound("pemampatan")).hex()
    return packed(parts_of(worksheet(f"<!-- {noise} -->{' ' * (size - len(noise))}<sheetData/>")))


def many_tags() -> bytes:
    """As many tags as may be, in cells that hold a number each."""
    return _book(_rows(bound("tanda_xml") * 97 // 400, lambda at, n: f'<c r="{at}"><v>{n}</v></c>'))


def many_cells() -> bytes:
    """Sheets of as many cells as one may have, without content, as many as the tags allow."""
    data = _rows(bound("sel_per_lembar"), lambda at, _: f'<c r="{at}" s="1"/>')
    return _book(*[data] * (bound("tanda_xml") // (bound("sel_per_lembar") * 12 // 10)))


def many_sheets() -> bytes:
    """As many sheets as a workbook may have, each with all that costs more than it takes to write.

    All columns are described, and validations hold for as many cells as are taken apart.
    """
    columns = '<cols><col min="1" max="16384" style="0" hidden="1"/></cols>'
    ranges = " ".join(f"{column_letters(n)}1:{column_letters(n)}5000" for n in range(1, 41))
    rule = f'<dataValidations><dataValidation type="whole" sqref="{ranges}"/></dataValidations>'
    return _sheets([worksheet(f"{columns}<sheetData/>{rule}")] * bound("lembar"))


def shared_formulas() -> bytes:
    """Formulas that are shared by as many cells as may be when they are written out."""
    text = "SUM(B1:C1)+D1*E1/100+SUM($A$1:F9)"
    count = bound("rumus_bersama") // len(text) - 1

    def cell(at: str, n: int) -> str:
        own = f'ref="A1:T90000">{text}</f>' if n == 0 else "/>"
        return f'<c r="{at}"><f t="shared" si="0" {own}</c>'

    return _book(_rows(count, cell))


def full_header() -> bytes:
    """Headers as long as one, and all together, may be."""
    one = b"Content-Type: a/b; " + b"a*0*=x; " * ((bound("kepala_surel") - 60) // 8)
    parts = bound("semua_kepala_surel") // bound("kepala_surel") - 1
    body = b"".join(b"--b\n" + one + b"\n\nx\n" for _ in range(parts))
    return _HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n' + body + b"--b--\n"


def many_mail_parts() -> bytes:
    """A message of as many parts as may be."""
    body = b"--b\n\nx\n" * (bound("bagian_surel") - 1)
    return _HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n' + body + b"--b--\n"


def attached() -> bytes:
    """As many attachments as may be, small workbooks all."""
    return mail(*(f"{n}.xlsx" for n in range(bound("lampiran"))))


def _largest() -> bytes:
    """Return a quarterly definition of as many indicators and components as may be."""
    count = bound("indikator")
    codes = [f"k_{letter}" for letter in "abcdefghij"[: bound("komponen") // count]]
    parts = ", ".join(f"{{kode: {code}, nama: Bagian {code}, satuan: S}}" for code in codes)
    said = "satuan: persen, polaritas: maksimasi, target: {2025: 90}"
    text = f"pengaturan: {{periode: triwulanan}}\n{HEAD}{UNIT}{GOAL}" + "".join(
        f"      - {{kode: X{n}, nama: Ukuran {n}, {said}, nilai: {{rumus: {'+'.join(codes)}}}, "
        f"komponen: [{parts}]}}\n"
        for n in range(count)
    )
    return text.encode()


def largest_form() -> bytes:
    """The form of such a definition."""
    definition = parse_definition(_largest().decode())
    data, _ = workbook_bytes(issue(definition, definition.unit[0]))
    return data


def unknown_keys() -> bytes:
    """A definition full of keys that nobody knows, each of which is told."""
    count = bound("ukuran_definisi") // len("k000000: 1\n") - 1
    return b"kode: A\n" + b"".join(b"k%06d: 1\n" % n for n in range(count))


def _definition(limit: str) -> Callable[[], bytes]:
    make, value, _ = DEFINITIONS[limit]
    return lambda: make(value).encode()


FILES: dict[str, Callable[[], bytes]] = {
    "ukuran_berkas": large_file,
    "ukuran_terbuka": large_archive,
    "ukuran_terbuka, text": large_texts,
    "huruf_per_sel": long_texts,
    "bagian_besar": parts_below_the_ratio,
    "pemampatan": well_compressed,
    "isi_arsip": many_parts,
    "tingkat_arsip": lambda: nested_zip(bound("tingkat_arsip")),
    "lampiran": attached,
    "kepala_surel": full_header,
    "semua_kepala_surel": full_header,
    "bagian_surel": many_mail_parts,
    "tingkat_surel": lambda: nested_mail(bound("tingkat_surel")),
    "tanda_xml": many_tags,
    "lembar": many_sheets,
    "sel_per_lembar": many_cells,
    "nama": lambda: names(bound("nama")),
    "huruf_per_sel, shared": lambda: shared_text(bound("huruf_per_sel")),
    "kisaran_validasi": lambda: validations(bound("kisaran_validasi")),
    "rumus_bersama": shared_formulas,
    "komponen, its form": largest_form,
    "(a usual form)": lambda: workbooks()[2].data,
}
"""Files to validate, by the bound that they come near to; the last one is for comparison."""

DEFINITION_FILES: dict[str, Callable[[], bytes]] = {
    "ukuran_definisi": unknown_keys,
    "indikator": _definition("INDIKATOR"),
    "komponen": _largest,
    "data_bersama": _definition("DATA_BERSAMA"),
    "target": _definition("TARGETS"),
    "program": _definition("PROGRAM"),
    "bukti": _definition("BUKTI"),
}
"""Definitions to check, by the bound that they come near to."""


def all_files() -> Iterator[tuple[str, bool, Callable[[], bytes]]]:
    """Yield the name of each bound, whether its file is a definition, and what makes it."""
    yield from ((name, False, make) for name, make in FILES.items())
    yield from ((name, True, make) for name, make in DEFINITION_FILES.items())
