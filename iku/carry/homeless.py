"""Entries that have no place in the fresh workbook, and why."""

from decimal import Decimal

from iku.carry.outcome import Ledger, shown
from iku.carry.pairing import Pairing, split_name
from iku.carry.value_found import GONE, Found
from iku.layout.entry import Entry
from iku.layout.layout import Layout
from iku.names import safe

_TARGETS = {"target": "nilai", "target_predikat": "predikat"}


def list_homeless(ledger: Ledger, pairing: Pairing, found: Found) -> None:
    """Write down an entry that no cell of the fresh workbook takes over."""
    entry, fresh = found.entry, pairing.new
    heirs = pairing.heirs(entry.indikator)
    kode = heirs[0].kode if heirs else ""
    if found.trouble == GONE:
        ledger.leave(GONE, found, None)
    elif entry.indikator and not heirs:
        ledger.leave("STR-101", found, None)
    elif heirs and not fresh.terbitan.applies(heirs[0]):
        ledger.leave("STR-115", found, None)
    elif _named(entry, kode) in fresh.names:
        _set_by_regency(ledger, fresh, found, kode)
    elif _asked_in_other_periods(fresh, entry, kode):
        ledger.leave("STR-103", found, None)
    else:
        ledger.leave("STR-102", found, None)


def _named(entry: Entry, kode: str) -> str:
    """Return the name that an entry would have under the code of its heir."""
    if not kode:
        return entry.name
    family, rest = split_name(entry)
    return f"{family}.{safe(kode)}.{rest}"


def _set_by_regency(ledger: Ledger, fresh: Layout, found: Found, kode: str) -> None:
    """List a target or a pagu that the regency now sets; where it is the one entered, nothing is lost."""
    given = _given(fresh, found, kode)
    given_words = given if isinstance(given, str) or given is None else shown(float(given))
    differs = given_words != shown(found.value)
    ledger.leave("STR-104", found, None, lost=differs, ditetapkan=given_words or "-")


def _given(fresh: Layout, found: Found, kode: str) -> Decimal | str | None:
    """Return what the fresh workbook holds where the old one had an entry."""
    name, family = found.entry.name, found.entry.name.partition(".")[0]
    if fresh.anggaran is not None and name in fresh.anggaran.given:
        return fresh.anggaran.given_pagu(name)
    target = fresh.terbitan.target_of(kode, found.entry.periode)
    return getattr(target, _TARGETS[family], None) if family in _TARGETS else None


def _asked_in_other_periods(fresh: Layout, entry: Entry, kode: str) -> bool:
    """Whether the fresh workbook asks for the same, but in other periods."""
    stem = _named(entry, kode).rpartition(".")[0]
    return any(name.rpartition(".")[0] == stem for name in fresh.entries)
