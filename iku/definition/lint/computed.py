"""Rules between the printed words and the formula that is really computed."""

import re
from collections.abc import Iterator

from iku.definition.lint.arithmetic import Share
from iku.definition.lint.subject import Subject
from iku.definition.lint.wording import after_yang, plain, roots, words
from iku.finding import Finding

PERCENT = frozenset({"%", "persen", "prosen"})
"""How the satuan of a percentage is written."""

_MEAN = re.compile(r"rata\s*-?\s*rata")
_SATISFACTION = re.compile(r"\b(surve[iy]|indeks) kepuasan|\bskm\b|\bikm\b")


def printed_and_computed_agree(subject: Subject) -> Iterator[Finding]:
    """DEF-120: the printed rumus names other things than the components."""
    ratio = subject.ratio
    if ratio is None or not subject.shares:
        return
    top = subject.names(tuple(code for share in subject.shares for code in share.top))
    bottom = subject.names(tuple(code for share in subject.shares for code in share.bottom))
    for printed, computed, side in (
        (ratio.bottom, bottom, "penyebut"),
        (ratio.top, top, "pembilang"),
    ):
        if not roots(printed) & roots(computed):
            yield subject.finding(
                "DEF-120", "rumus", bagian=side, tertulis=printed, dihitung=computed
            )
            return


def mean_is_a_mean(subject: Subject) -> Iterator[Finding]:
    """DEF-121: the printed rumus speaks of a mean where parts are added up."""
    if subject.averaged or not _MEAN.search(plain(subject.indikator.rumus)):
        return
    for share in subject.shares:
        if share.addends > 1 and not share.divided_by_addends:
            rumus = subject.indikator.nilai.rumus
            yield subject.finding(
                "DEF-121",
                "rumus",
                banyak=share.addends,
                dijumlahkan=subject.names(share.top),
                rumus=rumus,
            )


def averaged_shares_are_alike(subject: Subject) -> Iterator[Finding]:
    """DEF-122, DEF-123, DEF-124: a mean of shares that do not belong together; one cause each."""
    averaged = subject.averaged
    if len(averaged) < 2:
        return
    parts = [f'"{subject.names(one.top)} / {subject.names(one.bottom)}"' for one in averaged]
    units = [subject.units(one.top) for one in averaged]
    if len({frozenset(one) for one in units}) > 1:
        written = [", ".join(one.values()) for one in units]
        yield subject.finding("DEF-123", "nilai.rumus", bagian=" dan ".join(parts), satuan=written)
    elif len({frozenset(one.bottom) for one in averaged}) > 1:
        yield subject.finding("DEF-122", "nilai.rumus", bagian=" dan ".join(parts))
    else:
        yield from _beside_the_name(subject, averaged)


def _beside_the_name(subject: Subject, averaged: tuple[Share, ...]) -> Iterator[Finding]:
    """Report means of one thing that the name mentions with others that it does not."""
    named = roots(subject.indikator.nama)
    tops = [roots(subject.names(one.top)) for one in averaged]
    common = frozenset.intersection(*tops)
    mentioned = [bool((top - common) & named) for top in tops]
    if any(mentioned) and not all(mentioned):
        beside = [
            subject.names(one.top)
            for one, is_mentioned in zip(averaged, mentioned, strict=True)
            if not is_mentioned
        ]
        yield subject.finding("DEF-124", "nilai.rumus", tidak_disebut=beside)


def share_has_one_unit(subject: Subject) -> Iterator[Finding]:
    """DEF-125: a percentage whose numerator is no part of its denominator."""
    if subject.indikator.satuan != "%" or subject.averaged:
        return
    for share in subject.shares:
        above, below = subject.units(share.top), subject.units(share.bottom)
        if above and below and above.keys() != below.keys():
            yield subject.finding(
                "DEF-125",
                "nilai.rumus",
                pembilang=subject.names(share.top),
                penyebut=subject.names(share.bottom),
                satuan_pembilang=", ".join(above.values()),
                satuan_penyebut=", ".join(below.values()),
            )


def rumus_measures_the_name(subject: Subject) -> Iterator[Finding]:
    """DEF-126: the name singles out a part ("yang dibangun") that the rumus never mentions."""
    meant = after_yang(subject.indikator.nama)
    rumus = subject.indikator.rumus
    if subject.ratio and meant and not roots(" ".join(meant)) & roots(rumus):
        part = " ".join(word for word in plain(subject.indikator.nama).split() if word in meant)
        yield subject.finding("DEF-126", "rumus", bagian=part, tertulis=rumus)


def satisfaction_follows_the_standard(subject: Subject) -> Iterator[Finding]:
    """DEF-119: a satisfaction figure computed in another way than the nine-unsur SKM."""
    indikator = subject.indikator
    if indikator.nilai.jenis != "rumus" or "unsur" in words(indikator.rumus):
        return
    if plain(indikator.nama).startswith("jumlah "):  # survey reports are counted, not satisfaction
        return
    if _SATISFACTION.search(plain(indikator.nama)):
        yield subject.finding("DEF-119", "nilai.rumus", rumus=indikator.nilai.rumus)


def percentage_has_its_parts(subject: Subject) -> Iterator[Finding]:
    """DEF-127: a percentage typed as such, so that nobody can add it up over kecamatan."""
    indikator = subject.indikator
    is_percentage = indikator.satuan.strip().lower() in PERCENT
    if indikator.nilai.jenis != "langsung" or not is_percentage or indikator.instansi_sumber:
        return
    if not subject.is_explained("nilai"):
        yield subject.finding("DEF-127", "nilai.jenis")
