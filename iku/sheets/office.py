"""The office above a signature: ``CAMAT X``, ``Plt. CAMAT X``, ``a.n. CAMAT X`` with one's own."""

from iku.layout.layout import Layout
from iku.layout.perhitungan import OFFICE_CELL
from iku.sheets.formulas import quoted_text
from iku.sheets.unit_texts import bare_unit_name

HEADS = {"Kelurahan": "LURAH", "Distrik": "KEPALA DISTRIK"}  # of a kecamatan it is the camat
ACTING = {"plt": "Plt. ", "plh": "Plh. ", "pj.": "Pj. "}
ON_BEHALF = ("a.n", "an.")
LONGEST = 99  # letters of an office

_OFFICE = f"TRIM({OFFICE_CELL.absolute})"
_START = f"LOWER(LEFT({_OFFICE},3))"


def office(layout: Layout) -> str:
    """Return the formula of the office in which one signs, such as ``Plt. CAMAT JAMBI TIMUR``.

    Nothing chosen means the head of the unit; an office that is none of these stays as typed.
    """
    seat = f'" "&UPPER({bare_unit_name(layout)})'
    head = HEADS.get(layout.definition.jenis_unit, "CAMAT")
    formula = f'IF({_OFFICE}="",{quoted_text(head)},UPPER({_OFFICE}))'
    for start, written in {**ACTING, **dict.fromkeys(ON_BEHALF, "a.n. ")}.items():
        formula = f"IF({_START}={quoted_text(start)},{quoted_text(written + head)},{formula})"
    return f"{formula}&{seat}"


def own_office(layout: Layout) -> str:
    """Return the formula of the signatory's own office where one signs ``a.n.``, else empty.

    It is what stands after a stroke or a comma; without any it is the secretary.
    """
    typed = f'SUBSTITUTE({_OFFICE},",","/")'
    own = f'UPPER(TRIM(RIGHT(SUBSTITUTE({typed},"/",REPT(" ",{LONGEST})),{LONGEST})))'
    secretary = quoted_text(f"SEKRETARIS {layout.definition.jenis_unit.upper()}")
    named = f'IF(SUBSTITUTE({typed},"/","")={typed},{secretary},{own})'
    on_behalf = ",".join(f"{_START}={quoted_text(start)}" for start in ON_BEHALF)
    return f'IF(OR({on_behalf}),{named},"")'
