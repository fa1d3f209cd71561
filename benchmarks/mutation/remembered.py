"""Caches that also remember what was entered while a value was made.

Without them only the first test that asks for a cached workbook would seem to need the code that
made it.
"""

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from .blocks import entered
from .commands import gather

T = TypeVar("T")


class Lent:
    """Seconds that the running test saved because a cache or a wide fixture had the value."""

    seconds = 0.0


@dataclass(frozen=True)
class Made(Generic[T]):
    """A value, the blocks that were entered while it was made, and the seconds it took."""

    value: T
    entered: frozenset[str]
    seconds: float


def made(call: Callable[[], T]) -> Made[T]:
    """Make a value, watching."""
    before = set(entered)
    entered.clear()
    start = time.perf_counter()
    try:
        value = call()
        gather()
        return Made(value, frozenset(entered), time.perf_counter() - start)
    finally:
        entered.update(before)


class Info(NamedTuple):
    """What `cache_info` tells of a cache without a limit."""

    hits: int
    misses: int
    maxsize: None
    currsize: int


class _Cached(Generic[T]):
    """What `functools.cache` gives, without a limit, remembering."""

    def __init__(self, function: Callable[..., T]) -> None:
        self._function = function
        self._known: dict[object, Made[T]] = {}
        self._hits = 0
        functools.update_wrapper(self, function)

    def __call__(self, *given: object, **named: object) -> T:
        key = (given, tuple(named.items()))
        if key in self._known:
            self._hits += 1
            Lent.seconds += self._known[key].seconds
        else:
            self._known[key] = made(lambda: self._function(*given, **named))
        entered.update(self._known[key].entered)
        return self._known[key].value

    def __get__(self, instance: object, owner: type | None = None) -> Callable[..., T]:
        return self if instance is None else functools.partial(self, instance)

    def __reduce__(self) -> str:
        return self._function.__qualname__

    def cache_info(self) -> Info:
        return Info(self._hits, len(self._known), None, len(self._known))

    def cache_clear(self) -> None:
        self._known.clear()


def cache(function: Callable[..., T]) -> _Cached[T]:
    """Stand in for `functools.cache`."""
    return _Cached(function)


def lru_cache(maxsize: object = 128, **_: object) -> object:
    """Stand in for `functools.lru_cache`, without a limit."""
    return _Cached(maxsize) if callable(maxsize) else _Cached


def remember() -> None:
    """Let every cache that is made from now on remember."""
    functools.cache = cache  # type: ignore[assignment]
    functools.lru_cache = lru_cache  # type: ignore[assignment]
