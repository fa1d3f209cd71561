"""LOG: figures inside one indicator that cannot all be true."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from iku.calculation.figure import State, in_indonesian
from iku.checks.pointing import (
    as_typed,
    described,
    due_periods,
    latest_entry,
    on_entries,
)
from iku.checks.shares import Share, denominators, indikator_shares, rumus_of, total
from iku.definition.model import Indikator, Komponen
from iku.finding import Finding
from iku.names import indikator_name
from iku.report import exact
from iku.submission import Submission

_AIMED_AT = ("target", "rencana", "sasaran", "kuota")  # what is aimed at can be exceeded
_ANSWERS = (Fraction(1), Fraction(4))  # an unsur of SKM is answered with 1 to 4
_SKM = (Fraction(25), Fraction(100))


def parts_are_within_their_whole(submission: Submission) -> Iterator[Finding]:
    """LOG-001: in a percentage of like things the numerator is above its denominator."""
    for indikator in submission.indikator:
        for share in indikator_shares(indikator) if indikator.satuan == "%" else ():
            if _is_part_of_whole(submission, indikator, share):
                yield from _first_above(submission, indikator, share)


def _is_part_of_whole(submission: Submission, indikator: Indikator, share: Share) -> bool:
    """Whether both sides count the same things, and the denominator is no target."""
    top, bottom = (_parts(submission, indikator, side) for side in (share.top, share.bottom))
    units = {one.satuan.casefold() for one in (*top, *bottom)}
    aimed_at = any(
        word in f"{one.nama} {one.kode}".casefold() for one in bottom for word in _AIMED_AT
    )
    return len(units) == 1 and units != {""} and not aimed_at


def _first_above(submission: Submission, indikator: Indikator, share: Share) -> Iterator[Finding]:
    for periode in due_periods(submission.report, indikator):
        figures = submission.results.components(indikator, periode)
        top, bottom = total(share.top, figures), total(share.bottom, figures)
        if top is not None and bottom is not None and top > bottom > 0:
            yield on_entries(
                submission,
                "LOG-001",
                _entries(submission, indikator, (*share.top, *share.bottom), periode),
                indikator,
                periode,
                pembilang=_named(submission, indikator, share.top),
                penyebut=_named(submission, indikator, share.bottom),
                nilai_pembilang=as_typed(top),
                nilai_penyebut=as_typed(bottom),
            )
            return


def denominators_are_not_zero(submission: Submission) -> Iterator[Finding]:
    """LOG-002: nothing can be divided by 0; where nothing occurred the status says so."""
    for indikator in submission.indikator:
        rumus = rumus_of(indikator)
        for bottom in denominators(rumus) if rumus else ():
            yield from _first_zero(submission, indikator, bottom)


def _first_zero(
    submission: Submission, indikator: Indikator, bottom: tuple[str, ...]
) -> Iterator[Finding]:
    for periode in due_periods(submission.report, indikator):
        figures = submission.results.components(indikator, periode)
        counted = all(figures[code].state is State.TERHITUNG for code in bottom)
        if counted and total(bottom, figures) == 0:
            names = _entries(submission, indikator, bottom, periode)
            named = _named(submission, indikator, bottom)
            yield on_entries(submission, "LOG-002", names, indikator, periode, penyebut=named)
            return


def grades_fit_their_values(submission: Submission) -> Iterator[Finding]:
    """LOG-004: a grade that its number does not have on the scale."""
    report = submission.report
    for indikator in submission.indikator:
        for periode in due_periods(report, indikator):
            names = [
                indikator_name("isian", indikator.kode, field, periode)
                for field in ("nilai", "predikat")
            ]
            value, grade = report.entries.get(names[0]), report.text(names[1])
            scale = indikator.skala_predikat
            if not isinstance(value, float) or scale.rank(grade) is None:
                continue
            label = scale.label(exact(value))
            if label.casefold() != grade.casefold():
                facts = {"nilai": as_typed(value), "predikat": grade, "seharusnya": label}
                yield on_entries(submission, "LOG-004", names, indikator, periode, **facts)


def survey_answers_are_possible(submission: Submission) -> Iterator[Finding]:
    """LOG-005: the mean answer of an unsur lies outside 1 to 4."""
    for indikator in submission.indikator:
        for periode in due_periods(submission.report, indikator):
            if indikator.nilai.jenis == "skm":
                yield from _unsur(submission, indikator, periode)


def _unsur(submission: Submission, indikator: Indikator, periode: str) -> Iterator[Finding]:
    figures = submission.results.components(indikator, periode)
    responden = figures.get("responden")
    if responden is None or not responden.counted or responden.number <= 0:
        return
    means = {
        code: figure.number / responden.number
        for code, figure in figures.items()
        if code != "responden" and figure.counted
    }
    outside = {code: mean for code, mean in means.items() if not _ANSWERS[0] <= mean <= _ANSWERS[1]}
    if outside:
        parts = _parts(submission, indikator, tuple(outside))
        shown = [f"{part.nama}: {in_indonesian(outside[part.kode])}" for part in parts]
        yield on_entries(
            submission,
            "LOG-005",
            _entries(submission, indikator, (*outside, "responden"), periode),
            indikator,
            periode,
            rata_rata=shown,
            responden=as_typed(responden.number),
        )


def satisfaction_is_on_its_scale(submission: Submission) -> Iterator[Finding]:
    """LOG-006: a satisfaction index that was typed lies outside 25 to 100."""
    for indikator in submission.indikator:
        if indikator.nilai.jenis != "langsung" or indikator.satuan == "%":
            continue
        if "kepuasan masyarakat" not in indikator.nama.casefold():
            continue
        for periode in due_periods(submission.report, indikator):
            name = indikator_name("isian", indikator.kode, "nilai", periode)
            value = submission.report.entries.get(name)
            target = submission.results.target(indikator, periode)
            other_scale = target is not None and target < _SKM[0]
            if isinstance(value, float) and not other_scale and not _SKM[0] <= value <= _SKM[1]:
                facts = {"nilai": as_typed(value)}
                if _ANSWERS[0] <= value <= _ANSWERS[1]:
                    facts["kali_25"] = as_typed(exact(value) * 25)
                yield on_entries(submission, "LOG-006", [name], indikator, periode, **facts)


def _parts(submission: Submission, indikator: Indikator, codes: Iterable[str]) -> list[Komponen]:
    """Return components in full, a shared figure in the place of one that refers to it."""
    own = {part.kode: part for part in indikator.komponen}
    definition = submission.report.terbitan.definisi
    return [described(definition, own[code]) for code in codes]


def _named(submission: Submission, indikator: Indikator, codes: Iterable[str]) -> str:
    return " + ".join(part.nama or part.kode for part in _parts(submission, indikator, codes))


def _entries(
    submission: Submission, indikator: Indikator, codes: Iterable[str], periode: str
) -> list[str]:
    own = {part.kode: part for part in indikator.komponen}
    return [
        name
        for code in codes
        for name in latest_entry(submission.report, indikator, own[code], periode)
    ]
