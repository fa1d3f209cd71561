"""Standing: where one expected unit stands, with its accepted file or without any."""

from dataclasses import dataclass

from iku.address import CellRef
from iku.calculation.accumulation import Accumulation, of_component, of_value
from iku.calculation.entries import component_figure, shared_figure
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


@dataclass(frozen=True, slots=True)
class Source:
    """One cell of one file that a figure was made from, and what was typed there."""

    name: str
    place: CellRef | None
    value: Value


@dataclass(frozen=True)
class Standing:
    """One expected unit; ``terbitan`` is what the regency would issue to it today.

    ``results`` are those of the accepted file; without one the unit has not reported at all.
    """

    unit: Unit
    terbitan: Terbitan
    candidate: Candidate | None = None
    results: Results | None = None

    @property
    def definition(self) -> Definition:
        """The regency's definition."""
        return self.terbitan.definisi

    def reported(self, periode: str) -> bool:
        """Whether the accepted file speaks for a period."""
        return self.results is not None and self.results.due(periode)

    def realisasi(self, indikator: Indikator, periode: str) -> Figure:
        """Return the unit's figure; what is due in the regency and not reported is missing."""
        return self._figure(indikator, periode, own=False)

    def quarter_value(self, indikator: Indikator, periode: str) -> Figure:
        """Return the value of the rumus for one quarter alone, where quarters are combined."""
        return self._figure(indikator, periode, own=True)

    def _figure(self, indikator: Indikator, periode: str, *, own: bool) -> Figure:
        applies = (self.results.report.terbitan if self.results else self.terbitan).applies
        if not applies(indikator):
            return TIDAK_ADA_OBJEK
        if periode not in self.definition.measured_periods(indikator):
            return BELUM_WAKTUNYA
        if self.results is None or not self.results.due(periode):
            return BELUM_DIISI
        theirs = self.results.by_code[indikator.kode]
        if own:
            return self.results.formula_value(theirs, periode)
        return self.results.result(indikator.kode, periode).realisasi

    def capaian(self, indikator: Indikator, periode: str) -> Figure:
        """Return the unit's capaian against its own target."""
        realisasi = self.realisasi(indikator, periode)
        if self.results is None or not realisasi.counted:
            return realisasi
        return self.results.result(indikator.kode, periode).capaian

    def component(self, indikator: Indikator, part: Komponen, periode: str) -> Figure:
        """Return a component as the unit reported it, up to a period."""
        if self.results is None or not self.results.due(periode):
            return BELUM_DIISI
        theirs = self.results.by_code[indikator.kode]
        return self.results.components(theirs, periode)[part.kode]

    def words(self, figure: Figure, periode: str) -> str:
        """Return the state of a figure as the recap says it."""
        if figure.state is State.BELUM_DIISI and not self.reported(periode):
            return BELUM_MASUK if self.results is None else BELUM_MELAPOR
        return figure.state.value

    def sources(
        self, indikator: Indikator, part: Komponen | None, periode: str
    ) -> tuple[Source, ...]:
        """Return the cells behind a component, or behind a typed value where ``part`` is None."""
        if self.results is None or not self.results.due(periode):
            return ()
        report = self.results.report
        if part is not None and part.dari is not None:
            shared = next(one for one in self.definition.data_bersama if one.kode == part.dari)
            how, names = of_component(shared), self._shared_names(shared, periode)
            own = {n: shared_figure(report, shared.kode, p, wajib=shared.wajib) for n, p in names}
        else:
            how = of_value(indikator) if part is None else of_component(part, indikator)
            field = "nilai" if part is None else part.kode
            names = self._own_names(indikator, field, periode)
            own = {n: component_figure(report, indikator, field, p) for n, p in names}
        counted = [name for name, figure in own.items() if figure.counted]
        if how not in {Accumulation.SUM, Accumulation.MEAN}:
            counted = counted[-1:]
        return tuple(self._source(name) for name in counted)

    def _shared_names(self, shared: DataBersama, periode: str) -> list[tuple[str, str]]:
        periods = self.definition.entry_periods(shared)
        return [(shared_name("isian", shared.kode, p), p) for p in periods if p in up_to(periode)]

    def _own_names(self, one: Indikator, field: str, periode: str) -> list[tuple[str, str]]:
        periods = self.definition.entry_periods(one)
        return [
            (indikator_name("isian", one.kode, field, p), p) for p in periods if p in up_to(periode)
        ]

    def _source(self, name: str) -> Source:
        submission = self.candidate.submission if self.candidate else None
        if submission is None:
            return Source(name, None, None)
        return Source(name, submission.places.get(name), submission.report.entries.get(name))
