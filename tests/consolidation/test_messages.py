"""Every sentence of consolidation can be spoken, in both languages."""

import re
from collections.abc import Iterator

import pytest

from iku.consolidation import Candidate, consolidate
from iku.definition.model import Definition
from iku.finding import Finding
from iku.messages import Language, catalogue

from .sample import RATIO, SCORE, candidate, definition_of, judged, ratio, with_agregasi
from .test_json import mess
from .test_periods import D as QUARTERLY
from .test_periods import quarters, with_unit

D = definition_of(RATIO + SCORE)


def every_note(language: Language) -> Iterator[Finding]:
    weighted = definition_of(with_agregasi(SCORE, "tertimbang"))
    other = D.model_copy(update={"kode": "LAIN"})
    second = definition_of(RATIO + SCORE, versi="2")
    changed = definition_of(RATIO.replace("/rt*", "/rt*1*") + SCORE, versi="2")
    lock = (judged("KCI-001"),)
    gone = with_unit(sampai="2016")
    open_list = D.model_copy(update={"unit": ()})
    early = candidate(QUARTERLY, "99.01.01", quarters((5.0, 100.0)), periode="TW1", path="1")
    late = candidate(
        QUARTERLY, "99.01.01", quarters((8.0, 100.0), (1.0, 1.0)), periode="TW2", path="2"
    )
    behind = candidate(QUARTERLY, "99.01.02", quarters((5.0, 100.0)), periode="TW1", path="3")
    cases: list[tuple[Definition, list[Candidate]]] = [
        (D, mess()),
        (D, [candidate(other, "99.01.01", {}), candidate(second, "99.01.02", {})]),
        (D, [candidate(changed, "99.01.01", {}), candidate(D, "99.01.02", {}, periode="")]),
        (D, [candidate(D, "99.01.01", {}, findings=lock)]),
        (weighted, []),
        (open_list, [candidate(D, "99.01.01", ratio(1.0, 2.0))]),
        (QUARTERLY, [early, late, behind]),
        (gone, [candidate(gone, "99.01.01", {}, periode="TW1")]),
        (with_unit(sampai="2017-05-31"), [behind]),
    ]
    for definition, files in cases:
        period = "TW2" if any(one.sampai > "2017" for one in definition.unit) else None
        report = consolidate(definition, files, period=period, language=language)
        yield from report.findings
        yield from (one.reason for one in report.fates)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_code_of_the_catalogue_can_be_spoken(language: Language) -> None:
    own = [one for one in every_note(language) if one.code.startswith("KON")]
    assert {one.code for one in own} == {one for one in catalogue("KON") if one < "KON-020"}
    for one in own:
        assert re.match(r"[^:]+: ", one.message)
        assert "{" not in one.message + one.fix
        assert re.search("Contoh" if language == "id" else "Example", one.fix)
