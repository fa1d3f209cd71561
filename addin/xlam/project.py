"""The VBA project of the add-in, written by pyopenvba and set right where it leaves [MS-OVBA]."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from workflow.refusal import RefusedError

PROJECT = "xl/vbaProject.bin"
# [MS-OVBA] 2.3.4.1: version 0xFFFF and no cache. With the version of some Excel, and the cache
# that pyopenvba blanks in place, that very Excel might take the blanks for compiled code.
_SOURCE_ONLY = bytes.fromhex("CC61 FFFF 00 0100")
_END_OF_DIRECTORY = bytes.fromhex("1000 00000000")  # 2.3.4.2: terminator and reserved, no more


def addin_with(bodies: Mapping[str, str]) -> dict[str, bytes]:
    """Return the parts of a blank add-in in whose project exactly these modules stand.

    RefusedError where the library that writes VBA is not installed.
    """
    try:
        from pyopenvba import ExcelFile  # noqa: PLC0415 - only who builds the add-in needs it
    except ImportError as error:
        message = (
            "pembuat IKU.xlam belum terpasang; pasang dengan: pip install 'iku-kecamatan[xlam]'"
        )
        raise RefusedError(message) from error
    with TemporaryDirectory() as folder:
        path = Path(folder) / "blank.xlam"
        with ExcelFile.create_new(path) as book:
            project = book.vba_project()
            for name, body in bodies.items():
                project.add_module(name, body)
            project.delete_module("Module1")
            book.save()
        with ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    parts[PROJECT] = _as_specified(parts[PROJECT])
    return parts


def _as_specified(project: bytes) -> bytes:
    """Return the project without a cache, and with nothing behind the end of its directory."""
    from pyopenvba.cfb import CFB  # noqa: PLC0415 - as above
    from pyopenvba.vba import compress, decompress  # noqa: PLC0415

    container = CFB.from_bytes(project)
    container.write_stream_in_storage("VBA", "_VBA_PROJECT", _SOURCE_ONLY)
    directory = decompress(container.get_stream_in_storage("VBA", "dir"))
    whole = directory[: directory.rindex(_END_OF_DIRECTORY) + len(_END_OF_DIRECTORY)]
    container.write_stream_in_storage("VBA", "dir", compress(whole))
    written: bytes = container.to_bytes()
    return written
