"""Our Python, LibreOffice, `formulas` and ironcalc give the same value for every formula cell.

A small share of the campaign ``python -m benchmarks.agreement``.
"""

from collections.abc import Iterator

import pytest

from tests.agreement.definitions import EVERYTHING
from tests.agreement.engines import FAST, Engines, errors_shown
from tests.agreement.fillings import at_random
from tests.judges.calc_session import Office
from tests.judges.shared_office import shared_office
from tests.workbooks import layout

RANDOM_SEED = 3
TOO_LARGE = "dua_puluh_indikator"  # for a share of seconds; it has no kind of its own
JUDGED_BY_FORMULAS = "kota_jambi_2017"  # loading a workbook takes that library seconds


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    with shared_office() as running:
        yield running


@pytest.mark.parametrize("name", [name for name in EVERYTHING if name != TOO_LARGE])
def test_libreoffice_and_ironcalc_compute_every_cell_as_we_do(name: str, office: Office) -> None:
    with Engines.loaded(layout(name), office) as engines:
        typed = at_random(engines.layout, RANDOM_SEED, errors=True)
        own = engines.own(typed)

        assert len(own) > 50
        assert errors_shown(own) == []
        assert {engine: engines.differing(engine, typed, own) for engine in FAST} == {
            engine: [] for engine in FAST
        }


def test_the_formulas_library_computes_every_cell_as_we_do(office: Office) -> None:
    with Engines.loaded(layout(JUDGED_BY_FORMULAS), office) as engines:
        typed = at_random(engines.layout, RANDOM_SEED)
        assert engines.differing("formulas", typed, engines.own(typed)) == []
