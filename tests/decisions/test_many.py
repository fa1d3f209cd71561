"""Above a regency's size the effects of changes are left out, the changes themselves never."""

from iku.consolidation import consolidate, differences
from tests.consolidation.sample import RATIO, candidate, definition_of, ratio


def test_changes_are_told_however_many_units_there_are() -> None:
    text = definition_of(RATIO)
    unit = text.unit[0]
    units = tuple(
        unit.model_copy(update={"kode": f"99.{n:03d}"}) for n in range(differences.MOST_UNITS + 1)
    )
    definition = text.model_copy(update={"unit": units})
    old = candidate(definition, "99.001", ratio(30.0, 100.0), path="lama")
    new = candidate(definition, "99.001", ratio(50.0, 100.0), revisi=1.0, path="baru")
    (one,) = consolidate(definition, [old, new]).changes
    assert (one.old, one.new, one.effects) == (30.0, 50.0, ())
