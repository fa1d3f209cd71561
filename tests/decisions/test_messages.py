"""Every sentence about the regency's decisions can be spoken, in both languages."""

import re
from collections.abc import Iterator

import pytest

from iku.consolidation import consolidate
from iku.consolidation.deciding import RegencyTables
from iku.finding import Finding
from iku.messages import Language, catalogue
from tests.consolidation.sample import candidate, ratio

from .sample import NORTH, SOUTH, D, S, central, scores, table, verification, waivers
from .test_closing import CLOSED, SECOND, north, ruling
from .test_closing import D as QUARTERLY
from .test_verification import judged, rejecting
from .test_waivers import FILES, R, pin

GRADED = candidate(D, NORTH, {**ratio(30.0, 100.0), "isian.C1.nilai.TAHUN": 90.0})
SCORED = candidate(S, NORTH, scores(90.0, 50.0))


def every_note(language: Language) -> Iterator[Finding]:
    grade = (NORTH, "C1", None, "TAHUN", 61.7)
    changed = [north((9.0, 100.0), (10.0, None)), SECOND]
    cases = [
        (D, [GRADED], {"central": central(grade)}),
        (D, [GRADED], {"central": central(grade, (NORTH, "C1", None, "TAHUN", 62.0))}),
        (D, [GRADED], {"central": table("kode_unit")}),
        (D, [GRADED], {"central": table("kode_unit indikator nilai lain", (NORTH, "C9", 1.0))}),
        (D, [GRADED], {"central": central((NORTH, "C1", None, "TAHUN", "1.500"))}),
        (D, [GRADED], {"central": central((NORTH, "A1", "rt", "TAHUN", 1.0), (SOUTH, None))}),
        (R, FILES, {"verification": verification(judged("Diterima", 5.0))}),
        (R, FILES, {"verification": verification(judged("Ditolak", 5.0))}),
        (R, FILES, {"verification": verification(judged("Ditolak", dilaporkan=1.0))}),
        (R, FILES, {"verification": verification(judged("Ditolak"))}),
        (S, [SCORED], {"verification": verification(*rejecting(NORTH, "S2"))}),
        (R, FILES, {"waivers": waivers(pin("lama.xlsx"))}),
        (R, FILES, {"waivers": waivers((NORTH, "Kecualikan", "baru.xlsx", "Sekda", "audit"))}),
        (R, FILES, {"waivers": waivers(pin("tidak_ada.xlsx"))}),
        (R, FILES, {"waivers": waivers(pin("lama.xlsx", until="2017-12-31"))}),
        (QUARTERLY, changed, {"closings": (CLOSED,)}),
        (
            QUARTERLY,
            changed,
            {"closings": (CLOSED,), "waivers": waivers(ruling("Terima perubahan"))},
        ),
    ]
    for definition, files, given in cases:
        tables = RegencyTables(today="2018-02-01", **given)  # type: ignore[arg-type]
        report = consolidate(definition, files, language=language, tables=tables)
        yield from report.findings
        yield from (one.reason for one in report.fates)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_code_about_decisions_can_be_spoken(language: Language) -> None:
    own = [one for one in every_note(language) if "KON-030" <= one.code <= "KON-049"]
    assert {one.code for one in own} == {
        one for one in catalogue("KON") if "KON-030" <= one <= "KON-049"
    }
    for one in own:
        assert re.match(r"[^:]+: ", one.message)
        assert "{" not in one.message + one.fix
        assert re.search("Contoh" if language == "id" else "Example", one.fix)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_verdict_is_told_of_the_words_on_the_form_and_the_unit(language: Language) -> None:
    told = [one for one in every_note(language) if "KON-036" <= one.code <= "KON-041"]
    own = [one for one in told if one.code != "KON-037"]
    assert {one.code for one in own} == {f"KON-0{n}" for n in (36, 38, 39, 40, 41)}
    for one in own:
        assert re.search(r"'[A-Z][\w ]+' \([A-Z]\d\)", one.message), one.message
        assert "Kecamatan" in one.message
        assert not re.search(r"isian\.|: -|\(-\)", one.message + one.fix)
        assert len(one.message.partition(": ")[2].split()) > 8
