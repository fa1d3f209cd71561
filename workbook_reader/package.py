"""Package: the parts of a zip-based workbook and how they point to each other."""

import posixpath
from typing import NamedTuple

from workbook_reader.archive import Archive, member_name
from workbook_reader.limits import Limits
from workbook_reader.markup import parse_part
from workbook_reader.refusal import damaged, separated, too_large


class Relationship(NamedTuple):
    """One arrow from a part: its kind (last word of the type), and a part name or outer address."""

    kind: str
    target: str
    external: bool


class Package:
    """An archive seen as parts, which are found without regard to case, as OPC prescribes."""

    def __init__(self, archive: Archive, limits: Limits) -> None:
        """Take the members as parts; raise `RefusalError` where two have the same name."""
        self._archive = archive
        self._limits = limits
        self._tags = 0
        self._parts = {member_name(info).lower(): info for info in archive.members}
        if len(self._parts) != len(archive.members):
            raise damaged("arsip zip", "dua bagian bernama sama")

    @property
    def names(self) -> list[str]:
        """The part names in lower case."""
        return list(self._parts)

    def has(self, name: str) -> bool:
        """Return whether there is a part of that name."""
        return name.lower() in self._parts

    def part(self, name: str) -> bytes:
        """Return the content of a part; raise `RefusalError` if missing, broken or locked."""
        info = self._parts.get(name.lower())
        if info is None:
            raise damaged(name, "bagian ini tidak ada")
        content = self._archive.content(info)
        self._tags += content.count(b"<")
        if self._tags > self._limits.tags:
            most, found = separated(self._limits.tags), separated(self._tags)
            raise too_large("tanda_xml", limit=f"{most} tanda XML", value=f"{found} tanda XML")
        return content

    def optional_part(self, name: str) -> bytes | None:
        """Return the content of a part, or None where there is none."""
        return self.part(name) if self.has(name) else None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return where a part (``""`` for the package itself) points to, by relationship id."""
        folder, name = posixpath.split(part)
        own = posixpath.join(folder, "_rels", f"{name}.rels")
        content = self.optional_part(own)
        arrows: dict[str, Relationship] = {}

        def start(element: str, attributes: dict[str, str]) -> None:
            if element == "Relationship":
                arrows[attributes["Id"]] = _relationship(folder, attributes)

        if content is not None:
            parse_part(own, content, start)
        return arrows


def _relationship(folder: str, attributes: dict[str, str]) -> Relationship:
    kind = attributes.get("Type", "").rsplit("/", 1)[-1]
    target = attributes.get("Target", "")
    if attributes.get("TargetMode") == "External":
        return Relationship(kind, target, external=True)
    # posixpath.join drops the folder by itself where the target begins with "/".
    target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
    return Relationship(kind, target, external=False)
