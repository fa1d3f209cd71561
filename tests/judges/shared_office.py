"""One LibreOffice for all that a process asks: a start costs more than most of what is asked."""

import atexit
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from tests.judges.calc_session import Office


class _Running(NamedTuple):
    office: Office
    open_things: ExitStack


_running: dict[str, _Running] = {}


@contextmanager
def shared_office(locale: str = "en-US") -> Iterator[Office]:
    """Lend the office of this process that believes to run on a computer of that locale.

    It starts at its first use. Whatever goes wrong while it is lent ends it, and the next to ask
    gets a new one: documents left open, or an office that crashed, disturb nobody else.
    """
    if locale not in _running:
        open_things = ExitStack()
        _running[locale] = _Running(open_things.enter_context(Office.running(locale)), open_things)
    try:
        yield _running[locale].office
    except BaseException:
        _end(locale)
        raise


def _end(locale: str) -> None:
    _running.pop(locale).open_things.close()


@atexit.register
def _end_all() -> None:
    for locale in list(_running):
        _end(locale)
