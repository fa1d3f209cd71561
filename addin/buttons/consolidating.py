"""Konsolidasi: a folder of returned workbooks, its recap beside it, and the recap before the eyes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from addin.buttons.beside import HISTORY, RECAP, free, numbered
from addin.buttons.press import open_result, press
from addin.host import Host, HostError
from addin.sentences import say
from iku.messages.terms import Language, in_language
from workflow.refusal import FileRefusedError, RefusedError

if TYPE_CHECKING:
    from iku.consolidation.regency_report import RegencyReport
    from workflow.repetition import Asked

EMPTY = "BRK-012"  # the finding about a folder without any file
TOLD_EVERY = 0.5  # seconds between two words on how far reading has come


def konsolidasi(host: Host) -> None:
    """Ask for a folder, consolidate what lies in it, open the recap, tell the outcome in a sentence.

    Recap and history lie beside the folder, not in it, where the next run would read them as
    received files. No recap is written over; where nothing has changed since the last one, that
    one is opened. The definition is the one that the workbooks carry.
    """
    press(host, "konsolidasi", _consolidate)


def _consolidate(host: Host, _folder: Path) -> str:
    language = host.language
    received = host.choose_folder(say("choose_received", language))
    if received is None:
        return say("cancelled", language)
    asked = _asked(received, language)
    known = _repeated(asked)
    if known is not None:
        return open_result(host, known, say("recap_unchanged", language, name=known.name))
    asked = replace(asked, recap=free(asked.recap))
    return open_result(host, asked.recap, _run(host, asked))


def _asked(received: Path, language: Language) -> "Asked":
    from workflow.repetition import Asked  # noqa: PLC0415  needed by this button only

    folder = received.absolute()
    if not folder.name:
        raise HostError("folder_of_its_own", folder=folder)
    recap = folder.with_name(RECAP.format(folder=folder.name))
    history = folder.with_name(HISTORY.format(folder=folder.name))
    return Asked((folder,), recap, history=history, language=language)


def _repeated(asked: "Asked") -> Path | None:
    """Return the recap of an earlier press that this one would only repeat."""
    from workflow.repetition import repeated  # noqa: PLC0415  needed by this button only

    number, digest = 1, asked.digest() if asked.recap.exists() else ""
    while (recap := numbered(asked.recap, number)).exists():
        if repeated(replace(asked, recap=recap), digest) is not None:
            return recap
        number += 1
    return None


def _run(host: Host, asked: "Asked") -> str:
    from workflow.consolidate import consolidate_all  # noqa: PLC0415  needed by this button only
    from workflow.executors import HERE  # noqa: PLC0415  the same

    history = asked.history
    is_new = history is not None and not history.exists()
    try:
        report, _ = consolidate_all(asked, asked.digest(), HERE, _counting(host))
    except RefusedError as error:
        if history is not None and is_new:
            history.unlink(missing_ok=True)  # it tells of nothing
        raise _about_folder(error, asked) from error
    return _outcome(report, asked)


def _about_folder(error: RefusedError, asked: "Asked") -> Exception:
    """Return what was refused in the words of someone who chose a folder in a dialog."""
    from workflow.definition_inside import SeveralDefinitionsError  # noqa: PLC0415  see `_run`

    if isinstance(error, SeveralDefinitionsError):
        return HostError("several_definitions", names=error.named)
    if isinstance(error, FileRefusedError) and error.finding.code == EMPTY:
        return HostError("folder_empty", folder=asked.paths[0].name)
    return error


def _counting(host: Host) -> Callable[[int], None]:
    """Return what tells the user how many files are read, seldom enough to cost nothing."""
    done, told = 0, monotonic()

    def count(more: int) -> None:
        nonlocal done, told
        done += more
        if monotonic() - told > TOLD_EVERY:
            told = monotonic()
            host.progress(say("reading", host.language, n=done))

    return count


def _outcome(report: "RegencyReport", asked: "Asked") -> str:
    from iku.consolidation.candidate import Status  # noqa: PLC0415  needed by this button only

    language = asked.language
    fates = Counter(fate.status for fate in report.fates)
    accepted, rejected = fates[Status.ACCEPTED], fates[Status.REJECTED]
    unused = fates.total() - accepted - rejected
    others = say("recap_rejected", language, n=rejected) if rejected else ""
    others += say("recap_unused", language, n=unused) if unused else ""
    period = in_language("", "kurun", report.period_words, language)
    facts = {"period": period, "accepted": accepted, "others": others, "name": asked.recap.name}
    return say("recap_made", language, **facts)
