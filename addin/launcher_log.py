"""The log of the add-in: what went wrong behind a button, for those who are asked for help."""

import platform
import traceback
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from addin.places import places
from addin.version import installed_version

LARGEST = 500_000  # bytes; the log of before is kept beside, so both stay small enough to mail


def record(arguments: Sequence[str], error: BaseException) -> None:
    """Append an error with its circumstances; where nothing can be written, nothing is said."""
    log = places().log_file
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    circumstances = f"{now} iku {installed_version()} {platform.platform()}"
    python = f"Python {platform.python_version()} {' '.join(platform.architecture())}"
    told = "".join(traceback.format_exception(error))
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.is_file() and log.stat().st_size > LARGEST:
            log.replace(log.with_name(f"{log.name}.1"))
        with log.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{circumstances} {python}\n{list(arguments)}\n{told}\n")
