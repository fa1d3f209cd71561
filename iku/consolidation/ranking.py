"""Ranking: which kecamatan did best, by the regency's rules, and who is not ranked and why."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from iku.calculation.figure import BELUM_DIISI, Figure
from iku.calculation.results import IN_N, OUT_OF_M
from iku.consolidation.basis import basis_mean, only_of_one
from iku.consolidation.decisions import Decisions, Verdict
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import BELUM_MASUK, BELUM_MELAPOR, Standing
from iku.definition.model import Indikator

BASES = {
    "rata_rata": "Rata-rata capaian",
    "rata_rata_batas": "Rata-rata capaian dengan batas maksimum",
    "rata_rata_sasaran": "Rata-rata capaian sasaran",
}
INCOMPLETE = "Kelengkapan di bawah batas"
WITHOUT_MEAN = "Tidak ada angka"
LOW_BEFORE = "di bawah realisasi tahun lalu"
LOW_REGENCY = "di bawah target kabupaten"
"""Of an indicator that should fall, "below" is the easier side: above. The words say which."""
HIGH_BEFORE = "di atas realisasi tahun lalu"
HIGH_REGENCY = "di atas target kabupaten"


@dataclass(frozen=True, slots=True)
class LowTarget:
    """A target that is easier than it should be: than last year's realisasi or the regency's."""

    kode: str
    nama: str
    target: Fraction
    compared: Fraction
    words: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """One unit's place; ``rank`` is None where it has none, and ``reason`` says why.

    ``basis`` is the mean it is ranked by, ``completeness`` the percentage of its indicators that
    are answered (``known`` of ``due``); ``low_targets`` stand beside the rank.
    """

    standing: Standing
    basis: Figure
    known: int
    due: int
    rank: int | None = None
    reason: str = ""
    low_targets: tuple[LowTarget, ...] = ()

    @property
    def completeness(self) -> Fraction:
        """The answered share of what is due, in percent; 0 where nothing is due."""
        return Fraction(self.known * 100, self.due) if self.due else Fraction(0)


@dataclass(frozen=True)
class Ranking:
    """The units by rank, those without one last; ``alone`` are indicators of one unit only.

    These are reported and not ranked: nobody could be compared. ``verified_only`` tells that only
    verified figures count.
    """

    period: str
    dasar: str
    minimum: Fraction
    verified_only: bool
    rows: tuple[Ranked, ...]
    alone: tuple[Indikator, ...] = ()

    @property
    def words(self) -> str:
        """The basis as the recap says it."""
        return BASES[self.dasar]


def ranking(report: RegencyReport, period: str | None = None) -> Ranking:
    """Return the ranking of a period, by ``pengaturan.peringkat``; equal means share a rank."""
    period = period or report.period
    rules = report.definition.pengaturan.peringkat
    alone = only_of_one(report.definition, [one.applies for one in report.expected])
    compared = tuple(one for one in report.definition.indikator if one not in alone)
    judged = _accepted_entries(report.decisions)
    rows = [
        _row(report, one, compared, period, judged.get(one.unit.kode, frozenset()))
        for one in report.expected
    ]
    minimum = Fraction(rules.kelengkapan_minimum)
    reasons = [_reason(row, minimum, period) for row in rows]
    means = sorted(
        row.basis.number for row, reason in zip(rows, reasons, strict=True) if not reason
    )
    placed = [_placed(row, reason, means) for row, reason in zip(rows, reasons, strict=True)]
    placed.sort(key=lambda row: (row.rank is None, row.rank or 0, row.standing.unit.kode))
    verified_only = bool(rules.hanya_terverifikasi)
    return Ranking(period, rules.dasar, minimum, verified_only, tuple(placed), alone)


def _row(
    report: RegencyReport,
    standing: Standing,
    compared: Sequence[Indikator],
    period: str,
    verified: frozenset[str],
) -> Ranked:
    rules = report.definition.pengaturan.peringkat
    states = {one.kode: standing.realisasi(one, period).state for one in compared}
    due = [one for one in compared if states[one.kode] not in OUT_OF_M]
    known = [one for one in due if states[one.kode] in IN_N]
    if rules.hanya_terverifikasi:
        known = [one for one in known if _is_verified(standing, one, period, verified)]
    results = standing.results
    basis = (
        BELUM_DIISI
        if results is None or not standing.reported(period)
        else basis_mean(report.definition, results, period, known)
    )
    low = tuple(_low_targets(report, standing, compared, period))
    return Ranked(standing, basis, len(known), len(due), low_targets=low)


def _placed(row: Ranked, reason: str, means: Sequence[Fraction]) -> Ranked:
    """Return a unit with its rank among the sorted means of all that have one."""
    better = 0 if reason else len(means) - bisect_right(means, row.basis.number)
    rank = None if reason else 1 + better
    return Ranked(row.standing, row.basis, row.known, row.due, rank, reason, row.low_targets)


def _reason(row: Ranked, minimum: Fraction, period: str) -> str:
    """Return why a unit has no rank, empty where it has one."""
    if row.standing.results is None:
        return BELUM_MASUK
    if not row.standing.reported(period):
        return BELUM_MELAPOR
    if row.completeness < minimum:
        return f"{INCOMPLETE}: {row.known} dari {row.due} indikator"
    return "" if row.basis.counted else WITHOUT_MEAN


def _accepted_entries(decisions: Decisions) -> dict[str, frozenset[str]]:
    """Return each unit's entries that the regency accepted or filled in itself."""
    found: dict[str, set[str]] = {}
    for one in decisions.verification:
        if one.counted and one.verdict is Verdict.DITERIMA:
            found.setdefault(one.unit, set()).add(one.name)
    for value in decisions.central:
        found.setdefault(value.unit, set()).add(value.name)
    return {unit: frozenset(names) for unit, names in found.items()}


def _is_verified(
    standing: Standing, indikator: Indikator, period: str, verified: frozenset[str]
) -> bool:
    """Whether every entry that a figure is made from was accepted."""
    parts = indikator.komponen if indikator.measured_by_components else (None,)
    used = [
        source.name for part in parts for source in standing.sources_of(indikator, part, period)
    ]
    names = used or standing.entry_names(indikator, period)
    return all(name in verified for name in names)


def _low_targets(
    report: RegencyReport, standing: Standing, indikator: Iterable[Indikator], period: str
) -> Iterator[LowTarget]:
    for one in indikator:
        target = standing.target(one, period)
        if target is None or not isinstance(one.polaritas, str) or not standing.applies(one):
            continue
        falls = one.polaritas == "minimasi"
        before = HIGH_BEFORE if falls else LOW_BEFORE
        regency = HIGH_REGENCY if falls else LOW_REGENCY
        compared = (
            (_last_year(report, standing, one), before),
            (_regency_target(report, one, period), regency),
        )
        for value, words in compared:
            if value is not None and (target > value if falls else target < value):
                yield LowTarget(one.kode, one.nama, target, value, words)


def _last_year(report: RegencyReport, standing: Standing, one: Indikator) -> Fraction | None:
    """Return last year's realisasi, as the unit's workbook was issued with."""
    issued = standing.results.report.terbitan if standing.results else standing.terbitan
    year = str(int(report.definition.tahun) - 1)
    found = issued.sebelumnya.get(one.kode, {}).get(year)
    return None if found is None or found.nilai is None else Fraction(found.nilai)


def _regency_target(report: RegencyReport, one: Indikator, period: str) -> Fraction | None:
    """Return the regency's target; none to compare with where a unit's is a share of its sum."""
    found = report.aggregation.terbitan.target_of(one.kode, period)
    if one.agregasi == "jumlah" or found is None or found.nilai is None:
        return None
    return Fraction(found.nilai)
