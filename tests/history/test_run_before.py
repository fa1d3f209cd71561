"""What a unit said last is known, however many runs ago that was."""

from pathlib import Path

import pytest

from iku.cells import Value
from iku.consolidation import Candidate, consolidate
from iku.consolidation.record import as_record
from tests.consolidation.sample import candidate
from tests.consolidation.test_periods import SELATAN, UTARA, D, quarters
from workflow.history.opening import opened, transaction
from workflow.history.recording import Told, record_run
from workflow.history.records import Records, records
from workflow.run_before import accepted_before


def sent(unit: str, path: str, *pairs: tuple[Value, Value]) -> Candidate:
    return candidate(D, unit, quarters(*pairs), periode=f"TW{len(pairs)}", path=path)


FIRST = [sent(UTARA, "utara1", (5.0, 100.0)), sent(SELATAN, "selatan1", (1.0, 50.0))]
SECOND = sent(UTARA, "utara2", (5.0, 100.0), (8.0, None))


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """The first quarter of two units, then one file of the second quarter."""
    path = tmp_path / "h.sqlite"
    for n, files in enumerate((FIRST, [SECOND])):
        with opened(path) as database:
            Records(database, "id").keep((one.sha256, as_record(one)) for one in files)
            with transaction(database):
                record_run(database, f"d{n}", consolidate(D, files), files, Told(0, (), {}))
    return path


@pytest.mark.parametrize(
    ("digest", "period", "wanted"),
    [
        ("new", "TW2", ["utara1", "utara2", "selatan1"]),
        ("new", "TW3", ["utara2", "selatan1"]),
        ("new", "TW1", ["utara2", "selatan1"]),
        ("d1", "TW2", ["utara1", "selatan1"]),
        ("new", "", ["utara2", "selatan1"]),
    ],
)
def test_each_unit_is_compared_with_its_last_file_and_its_last_one_of_an_earlier_period(
    history: Path, digest: str, period: str, wanted: list[str]
) -> None:
    with records(history, "id") as store:
        found = accepted_before(history, store, D, digest, period)
    assert sorted(one.path for one in found) == sorted(wanted)
