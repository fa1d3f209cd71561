"""Money on the sheet Anggaran: missing, more than there is, or less than the quarter before."""

from collections.abc import Iterator

from iku.calculation.budget import Budget
from iku.checks.pointing import as_typed, on_entries
from iku.definition.budget import named
from iku.definition.program import Program
from iku.finding import Finding
from iku.names import program_name
from iku.periods import is_due
from iku.submission import Submission


def money_is_filled(submission: Submission) -> Iterator[Finding]:
    """ISI-013: money up to a due period, or a pagu that the unit must give, is blank."""
    entries, layout = submission.report.entries, submission.layout.entries
    budget = Budget(submission.results)
    for periode in _due(submission, budget):
        asked = periode not in submission.report.terbitan.not_yet
        spent = budget.programs if asked else ()
        wanted = {program_name(one.kode, "realisasi", periode): one for one in spent}
        if periode == budget.periods[0]:
            wanted |= {program_name(one.kode, "pagu"): one for one in budget.programs}
        blank = [name for name in wanted if name in layout and name not in entries]
        if blank:
            told = list(dict.fromkeys(named(wanted[name]) for name in blank))
            yield on_entries(submission, "ISI-013", blank, periode=periode, yang_kosong=told)


def money_is_within_its_pagu(submission: Submission) -> Iterator[Finding]:
    """LOG-013: more was spent than there is."""
    budget = Budget(submission.results)
    for periode in _due(submission, budget):
        for one in budget.programs:
            money = budget.program(one, periode)
            known = money.pagu.counted and money.realisasi.counted
            if known and money.realisasi.number > money.pagu.number:
                yield on_entries(
                    submission,
                    "LOG-013",
                    _cells(submission, one, periode),
                    periode=periode,
                    isian=named(one),
                    nilai=as_typed(money.realisasi.number),
                    pagu=as_typed(money.pagu.number),
                )


def money_never_falls(submission: Submission) -> Iterator[Finding]:
    """TRN-009: money since January is less than a quarter before; a refund may explain it."""
    budget = Budget(submission.results)
    for one in budget.programs:
        before = None
        for periode in _due(submission, budget):
            spent = budget.program(one, periode).realisasi
            if not spent.counted:
                continue
            if before is not None and spent.number < before[1]:
                names = [program_name(one.kode, "realisasi", each) for each in (periode, before[0])]
                yield on_entries(
                    submission,
                    "TRN-009",
                    names,
                    periode=periode,
                    isian=named(one),
                    nilai=as_typed(spent.number),
                    semula=as_typed(before[1]),
                )
            before = (periode, spent.number)


def _cells(submission: Submission, program: Program, periode: str) -> list[str]:
    names = [program_name(program.kode, "realisasi", periode), program_name(program.kode, "pagu")]
    return [name for name in names if name in submission.layout.entries]


def _due(submission: Submission, budget: Budget) -> list[str]:
    if not budget.programs:
        return []
    return [one for one in budget.periods if is_due(one, submission.report.periode_lapor)]
