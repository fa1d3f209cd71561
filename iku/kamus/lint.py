"""The check of a definition, over a Kamus: every finding with its sheet and cell."""

from iku.cells import WorkbookSnapshot
from iku.definition.lint import lint
from iku.definition.lint.key_paths import first_match
from iku.definition.load import DefinitionError
from iku.finding import Finding
from iku.kamus.load import assembled, in_order, parse_kamus


def lint_kamus(snapshot: WorkbookSnapshot) -> list[Finding]:
    """Return the findings of a Kamus in the order of its sheets (codes ``DEF-1nn``).

    Where it cannot be loaded these are the loader's faults (``DEF-0nn``).
    """
    try:
        definition = parse_kamus(snapshot)
    except DefinitionError as error:
        return error.findings
    source = assembled(snapshot)
    found = [source.placed(one, first_match(str(one.facts["kunci"]))) for one in lint(definition)]
    return in_order(found, snapshot)
