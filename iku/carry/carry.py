"""Carry: every entry of one workbook into a fresh one by code, or onto the list of what was not."""

from iku.carry.confirmations import carried_rows
from iku.carry.homeless import list_homeless
from iku.carry.leftovers import leftovers
from iku.carry.meaning import change
from iku.carry.outcome import Ledger, Moved, Outcome
from iku.carry.pairing import Pairing
from iku.carry.salvage import Salvaged
from iku.carry.value_found import Found, found_entries
from iku.cells import Value
from iku.layout.entry import Entry
from iku.layout.layout import Layout


def carry(salvaged: Salvaged, fresh: Layout) -> Outcome:
    """Return where each entry of a workbook goes in a fresh one, and what is not carried and why.

    An entry is carried by its code (or the code that ``setara_dengan`` names) where it means the
    same there and the new cell can hold it. Every other entry that holds something is listed.
    """
    submission = salvaged.submission
    pairing = Pairing(submission.layout, fresh)
    found = found_entries(submission)
    ledger = Ledger(submission)
    answered: set[str] = set()
    places: dict[str, str] = {}
    for entry in fresh.entries.values():
        sources = [found[name] for name in pairing.sources(entry)]
        answered.update(one.entry.name for one in sources)
        taken = _into(ledger, pairing, entry, sources)
        if taken is not None and taken.place is not None:
            places[str(taken.place)] = str(entry.ref)
    for name, one in found.items():
        if name not in answered and not one.blank:
            list_homeless(ledger, pairing, one)
    notes, lost = carried_rows(submission, pairing, places)
    for finding in (*leftovers(salvaged, {str(one.place) for one in found.values()}), *lost):
        ledger.note(finding)
    return ledger.outcome(notes)


def _into(ledger: Ledger, pairing: Pairing, entry: Entry, sources: list[Found]) -> Found | None:
    """Fill one entry of the fresh workbook; return what it was filled from, a blank included."""
    filled = [one for one in sources if not one.blank]
    if len({one.value for one in filled}) > 1:
        for one in filled:
            ledger.leave("STR-111", one, entry)
        return None
    if not filled:
        return _cleared(ledger, entry, sources)
    for one in filled:
        if one.trouble:
            ledger.leave(one.trouble, one, entry)
            return None
        if not _carried(ledger, pairing, entry, one):
            return None
    return filled[0]


def _cleared(ledger: Ledger, entry: Entry, sources: list[Found]) -> Found | None:
    """Empty what the fresh workbook prefills and staff had emptied."""
    if not sources:
        return None
    if sources[0].entry.default is not None and entry.default is not None:
        ledger.cleared.append(entry.ref)
    return sources[0]


def _carried(ledger: Ledger, pairing: Pairing, entry: Entry, found: Found) -> bool:
    """Carry one value, or say why it is not carried; return which."""
    old = found.entry
    differs = change(pairing.old.definition, old, pairing.new.definition, entry)
    if differs.other:
        ledger.leave("STR-105", found, entry, apa=list(differs.other))
        return False
    if not (_fits(entry, found.value) or (_same_kind(old, entry) and not _fits(old, found.value))):
        ledger.leave("STR-106", found, entry, pilihan=list(entry.choices), jenis=entry.kind)
        return False
    place = found.place or old.ref
    ledger.moved.append(Moved(old.name, entry.name, place, entry.ref, found.value))
    if found.remark:
        ledger.tell(found.remark, found, entry)
    if old.indikator and old.indikator != entry.indikator:
        ledger.tell("STR-121", found, entry, kode_lama=old.indikator)
    if differs.wording:
        ledger.tell("STR-122", found, entry, apa=list(differs.wording))
    if entry.default not in {None, old.default, found.value}:
        ledger.tell("STR-127", found, entry, bawaan=str(entry.default))
    return True


def _same_kind(old: Entry, new: Entry) -> bool:
    return old.kind == new.kind


def _fits(entry: Entry, value: Value) -> bool:
    """Whether a value is of the kind that an entry takes; limits are for Validasi to judge."""
    match entry.kind:
        case "number":
            return isinstance(value, float) and not isinstance(value, bool)
        case "choice":
            known = {choice.casefold() for choice in entry.choices}
            return not entry.strict or str(value).strip().casefold() in known
        case _:
            return True
