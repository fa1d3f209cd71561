"""A small reader of Windows command files: enough to see where a strange name would break one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LABEL = re.compile(r"^:(?P<name>\w+)\s*$")
JUMP = re.compile(r"\b(?:goto|call) :(?P<name>\w+)", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One line, with the parts of it that stand in quotes and those that do not."""

    number: int
    text: str

    @property
    def plain(self) -> str:
        """What stands outside of quotes; what a caret protects is taken out."""
        return re.sub(r"\^.", "", re.sub(r'"[^"]*"', '""', self.text))

    @property
    def is_comment(self) -> bool:
        return self.text.lower().startswith(("rem ", "@echo", "echo ", "title "))


def read_command_file(data: bytes) -> list[Line]:
    """Return the lines that are not empty."""
    lines = enumerate(data.decode("ascii").split("\r\n"), start=1)
    return [Line(number, text) for number, text in lines if text.strip()]


def labels(lines: list[Line]) -> set[str]:
    return {found["name"] for line in lines if (found := LABEL.match(line.text))}


def jumps(lines: list[Line]) -> set[str]:
    return {found["name"] for line in lines for found in JUMP.finditer(line.text)}


def faults(lines: list[Line]) -> Iterator[str]:
    """Yield what cmd.exe would read otherwise than it is meant."""
    for line in lines:
        if line.text.count('"') % 2:
            yield f"{line.number}: a quote is not closed"
        if line.is_comment and re.search(r"[&|<>%!]", line.plain.replace("%%", "")):
            yield f"{line.number}: a word for people holds a sign of cmd.exe"
        if not line.is_comment and re.search(r"%\d|%~\d", line.text):
            yield f"{line.number}: a parameter is read, and breaks at & ^ , ; = ( )"
        if not line.is_comment and re.search(
            r"%(IKU_PYTHON|LOCALAPPDATA|TEMP|SystemRoot)%|%~dp0", line.plain
        ):
            yield f"{line.number}: a path stands outside of quotes"
    if missing := jumps(lines) ^ labels(lines):
        yield f"labels without jump or jumps without label: {sorted(missing)}"
