"""All rules, and the two ways to run them: over a definition and over its file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from iku.definition.lint import (
    carried_over,
    computed,
    direction,
    money,
    naming,
    quarters,
    reach,
    rumus_text,
    silence,
    weights,
)
from iku.definition.lint.key_paths import first_match, key_path
from iku.definition.lint.subject import Subject, subjects
from iku.definition.load import DefinitionError, load_definition
from iku.definition.model import Definition
from iku.definition.yaml_source import Source, read_yaml
from iku.finding import Finding

DEFINITION_RULES: tuple[Callable[[Definition], Iterator[Finding]], ...] = (
    silence.document_is_silent,
    silence.document_names_things_twice,
    silence.targets_are_given,
    carried_over.year_is_the_same_everywhere,
    silence.texts_are_written,
    naming.sasaran_are_numbered,
    naming.indikator_are_numbered,
    naming.words_are_standard,
    naming.misi_is_an_intention,
    direction.targets_move,
    direction.nip_has_eighteen_digits,
    weights.weighted_mean_has_weights,
    quarters.quarters_have_targets,
    money.money_has_programmes,
    money.goals_have_programmes,
)
INDIKATOR_RULES: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    silence.satuan_is_written,
    silence.definition_says_more_than_rumus,
    rumus_text.rumus_can_be_computed,
    rumus_text.index_is_no_plain_ratio,
    rumus_text.ratio_says_hundred,
    rumus_text.denominator_is_no_target,
    rumus_text.counted_thing_is_clear,
    rumus_text.ratio_is_not_inverted,
    computed.printed_and_computed_agree,
    computed.mean_is_a_mean,
    computed.averaged_shares_are_alike,
    computed.share_has_one_unit,
    computed.rumus_measures_the_name,
    computed.satisfaction_follows_the_standard,
    naming.unit_is_spelt_right,
    naming.source_can_be_found,
    naming.source_belongs_to_the_responsible,
    direction.direction_fits_the_name,
    direction.small_percentages_are_meant,
    direction.grades_fit_their_values,
    direction.status_ladder_is_complete,
    computed.percentage_has_its_parts,
    reach.target_is_possible,
    reach.zero_target_can_be_judged,
    reach.target_fits_the_villages,
    reach.target_asks_for_more,
    quarters.stocks_are_not_added_up,
    quarters.quarters_stay_below_the_year,
)


def lint(definition: Definition) -> list[Finding]:
    """Return what is unclear or doubtful in a definition (codes ``DEF-1nn``).

    Every finding has ``facts["kunci"]``, the path of the part it is about; nothing is raised.
    """
    general = [found for rule in DEFINITION_RULES for found in rule(definition)]
    each = [
        found
        for subject in subjects(definition)
        for rule in INDIKATOR_RULES
        for found in rule(subject)
    ]
    return general + each


def lint_file(path: Path) -> list[Finding]:
    """Return the findings of a definition file with path and line, in order of lines.

    Where the file cannot be loaded these are the loader's faults (``BRK``, ``DEF-0nn``).
    """
    try:
        definition = load_definition(path)
    except DefinitionError as error:
        return error.findings
    source = read_yaml(path.read_text(encoding="utf-8-sig"))
    placed = [
        replace(found, path=str(path), line=_line(found, source)) for found in lint(definition)
    ]
    return sorted(placed, key=lambda found: found.line or 0)


def _line(finding: Finding, source: Source) -> int:
    """Return the line of a finding; what lies outside the definition is at its note."""
    kunci = str(finding.facts["kunci"])
    where = first_match(kunci)
    if key_path(kunci)[0] in source.tree:
        return source.line(where)
    notes = source.tree.get("catatan_sumber") or []
    at = next((n for n, note in enumerate(notes) if note["kunci"].strip() == kunci), 0)
    return source.line(("catatan_sumber", at))
