"""Five hundred damaged files: each is answered, in time, and writes nowhere but where it was asked.

The long run is ``python -m benchmarks.fuzz``; what it finds is kept in ``corpus``, or made by
`corpus_made` where it is large.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from iku.definition.load import DefinitionError
from iku.finding import Finding
from iku.messages import explain
from tests.hostile.corpus_made import MADE
from tests.hostile.guard import guarded
from tests.hostile.mutants import Mutant, mutants
from tests.hostile.seeds import seeds
from tests.hostile.trial import consolidated, tried
from workbook_reader.folder import read_received
from workbook_reader.limits import Limits
from workbook_reader.unpacking import opened
from workflow.definition_source import read_definition
from workflow.kamus import check_definition

FILES = 500
FIRST = 5_000
_KEPT = sorted((Path(__file__).parent / "corpus").iterdir())
CORPUS: dict[str, Callable[[], bytes]] = {**{one.name: one.read_bytes for one in _KEPT}, **MADE}
_ALL = 25  # one of so many is put to everything that people do with a file


def answered(one: Mutant, folder: Path) -> str:
    """Read a damaged file, or load it as a definition; put some of them to everything."""
    if one.number % _ALL == 0:
        return tried(one, folder)
    if one.seed.kind in {"definition", "kamus"}:
        path = folder / f"a{one.seed.ending}"
        path.write_bytes(one.data)
        try:
            return read_definition(path).kode
        except DefinitionError as error:
            return explain(error.findings[0]).message
    return " ".join(
        explain(said).message if isinstance(said, Finding) else "read"
        for received in opened("kiriman", one.data, Limits())
        for said in [read_received(received)]
    )


def test_every_mutant_is_answered_within_its_bounds(tmp_path: Path) -> None:
    answers = 0
    for one in mutants(FIRST, FILES):
        with guarded(tmp_path) as did:
            assert answered(one, tmp_path), str(one)
        assert did == [], str(one)
        answers += 1

    assert answers == FILES


def test_damaged_files_do_not_hurt_one_another(tmp_path: Path) -> None:
    some = [one for one in mutants(FIRST, 25) if one.seed.kind in {"workbook", "zip", "mail"}]

    with guarded(tmp_path) as did:
        assert consolidated(some, tmp_path).endswith("accepted")
    assert did == []


def test_the_sound_files_are_sound(tmp_path: Path) -> None:
    for seed in seeds():
        word = tried(Mutant(1, seed, (), seed.data), tmp_path)
        assert word not in {"refused", "unreadable"}, seed.name


@pytest.mark.parametrize("name", CORPUS)
def test_what_was_once_not_answered_is_answered(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    kinds = {one.ending: one for one in seeds()}
    seed = kinds[path.suffix]
    data = CORPUS[name]()

    with guarded(tmp_path, memory=True) as did:
        if path.suffix == ".yaml":
            path.write_bytes(data)
            assert check_definition(path)
        assert tried(Mutant(0, seed, (path.stem,), data), tmp_path)
    assert did == []
