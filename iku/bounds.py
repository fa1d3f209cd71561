"""Bounds: how much a received file or a definition may hold, which an office may set itself.

They are set so that no file takes more than 5 s of processor time or 500 MB; `docs/ketahanan.md` tells what
each costs. Whoever has the computer for it raises one by name in the environment variable
``IKU_BATAS``, such as ``tanda_xml=5000000; sel_per_lembar=2000000``.
"""

import os
import re
from functools import cache
from typing import NamedTuple

VARIABLE = "IKU_BATAS"
FACTOR = 10  # by which a bound may be raised or lowered
_ONE = re.compile(r"\s*([a-z_]+)\s*=\s*([\d.]+)\s*")


class Bound(NamedTuple):
    """A bound as it is without a setting, and what it counts, in Indonesian."""

    usual: int
    counts: str

    @property
    def lowest(self) -> int:
        """The lowest value that makes sense."""
        return max(1, self.usual // FACTOR)

    @property
    def highest(self) -> int:
        """The highest value that makes sense."""
        return self.usual * FACTOR


BOUNDS = {
    "ukuran_berkas": Bound(25_000_000, "bita satu buku kerja seperti dikirim"),
    "ukuran_terbuka": Bound(
        100_000_000, "bita satu arsip atau surel, dan semua isinya setelah dibuka"
    ),
    "bagian_besar": Bound(10_000_000, "bita satu bagian; di atasnya pemampatan diperiksa"),
    "pemampatan": Bound(200, "kali, ukuran bagian besar setelah dibuka dibanding sebelumnya"),
    "isi_arsip": Bound(2_000, "berkas atau bagian dalam satu arsip"),
    "tingkat_arsip": Bound(4, "arsip atau surel di dalam satu sama lain"),
    "lampiran": Bound(200, "lampiran satu surel"),
    "kepala_surel": Bound(2_000, "huruf satu kepala surel yang menerangkan bagiannya"),
    "semua_kepala_surel": Bound(100_000, "huruf semua kepala surel itu"),
    "bagian_surel": Bound(2_000, "bagian satu surel"),
    "tingkat_surel": Bound(50, "bagian surel yang memuat bagian lain"),
    "tanda_xml": Bound(1_500_000, "tanda XML semua bagian satu buku kerja"),
    "lembar": Bound(100, "lembar satu buku kerja"),
    "sel_per_lembar": Bound(500_000, "sel satu lembar"),
    "nama": Bound(100_000, "nama (defined names) satu buku kerja"),
    "huruf_per_sel": Bound(32_767, "huruf satu teks; Excel tidak memuat lebih"),
    "kisaran_validasi": Bound(100_000, "kisaran validasi data satu buku kerja"),
    "rumus_bersama": Bound(4_000_000, "huruf rumus bersama satu buku kerja setelah dituliskan"),
    "ukuran_definisi": Bound(500_000, "bita satu definisi (YAML)"),
    "indikator": Bound(200, "indikator satu definisi"),
    "komponen": Bound(800, "komponen semua indikator bersama-sama"),
    "data_bersama": Bound(200, "data bersama satu definisi"),
    "target": Bound(40, "periode dan tahun target satu indikator"),
    "program": Bound(200, "program satu definisi"),
    "bukti": Bound(100, "bukti satu indikator"),
}
"""Every bound that can be set, by the name under which messages and settings know it."""


class BoundsError(ValueError):
    """A setting that cannot be followed, in an Indonesian sentence."""


def bound(name: str) -> int:
    """Return a bound as it is in force in this process.

    A setting that cannot be followed leaves all of them as they are; `BoundsError` is for whoever
    asks `in_force` first, as the command line does.
    """
    try:
        return in_force().get(name, BOUNDS[name].usual)
    except BoundsError:
        return BOUNDS[name].usual


@cache
def in_force() -> dict[str, int]:
    """Return the bounds that the environment sets; BoundsError where it cannot be followed."""
    return read_bounds(os.environ.get(VARIABLE, ""))


def read_bounds(text: str) -> dict[str, int]:
    """Return what a setting says, by name; BoundsError for a name or a value that makes no sense.

    >>> read_bounds("tanda_xml=5.000.000; nama = 200000")
    {'tanda_xml': 5000000, 'nama': 200000}
    """
    return dict(_one(piece) for piece in re.split("[;,]", text) if piece.strip())


def _one(piece: str) -> tuple[str, int]:
    found = _ONE.fullmatch(piece)
    if found is None:
        message = f"{VARIABLE}: '{piece.strip()}' tidak terbaca; contoh: tanda_xml=5000000"
        raise BoundsError(message)
    name, number = found[1], int(found[2].replace(".", "") or 0)
    if name not in BOUNDS:
        message = f"{VARIABLE}: batas '{name}' tidak dikenal; pilihan: {', '.join(BOUNDS)}"
        raise BoundsError(message)
    known = BOUNDS[name]
    if not known.lowest <= number <= known.highest:
        message = f"{VARIABLE}: {name}={number} di luar {known.lowest} sampai {known.highest}"
        raise BoundsError(message)
    return name, number
