"""Counts that are known from elsewhere: the villages of the unit, and the stock a quarter before."""

from collections.abc import Iterator
from fractions import Fraction

from iku.calculation.figure import half_up, in_indonesian
from iku.checks.pointing import as_typed, component_name, due_periods, on_entries
from iku.checks.shares import indikator_shares
from iku.definition.model import DataBersama, Indikator, Komponen
from iku.finding import Finding
from iku.names import indikator_name, shared_name
from iku.report import exact
from iku.submission import Submission

SMALLEST_STOCK = 20  # below it a single one more or less is a large part
LARGEST_CHANGE = Fraction(1, 5)  # of a stock between two quarters
_VILLAGES = ("desa", "kelurahan")
_MOST_VILLAGES = 30  # above it nearly every percentage is possible


def stocks_stay_alike(submission: Submission) -> Iterator[Finding]:
    """TRN-008: a stock (penduduk, RT, lembaga) changes by more than a fifth within a quarter.

    A blank quarter holds the value before it, so nothing changes there.
    """
    for indikator, part, names in _stocks(submission):
        before: tuple[str, float] | None = None
        for periode, name in names.items():
            value = submission.report.entries.get(name)
            if not isinstance(value, float):
                continue
            if before is not None and before[1] >= SMALLEST_STOCK:
                change = abs(exact(value) - exact(before[1])) / exact(before[1])
                if change > LARGEST_CHANGE:
                    facts = {
                        "isian": part.nama,
                        "nilai": as_typed(value),
                        "semula": as_typed(before[1]),
                        "persen": in_indonesian(change * 100, 0),
                    }
                    cells = [name, before[0]]
                    yield on_entries(submission, "TRN-008", cells, indikator, periode, **facts)
            before = (name, value)


def _stocks(
    submission: Submission,
) -> Iterator[tuple[Indikator | None, Komponen | DataBersama, dict[str, str]]]:
    report = submission.report
    for shared in report.terbitan.definisi.data_bersama:
        due = due_periods(report, shared)
        if shared.sifat == "posisi":
            yield None, shared, {one: shared_name("isian", shared.kode, one) for one in due}
    for indikator in submission.indikator:
        due = due_periods(report, indikator)
        for part in indikator.komponen:
            if part.sifat == "posisi" and part.dari is None:
                yield indikator, part, {one: component_name(indikator, part, one) for one in due}


def villages_are_those_of_the_unit(submission: Submission) -> Iterator[Finding]:
    """LOG-011: the denominator counts other desa than the regency lists for this unit."""
    for indikator in submission.indikator:
        own = {part.kode: part for part in indikator.komponen}
        bottoms = [one.bottom[0] for one in indikator_shares(indikator) if len(one.bottom) == 1]
        for part in dict.fromkeys(own[code] for code in bottoms):
            known = _villages(submission, part)
            for periode in due_periods(submission.report, indikator) if known else ():
                name = component_name(indikator, part, periode)
                value = submission.report.entries.get(name)
                if isinstance(value, float) and value != known:
                    facts = {
                        "isian": part.nama,
                        "nilai": as_typed(value),
                        "tercatat": str(known),
                        "satuan": part.satuan,
                    }
                    yield on_entries(submission, "LOG-011", [name], indikator, periode, **facts)
                    break


def _villages(submission: Submission, part: Komponen) -> int:
    """Return how many villages of a component's unit the regency lists; 0 where it lists none.

    Only a stock named by nothing else than its villages ("Jumlah desa", "Desa yang ada") counts
    all of them.
    """
    satuan = part.satuan.casefold()
    words = set(part.nama.casefold().replace("/", " ").split())
    plain = words - {"jumlah", "seluruh", "semua", "total", "yang", "ada", "di", "kecamatan"}
    if part.sifat != "posisi" or part.dari is not None or not plain <= set(_VILLAGES) | {"dan"}:
        return 0
    kinds = {one for one in _VILLAGES if one in satuan}
    return sum(one.jenis in kinds for one in submission.report.terbitan.unit.wilayah)


def typed_shares_of_villages_are_possible(submission: Submission) -> Iterator[Finding]:
    """LOG-012: a typed percentage that no whole number of the unit's villages can give."""
    for indikator in submission.indikator:
        count = _villages_in_name(submission, indikator)
        if not 0 < count <= _MOST_VILLAGES:
            continue
        for periode in due_periods(submission.report, indikator):
            name = indikator_name("isian", indikator.kode, "nilai", periode)
            value = submission.report.entries.get(name)
            if isinstance(value, float) and not _possible(exact(value), count):
                nearest = round(exact(value) * count / 100)
                fitting = [max(nearest - 1, 0), nearest, min(nearest + 1, count)]
                shown = [
                    f"{in_indonesian(Fraction(100 * n, count))} ({n}/{count})" for n in fitting
                ]
                facts = {"nilai": as_typed(value), "banyak": str(count)}
                listed = list(dict.fromkeys(shown))
                yield on_entries(
                    submission, "LOG-012", [name], indikator, periode, mungkin=listed, **facts
                )


def _villages_in_name(submission: Submission, indikator: Indikator) -> int:
    if indikator.nilai.jenis != "langsung" or indikator.satuan != "%":
        return 0
    start = indikator.nama.casefold().split()[:2]
    kinds = {one for one in _VILLAGES if start == ["persentase", one]}
    return sum(one.jenis in kinds for one in submission.report.terbitan.unit.wilayah)


def _possible(value: Fraction, count: int) -> bool:
    """Whether some share of ``count`` gives a percentage, in any usual rounding of it."""
    nearest = Fraction(100 * round(value * count / 100), count)
    return 0 <= value <= 100 and any(
        Fraction(half_up(nearest, decimals)) == value for decimals in range(7)
    )
