"""Which entry of one version answers to which entry of another: by code, or by what was renamed."""

from iku.checks.pointing import described
from iku.definition.model import Definition, Indikator, Komponen
from iku.layout.entry import Entry
from iku.layout.layout import Layout
from iku.names import ABSENCE_FIELDS, safe, shared_name

_OF_PARTS = frozenset({"isian", *ABSENCE_FIELDS})


class Pairing:
    """The entries of an old workbook beside those of a new one."""

    def __init__(self, old: Layout, new: Layout) -> None:
        """Compare the two definitions; nothing is read here."""
        self.old, self.new = old, new
        self.before = {one.kode: one for one in old.definition.indikator}
        self.after = {one.kode: one for one in new.definition.indikator}
        self.origin = {
            one.kode: origin
            for one in new.definition.indikator
            if (origin := self._origin(one)) is not None
        }

    def _origin(self, indikator: Indikator) -> str | None:
        """Return the code that an indicator had: the one named by ``setara_dengan``, or its own.

        ``setara_dengan`` may stand there since last year and name a code of last year. It speaks
        of this change only where the old version did not say the same of the same code.
        """
        own, named = self.before.get(indikator.kode), indikator.setara_dengan
        if own is not None and (own.setara_dengan == named or named not in self.before):
            return own.kode
        if named in self.before and named not in self._kept():
            return named
        return None if own is None else own.kode

    def _kept(self) -> set[str]:
        """Return the old codes that the new version uses for the same thing."""
        return {
            one.kode
            for one in self.new.definition.indikator
            if one.kode in self.before
            and one.setara_dengan in {"", one.kode, self.before[one.kode].setara_dengan}
        }

    def heirs(self, kode: str) -> list[Indikator]:
        """Return the indicators of the new version that take over from an old one."""
        return [self.after[new] for new, old in self.origin.items() if old == kode]

    def sources(self, entry: Entry) -> tuple[str, ...]:
        """Return the old entries that an entry of the new workbook may be filled from."""
        if not entry.indikator:
            return self._of_shared(entry)
        origin = self.origin.get(entry.indikator)
        if origin is None:
            return ()
        family, rest = split_name(entry)
        name = f"{family}.{safe(origin)}.{rest}"
        if name in self.old.entries:
            return (name,)
        return self._from_shared(family, rest, origin)

    def _of_shared(self, entry: Entry) -> tuple[str, ...]:
        """Return a report field or shared figure; a new shared figure was a component before."""
        if entry.name in self.old.entries:
            return (entry.name,)
        family, _, rest = entry.name.partition(".")
        if not rest.startswith("bersama."):
            return ()
        kode, periode = rest.removeprefix("bersama.").rsplit(".", 1)
        if family in ABSENCE_FIELDS and "status_komponen" not in self._features:
            return ()
        names = [
            f"{family}.{safe(self.origin[one.kode])}.{part.kode}.{periode}"
            for one in self.new.definition.indikator
            for part in one.komponen
            if part.dari == kode and one.kode in self.origin
        ]
        return tuple(name for name in names if name in self.old.entries)

    @property
    def _features(self) -> tuple[str, ...]:
        return self.old.definition.pengaturan.fitur

    def _from_shared(self, family: str, rest: str, origin: str) -> tuple[str, ...]:
        """Return the shared figure that a component of today stood for before."""
        field, _, periode = rest.rpartition(".")
        part = part_of(self.before[origin], field)
        if family not in _OF_PARTS or part is None or part.dari is None:
            return ()
        name = shared_name(family, part.dari, periode)
        return (name,) if name in self.old.entries else ()


def split_name(entry: Entry) -> tuple[str, str]:
    """Return the family of a name and what follows the code of its indicator."""
    family, _, rest = entry.name.partition(".")
    return family, rest.removeprefix(f"{safe(entry.indikator)}.")


def part_of(indikator: Indikator, kode: str) -> Komponen | None:
    """Return a component of an indicator by its code, or None."""
    return next((part for part in indikator.komponen if part.kode == kode), None)


def described_part(definition: Definition, entry: Entry) -> Komponen | None:
    """Return the component that an ``isian`` entry belongs to, as its definition describes it."""
    if entry.name.startswith("isian.bersama."):
        return next(one for one in definition.data_bersama if one.kode == entry.field)
    for indikator in definition.indikator:
        if indikator.kode == entry.indikator:
            part = part_of(indikator, entry.field)
            return None if part is None else described(definition, part)
    return None
