"""Every limit: the file just below it is read, the one just above is refused in one sentence."""

from collections.abc import Callable
from dataclasses import fields, replace
from email.message import EmailMessage

import pytest

from iku.definition import limits as definition_limits
from iku.definition.load import DefinitionError, parse_definition
from iku.finding import Finding
from iku.messages import explain
from iku.resources import template_path
from tests.reader.handmade import arrows, packed, parts_of, rows, worksheet
from workbook_reader.folder import read_received
from workbook_reader.limits import Limits
from workbook_reader.unpacking import opened

ONE = rows('<c r="A1"><v>1</v></c>')
BOOK = packed(parts_of(ONE))


def sheet(body: str) -> bytes:
    return packed(parts_of(worksheet(body)))


def text(length: int) -> bytes:
    return packed(parts_of(rows(f'<c r="A1" t="inlineStr"><is><t>{"a" * length}</t></is></c>')))


def shared_text(length: int) -> bytes:
    parts = parts_of(rows('<c r="A1" t="s"><v>0</v></c>'))
    parts["xl/_rels/workbook.xml.rels"] = arrows(
        ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
    )
    strings = f"<sst><si><t>{'a' * length}</t></si></sst>"
    return packed(parts | {"xl/sharedStrings.xml": strings})


def formula(length: int) -> bytes:
    return packed(parts_of(rows(f'<c r="A1"><f>{"1" * length}</f><v>1</v></c>')))


def names(count: int) -> bytes:
    parts = parts_of(ONE)
    listed = "".join(f'<definedName name="n{n}">Isian!$A$1</definedName>' for n in range(count))
    book = str(parts["xl/workbook.xml"]).replace("</workbook>", "")
    parts["xl/workbook.xml"] = f"{book}<definedNames>{listed}</definedNames></workbook>"
    return packed(parts)


def sheets(count: int) -> bytes:
    """A workbook of so many sheets, which all show the same part."""
    parts = parts_of(ONE)
    listed = "".join(f'<sheet name="L{n}" sheetId="{n + 2}" r:id="r1"/>' for n in range(count - 1))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "</sheets>", f"{listed}</sheets>"
    )
    return packed(parts)


def validations(count: int) -> bytes:
    ranges = " ".join(["B1"] * count)
    return sheet(f'<sheetData/><dataValidation type="whole" sqref="{ranges}"/>')


def shared_formulas(count: int) -> bytes:
    first = '<c r="A1"><f t="shared" si="0">B1+100</f><v>1</v></c>'
    others = (f'<c r="A{n}"><f t="shared" si="0"/><v>1</v></c>' for n in range(2, count + 2))
    return sheet(f'<sheetData><row r="1">{first}{"".join(others)}</row></sheetData>')


def member(size: int) -> bytes:
    return packed(parts_of(ONE) | {"xl/a.bin": bytes(size)})


def mail(*files: str, header: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@contoh.id", "b@contoh.id", "IKU"
    message["MIME-Version"] = "1.0"
    for name in files:
        message.add_attachment(BOOK, maintype="application", subtype="x", filename=name)
    return message.as_bytes().replace(b"\nContent-Type", f"\n{header}Content-Type".encode(), 1)


def nested_mail(count: int) -> bytes:
    head = b"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n"
    parts = (
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(count)
    )
    return head + b"".join(parts) + b"Content-Type: text/plain\n\nx\n"


def nested_zip(depth: int) -> bytes:
    data = packed({"a.xlsx": BOOK})
    for _ in range(depth - 1):
        data = packed({"dalam.zip": data})
    return data


NO = Limits()
SIZE = len(packed(parts_of(ONE) | {"xl/a.bin": b""}))
# limit, its value here, a file just within it, a file just beyond it, how the sentence names it
CASES: dict[str, tuple[int, bytes, bytes, str]] = {
    "file_bytes": (len(BOOK), BOOK, BOOK + b"\0", "1 MB"),
    "total_bytes": (100_000, member(97_000), member(101_000), "1 MB"),
    "ratio": (850, member(60_000), member(200_000), "850:1"),
    "entries": (
        8,
        packed(parts_of(ONE) | {f"xl/{n}": "" for n in range(3)}),
        packed(parts_of(ONE) | {f"xl/{n}": "" for n in range(4)}),
        "8 bagian",
    ),
    "attachments": (2, mail("a.xlsx", "b.xlsx"), mail("a.xlsx", "b.xlsx", "c.xlsx"), "2 lampiran"),
    "header_bytes": (
        200,
        mail("a.xlsx", header=f"Content-Language: {'x' * 150}\n"),
        mail("a.xlsx", header=f"Content-Language: {'x' * 200}\n"),
        "200 huruf dalam satu kepala surel",
    ),
    "headers_bytes": (
        1_000,
        mail("a.xlsx", header=f"Content-Language: {'x' * 400}\n"),
        mail("a.xlsx", header=f"Content-Language: {'x' * 1_000}\n"),
        "1.000 huruf dalam semua kepala surel",
    ),
    "mail_parts": (3, mail("a.xlsx"), mail("a.xlsx", "b.xlsx", "c.xlsx"), "3 bagian surel"),
    "mail_nesting": (4, nested_mail(4), nested_mail(5), "4 bagian surel yang memuat bagian lain"),
    "nesting": (3, nested_zip(3), nested_zip(4), "lebih dari 3 tingkat"),
    "tags": (2_000, sheet("<row/>" * 1_900), sheet("<row/>" * 2_000), "2.000 tanda XML"),
    "sheets": (3, sheets(3), sheets(4), "3 lembar"),
    "cells_per_sheet": (
        90,
        packed(parts_of(rows("<c/>" * 90))),
        packed(parts_of(rows("<c/>" * 91))),
        "90 sel",
    ),
    "names": (100, names(100), names(101), "100 nama"),
    "characters": (32_767, text(32_767), text(32_768), "32.767 huruf dalam satu sel"),
    "ranges": (50, validations(50), validations(51), "50 kisaran validasi"),
    "expanded_text": (60, shared_formulas(10), shared_formulas(11), "60 huruf"),
}


def answers(data: bytes, limits: Limits) -> list[str]:
    """The sentence of each file inside that is refused; none where all are read."""
    found = opened("kiriman.xlsx", data, limits)
    refusals = [read_received(one, limits=limits) for one in found]
    told = [one for one in refusals if isinstance(one, Finding)]
    return [f"{explain(one).message} {explain(one).fix}" for one in told if one.code != "BRK-012"]


def small(name: str, value: int) -> Limits:
    loose = replace(NO, large_part_bytes=50_000, ratio=10_000)
    return replace(loose, **{name: value})


@pytest.mark.parametrize("name", CASES)
def test_a_file_just_within_a_limit_is_read(name: str) -> None:
    value, within, _, _ = CASES[name]

    assert answers(within, small(name, value)) == []


@pytest.mark.parametrize("name", CASES)
def test_a_file_just_beyond_it_is_refused_in_one_sentence_that_names_it(name: str) -> None:
    value, _, beyond, named = CASES[name]

    told = answers(beyond, small(name, value))

    assert len(told) == 1
    assert named in told[0]


def test_every_limit_is_among_them() -> None:
    assert {one.name for one in fields(Limits)} == {*CASES, "large_part_bytes"}


@pytest.mark.parametrize("make", [text, shared_text, formula])
def test_a_text_is_measured_wherever_it_stands(make: Callable[[int], bytes]) -> None:
    assert answers(make(8_000), NO) == []
    assert "32.767 huruf dalam satu sel" in answers(make(40_000), NO)[0]


def test_a_small_part_may_be_as_well_compressed_as_it_likes() -> None:
    assert answers(member(40_000), replace(NO, ratio=2, large_part_bytes=50_000)) == []


DEFINITION = template_path("contoh_triwulanan_2025.yaml").read_text(encoding="utf-8")
INDICATOR = (
    "      - {kode: X%d, nama: N, satuan: S, polaritas: maksimasi, nilai: {jenis: langsung}}\n"
)
GOAL = "sasaran:\n  - nama: Satu\n    indikator:\n"
HEAD = 'kode: A\nversi: "1"\ntahun: 2025\nkabupaten: {kode: "99", nama: N}\n'
UNIT = 'unit: [{kode: "99.01", nama: U}]\n'


def indicators(count: int) -> str:
    return HEAD + UNIT + GOAL + "".join(INDICATOR % n for n in range(count))


def components(count: int) -> str:
    listed = ", ".join(f"{{kode: k_{letters(n)}, nama: N, satuan: S}}" for n in range(count))
    one = "kode: X, nama: N, satuan: S, polaritas: maksimasi, nilai: {rumus: k_a}"
    return f"{HEAD}{UNIT}{GOAL}      - {{{one}, komponen: [{listed}]}}\n"


def letters(n: int) -> str:
    return chr(97 + n % 26) + (letters(n // 26) if n >= 26 else "")


def with_key(key: str, value: str) -> str:
    one = f"kode: X, nama: N, satuan: S, polaritas: maksimasi, nilai: {{jenis: langsung}}, {key}: {value}"
    return f"{HEAD}{UNIT}{GOAL}      - {{{one}}}\n"


def shared(count: int) -> str:
    listed = ", ".join(f"{{kode: k_{letters(n)}, nama: N, satuan: S}}" for n in range(count))
    return indicators(1) + f"data_bersama: [{listed}]\n"


def padded(size: int) -> str:
    return DEFINITION + "#" * (size - len(DEFINITION))


def deep(levels: int) -> str:
    """A tree of so many levels under the key that holds it."""
    return f"{HEAD}{UNIT}lain: {'[' * (levels - 1)}{']' * (levels - 1)}\n"


DEFINITIONS: dict[str, tuple[Callable[[int], str], int, str]] = {
    "FILE_BYTES": (padded, definition_limits.FILE_BYTES, "batasnya 500 KB"),
    "DEPTH": (deep, definition_limits.DEPTH, "lebih dari 40 tingkat"),
    "TEXT": (lambda n: with_key("keterangan", "a" * n), definition_limits.TEXT, "4000"),
    "NUMBER": (lambda n: with_key("bobot", "1" * n), definition_limits.NUMBER, "paling panjang 25"),
    "YEARS": (lambda n: indicators(1).replace("2025", str(n)), 2199, "1900 sampai 2199"),
    "DECIMALS": (lambda n: with_key("desimal", str(n)), 10, "desimal antara 0 dan 10"),
    "INDIKATOR": (indicators, definition_limits.INDIKATOR, "paling banyak 200"),
    "KOMPONEN": (components, definition_limits.KOMPONEN, "paling banyak 800"),
    "DATA_BERSAMA": (shared, definition_limits.DATA_BERSAMA, "paling banyak 200"),
    "TARGETS": (
        lambda n: with_key("target", str({2000 + year: 1 for year in range(n)})),
        definition_limits.TARGETS,
        "paling banyak 40",
    ),
    "PROGRAM": (
        lambda n: (
            indicators(1) + f"program: {[{'kode': f'P{k}', 'nama': 'N'} for k in range(n)]}\n"
        ),
        definition_limits.PROGRAM,
        "paling banyak 200",
    ),
    "BUKTI": (
        lambda n: with_key("bukti", str(["Surat"] * n)),
        definition_limits.BUKTI,
        "paling banyak 100",
    ),
}


def told(definition: str) -> str:
    """Everything that is said of a definition."""
    try:
        parse_definition(definition)
    except DefinitionError as error:
        return "\n".join(explain(one).message for one in error.findings)
    return ""


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_just_within_a_limit_is_not_refused_for_it(name: str) -> None:
    make, value, named = DEFINITIONS[name]

    assert named not in told(make(value))


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_just_beyond_it_is_told_so(name: str) -> None:
    make, value, named = DEFINITIONS[name]

    assert named in told(make(value + 1))


def test_every_limit_of_definitions_is_among_them() -> None:
    assert {name for name in vars(definition_limits) if name.isupper()} == DEFINITIONS.keys()
