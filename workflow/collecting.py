"""Garbage collection, put off while hundreds of thousands of objects are made that stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for circular garbage only afterwards.

    Python looks for it the more often the more objects there are: on a recap that takes a third of
    the time, and finds nothing. Everything else is freed as always.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
