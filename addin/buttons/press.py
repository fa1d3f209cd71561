"""What every button does around its work: say what goes on, and end in one message."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from addin.host import Host, HostError
from addin.sentences import say
from workflow.refusal import (
    FileRefusedError,
    RefusedError,
    refusal_in,
    refuse_senseless_bounds,
)


def press(host: Host, button: str, work: Callable[[Host, Path], str]) -> None:
    """Do the work of a button in a folder of its own and show the message that it returns.

    What the host, a received file or the disk refuses is the message; nothing else is caught.
    """
    language = host.language
    try:
        refuse_senseless_bounds()
        host.progress(say(f"doing_{button}", language))
        # A virus scanner may still hold the copy when it is to be removed.
        with TemporaryDirectory(prefix="iku_", ignore_cleanup_errors=True) as folder:
            message = work(host, Path(folder))
    except HostError as error:
        message = error.said(language)
    except FileRefusedError as error:
        message = str(error)
    except RefusedError as error:
        message = _as_sentence(refusal_in(str(error), language))
    except OSError as error:
        message = say("cannot_write", language, reason=error.strerror or type(error).__name__)
    finally:
        with suppress(HostError):
            host.progress(None)
    host.alert(say(f"title_{button}", language), message)


def open_result(host: Host, path: Path, message: str) -> str:
    """Open what was made; return the message about it, and why it is not before the user's eyes."""
    try:
        host.open_file(path)
    except HostError as error:
        return f"{message} {error.said(host.language)}"
    return message


def _as_sentence(text: str) -> str:
    """Return what a use case said, as a message of its own.

    >>> _as_sentence("beri nama berakhiran .xlsx")
    'Beri nama berakhiran .xlsx.'
    """
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
