"""All rules, and the one way to run them over a submission."""

from collections.abc import Callable, Iterator

from iku.checks import (
    absence,
    agreement,
    contents,
    counts,
    dates,
    earlier,
    identity,
    means,
    money,
    narrative,
    parts,
    privacy,
    reported,
    shown,
    targets,
    trend,
    typed_numbers,
)
from iku.checks.folding import asks_what_feeds, folded
from iku.checks.pointing import cell_of
from iku.definition.model import Definition
from iku.finding import Finding
from iku.messages import explain
from iku.submission import Submission

_FEEDING = ("isian.", "status.")
Rule = Callable[[Submission], Iterator[Finding]]

STAGES = ("BRK", "STR", "KCI", "IDN", "ISI", "ANG", "LOG", "TRN", "NAR")
"""The order in which findings are told: what stands first must be mended first."""

RULES: tuple[Rule, ...] = (
    identity.period_is_chosen,
    identity.report_is_final,
    identity.responsible_are_named,
    identity.nip_is_sound,
    identity.nothing_comes_early,
    dates.signing_day_is_plausible,
    absence.due_entries_are_filled,
    absence.statuses_are_sound,
    dates.expected_days_lie_ahead,
    contents.choices_are_listed,
    contents.entries_hold_no_errors,
    contents.numbers_are_possible,
    absence.target_is_given,
    money.money_is_filled,
    typed_numbers.numbers_are_numbers,
    typed_numbers.numbers_are_no_dates,
    typed_numbers.numbers_are_no_percents,
    dates.dates_are_words,
    shown.percentages_are_numbers_of_percent,
    shown.nothing_is_hidden_by_rounding,
    parts.parts_are_within_their_whole,
    parts.denominators_are_not_zero,
    targets.quarters_stay_below_the_year,
    reported.reported_is_computed,
    parts.grades_fit_their_values,
    parts.survey_answers_are_possible,
    parts.satisfaction_is_on_its_scale,
    agreement.same_denominators_agree,
    agreement.parts_are_within_the_known_whole,
    counts.villages_are_those_of_the_unit,
    counts.typed_shares_of_villages_are_possible,
    means.means_weigh_like_with_like,
    money.money_is_within_its_pagu,
    trend.capaian_is_plausible,
    trend.target_is_not_copied,
    earlier.year_before_is_alike,
    earlier.last_years_value_is_not_reused,
    earlier.year_is_no_outlier,
    trend.cumulative_never_falls,
    money.money_never_falls,
    counts.stocks_stay_alike,
    narrative.shortfalls_are_explained,
    narrative.figures_have_evidence,
    privacy.residents_stay_unnamed,
    privacy.links_lead_somewhere,
)


def check_submission(submission: Submission, definition: Definition | None = None) -> list[Finding]:
    """Return every finding about a returned workbook, explained in Indonesian, in order of stages.

    ``definition`` is the regency's own; with it the workbook must have been made from it.
    """
    found = [*submission.findings, *unfolded(submission, definition)]
    if not found:
        return []
    found.sort(key=lambda one: STAGES.index(one.code.partition("-")[0]))
    aside = _aside(submission) if asks_what_feeds(found) else frozenset()
    return [explain(one.at(submission.path)) for one in folded(found, aside)]


def _aside(submission: Submission) -> frozenset[str]:
    """Return the entry cells that no realisasi is computed from."""
    return frozenset(
        cell_of(submission, name)
        for name in submission.layout.entries
        if not name.startswith(_FEEDING)
    )


def unfolded(submission: Submission, definition: Definition | None = None) -> Iterator[Finding]:
    """Yield what each rule finds, follow-on findings included, not yet explained."""
    if definition is not None:
        yield from identity.belongs_to(submission, definition)
    for rule in RULES:
        yield from rule(submission)
