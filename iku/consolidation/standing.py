"""Standing: where one expected unit stands, with its accepted file or without any."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache

from iku.address import CellRef
from iku.calculation.accumulation import Accumulation, of_component, of_value
from iku.calculation.entries import shared_figure
from iku.calculation.figure import BELUM_DIISI, BELUM_WAKTUNYA, TIDAK_ADA_OBJEK, Figure, State
from iku.calculation.results import Results
from iku.cells import Value
from iku.consolidation.candidate import Candidate
from iku.definition.model import DataBersama, Definition, Indikator, Komponen, Unit
from iku.names import indikator_name, shared_name
from iku.periods import up_to
from iku.terbitan import Terbitan

BELUM_MASUK = "Belum masuk"
BELUM_MELAPOR = "Belum melapor"
DITOLAK_VERIFIKASI = "Ditolak verifikator"


@dataclass(frozen=True, slots=True)
class Source:
    """One cell of one file that a figure was made from, and what was typed there.

    ``path`` and ``sha256`` are empty for a cell of the unit's own accepted file; otherwise they
    name the table of the regency (or the earlier, closed file) that the value comes from.
    """

    name: str
    place: CellRef | None
    value: Value
    path: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class Standing:
    """One expected unit; ``terbitan`` is what the regency would issue to it today.

    ``results`` are those of the accepted file with what the regency decided on top; without a file
    the unit has not reported at all. ``known`` are those of what the regency fills in itself, for
    the indicators ``known_codes``, where the unit has not reported. ``sources`` tells, by entry
    name, where a value comes from that is not the unit's own; ``rejected`` names the entries that
    verification left out. ``absent`` names the periods at whose end the unit does not exist, each
    with the words for it: its figures are no part of the regency's then.
    """

    unit: Unit
    terbitan: Terbitan
    candidate: Candidate | None = None
    results: Results | None = None
    known: Results | None = None
    known_codes: frozenset[str] = frozenset()
    sources: Mapping[str, Source] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    absent: Mapping[str, str] = field(default_factory=dict)

    @property
    def definition(self) -> Definition:
        """The regency's definition."""
        return self.terbitan.definisi

    def reported(self, periode: str) -> bool:
        """Whether the accepted file speaks for a period in which the unit exists."""
        return periode not in self.absent and self.results is not None and self.results.due(periode)

    def speaking(self, indikator: Indikator, periode: str) -> Results | None:
        """Return the results that speak for an indicator in a period, None where none does."""
        if self.results is not None and self.results.due(periode):
            return self.results
        return self.known if indikator.kode in self.known_codes else None

    def realisasi(self, indikator: Indikator, periode: str) -> Figure:
        """Return the unit's figure; what is due in the regency and not reported is missing."""
        return self._figure(indikator, periode, own=False)

    def quarter_value(self, indikator: Indikator, periode: str) -> Figure:
        """Return the value of the rumus for one quarter alone, where quarters are combined."""
        return self._figure(indikator, periode, own=True)

    def _figure(self, indikator: Indikator, periode: str, *, own: bool) -> Figure:
        if periode in self.absent or not self.applies(indikator):
            return TIDAK_ADA_OBJEK
        if periode not in self.definition.measured_periods(indikator):
            return BELUM_WAKTUNYA
        results = self.speaking(indikator, periode)
        if results is None:
            return BELUM_DIISI
        theirs = results.by_code[indikator.kode]
        if own:
            return results.formula_value(theirs, periode)
        return results.realisasi(theirs, periode)

    def applies(self, indikator: Indikator) -> bool:
        """Whether an indicator has an object in this unit."""
        known = self._applying.get(indikator.kode)
        if known is None:
            issued = self.results.report.terbitan if self.results else self.terbitan
            known = self._applying[indikator.kode] = issued.applies(indikator)
        return known

    @cached_property
    def _applying(self) -> dict[str, bool]:
        return {}

    def capaian(self, indikator: Indikator, periode: str) -> Figure:
        """Return the unit's capaian against its own target."""
        realisasi = self.realisasi(indikator, periode)
        results = self.speaking(indikator, periode)
        if results is None or not realisasi.counted:
            return realisasi
        return results.capaian(results.by_code[indikator.kode], periode)

    def target(self, indikator: Indikator, periode: str) -> Fraction | None:
        """Return the unit's own target of a period, as issued or as it typed it."""
        if self.results is not None:
            return self.results.target(self.results.by_code[indikator.kode], periode)
        issued = self.terbitan.target_of(indikator.kode, periode)
        return None if issued is None or issued.nilai is None else Fraction(issued.nilai)

    def component(self, indikator: Indikator, part: Komponen, periode: str) -> Figure:
        """Return a component as the unit reported it, up to a period."""
        if periode in self.absent:
            return TIDAK_ADA_OBJEK
        results = self.speaking(indikator, periode)
        if results is None:
            return BELUM_DIISI
        theirs = results.by_code[indikator.kode]
        return results.components(theirs, periode)[part.kode]

    def words(
        self,
        figure: Figure,
        periode: str,
        indikator: Indikator | None = None,
        part: Komponen | None = None,
    ) -> str:
        """Return the state of a figure as the recap says it.

        With its indicator (and component, where it is one) also that a verifier rejected it.
        """
        if periode in self.absent:
            return self.absent[periode]
        impossible = figure.state is State.TIDAK_DAPAT
        if impossible and indikator is not None and self.rejects(indikator, periode, part):
            return DITOLAK_VERIFIKASI
        if figure.state is State.BELUM_DIISI and not self.reported(periode):
            return BELUM_MASUK if self.results is None else BELUM_MELAPOR
        return figure.state.value

    def rejects(
        self, indikator: Indikator, periode: str, part: Komponen | None = None
    ) -> tuple[str, ...]:
        """Return the rejected entries that a figure, or one component of it, is made from."""
        if not self.rejected:
            return ()
        names = (
            self.entry_names(indikator, periode)
            if part is None
            else self._names(indikator, part, periode)
        )
        return tuple(name for name in names if name in self.rejected)

    def entry_names(self, indikator: Indikator, periode: str) -> list[str]:
        """Return the entries that a figure is made from, blank ones included."""
        parts = indikator.komponen if indikator.measured_by_components else (None,)
        return [name for part in parts for name in self._names(indikator, part, periode)]

    def _names(self, indikator: Indikator, part: Komponen | None, periode: str) -> list[str]:
        if part is not None and part.dari is not None:
            shared = self._shared(part.dari)
            return [name for name, _ in self._shared_names(shared, periode)]
        field = "nilai" if part is None else part.kode
        return [name for name, _ in self._own_names(indikator, field, periode)]

    def _shared(self, kode: str) -> DataBersama:
        return next(one for one in self.definition.data_bersama if one.kode == kode)

    def sources_of(
        self, indikator: Indikator, part: Komponen | None, periode: str
    ) -> tuple[Source, ...]:
        """Return the cells behind a component, or behind a typed value where ``part`` is None."""
        results = self.speaking(indikator, periode)
        if results is None:
            return ()
        report = results.report
        if part is not None and part.dari is not None:
            shared = self._shared(part.dari)
            how, names = of_component(shared), self._shared_names(shared, periode)
            own = {n: shared_figure(report, shared, p) for n, p in names}
        else:
            how = of_value(indikator) if part is None else of_component(part, indikator)
            entered = "nilai" if part is None else part.kode
            names, theirs = self._own_names(indikator, entered, periode), results.by_code
            own = {n: results.entry(theirs[indikator.kode], entered, p) for n, p in names}
        counted = [name for name, figure in own.items() if figure.counted]
        if how not in {Accumulation.SUM, Accumulation.MEAN}:
            counted = counted[-1:]
        return tuple(self.source(name) for name in counted)

    def _shared_names(self, shared: DataBersama, periode: str) -> tuple[tuple[str, str], ...]:
        periods = [p for p in self.definition.entry_periods(shared) if p in up_to(periode)]
        return tuple((shared_name("isian", shared.kode, p), p) for p in periods)

    def _own_names(self, one: Indikator, entered: str, periode: str) -> tuple[tuple[str, str], ...]:
        return _names_up_to(one.kode, entered, self.definition.entry_periods(one), periode)

    def source(self, name: str) -> Source:
        """Return the cell that an entry's value comes from."""
        found = self.sources.get(name) or self._cells.get(name)
        if found is None:
            found = self._cells[name] = self._cell(name)
        return found

    @cached_property
    def _cells(self) -> dict[str, Source]:
        return {}

    def _cell(self, name: str) -> Source:
        returned = self.candidate.returned if self.candidate else None
        if returned is None:
            return Source(name, None, None)
        return Source(name, returned.places.get(name), returned.report.entries.get(name))


@lru_cache(maxsize=16_384)
def _names_up_to(
    kode: str, entered: str, periods: tuple[str, ...], periode: str
) -> tuple[tuple[str, str], ...]:
    """Return an indicator's entries up to a period; alike for all units, so made only once."""
    return tuple(
        (indikator_name("isian", kode, entered, p), p) for p in periods if p in up_to(periode)
    )
