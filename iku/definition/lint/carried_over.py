"""Rules on a definition that was carried over into another year: what still tells of the old one."""

import re
from collections.abc import Iterator
from datetime import date

from iku.dates_as_typed import date_as_typed, in_full
from iku.definition.model import Definition, PerjanjianKinerja, TargetMap
from iku.finding import Fact, Finding
from iku.periods import TAHUN

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SIGNED_SINCE = (7, 1)  # month and day of the year before, from which a first PK may be of


def year_is_the_same_everywhere(definition: Definition) -> Iterator[Finding]:
    """The year was changed and what hangs on it was not: forms would go out with old promises."""
    left = [
        *_code(definition),
        *_deadlines(definition),
        *_agreements(definition),
        *_targets(definition),
    ]
    if left:
        facts: dict[str, Fact] = {"kunci": "tahun", "tahun": str(definition.tahun), "sisa": left}
        yield Finding("DEF-166", facts=facts)


def _code(definition: Definition) -> Iterator[str]:
    years = _YEAR.findall(definition.kode)
    if years and str(definition.tahun) not in years:
        yield f"kode: {definition.kode}"


def _deadlines(definition: Definition) -> Iterator[str]:
    for period, text in definition.pengaturan.batas_waktu.items():
        span = date_as_typed(text)
        if span is not None and span.last.year < definition.tahun:
            yield f"batas waktu {period}: {text}"


def _agreements(definition: Definition) -> Iterator[str]:
    for unit in definition.unit:
        for one in unit.pk:
            if _is_old(one, int(definition.tahun)):
                yield f"PK {unit.nama}: {in_full(one.tanggal)}"


def _is_old(one: PerjanjianKinerja, tahun: int) -> bool:
    span = date_as_typed(one.tanggal)
    changes = one.jenis == "perubahan"
    since = date(tahun, 1, 1) if changes else date(tahun - 1, *_SIGNED_SINCE)
    return span is not None and span.last < since


def _targets(definition: Definition) -> Iterator[str]:
    missing = [one.kode for one in definition.indikator if _lacks(one.target, definition)]
    if missing:
        yield f"target {definition.tahun}: {', '.join(missing)}"
    for unit in definition.unit:
        own = [kode for kode, target in unit.target.items() if _lacks(target, definition)]
        if own:
            yield f"target {definition.tahun} {unit.nama}: {', '.join(own)}"


def _lacks(target: TargetMap, definition: Definition) -> bool:
    """Whether there are targets of other years, but none of this one."""
    years = {key for key in target if key.isdecimal()}
    return bool(years) and TAHUN not in target and str(definition.tahun) not in years
