"""Bantuan: the guide of the form, or in a few words what to do without it."""

from pathlib import Path

from addin.buttons.press import press
from addin.host import Host, HostError
from addin.places import CHECKER
from addin.sentences import say
from iku.sheets.petunjuk import SHEET as PETUNJUK


def bantuan(host: Host) -> None:
    """Show the sheet Petunjuk where the open workbook has one, and tell the way without buttons."""
    press(host, "bantuan", _help)


def _help(host: Host, _folder: Path) -> str:
    try:
        host.select(PETUNJUK, "A1")
    except HostError:
        return say("guide_missing", host.language, sheet=PETUNJUK, checker=CHECKER)
    return say("guide_shown", host.language, sheet=PETUNJUK, checker=CHECKER)
