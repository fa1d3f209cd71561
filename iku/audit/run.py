"""All rules of the audit, in the order in which a reader meets what they are about."""

from collections.abc import Callable, Iterator

from iku.audit import (
    achievement,
    bounds,
    calculations,
    claims,
    columns,
    contradictions,
    form,
    measures,
    narrative,
    quarters,
    ranks,
    regency,
    satisfaction,
    sums,
    wording,
)
from iku.audit.document import Document, Place
from iku.audit.report import Report
from iku.definition.model import Definition
from iku.finding import Finding

RULES: tuple[Callable[[Report], Iterator[Finding]], ...] = (
    calculations.calculations_are_right,
    calculations.means_are_right,
    calculations.thousands_are_written_alike,
    calculations.realisasi_is_the_result,
    achievement.numbers_can_be_read,
    achievement.capaian_follows,
    achievement.mean_capaian_is_right,
    achievement.targets_are_no_afterthought,
    achievement.tables_agree,
    bounds.rounding_hides_nothing,
    bounds.bands_fit_capaian,
    bounds.figures_are_possible,
    sums.columns_add_up,
    columns.computed_columns_are_right,
    quarters.quarters_run_on,
    ranks.ranks_follow,
    narrative.words_repeat_the_tables,
    claims.claims_are_true,
    measures.percent_columns_hold_percentages,
    measures.grades_fit_their_values,
    measures.later_grades_have_values,
    measures.families_are_no_persons,
    satisfaction.only_the_satisfied_count,
    satisfaction.weights_are_not_rounded,
    contradictions.denominators_are_what_they_say,
    contradictions.parts_are_within_known_wholes,
    contradictions.indicators_serve_their_sasaran,
    regency.definition_is_kept,
    regency.villages_allow_the_value,
    wording.numbering_runs_on,
    wording.wording_is_sound,
    form.columns_are_complete,
    form.titles_fit_their_tables,
    form.columns_are_used,
    form.signatures_are_complete,
    form.signatures_are_alike,
    form.unit_is_spelt_right,
    form.spelling_is_standard,
)


def audit(document: Document, definition: Definition | None = None) -> list[Finding]:
    """Return what is wrong or doubtful in a document, in reading order (codes ``AUD-nnn``).

    ``definition`` is the regency's, to compare targets and indicators with.
    """
    return audit_report(Report(document, definition))


def audit_report(report: Report) -> list[Finding]:
    """Return the findings of `audit` for a document that was already looked through.

    A document in which neither an indicator nor a calculation is found gives AUD-090: it was
    not checked.
    """
    if not report.entries and not report.groups:
        return [Finding("AUD-090")]
    order: dict[Place, int] = {}
    for n, one in enumerate(report.document.passages()):
        order.setdefault(one.place, n)
    found = [finding for rule in RULES for finding in rule(report)]
    return sorted(found, key=lambda one: order.get(_place(one), 0))


def _place(finding: Finding) -> Place:
    cell = finding.cells[0] if finding.cells else ""
    return Place(finding.line, cell, "" if cell else finding.sheet)
