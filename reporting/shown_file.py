"""How a received file is named on the screen: one out of an archive also by that archive."""

from pathlib import PurePath

_OPENED = {".zip", ".eml"}


def shown_file(path: str) -> str:
    """Return the name by which a file is found: its own, or from the archive or e-mail it is in.

    >>> shown_file("kiriman/utara.xlsx"), shown_file("kiriman/Laporan TW I.eml/scan.pdf")
    ('utara.xlsx', 'Laporan TW I.eml/scan.pdf')
    """
    parts = PurePath(path).parts
    for n, part in enumerate(parts[:-1]):
        if PurePath(part).suffix.casefold() in _OPENED:
            return "/".join(parts[n:])
    return PurePath(path).name
