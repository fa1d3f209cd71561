"""Which papers are made from a definition alone, and which need what came back."""

import pytest

from iku.documents.catalogue import KINDS, Kind
from iku.documents.material import Material
from tests.workbooks import EVERY_KIND, definition


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_paper_with_figures_is_made_only_from_returned_workbooks(kind: Kind) -> None:
    of = definition(EVERY_KIND)
    unit = of.unit[0] if "unit" in kind.scopes else None
    if not kind.figures:
        assert set(kind.required) <= kind.make(Material(of), unit).keys()
        return
    with pytest.raises(ValueError, match="needs returned workbooks"):
        kind.make(Material(of), unit)
