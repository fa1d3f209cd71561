"""What a page consists of, apart from its sentences: so that a translation can be held beside it."""

import re
from collections.abc import Iterator
from pathlib import Path

BLOCK = re.compile(r"^( *```(\w*)\n)(.*?)^ *```", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"(`+)(.+?)\1", re.DOTALL)
_HEADING = re.compile(r"^(#+) ")
_ITEM = re.compile(r"^( *)(-|\d+\.) ")
_BAR = re.compile(r"(?<!\\)\|")
_TYPED = re.compile(r"^\s*(iku|pip|python3?|certutil|sha256sum|make)\b")
_COMMENT = re.compile(r"(^|\s+)#.*$")


def skeleton(text: str) -> list[str]:
    """Return headings, list items, table rows, pictures and code blocks, in their order."""
    return list(_bones(BLOCK.sub(r"```\2", text)))


def _bones(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if found := _HEADING.match(line):
            yield f"heading {len(found[1])}"
        elif found := _ITEM.match(line):
            yield f"item {len(found[1])} {found[2]}"
        elif line.startswith("|"):
            yield f"row of {len(_BAR.findall(line)) - 1}"
        elif line.lstrip().startswith("```"):
            yield line.strip()
        yield from (f"picture {Path(one).name}" for one in PICTURE.findall(line))


def code_blocks(text: str) -> list[str]:
    """Return each block of code without its comments, which are in the language of the page.

    So are the answers of the program: of these only the numbers count, and of one that is shown in
    part (…) nothing but that it is there.
    """
    return [_said(language, block) for _, language, block in BLOCK.findall(text)]


def _said(language: str, block: str) -> str:
    lines = block.splitlines()
    if language == "text" or (not language and not any(map(_TYPED.match, lines))):
        return "…" if "…" in block else " ".join(sorted(re.findall(r"\d+", block)))
    return "\n".join(code for line in lines if (code := _COMMENT.sub("", line).rstrip()))


def code_words(text: str) -> list[str]:
    """Return what is written as code within sentences, sorted."""
    return sorted(" ".join(code.split()) for _, code in CODE.findall(BLOCK.sub("", text)))


def links(text: str) -> list[str]:
    """Return the targets of all links and pictures within the repository."""
    prose = CODE.sub("", BLOCK.sub("", text))
    return [one for one in PICTURE.findall(prose) + LINK.findall(prose) if "://" not in one]


def numbers(text: str) -> set[str]:
    """Return the numbers within sentences; what counts a list is none of them."""
    prose = re.sub(r"\]\([^)]*\)", "]", CODE.sub(" ", BLOCK.sub("", text)))
    return set(re.findall(r"\d+", re.sub(r"^ *\d+\. ", "", prose, flags=re.MULTILINE)))


def sentences(text: str) -> str:
    """Return the words of a page alone: no code, no targets, nothing bold, slanted or quoted."""
    prose = CODE.sub(" ", BLOCK.sub("", text))
    prose = re.sub(r"\]\([^)]*\)", "]", prose)
    prose = re.sub(r"<!--.*?-->", "", prose, flags=re.DOTALL)
    prose = re.sub(r"\*\*[^*]+\*\*|(?<!\*)\*[^*\n]{1,40}\*(?!\*)", " ", prose)
    return re.sub(r"\"[^\"\n]+\"|“[^”\n]+”", " ", prose)
