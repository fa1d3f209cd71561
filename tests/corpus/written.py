"""A workbook written straight from a snapshot: any damage a snapshot can show becomes a file."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from iku.address import a1, split_a1
from iku.cells import ErrorValue, SheetSnapshot, StyleFacts, Value, WorkbookSnapshot
from tests.corpus.drawn import drawn
from tests.reader.handmade import HEAD, MAIN, OFFICE, RELATIONSHIPS, packed

CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
FIRST_OWN_FORMAT = 164


def written(seen: WorkbookSnapshot) -> bytes:
    """Return a file that is read back as this snapshot."""
    styles = _Styles()
    parts: dict[str, str | bytes] = {}
    for n, sheet in enumerate(seen.sheets.values(), 1):
        parts[f"xl/worksheets/sheet{n}.xml"] = _sheet(sheet, styles)
        if sheet.drawings:
            parts[f"xl/worksheets/_rels/sheet{n}.xml.rels"] = _relationships(
                [("d0", "drawing", f"../drawings/drawing{n}.xml")]
            )
            parts |= drawn(sheet, n)
    arrows = [
        (f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(seen.sheets) + 1)
    ]
    arrows.append(("styles", "styles", "styles.xml"))
    for n, target in enumerate(seen.external_links):
        arrows.append((f"x{n}", "externalLink", f"externalLinks/externalLink{n}.xml"))
        parts[f"xl/externalLinks/externalLink{n}.xml"] = f'{HEAD}<externalLink xmlns="{MAIN}"/>'
        parts[f"xl/externalLinks/_rels/externalLink{n}.xml.rels"] = _relationships(
            [("r1", "externalLinkPath", target)], mode=' TargetMode="External"'
        )
    if seen.has_macros:
        parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    parts["xl/workbook.xml"] = _workbook(seen)
    parts["xl/_rels/workbook.xml.rels"] = _relationships(arrows)
    parts["xl/styles.xml"] = styles.part()
    return packed(_package(seen, len(seen.sheets)) | parts)


def _package(seen: WorkbookSnapshot, sheets: int) -> dict[str, str | bytes]:
    overrides = [
        ("/xl/workbook.xml", f"{BOOK}.sheet.main+xml"),
        ("/xl/styles.xml", f"{BOOK}.styles+xml"),
    ]
    overrides += [
        (f"/xl/worksheets/sheet{n}.xml", f"{BOOK}.worksheet+xml") for n in range(1, sheets + 1)
    ]
    lines = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides
    )
    types = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    )
    custom = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{n}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for n, (name, text) in enumerate(seen.properties.items(), 2)
    )
    vt = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{CONTENT}">{types}{lines}</Types>',
        "_rels/.rels": _relationships(
            [
                ("r1", "officeDocument", "xl/workbook.xml"),
                ("r2", "custom-properties", "docProps/custom.xml"),
                ("r3", "core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/custom.xml": f'{HEAD}<Properties xmlns="{CUSTOM}" xmlns:vt="{vt}">{custom}</Properties>',
        "docProps/core.xml": (
            f'{HEAD}<cp:coreProperties xmlns:cp="{CORE}" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"<dcterms:modified>{seen.modified}</dcterms:modified></cp:coreProperties>"
        ),
    }


def _relationships(arrows: Iterable[tuple[str, str, str]], mode: str = "") -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>'
        for key, kind, target in arrows
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>'


def _workbook(seen: WorkbookSnapshot) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" state="{sheet.state}" r:id="r{n}"/>'
        for n, sheet in enumerate(seen.sheets.values(), 1)
    )
    names = "".join(
        f"<definedName name={quoteattr(name)}>{escape(reference)}</definedName>"
        for name, reference in seen.names.items()
    )
    order = list(seen.sheets)
    names += "".join(
        f'<definedName name={quoteattr(name)} localSheetId="{order.index(sheet)}">'
        f"{escape(reference)}</definedName>"
        for (sheet, name), reference in seen.local_names.items()
    )
    protection = _element("workbookProtection", seen.protection) if seen.protection else ""
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f'<workbookPr date1904="{int(seen.date1904)}"/>{protection}'
        f"<sheets>{sheets}</sheets><definedNames>{names}</definedNames></workbook>"
    )


def _element(name: str, attributes: dict[str, str]) -> str:
    return f"<{name}{''.join(f' {key}={quoteattr(text)}' for key, text in attributes.items())}/>"


def _sheet(sheet: SheetSnapshot, styles: "_Styles") -> str:
    pieces = [
        f'<sheetPr filterMode="{int(sheet.filtered)}"/>',
        _columns(sheet, styles),
        f"<sheetData>{_rows(sheet, styles)}</sheetData>",
        _element("sheetProtection", sheet.protection) if sheet.protection else "",
        f'<autoFilter ref="{sheet.autofilter}"/>' if sheet.autofilter else "",
        _merges(sheet),
        *(
            '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1">'
            "<formula>FALSE</formula></cfRule></conditionalFormatting>"
            for _ in range(sheet.conditional_formats)
        ),
        _validations(sheet),
        '<drawing r:id="d0"/>' if sheet.drawings else "",
    ]
    return f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{"".join(pieces)}</worksheet>'


def _columns(sheet: SheetSnapshot, styles: "_Styles") -> str:
    known = sorted(sheet.column_styles.keys() | sheet.hidden_columns)
    lines = "".join(
        f'<col min="{n}" max="{n}" width="10" hidden="{int(n in sheet.hidden_columns)}"'
        + (f' style="{styles.index(sheet.column_styles[n])}"' if n in sheet.column_styles else "")
        + "/>"
        for n in known
    )
    return f"<cols>{lines}</cols>" if lines else ""


def _rows(sheet: SheetSnapshot, styles: "_Styles") -> str:
    places = sheet.values.keys() | sheet.formulas.keys() | sheet.styles.keys()
    rows: dict[int, list[int]] = {row: [] for row in sheet.hidden_rows}
    for address in places:
        row, column = split_a1(address)
        rows.setdefault(row, []).append(column)
    return "".join(
        f'<row r="{row}"{" hidden=" + chr(34) + "1" + chr(34) if row in sheet.hidden_rows else ""}>'
        + "".join(_cell(sheet, a1(row, column), styles) for column in sorted(rows[row]))
        + "</row>"
        for row in sorted(rows)
    )


def _cell(sheet: SheetSnapshot, address: str, styles: "_Styles") -> str:
    style = f' s="{styles.index(sheet.styles[address])}"' if address in sheet.styles else ""
    formula = sheet.formulas.get(address)
    kind, value = _value(sheet.values.get(address), computed=formula is not None)
    inside = "" if formula is None else f"<f>{escape(formula)}</f>"
    return f'<c r="{address}"{style}{kind}>{inside}{value}</c>'


def _value(value: Value, *, computed: bool) -> tuple[str, str]:
    match value:
        case None:
            return "", ""
        case bool():
            return ' t="b"', f"<v>{int(value)}</v>"
        case ErrorValue(code):
            return ' t="e"', f"<v>{escape(code)}</v>"
        case str() if computed:
            return ' t="str"', f"<v>{escape(value)}</v>"
        case str():
            return ' t="inlineStr"', f'<is><t xml:space="preserve">{escape(value)}</t></is>'
        case _:
            return "", f"<v>{value!r}</v>"


def _merges(sheet: SheetSnapshot) -> str:
    lines = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
    return f"<mergeCells>{lines}</mergeCells>" if lines else ""


def _validations(sheet: SheetSnapshot) -> str:
    lines = []
    for address, rule in sorted(sheet.validations.items(), key=lambda one: split_a1(one[0])):
        shown = int(address not in sheet.unenforced)
        kind = "none" if rule.kind == "any" else rule.kind
        formulas = "".join(
            f"<formula{n}>{escape(text)}</formula{n}>"
            for n, text in enumerate((rule.formula1, rule.formula2), 1)
            if text is not None
        )
        lines.append(
            f'<dataValidation type="{kind}" operator="{rule.operator}" showErrorMessage="{shown}"'
            f' sqref="{address}">{formulas}</dataValidation>'
        )
    return f"<dataValidations>{''.join(lines)}</dataValidations>" if lines else ""


class _Styles:
    """Numbers the styles that occur; number 0 is the default."""

    def __init__(self) -> None:
        self._numbers: dict[StyleFacts, int] = {StyleFacts(): 0}

    def index(self, style: StyleFacts) -> int:
        return self._numbers.setdefault(style, len(self._numbers))

    def part(self) -> str:
        formats: dict[str, int] = {"General": 0}
        for style in self._numbers:
            formats.setdefault(style.number_format, FIRST_OWN_FORMAT + len(formats))
        named = "".join(
            f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>'
            for code, number in formats.items()
            if number
        )
        cells = "".join(
            f'<xf numFmtId="{formats[style.number_format]}" applyNumberFormat="1" applyProtection="1">'
            f'<protection locked="{int(style.locked)}"/></xf>'
            for style in self._numbers
        )
        return (
            f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{named}</numFmts>'
            '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            f"<cellXfs>{cells}</cellXfs></styleSheet>"
        )
