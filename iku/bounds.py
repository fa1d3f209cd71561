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
    """A bound as it is without a setting, and what it counts."""

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
    "ukuran_berkas": Bound(25_000_000, "bytes of one workbook as it was sent"),
    "ukuran_terbuka": Bound(
        100_000_000, "bytes of one archive or e-mail, and of all it holds once unpacked"
    ),
    "bagian_besar": Bound(10_000_000, "bytes of one part; above it compression is looked at"),
    "pemampatan": Bound(200, "times, the size of a large part unpacked compared with before"),
    "isi_arsip": Bound(2_000, "files or parts in one archive"),
    "tingkat_arsip": Bound(4, "archives or e-mails inside each other"),
    "lampiran": Bound(200, "attachments of one e-mail"),
    "kepala_surel": Bound(2_000, "characters of one e-mail header that describes its parts"),
    "semua_kepala_surel": Bound(100_000, "characters of all such headers"),
    "bagian_surel": Bound(2_000, "parts of one e-mail"),
    "tingkat_surel": Bound(50, "parts of an e-mail that hold other parts"),
    "tanda_xml": Bound(1_500_000, "XML tags of all parts of one workbook"),
    "lembar": Bound(100, "sheets of one workbook"),
    "sel_per_lembar": Bound(500_000, "cells of one sheet"),
    "nama": Bound(100_000, "defined names of one workbook"),
    "huruf_per_sel": Bound(32_767, "characters of one text; Excel holds no more"),
    "kisaran_validasi": Bound(100_000, "ranges of data validation in one workbook"),
    "rumus_bersama": Bound(
        4_000_000, "characters of the shared formulas of one workbook once written out"
    ),
    "ukuran_definisi": Bound(500_000, "bytes of one definition (YAML)"),
    "indikator": Bound(200, "indicators of one definition"),
    "komponen": Bound(800, "components of all indicators together"),
    "data_bersama": Bound(200, "shared figures of one definition"),
    "target": Bound(40, "periods and years of targets of one indicator"),
    "program": Bound(200, "programmes of one definition"),
    "bukti": Bound(100, "pieces of evidence of one indicator"),
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
