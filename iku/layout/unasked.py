"""Entries of periods that were over before the unit began: there, and open, but nobody is asked."""

from dataclasses import replace

from iku.layout.anggaran import SHEET as ANGGARAN
from iku.layout.entry import Entry
from iku.layout.isian import SHEET as ISIAN
from iku.periods import in_words
from iku.terbitan import Terbitan

_SHEETS = frozenset({ISIAN, ANGGARAN})


def is_unasked(terbitan: Terbitan, entry: Entry) -> bool:
    """Whether an entry is a figure of a period in which its unit did not exist yet."""
    figure = entry.ref.sheet in _SHEETS and entry.kind != "text"
    return figure and entry.periode in terbitan.not_yet and entry.field != "status"


def since_it_began(terbitan: Terbitan, entry: Entry) -> Entry:
    """Return an entry, with other words beside it where nobody is asked for it."""
    if not is_unasked(terbitan, entry):
        return entry
    kind, when = terbitan.definisi.jenis_unit, in_words(entry.periode, terbitan.definisi.tahun)
    return replace(entry, prompt=f"{kind} ini belum ada pada {when}; biarkan kosong.", wajib=False)
