"""Where results go: beside what they are made from, and never over anything.

Their names are Indonesian whatever the language of Office: folders are shared.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from addin.host import Host
from addin.sentences import say

RESTORED = "{stem} (pulih).xlsx"
PRINTED = "{stem} {period}.pdf"
RECAP = "Rekap {folder}.xlsx"
HISTORY = "Riwayat {folder}.sqlite"


def place_beside(host: Host) -> Path | None:
    """Return the folder of the open workbook, or one that the user chooses; None if they leave.

    A workbook that was never saved, lies in a cloud, or is only to be read (it came with an
    e-mail, from an archive, or the folder is closed) has no place for anything beside it.
    """
    path = host.path
    if path is None or host.read_only:
        return host.choose_folder(say("choose_place", host.language))
    return path.parent


def free(wanted: Path, also: Callable[[Path], Sequence[Path]] = lambda _: ()) -> Path:
    """Return a name that nothing bears yet: ``Rekap.xlsx``, else ``Rekap (2).xlsx`` and so on.

    ``also`` tells what is written along with a file; those names must be free as well.
    """
    number, candidate = 1, wanted
    while any(path.exists() for path in (candidate, *also(candidate))):
        number += 1
        candidate = numbered(wanted, number)
    return candidate


def numbered(wanted: Path, number: int) -> Path:
    """Return the n-th name for a result; the first is the wanted one itself.

    >>> numbered(Path("Rekap.xlsx"), 2).name
    'Rekap (2).xlsx'
    """
    return wanted if number == 1 else wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
