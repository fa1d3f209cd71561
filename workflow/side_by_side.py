"""Side by side: many files checked by this process and by helpers of its own, told in their order.

The files are the same whoever checks them, and so are their findings. This process goes on checking
itself, so that there is one helper less than there are processors, and memory stays small.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from functools import partial
from itertools import chain, islice
from typing import NamedTuple, TypeAlias

from workbook_reader.folder import Received
from workflow.executors import Place, executor_at
from workflow.validate import Checked

Check: TypeAlias = Callable[[Received], Checked]

_MOST = 3  # helpers: each takes as much memory as this process
_ALONE = 0.5  # seconds of work after which it is known that helpers are worth their start
_WORTH_HELPERS = 12  # files still to come: a helper must start, and on Windows learn the form
_UNDER_WAY = 2  # files for each helper: it never waits, and nobody waits long for the last one


class _Given(NamedTuple):
    """A file that was given to a helper."""

    item: Received
    future: Future[Checked]


def in_order(
    received: Iterator[Received],
    check: Check,
    *,
    helpers: int | None = None,
    alone: float = _ALONE,
) -> Iterator[Checked]:
    """Yield every file checked, in the order in which they were received.

    Files are checked here until that took ``alone`` seconds; where many are still to come then,
    helpers begin with what was learnt so far. ``check`` and what it returns must be light, because
    they travel. Where no helper can be had, or one is killed, its files are checked here.
    """
    count = min(_MOST, (os.cpu_count() or 1) - 1) if helpers is None else helpers
    start = time.perf_counter()
    for item in received:
        yield check(item)
        if time.perf_counter() - start >= alone:
            break
    ahead = list(islice(received, _WORTH_HELPERS))
    left = chain(ahead, received)
    if count < 1 or len(ahead) < _WORTH_HELPERS:
        yield from map(check, left)
        return
    with ExitStack() as opened:
        try:
            executor = opened.enter_context(executor_at(Place(count), partial(_take_over, check)))
        except (OSError, NotImplementedError, ImportError):  # a system without shared semaphores
            executor = None
        if executor is not None:
            yield from _shared(left, check, executor, count * _UNDER_WAY)
    yield from map(check, left)


def _shared(
    left: Iterator[Received], check: Check, executor: Executor, most: int
) -> Iterator[Checked]:
    """Give files to the helpers as they finish, and check the next one here meanwhile."""
    waiting: deque[_Given | Checked] = deque()
    for item in left:
        under_way = sum(not _is_done(one) for one in waiting)
        given = _given(item, executor) if under_way < most else None
        waiting.append(check(item) if given is None else given)
        while waiting and _is_done(waiting[0]):
            yield _outcome(waiting.popleft(), check)
    yield from (_outcome(one, check) for one in waiting)


def _given(item: Received, executor: Executor) -> _Given | None:
    """Give a file to a helper; None where there is none any more, or none can be started."""
    try:
        return _Given(item, executor.submit(_check_here, item))
    except (BrokenProcessPool, OSError):
        return None


def _is_done(one: _Given | Checked) -> bool:
    return isinstance(one, Checked) or one.future.done()


def _outcome(one: _Given | Checked, check: Check) -> Checked:
    if isinstance(one, Checked):
        return one
    try:
        return one.future.result()
    except BrokenProcessPool:  # killed, perhaps because memory ran out
        return check(one.item)


_taken_over: list[Check] = []


def _take_over(check: Check) -> None:
    """Begin as a helper: how to check travels once."""
    _taken_over.append(check)


def _check_here(item: Received) -> Checked:
    return _taken_over[-1](item)
