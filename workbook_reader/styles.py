"""Styles: what matters of each cell style, by the number that cells give."""

import re

from iku.cells import StyleFacts
from workbook_reader.markup import parse_part
from workbook_reader.refusal import damaged

# ECMA-376 part 1, 18.8.30: formats that files name by number only.
_BUILT_IN = {
    "0": "General",
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "5": '"$"#,##0_);("$"#,##0)',
    "6": '"$"#,##0_);[Red]("$"#,##0)',
    "7": '"$"#,##0.00_);("$"#,##0.00)',
    "8": '"$"#,##0.00_);[Red]("$"#,##0.00)',
    "9": "0%",
    "10": "0.00%",
    "11": "0.00E+00",
    "12": "# ?/?",
    "13": "# ??/??",
    "14": "mm-dd-yy",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm AM/PM",
    "19": "h:mm:ss AM/PM",
    "20": "h:mm",
    "21": "h:mm:ss",
    "22": "m/d/yy h:mm",
    "37": "#,##0_);(#,##0)",
    "38": "#,##0_);[Red](#,##0)",
    "39": "#,##0.00_);(#,##0.00)",
    "40": "#,##0.00_);[Red](#,##0.00)",
    "41": '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    "42": '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
    "43": '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    "44": '_("$"* #,##0.00_)_("$"* (#,##0.00)_("$"* "-"??_)_(@_)',
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mmss.0",
    "48": "##0.0E+0",
    "49": "@",
}
# Quoted text, an escaped character that would stand for itself anyway, or a colour.
_SPELLING = re.compile(
    r"""("[^"]*")|\\([-$+/():!^&'~{}<>= ])|\[((?i:black|blue|cyan|green|magenta|red|white|yellow))\]"""
)
_TABLES = {"numFmts", "cellXfs"}


def read_styles(part: str, content: bytes) -> dict[str, StyleFacts]:
    """Return the facts of every cell style by its number as text, ready for ``s="12"``.

    A style's own ``protection`` counts whether or not ``applyProtection`` is set: that flag only
    says if the named style behind it may overrule it in the style dialog.
    """
    formats = dict(_BUILT_IN)
    found: list[tuple[str, bool]] = []
    table = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal table
        if name in _TABLES:
            table = name
        elif table == "numFmts" and name == "numFmt":
            formats[attributes["numFmtId"]] = plain_format(attributes["formatCode"])
        elif table == "cellXfs" and name == "xf":
            found.append((attributes.get("numFmtId", "0"), True))
        elif table == "cellXfs" and name == "protection":
            found[-1] = (found[-1][0], attributes.get("locked", "1") not in {"0", "false"})

    def end(name: str) -> None:
        nonlocal table
        if name == table:
            table = ""

    parse_part(part, content, start, end)
    if not found:
        raise damaged(part, "tidak memuat gaya sel")
    facts = (StyleFacts(locked, formats.get(number, "General")) for number, locked in found)
    return {str(index): fact for index, fact in enumerate(facts)}


def plain_format(code: str) -> str:
    r"""Return a number format without the escapes and capitals that producers add on saving.

    >>> plain_format(r"#,##0;[RED]\-#,##0"), plain_format(r"d\ mmmm"), plain_format("[h]:mm")
    ('#,##0;[Red]-#,##0', 'd mmmm', '[h]:mm')
    """
    return _SPELLING.sub(_plain_piece, code)


def _plain_piece(match: re.Match[str]) -> str:
    quoted, escaped, colour = match.groups()
    return quoted or escaped or f"[{colour.capitalize()}]"
