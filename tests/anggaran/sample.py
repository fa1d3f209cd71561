"""A small quarterly definition with money, and a year as a unit reports it."""

from iku.cells import Value
from iku.layout.layout import Layout
from iku.periods import QUARTERS
from tests.workbooks import layout

NAME = "anggaran"
PELAYANAN, TRANTIB = "anggaran.7.01.02", "anggaran.7.01.04"
DESA, PENUNJANG = "anggaran.7.01.03", "anggaran.7.01.01"
SPENT = {PELAYANAN: 60_000_000.25, TRANTIB: 22_000_000.0, DESA: 19e6, PENUNJANG: 280e6}


def hulu() -> Layout:
    """The form of a unit with a pagu of its own, one that all have, and one that it must enter."""
    return layout(NAME, 0)


def whole_year(until: str = "TAHUN") -> dict[str, Value]:
    """Entries of Hulu: every figure of every quarter, money growing by the same each quarter."""
    values: dict[str, Value] = {
        "identitas.periode_lapor": until,
        "identitas.penyusun": "Budi",
        "identitas.status_laporan": "Final",
        f"{DESA}.pagu": 80e6,
    }
    for n, quarter in enumerate(QUARTERS, 1):
        values[f"isian.A1.tepat.{quarter}"] = 17.0
        values[f"isian.A1.masuk.{quarter}"] = 20.0
        values[f"isian.B1.lembaga.{quarter}"] = 2.0
        for program, money in SPENT.items():
            values[f"{program}.realisasi.{quarter}"] = money * n
    for name in hulu().entries:
        field = name.removeprefix("identitas.").partition(".")[0]
        if name.startswith("identitas.") and field == "tanggal":
            values[name] = "10 Januari 2026"
    return values


ODD: list[tuple[dict[str, object], str, list[str]]] = [
    ({f"{TRANTIB}.realisasi.TW2": None}, "ISI-013", [f"{TRANTIB}.realisasi.TW2"]),
    ({f"{DESA}.pagu": None}, "ISI-013", [f"{DESA}.pagu"]),
    ({f"{TRANTIB}.realisasi.TW4": 100_000_001}, "LOG-013", [f"{TRANTIB}.realisasi.TW4"]),
    ({f"{DESA}.pagu": 70e6}, "LOG-013", [f"{DESA}.realisasi.TW4", f"{DESA}.pagu"]),
    (
        {f"{TRANTIB}.realisasi.TW3": 40e6},
        "TRN-009",
        [f"{TRANTIB}.realisasi.TW3", f"{TRANTIB}.realisasi.TW2"],
    ),
    ({f"{DESA}.realisasi.TW4": "dua juta"}, "ANG-008", [f"{DESA}.realisasi.TW4"]),
    ({f"{DESA}.realisasi.TW1": -5}, "ISI-008", [f"{DESA}.realisasi.TW1"]),
]
"""Entries of `whole_year` changed, the code that this gives, and the names of its cells."""
