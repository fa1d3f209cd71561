"""What was written where nothing is entered: beside the form, over its locked cells, on other sheets."""

from collections.abc import Iterator

from iku.carry.salvage import Salvaged
from iku.finding import Finding

_OVERWRITTEN = frozenset({"KCI-001", "KCI-003"})
_NOTHING = frozenset({"(kosong)", "(selnya hilang)"})


def leftovers(salvaged: Salvaged, places: set[str]) -> Iterator[Finding]:
    """Yield what was written outside the entries; ``places`` are cells that entries came from."""
    findings = salvaged.submission.findings
    moved = {one.sheet for one in findings if one.code == "STR-007"}
    for one in findings:
        cell = one.cells[0] if one.cells else ""
        found = str(one.facts.get("ditemukan", ""))
        displaced = one.sheet in moved and found.startswith("=")  # a formula of ours
        if cell in places or found in _NOTHING or displaced:
            continue
        facts = {"nilai": found, "asal": cell}
        if one.code == "KCI-011":
            yield Finding("STR-112", dict(facts), sheet=one.sheet, cells=one.cells)
        elif one.code in _OVERWRITTEN:
            yield Finding("STR-126", dict(facts), sheet=one.sheet, cells=one.cells)
    for sheet in salvaged.strangers:
        filled = sum(value not in {None, ""} for value in sheet.values.values())
        if filled:
            yield Finding("STR-113", {"lembar": sheet.name, "jumlah": filled}, sheet=sheet.name)
