"""The same work on a Dask cluster: two processes of this machine, reached by their address."""

import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.history.sample import inbox
from workflow import inbox as reader
from workflow.executors import HERE, executor_at, place_of
from workflow.history.records import records
from workflow.inbox import take_in
from workflow.refusal import RefusedError

distributed = pytest.importorskip("distributed")


@pytest.fixture
def address() -> Iterator[str]:
    """The scheduler of a cluster of two processes."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


@pytest.mark.filterwarnings("ignore")  # the library's own, at its start and end
def test_a_cluster_reads_the_same_though_it_sees_none_of_our_files(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_WORTH_PROCESSES", 1)
    monkeypatch.setattr(reader, "_FIRST_BATCHES", (1, 1, 1))
    received = inbox(tmp_path)
    found = []
    for place in (HERE, place_of(address.replace("tcp://", "dask://"))):
        with records(None, "id") as store:
            taken = take_in([received], store, place=place)
            found.append(sorted(one.path for one in taken.candidates(store)))
            assert taken.read == 3

    assert found[0] == found[1]


@pytest.mark.filterwarnings("ignore")  # the library's own, at its start and end
def test_work_that_breaks_off_is_dropped_on_the_cluster(address: str) -> None:
    place = place_of(address.replace("tcp://", "dask://"))

    given: list[Future[None]] = []

    def breaks_off() -> None:
        with executor_at(place) as executor:
            given.append(executor.submit(time.sleep, 1.0))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        breaks_off()

    assert given[0].cancelled()


def test_a_cluster_that_does_not_answer_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_WORTH_PROCESSES", 1)
    told = pytest.raises(RefusedError, match="tidak menjawab")
    with records(None, "id") as store, told:
        take_in([inbox(tmp_path)], store, place=place_of("dask://127.0.0.1:9"))
