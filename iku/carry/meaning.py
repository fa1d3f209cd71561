"""What an entry means in two versions: the same, said in other words, or something else."""

from dataclasses import dataclass

from iku.carry.pairing import described_part
from iku.definition.model import Definition, Indikator
from iku.layout.entry import Entry
from iku.names import ABSENCE_FIELDS

_FIGURES = frozenset({"isian", "dilaporkan", "sifat_data", "target", "target_predikat"})
_OF_THE_FIGURE = _FIGURES | frozenset(ABSENCE_FIELDS)


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two versions of an entry, as ``kunci: lama → baru``.

    ``other`` differences make another figure of it, which must be entered anew; ``wording`` may.
    """

    other: tuple[str, ...] = ()
    wording: tuple[str, ...] = ()


def change(before: Definition, old: Entry, after: Definition, new: Entry) -> Change:
    """Return how the meaning of an entry changed from one version to the next."""
    was, now = _indikator(before, old), _indikator(after, new)
    family = new.name.partition(".")[0]
    part_was, part_now = described_part(before, old), described_part(after, new)
    other, wording = [], []
    if was is not None and now is not None:
        if now.definisi_sejak and family in _OF_THE_FIGURE:
            other += _differing(was, now, "definisi_sejak")
        if family in _FIGURES and part_now is None:
            other += _value(was, now, family)
        wording += _differing(was, now, "nama", "definisi_operasional")
    if family == "isian" and part_was is not None and part_now is not None:
        quarterly = len(after.periods) > 1
        filled = ("sifat", "cara_isi") if quarterly else ()
        other += _differing(part_was, part_now, "satuan", *filled)
        wording += _differing(part_was, part_now, "nama")
    return Change(tuple(other), tuple(wording) if not other else ())


def _value(was: Indikator, now: Indikator, family: str) -> list[str]:
    """Return what makes another figure of a value, a target or a reported value."""
    found = _differing(was, now, "satuan") + _differing(was.nilai, now.nilai, "jenis")
    if family == "isian":
        found += _differing(was, now, "triwulan")
    return found


def _indikator(definition: Definition, entry: Entry) -> Indikator | None:
    found = (one for one in definition.indikator if one.kode == entry.indikator)
    return next(found, None)


def _differing(was: object, now: object, *fields: str) -> list[str]:
    """Return the fields that differ, case and spaces aside, in words of the definition."""
    found = []
    for field in fields:
        old, new = str(getattr(was, field)), str(getattr(now, field))
        if _plain(old) != _plain(new):
            found.append(f"{field}: {old or '-'} → {new or '-'}")
    return found


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
