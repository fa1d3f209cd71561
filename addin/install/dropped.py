"""`Periksa IKU.cmd`: workbooks dropped onto it are checked, with no Office program involved."""

import re
import sys
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path

from addin.install.installing import install
from addin.install.machine import Machine
from addin.install.source import find_source
from addin.install.speech import Language, say
from addin.places import CHECKER

LINE = "IKU_BARIS"
"""The variable with which the command file hands on its own command line, untouched."""
CANNOT_CHECK = 2
VALIDATE = "from command_line.main import run; run()"
_NAME = re.compile(r'"([^"]+)"|([^\s"]+)')


def check_dropped(
    machine: Machine,
    bundle: Path | None,
    language: Language,
    show: Callable[[str], object] = webbrowser.open,
) -> int:
    """Check what was dropped, show the report, and return the status of `iku validate`.

    Where no environment is installed yet, it is made first, without touching Excel.
    """
    names = dropped(machine.environ.get(LINE, "")) or _asked(language)
    if not names:
        return CANNOT_CHECK
    if not machine.places.console_python.is_file():
        source = find_source(bundle, excel=False)
        install(machine, source, buttons=False)
        _tell(say("environment_only", language, version=source.version))
    report = Path(tempfile.mkdtemp(prefix="iku_")) / "Pemeriksaan IKU.html"
    outcome = machine.run(
        [
            *(machine.places.console_python, "-I", "-X", "utf8", "-c", VALIDATE),
            *("validate", *names, "--report", str(report), "--lang", language),
        ],
        seconds=3600,
    )
    _tell(outcome.output.strip())
    if report.is_file():
        show(report.as_uri())
    if outcome.status in {0, 1}:
        return outcome.status
    _tell(say("check_failed", language))
    return CANNOT_CHECK


def dropped(line: str) -> list[str]:
    r"""Return the names that follow our command file on a command line of Windows.

    Windows quotes a dropped name only where it has a space, and `%1` breaks at ``& ^ , ; = ( )``;
    the whole line, read here, does not.

    >>> dropped(r'cmd.exe /c ""C:\IKU\Periksa IKU.cmd" "C:\a b.xlsx" C:\50%&lebih!.xlsx"')
    ['C:\\a b.xlsx', 'C:\\50%&lebih!.xlsx']
    """
    ours = f'{CHECKER}"'  # its name has a space, so Windows always quotes it
    start = line.casefold().find(ours.casefold())
    if start < 0:
        return []
    rest = line[start + len(ours) :]
    if rest.count('"') % 2:
        rest = rest.rstrip().removesuffix('"')
    return [quoted or plain for quoted, plain in _NAME.findall(rest)]


def _asked(language: Language) -> list[str]:
    """Return what is typed or dropped into the window itself."""
    _tell(say("drop_here", language))
    typed = sys.stdin.readline().strip()
    if '"' in typed:
        return [quoted or plain for quoted, plain in _NAME.findall(typed)]
    return [typed] if typed else []


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
