"""The process that LibreOffice's extension starts: it waits for presses and does their work.

``python -I -X utf8 -m addin.uno_server``. It ends when its input ends: LibreOffice closes it after
some minutes without a press, or is gone itself.
"""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from addin.host import Host
from addin.launcher_log import record
from addin.menu import menu
from addin.places import places
from addin.sentences import say
from addin.uno_host import Channel, OfficeGoneError, UnoHost
from addin.version import installed_version

OTHER_VERSION = "versi"
"""The message of ``addin/menu.yaml`` that the extension is left to show."""


def serve(channel: Channel) -> None:
    """Do one press after the other until LibreOffice is gone."""
    try:
        while True:
            channel.say(done=_done(channel, channel.hear()))
    except OfficeGoneError:
        return


def _done(channel: Channel, wanted: dict[str, Any]) -> str:
    """Do one press; return the message that the extension is to show in our place, or nothing."""
    if wanted["version"] != installed_version():
        return OTHER_VERSION
    host = UnoHost(channel, wanted)
    try:
        _button(wanted["action"])(host)
    except OfficeGoneError:
        raise
    except Exception as error:  # noqa: BLE001  whatever it is, the user gets one sentence
        record([wanted["action"]], error)
        host.alert("IKU", say("unexpected", host.language, log=places().log_file))
    return ""


def _button(action: str) -> Callable[[Host], None]:
    """Return what a button does; KeyError for an action that the menu does not have.

    A workbook may hold a link such as ``iku:anything``.
    """
    if action not in {button.action for button in menu().buttons}:
        raise KeyError(action)
    found: Callable[[Host], None] = getattr(
        import_module("addin.buttons"), action.replace("-", "_")
    )
    return found


def main() -> None:
    """Speak with LibreOffice over the standard streams; what else is printed goes elsewhere."""
    private = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with os.fdopen(private, "w", encoding="utf-8") as outgoing:
        serve(Channel(sys.stdin, outgoing))


if __name__ == "__main__":
    main()
