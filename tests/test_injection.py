"""Text that staff entered stays text, whatever it looks like, in every output of the product.

Formulas, links and markup are typed into every text and every number of a form, into the names of
files and folders, and into the tables of the regency; then every output is searched for them.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from command_line.main import iku
from tests.workbooks import EVERY_KIND, layout, write_filled

MARK = "JAHAT"
HOSTILE = (
    f'=HYPERLINK("http://contoh.invalid/{MARK}";"klik")',
    f"=cmd|' /C {MARK}'!A0",
    f"+1+{MARK}",
    f"-2-{MARK}",
    f"@SUM({MARK})",
    f"\t={MARK}",
    f"\r={MARK}",
    f"  =1+{MARK}",
    f"<script>alert('{MARK}')</script>",
    f'"><img src=x onerror="{MARK}()">',
    f"</td></table><iframe src='http://contoh.invalid/{MARK}'>",
    f"http://contoh.invalid/{MARK}",
    f"[{MARK}](http://contoh.invalid)",
    f"javascript:{MARK}()",
    f"&lt;b&gt;{MARK} & ']]>",
)
ACTS = ("=", "+", "-", "@", "\t", "\r")
DEFINITION = Path(__file__).parent / "data" / f"{EVERY_KIND}.yaml"
_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c"
_PART = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def run(*arguments: object) -> str:
    """Run one command; everything but exit status 2 is an answer."""
    result = CliRunner().invoke(iku, list(map(str, arguments)), catch_exceptions=False)
    assert result.exit_code in {0, 1}, result.output
    return result.stdout


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An inbox with one form that is full of them, twice, under names that are hostile too."""
    folder = tmp_path_factory.mktemp("masuk")
    of, texts = layout(EVERY_KIND), cycle(HOSTILE)
    values: dict[str, str | float] = {
        one.name: next(texts)
        for one in of.entries.values()
        if one.kind == "text" or one.name.startswith(("isian.", "dilaporkan."))
    }
    known = {"identitas.periode_lapor": "TAHUN", "identitas.status_laporan": "Final"}
    inside = folder / f"=cmd {MARK}"
    inside.mkdir()
    for revisi, name in ((0, f"+{MARK}.xlsx"), (1, f"<img src=x onerror={MARK}>.xlsx")):
        write_filled(of, {**values, **known, "identitas.revisi": float(revisi)}, inside / name)
    (inside / f"@{MARK}.xlsx").write_bytes(f"={MARK}".encode())
    return folder


@pytest.fixture(scope="module")
def outputs(sent: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that the product writes about them."""
    into = tmp_path_factory.mktemp("keluar")
    for ending in ("xlsx", "html", "txt", "json"):
        run("validate", sent, "--report", into / f"hasil.{ending}")
    run("validate", sent, "--mark", into / "bertanda")
    tables = tmp_path_factory.mktemp("tabel")
    text = next(one for one in HOSTILE if one.startswith("=HYP")).replace(";", ",")
    central = f'kode_unit;indikator;nilai;predikat;sumber\n21.05.09;M7;70,5;BB;"{_quoted(text)}"\n'
    (tables / "kabupaten.csv").write_text(central, encoding="utf-8")
    waivers = f'kode_unit;keputusan;berkas;oleh;alasan\n21.05.09;Pakai;"+{MARK}.xlsx"'
    (tables / "ketetapan.csv").write_text(f'{waivers};"={MARK}";"@{MARK}"\n', encoding="utf-8")
    options: list[object] = ["--definition", DEFINITION, "--central", tables / "kabupaten.csv"]
    options += ["--waivers", tables / "ketetapan.csv", "--html", into / "rekap.html"]
    options += ["--csv", into / "csv", "--parquet", into / "parquet", "--notes", into / "catatan"]
    options += ["--verification-form", into / "verifikasi.xlsx"]
    run("consolidate", sent, "-o", into / "rekap.xlsx", *options)
    _closed_and_changed(sent, tables, into)
    return into


def _closed_and_changed(sent: Path, tables: Path, into: Path) -> None:
    """Close the year in a hostile name, then verify it and report something else, in English."""
    history, words = tables / "riwayat.sqlite", f"\n=BARIS{MARK}\n{HOSTILE[0]}"
    known: list[object] = ["--definition", DEFINITION, "--history", history]
    run("consolidate", sent, "-o", tables / "rekap.xlsx", *known)
    reason = ("--meski-belum-lengkap", words)
    run("close", "TAHUN", "--history", history, "--by", words, *reason, "-o", into / "arsip")
    judged = "kode_unit;indikator;komponen;periode;putusan;catatan;oleh\n"
    judged += f'21.05.09;M1;;TW1;Ditolak;"{_quoted(HOSTILE[9])}";"@{MARK}"\n'
    (tables / "verifikasi.csv").write_text(judged, encoding="utf-8")
    changed = tables / "baru" / f"={MARK}"
    changed.mkdir(parents=True)
    values: dict[str, str | float] = {
        "identitas.periode_lapor": "TAHUN",
        "identitas.revisi": 5.0,
        "identitas.penyusun": HOSTILE[8],
    }
    write_filled(layout(EVERY_KIND), values, changed / f"-{MARK}.xlsx")
    options = [*known, "--verification", tables / "verifikasi.csv", "--lang", "en"]
    options += ["--html", into / "english.html", "--notes", into / "notes"]
    run("consolidate", changed, "-o", into / "rekap_baru.xlsx", *options)


def _quoted(text: str) -> str:
    return text.replace('"', '""')


def found(outputs: Path, ending: str) -> list[Path]:
    """The outputs of a kind; there must be some, or nothing was looked at."""
    paths = sorted(one for one in outputs.rglob(f"*{ending}") if one.is_file())
    assert paths
    return paths


def test_no_workbook_holds_it_as_formula_or_link(outputs: Path) -> None:
    texts = 0
    for path in found(outputs, ".xlsx"):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                part = package.read(name)
                if name.endswith(".rels"):
                    assert MARK.encode() not in part, (path.name, name)
                elif name.endswith((".xml", ".vml")):
                    texts += _texts_of(ET.fromstring(part), f"{path.name} {name}")  # noqa: S314  our own output
    assert texts > 1000


def _texts_of(part: ET.Element, where: str) -> int:
    """Count the cells that hold a hostile text, all of them as strings."""
    for one in part.iter():
        if one.tag not in {f"{_PART}t", f"{_PART}v"}:
            assert MARK not in (one.text or "") or _harmless(one), (where, one.tag, one.text)
        assert not any(MARK in value for value in one.attrib.values()), (where, one.tag, one.attrib)
    assert not list(part.iter(f"{_PART}hyperlink")) or "Beranda" in where or _inside(part), where
    texts = 0
    for cell in part.iter(_CELL):
        if any(MARK in (one.text or "") for one in cell.iter()):
            texts += 1
            assert cell.get("t") in {"s", "str", "inlineStr"}, (where, cell.attrib)
    return texts


def _harmless(one: ET.Element) -> bool:
    """Whether text outside cells is only shown: the cached labels of a chart, a title."""
    return one.tag.endswith(("}t", "}v", "}title"))


def _inside(part: ET.Element) -> bool:
    """Whether every link leads to a place in the same workbook."""
    links = part.iter(f"{_PART}hyperlink")
    return all(one.get("location") and not one.get(f"{_PART}id") for one in links)


class _Page(HTMLParser):
    """What a browser makes of a page: tags with their attributes, and the text between."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_no_page_holds_it_as_markup(outputs: Path) -> None:
    for path in found(outputs, ".html"):
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))

        assert not page.tags & {"iframe", "object", "embed", "base", "link"}, path.name
        for tag, name, value in page.attributes:
            assert not name.startswith("on"), (path.name, tag, name, value)
            if name in {"href", "src", "action", "style", "content"}:
                assert MARK not in value, (path.name, tag, name, value)
        if "<script" in path.read_text(encoding="utf-8"):
            assert MARK not in _scripts(path), path.name


def test_a_page_shows_what_was_typed(outputs: Path) -> None:
    page = _Page()
    page.feed((outputs / "hasil.html").read_text(encoding="utf-8"))

    assert f"onerror={MARK}" in page.text


def _scripts(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return "".join(re.findall(r"<script\b.*?</script>", text, re.DOTALL | re.IGNORECASE))


def test_no_csv_field_acts_as_a_formula(outputs: Path) -> None:
    fields = list(_fields(found(outputs, ".csv")))

    assert any(MARK in one for one in fields)
    for one in fields:
        acts = one.lstrip(" \N{NO-BREAK SPACE}").startswith(ACTS)
        assert not acts or re.fullmatch(r"-[0-9]+(,[0-9]+)?", one), one


def _fields(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        text = path.read_text(encoding="utf-8-sig")
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
            yield from row


def test_json_and_text_stay_whole(outputs: Path) -> None:
    (told,) = found(outputs, "hasil.json")
    files = json.loads(told.read_text(encoding="utf-8"))["files"]
    assert len(files) == 3
    for path in found(outputs, ".txt"):
        assert b"\r" not in path.read_bytes().replace(b"\r\n", b"\n"), path.name


def test_nobody_adds_a_line_to_the_minutes(outputs: Path) -> None:
    (minutes,) = found(outputs / "arsip", ".txt")
    lines = minutes.read_text(encoding="utf-8").splitlines()

    assert sum(MARK in one for one in lines) >= 3
    assert not [one for one in lines if one.startswith(ACTS) and set(one) - set("=-")]


def test_every_sheet_that_holds_decisions_and_changes_was_looked_at(outputs: Path) -> None:
    with zipfile.ZipFile(outputs / "rekap_baru.xlsx") as package:
        names = package.read("xl/workbook.xml").decode()

    assert all(f'name="{one}"' in names for one in ("Perubahan", "Keputusan", "Catatan"))
