"""Starting LibreOffice with a profile of its own, and ending it whatever happened."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

TIMEOUT = 240  # seconds for one start of LibreOffice, generous because two cores are shared

# LibreOffice trusts the values in a file (1) unless told to recalculate always (0); and it asks
# before it pastes over a filled cell, where nobody is there to say yes.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{recalculate}</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Input">
<prop oor:name="ReplaceCellsWarning" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General">
<prop oor:name="UILocale" oor:op="fuse"><value>{menus}</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


@contextmanager
def started(
    folder: Path,
    locale: str,
    *arguments: str,
    trusting: bool = False,
    menus: str = "",
    environment: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Start LibreOffice with a profile in this folder; afterwards it is gone, whatever happened.

    It recalculates every file that it opens, unless ``trusting`` as it is when newly installed.
    ``menus`` is the language of its menus. Given a ``DISPLAY`` in ``environment``, which is added
    to that of the tests, it shows its windows there.
    """
    added = dict(environment or {})
    registry = folder / "profile" / "user" / "registrymodifications.xcu"
    registry.parent.mkdir(parents=True)
    settings = _PROFILE.format(locale=locale, recalculate=int(trusting), menus=menus)
    registry.write_text(settings, encoding="utf-8")
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *([] if "DISPLAY" in added else ["--headless"]),
            "--norestore",
            "--nologo",
            "--nodefault",
            *arguments,
        ],
        env={**os.environ, **added},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # soffice starts children; the session is ended as one
    )
    try:
        yield office
    finally:
        _end(office)


def _end(office: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):  # it ended by itself, as it does after a conversion
        os.killpg(office.pid, signal.SIGKILL)
    office.wait(TIMEOUT)
