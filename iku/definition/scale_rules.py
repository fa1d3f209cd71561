"""Rules about scales of one's own: bands that fall, and grades that fit into a list of choices."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final, TypeAlias

from iku.definition.model import Definition
from iku.definition.scales import Skala, Tingkat

Where: TypeAlias = tuple[str | int, ...]
Fault: TypeAlias = tuple[Where, str]

LONGEST_LIST: Final = 255  # characters of a list of choices in Excel, commas included
MOST_BANDS: Final = 60  # a formula holds 64 IF inside each other


def scales_are_sound(definition: Definition) -> Iterator[Fault]:
    """Every number has one band, every band one name, and every grade can be picked in Excel."""
    yield from _band_faults(("pengaturan", "capaian", "skala"), definition.pengaturan.capaian.skala)
    for s, sasaran in enumerate(definition.sasaran):
        for i, indikator in enumerate(sasaran.indikator):
            here: Where = ("sasaran", s, "indikator", i)
            if indikator.capaian.skala:
                yield from _band_faults((*here, "capaian", "skala"), indikator.capaian.skala)
            if indikator.nilai.skala:
                yield from _band_faults((*here, "nilai", "skala"), indikator.nilai.skala)
                if indikator.nilai.jenis == "predikat":
                    yield from _choice_faults((*here, "nilai", "skala"), indikator.nilai.skala)


def _band_faults(here: Where, skala: Skala) -> Iterator[Fault]:
    bands = skala.tingkat
    if not 1 <= len(bands) <= MOST_BANDS:
        yield (*here, "tingkat"), f"skala berisi 1 sampai {MOST_BANDS} tingkat"
    seen: set[str] = set()
    for n, band in enumerate(bands):
        name = band.label.casefold()
        if not name or name in seen:
            reason = f"tingkat '{band.label}' muncul dua kali" if name else "label belum ada"
            yield (*here, "tingkat", n, "label"), reason
        seen.add(name)
        if band.mulai is not None and band.di_atas is not None:
            yield (*here, "tingkat", n, "di_atas"), "pakai mulai atau di_atas, jangan keduanya"
    for n, (better, worse) in enumerate(pairwise(bands)):
        if not _falls(better, worse):
            reason = (
                "urutkan tingkat dari yang terbaik; batasnya makin kecil, dan hanya yang "
                "terbawah tanpa batas"
            )
            yield (*here, "tingkat", n + 1), reason
    if bands and _bound(bands[-1]) is not None:
        reason = "tingkat terbawah tidak boleh berbatas, agar setiap angka mempunyai predikat"
        yield (*here, "tingkat", len(bands) - 1), reason


def _bound(band: Tingkat) -> tuple[Decimal, bool] | None:
    """Return where a band begins; one above a number begins later than one at that number."""
    if band.di_atas is not None:
        return band.di_atas, True
    return None if band.mulai is None else (band.mulai, False)


def _falls(better: Tingkat, worse: Tingkat) -> bool:
    upper, lower = _bound(better), _bound(worse)
    return upper is not None and (lower is None or upper > lower)


def _choice_faults(here: Where, skala: Skala) -> Iterator[Fault]:
    """Excel parts the choices of a list by commas and holds no more than 255 characters."""
    for n, band in enumerate(skala.tingkat):
        if "," in band.label:
            reason = f"predikat '{band.label}' memuat koma, yang memisahkan pilihan di Excel"
            yield (*here, "tingkat", n, "label"), reason
    written = ",".join(skala.labels).replace('"', '""')
    if len(written) > LONGEST_LIST:
        reason = (
            f"nama semua predikat bersama-sama {len(written)} huruf; daftar pilihan Excel "
            f"memuat {LONGEST_LIST}. Pendekkan namanya"
        )
        yield (*here, "tingkat"), reason
