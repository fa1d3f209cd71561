"""Pulihkan Formulir: a fresh form with the entries of the open workbook, beside it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from addin.buttons.beside import RESTORED, free, place_beside
from addin.buttons.press import open_result, press
from addin.host import Host
from addin.sentences import say
from iku.messages.terms import Language
from workflow.refusal import FileRefusedError, RefusedError

if TYPE_CHECKING:
    from workflow.fresh_form import Repaired

SHOWN = 8  # lines of each list in the message; the complete one lies beside the form


def pulihkan(host: Host) -> None:
    """Carry the entries of the open workbook into a fresh form, open it, tell what moved.

    The form lies beside the workbook, under a name that nothing bears yet; the workbook itself,
    however damaged, stays as it is.
    """
    press(host, "pulihkan", _restore)


def _restore(host: Host, folder: Path) -> str:
    from workflow.fresh_form import listing_beside  # noqa: PLC0415  needed by this button only
    from workflow.repair import repair  # noqa: PLC0415  the same

    language = host.language
    copy = host.save_copy(folder)
    place = place_beside(host)
    if place is None:
        return say("cancelled", language)
    into = free(place / RESTORED.format(stem=copy.stem), lambda path: [listing_beside(path)])
    try:
        done = repair(copy, into, language=language)
    except FileRefusedError:
        raise
    except RefusedError:  # the one other reason: from which definition and unit, nobody can tell
        return say("record_lost", language, name=copy.name)
    return open_result(host, into, "\n".join(_told(done, language)))


def _told(done: "Repaired", language: Language) -> Iterator[str]:
    moved = [one for one in done.as_json()["carried"] if one["from"] != one["to"]]
    elsewhere = say("restored_elsewhere", language, n=len(moved)) if moved else ""
    where = {"folder": done.path.parent.name, "name": done.path.name}
    yield say("restored", language, carried=len(done.carried), moved=elsewhere, **where)
    left = [one.message for one in done.left]
    yield from _list("restored_left", left, language)
    yield from _list("restored_moved", [f"{one['from']} → {one['to']}" for one in moved], language)
    if left or moved:
        yield say("restored_all", language, name=done.listing.name)


def _list(head: str, lines: Sequence[str], language: Language) -> Iterator[str]:
    if lines:
        yield say(head, language, n=len(lines))
        yield from (f"- {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield say("more_lines", language, n=len(lines) - SHOWN)
