"""KON: folders of returned workbooks."""

from collections.abc import Iterator, Mapping

from iku.cells import Value
from iku.definition.load import parse_definition
from tests.checks.books import snapshot
from tests.checks.damage import DAMAGE
from tests.consolidation.sample import (
    HEAD,
    MODIFIED,
    RATIO,
    SCORE,
    issued,
    ratio,
    with_agregasi,
)
from tests.consolidation.test_periods import QUARTERLY, quarters
from tests.corpus.case import DEFINITION, FOLDER, Case
from tests.corpus.written import written

YEARLY = "{periode: tahunan}"
GOOD = ratio(35.0, 192.0)
UTARA, SELATAN, TIMUR = ("99.01.01", "99.01.02", "99.01.03")
SIGNED: dict[str, Value] = {
    "identitas.status_laporan": "Final",
    "identitas.penyusun": "Siti Aminah",
    "isian.B1.nilai.TAHUN": 61.7,
}
# What any folder leads to: a file was accepted, others have not come, so the figures are provisional.
STANDING = frozenset({"KON-001", "KON-013", "KON-018"})


_ALSO = {
    "KON-010": frozenset({"KCI-001"}),
    "KON-011": frozenset({"IDN-001"}),
    "KON-016": frozenset({"KON-003"}),
}


def text_of(*indikator: str, pengaturan: str = YEARLY, versi: str = "1") -> str:
    """A definition of three kecamatan as text."""
    return HEAD.format(indikator="".join(indikator), pengaturan=pengaturan, versi=versi)


ONE = text_of(RATIO)
QUARTERS = text_of(RATIO.replace("TAHUN: 20", "TW1: 5, TW2: 10, TAHUN: 20"), pengaturan=QUARTERLY)


def sent(
    text: str,
    unit: str,
    values: Mapping[str, Value],
    *,
    periode: str = "TAHUN",
    revisi: float = 0.0,
    damage: str = "",
) -> bytes:
    """A returned workbook of a unit."""
    _, layout = issued(parse_definition(text), unit)
    given: dict[str, Value] = {**SIGNED, "identitas.revisi": revisi, **values}
    given["identitas.periode_lapor"] = periode or None
    for name, entry in layout.entries.items():
        if name.startswith(("identitas.camat.", "identitas.nip.")):
            given[name] = "Contoh" if entry.field == "camat" else "19800423 199912 1 001"
    seen = snapshot(layout, {name: one for name, one in given.items() if name in layout.entries})
    seen.modified = MODIFIED
    if damage:
        DAMAGE[damage](seen, layout)
    return written(seen)


def cases() -> Iterator[Case]:
    """Yield a folder for every code."""
    first = sent(ONE, UTARA, GOOD)
    folders: dict[str, tuple[str, dict[str, bytes]]] = {
        "KON-001": (ONE, {"utara.xlsx": first}),
        "KON-002": (ONE, {"utara.xlsx": first, "utara (1).xlsx": first}),
        "KON-003": (
            ONE,
            {"lama.xlsx": first, "baru.xlsx": sent(ONE, UTARA, ratio(36.0, 192.0), revisi=1.0)},
        ),
        "KON-004": (
            ONE,
            {"satu.xlsx": first, "dua.xlsx": sent(ONE, UTARA, ratio(36.0, 192.0))},
        ),
        "KON-005": (ONE, {"asing.xlsx": sent(ONE, "12.34.56", GOOD)}),
        "KON-006": (_without_units(ONE), {"utara.xlsx": first}),
        "KON-007": (ONE, {"lain.xlsx": sent(ONE.replace("UJI-2017", "LAIN-2017"), UTARA, GOOD)}),
        "KON-008": (
            text_of(RATIO.replace("/rt*", "/rt*1*"), versi="2"),
            {"utara.xlsx": first},
        ),
        "KON-009": (text_of(RATIO, versi="2"), {"utara.xlsx": first}),
        "KON-010": (ONE, {"utara.xlsx": sent(ONE, UTARA, GOOD, damage="KCI-001")}),
        "KON-011": (ONE, {"utara.xlsx": sent(ONE, UTARA, GOOD, periode="")}),
        "KON-013": (ONE, {"utara.xlsx": first}),
        "KON-014": (text_of(SCORE), {"utara.xlsx": sent(text_of(SCORE), UTARA, {})}),
        "KON-018": (ONE, {"utara.xlsx": first}),
        "KON-021": (due("10 Januari 2018"), {"utara.xlsx": first}),
        "KON-022": (due("awal Januari"), {"utara.xlsx": first}),
        **_quarterly(),
    }
    weighted = text_of(with_agregasi(SCORE, "tertimbang"))
    folders["KON-015"] = (weighted, {"utara.xlsx": sent(weighted, UTARA, {})})
    for code, (definition, files) in folders.items():
        named = {f"{FOLDER}/{name}": data for name, data in files.items()}
        also = STANDING | _ALSO.get(code, frozenset())
        yield Case(code, {**named, DEFINITION: definition}, also)


def _quarterly() -> dict[str, tuple[str, dict[str, bytes]]]:
    early = sent(QUARTERS, UTARA, quarters((5.0, 100.0)), periode="TW1")
    late = sent(QUARTERS, UTARA, quarters((8.0, 100.0), (1.0, 100.0)), periode="TW2")
    behind = sent(QUARTERS, SELATAN, quarters((5.0, 100.0)), periode="TW1")
    gone = ONE.replace("nama: Utara}", 'nama: Utara, sampai: "2016"}')
    ended = QUARTERS.replace("nama: Utara}", "nama: Utara, sampai: 2017-05-31}")
    before = sent(ended, UTARA, quarters((5.0, 100.0)), periode="TW1")
    after = sent(ended, SELATAN, quarters((8.0, 100.0), (1.0, 100.0)), periode="TW2")
    return {
        "KON-012": (QUARTERS, {"utara.xlsx": late, "selatan.xlsx": behind}),
        "KON-016": (QUARTERS, {"tw1.xlsx": early, "tw2.xlsx": late}),
        "KON-017": (gone, {"utara.xlsx": sent(gone, UTARA, GOOD)}),
        "KON-019": (ended, {"utara.xlsx": before, "selatan.xlsx": after}),
    }


def due(day: str) -> str:
    return text_of(RATIO, pengaturan=f"{{periode: tahunan, batas_waktu: {{TAHUN: {day}}}}}")


def _without_units(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(one for one in lines if not one.startswith(("unit:", "  - {kode: 99")))
