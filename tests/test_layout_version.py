"""Two workbooks of one layout version never differ in a locked text, a formula or a place."""

import hashlib
import json
from pathlib import Path

from iku.entry_workbook import issued_manifest
from iku.terbitan import TATA_LETAK
from tests.workbooks import DEFINITIONS, EVERY_KIND, layout

WITH_MONEY = "anggaran"
STORED = Path(__file__).parent / "data" / "tata_letak.json"
RAISE = (
    "Forms came out different. Where a definition in tests/data was changed, and only its digest "
    "differs: python -m scripts.store_layout_digests. Else raise TATA_LETAK first."
)


def digests() -> dict[str, str]:
    """What a layout version stands for: the manifests of definitions of every kind."""
    return {
        name: hashlib.sha256(issued_manifest(layout(name)).canonical().encode()).hexdigest()
        for name in (*DEFINITIONS, EVERY_KIND, WITH_MONEY)
    }


def test_the_layout_version_rises_with_every_change() -> None:
    stored = json.loads(STORED.read_text(encoding="utf-8"))

    assert stored["tata_letak"] == TATA_LETAK
    assert stored["sidik"] == digests(), RAISE


def test_some_addresses_are_pinned() -> None:
    of = layout("kota_jambi_2017", 2)

    assert str(of.names["isian.R1.tepat_nonperizinan.TAHUN"]) == "Isian!E9"
    assert str(of.names["status.R1.TAHUN"]) == "Isian!E74"
    assert str(of.names["iku.sidik"]) == "_iku!B5"
