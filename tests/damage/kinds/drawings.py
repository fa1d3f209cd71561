"""Damage to what is drawn: charts that show something else or are gone, pictures over figures."""

import re
from collections.abc import Callable

from iku.cells import ChartFacts
from tests.damage.kinds.kind import HARMLESS, Expected, kind, some_sheet
from tests.damage.package import Book

HOME = "Beranda"
DRAWING = "xl/drawings/drawing1.xml"
ANCHOR = re.compile(r"<oneCellAnchor>.*?</oneCellAnchor>", re.DOTALL)
SERIES = re.compile(r"<ser>.*?</ser>", re.DOTALL)
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PICTURE = (
    "<oneCellAnchor><from><col>4</col><colOff>0</colOff><row>8</row><rowOff>0</rowOff></from>"
    '<ext cx="900000" cy="900000"/>{}<clientData/></oneCellAnchor>'
)
CONNECTED = '<cxnSp><nvCxnSpPr><cNvPr id="9" name="Garis 9"/></nvCxnSpPr></cxnSp>'
TEXT_BOX = '<sp><nvSpPr><cNvPr id="9" name="Kotak Teks 9"/></nvSpPr><txBody>98,5</txBody></sp>'
PHOTO = '<pic><nvPicPr><cNvPr id="9" name="Gambar 9"/></nvPicPr></pic>'


def _charts(book: Book) -> list[str]:
    return sorted(name for name in book.parts if name.startswith("xl/charts/chart"))


def _chart(book: Book) -> tuple[str, str]:
    """One of the charts: its part, and the cell below its corner."""
    part = book.choice(_charts(book))
    known = book.seen.sheets[HOME].charts[_charts(book).index(part)]
    return part, f"{HOME}!{known.place}"


def _edited(book: Book, code: str, change: Callable[[str], str]) -> Expected:
    part, place = _chart(book)
    book.edit(part, change)
    return Expected((code,), (place,))


def _other_rows(match: re.Match[str]) -> str:
    return re.sub(r"\$(\d+)", lambda row: f"${int(row[1]) + 1}", match[0])


@kind
def chart_values_redirected(book: Book) -> Expected:
    return _edited(
        book, "KCI-031", lambda text: re.sub(r"<val>.*?</val>", _other_rows, text, count=1)
    )


@kind
def chart_values_of_another_column(book: Book) -> Expected:
    return _edited(book, "KCI-031", lambda text: text.replace("!$G$", "!$D$"))


@kind
def chart_values_of_another_sheet(book: Book) -> Expected:
    return _edited(book, "KCI-031", lambda text: text.replace("<f>'Perhitungan'!", "<f>Isian!", 1))


@kind
def chart_categories_redirected(book: Book) -> Expected:
    return _edited(
        book, "KCI-031", lambda text: re.sub(r"<cat>.*?</cat>", _other_rows, text, count=1)
    )


@kind
def chart_values_typed_in(book: Book) -> Expected:
    typed = '<val><numLit><ptCount val="1"/><pt idx="0"><v>120</v></pt></numLit></val>'
    return _edited(book, "KCI-031", lambda text: re.sub(r"<val>.*?</val>", typed, text, count=1))


@kind
def chart_series_added(book: Book) -> Expected:
    def doubled(text: str) -> str:
        found = SERIES.search(text)
        assert found is not None
        return text.replace(found[0], found[0] + found[0].replace("!$G$", "!$H$"), 1)

    return _edited(book, "KCI-031", doubled)


@kind
def chart_series_removed(book: Book) -> Expected:
    return _edited(book, "KCI-031", lambda text: SERIES.sub("", text, count=1))


@kind
def chart_title_changed(book: Book) -> Expected:
    return _edited(
        book, "KCI-032", lambda text: re.sub(r"<a:t>[^<]*", "<a:t>Target tercapai", text, count=1)
    )


@kind
def chart_title_taken_from_a_cell(book: Book) -> Expected:
    linked = "<title><tx><strRef><f>Isian!$A$1</f></strRef></tx></title>"
    return _edited(
        book, "KCI-032", lambda text: re.sub(r"<title>.*?</title>", linked, text, count=1)
    )


@kind
def chart_series_called_otherwise(book: Book) -> Expected:
    return _edited(
        book, "KCI-032", lambda text: re.sub(r"<tx><v>[^<]*", "<tx><v>Triwulan V", text, count=1)
    )


@kind
def chart_of_another_kind(book: Book) -> Expected:
    return _edited(book, "KCI-032", lambda text: text.replace("barChart>", "areaChart>"))


@kind
def chart_deleted(book: Book) -> Expected:
    found = book.choice(ANCHOR.findall(book.text(DRAWING)))
    number = ANCHOR.findall(book.text(DRAWING)).index(found)
    book.swap(DRAWING, found, "")
    return Expected(("STR-023",), (f"{HOME}!{book.seen.sheets[HOME].charts[number].place}",))


@kind
def all_charts_deleted(book: Book) -> Expected:
    book.edit(book.sheet_part(HOME), lambda text: re.sub(r"<drawing [^>]*/>", "", text))
    first: ChartFacts = book.seen.sheets[HOME].charts[0]
    return Expected(("STR-023",), (f"{HOME}!{first.place}",))


@kind
def chart_torn(book: Book) -> Expected:
    part, place = _chart(book)
    book.parts[part] = book.parts[part][:300]
    return Expected(("KCI-031",), (place,))


@kind
def drawing_torn(book: Book) -> Expected:
    book.parts[DRAWING] = book.parts[DRAWING][:300]
    return Expected(("STR-023",), (HOME,))


@kind
def chart_copied(book: Book) -> Expected:
    found = book.choice(ANCHOR.findall(book.text(DRAWING)))
    away = re.sub(r"<from><col>\d+", "<from><col>20", found)
    book.swap(DRAWING, found, found + away)
    return Expected(("STR-021",), (HOME,))


@kind
def thing_drawn_beside_the_charts(book: Book) -> Expected:
    thing = PICTURE.format(book.choice([CONNECTED, TEXT_BOX, PHOTO]))
    book.swap(DRAWING, "</wsDr>", f"{thing}</wsDr>")
    return Expected(("STR-021",), (f"{HOME}!E9",))


@kind
def thing_drawn_over_entries(book: Book) -> Expected:
    sheet = some_sheet(book, ["Isian", "Definisi IKU", "Petunjuk"])
    part = book.sheet_part(sheet)
    thing = PICTURE.format(book.choice([CONNECTED, TEXT_BOX, PHOTO]))
    book.swap(part, "</worksheet>", f'<drawing xmlns:r="{OFFICE}" r:id="rId77"/></worksheet>')
    folder, _, name = part.rpartition("/")
    book.parts[f"{folder}/_rels/{name}.rels"] = (
        f'<Relationships><Relationship Id="rId77" Type="{OFFICE}/drawing"'
        ' Target="../drawings/drawing77.xml"/></Relationships>'
    ).encode()
    book.parts["xl/drawings/drawing77.xml"] = (
        f'<wsDr xmlns="{DRAWN}/spreadsheetDrawing">{thing}</wsDr>'.encode()
    )
    return Expected(("STR-021",), (f"{sheet}!E9",))


@kind
def chart_moved(book: Book) -> Expected:
    book.edit(DRAWING, lambda text: re.sub(r"<row>\d+</row>", "<row>90</row>", text, count=1))
    return HARMLESS


@kind
def chart_spelt_otherwise(book: Book) -> Expected:
    part, _ = _chart(book)
    book.edit(
        part,
        lambda text: re.sub(
            r"<tx><v>([^<]*)</v></tx>", r"<tx><strRef><f>&quot;\1&quot;</f></strRef></tx>", text
        ).replace("$", ""),
    )
    return HARMLESS
