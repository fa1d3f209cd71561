"""Where an archive keeps the sheets of a workbook, whatever program packed it."""

import posixpath
from typing import Final
from xml.parsers import expat
from zipfile import ZipFile

_ROOT: Final = "_rels/.rels"


def sheet_members(archive: ZipFile) -> dict[str, str]:
    """Return the archive member that holds each sheet, by sheet name.

    Raises ValueError where the archive lacks a part that every workbook has.
    """
    members = {
        info.filename.replace("\\", "/").lstrip("/").lower(): info.filename
        for info in archive.infolist()
    }
    # Programs open a workbook that lacks its root arrows, and so does our reader.
    root = _content(archive, members, _ROOT) if _ROOT in members else b"<Relationships/>"
    roots = _elements(root, "Relationship")
    books = (
        _target("", root) for root in roots if root.get("Type", "").endswith("/officeDocument")
    )
    book = next(books, "xl/workbook.xml")
    sheets = _elements(_content(archive, members, book), "sheet")
    folder, name = posixpath.split(book)
    own = _content(archive, members, f"{folder}/_rels/{name}.rels")
    arrows = {arrow["Id"]: _target(folder, arrow) for arrow in _elements(own, "Relationship")}
    return {
        sheet["name"]: members[path]
        for sheet in sheets
        if (path := arrows.get(sheet.get("id", ""), "").lower()) in members
    }


def _target(folder: str, arrow: dict[str, str]) -> str:
    # posixpath.join drops the folder by itself where the target begins with "/".
    return posixpath.normpath(posixpath.join(folder, arrow.get("Target", ""))).lstrip("/")


def _content(archive: ZipFile, members: dict[str, str], path: str) -> bytes:
    member = members.get(path.lstrip("/").lower())
    if member is None:
        message = f"not a workbook: the archive has no {path}"
        raise ValueError(message)
    return archive.read(member)


def _elements(content: bytes, element: str) -> list[dict[str, str]]:
    """Return the attributes of every element of that name; prefixes count for nothing."""
    found = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == element:
            found.append({_local(key): value for key, value in attributes.items()})

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(content, True)
    return found


def _local(name: str) -> str:
    return name.rpartition(":")[2]
