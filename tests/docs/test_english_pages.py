"""The English pages say what the Indonesian ones say: same structure, commands, pictures, links.

A page that is changed on one side only fails here; so does a new page for users until it has its
English. Of sentences only the numbers are compared, and none may stay Indonesian. The commands need
not be run a second time: they are proved to be those that test_commands.py and test_stories.py run.
"""

import os
import re
from difflib import unified_diff
from pathlib import Path

import pytest

from examples.story import ROOT
from iku.calculation.figure import State
from iku.finding import Severity
from iku.languages import translated
from reporting.terminal import severity_word
from scripts.page_words import page_languages

from .documented import documented, pages
from .page_structure import code_blocks, code_words, links, numbers, sentences, skeleton

DOCS = ROOT / "docs"
ENGLISH = DOCS / "en"
FOR_DEVELOPERS = {
    *("decisions", "arsitektur.md", "ketahanan.md", "menambah.md", "mutasi.md", "performance.md"),
}
"""English as they stand, as all code and what is written about it."""
FROM_MESSAGES = {"catatan.md", "definisi.md", "perintah.md"}
"""Made of texts that tests/languages reads, with keys and examples that stay Indonesian."""
ASKS_FOR_ENGLISH = {"--lang", "--lang en", "IKU_LANG", "IKU_LANG=en", "en", "pengaturan.bahasa: en"}
"""Code that only English readers are told of."""
KEPT = re.compile(
    "|".join([*(one.value for one in State), "Belum melapor", "rata-rata dengan batas maksimum"])
)
SMALL_WORDS = re.compile(
    r"\b(yang|dan|atau|untuk|dengan|adalah|pada|dari|oleh|bila|karena|sebagai|setiap|akan|juga|agar"
    r"|maka|itu|ini|bukan|tidak|kepada|supaya|lalu|misalnya|sudah|belum|dapat|semua|sama)\b"
)
"""Without these no Indonesian sentence can be made; names of the product hold hardly any."""
SPOKEN = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}")


def _for_users(page: Path) -> bool:
    return page.parts[0] not in {*page_languages(), *FOR_DEVELOPERS}


PAGES = sorted(filter(_for_users, (page.relative_to(DOCS) for page in DOCS.rglob("*.md"))))
IN_ENGLISH = sorted(page.relative_to(ENGLISH) for page in ENGLISH.rglob("*.md"))
BOTH = [page for page in PAGES if page in IN_ENGLISH]


def names(pages: list[Path]) -> list[str]:
    return [page.as_posix() for page in pages]


def both(page: Path) -> tuple[str, str]:
    """Return a page in Indonesian and in English."""
    return (DOCS / page).read_text(encoding="utf-8"), (ENGLISH / page).read_text(encoding="utf-8")


def differences(page: Path, indonesian: str, english: str) -> list[str]:
    """Return what the English lacks (-) or adds (+); sentences are not compared."""
    own = only_english(indonesian)
    wanted = [in_english(page, one) for one in led_to(DOCS / page, indonesian)]
    wanted = [*structure(indonesian), *code_words(indonesian), *sorted(wanted)]
    code = [one for one in code_words(english) if one not in own]
    found = [*structure(english), *code, *sorted(led_to(ENGLISH / page, english))]
    return list(unified_diff(wanted, found, n=0, lineterm=""))


def only_english(indonesian: str) -> set[str]:
    return ASKS_FOR_ENGLISH - set(code_words(indonesian))


def other_numbers(indonesian: str, english: str) -> set[str]:
    """Return the numbers of one side only, those in lines on how to ask for English excepted."""
    own = [f"`{word}`" for word in only_english(indonesian)]
    lines = [line for line in english.splitlines() if not any(word in line for word in own)]
    there, said = numbers(indonesian), numbers("\n".join(lines))
    return (there - numbers(english)) | (said - there)


def structure(text: str) -> list[str]:
    """Return what must be the same on both pages, in the same order."""
    return [*skeleton(text), *code_blocks(text)]


def led_to(page: Path, text: str) -> list[str]:
    """Return where the links of a page lead, from the root; `#` marks a place on a page."""
    return [
        os.path.relpath(page.parent / link.split("#")[0], ROOT) + "#" * ("#" in link)
        for link in links(text)
    ]


def in_english(page: Path, target: str) -> str:
    """Return where the English page should lead instead: to the English of it, if there is one."""
    path, place = Path(target.rstrip("#")), "#" * target.count("#")
    if path == (ENGLISH / page).relative_to(ROOT):
        return f"docs/{page.as_posix()}"  # the two name each other
    beside = path.parent / "en" / path.name  # as what the stories are made of
    below = Path("docs", "en", *path.parts[1:]) if path.parts[0] == "docs" else beside
    return (below if (ROOT / below).is_file() else path).as_posix() + place


def left_over(indonesian: str, english: str) -> set[str]:
    """Return the Indonesian in an English page: small words, and whole lines taken over."""
    prose = KEPT.sub(" ", sentences(english))
    taken_over = set(sentences(indonesian).splitlines()) & set(prose.splitlines())
    return {*SMALL_WORDS.findall(prose), *filter(SPOKEN.search, taken_over)}


def test_every_page_for_users_is_there_in_english() -> None:
    assert names([page for page in PAGES if page not in IN_ENGLISH]) == []


def test_every_english_page_has_its_original() -> None:
    assert names([page for page in IN_ENGLISH if page not in PAGES]) == []


@pytest.mark.parametrize("page", BOTH, ids=names(BOTH))
def test_an_english_page_has_the_structure_of_its_original(page: Path) -> None:
    assert "\n".join(differences(page, *both(page))) == ""


@pytest.mark.parametrize("page", BOTH, ids=names(BOTH))
def test_an_english_page_tells_the_numbers_of_its_original(page: Path) -> None:
    other = set() if page.name in FROM_MESSAGES else other_numbers(*both(page))

    assert other == set()


@pytest.mark.parametrize("page", BOTH, ids=names(BOTH))
def test_no_indonesian_is_left_in_an_english_page(page: Path) -> None:
    left = set() if page.name in FROM_MESSAGES else left_over(*both(page))

    assert left == set()


def test_the_clerk_reads_states_and_severities_as_the_product_says_them() -> None:
    text = (ENGLISH / "panduan" / "kecamatan.md").read_text(encoding="utf-8")
    said = {one.value: translated(one.value, "en", "keadaan") for one in State}
    said |= {severity_word(one): severity_word(one, "en").lower() for one in Severity}
    del said[State.TERHITUNG.value]  # shows the figure itself

    assert [word for word, english in said.items() if f"**{word}** ({english})" not in text] == []


def test_no_command_stands_in_english_only() -> None:
    indonesian = "\n".join(text for page, text in pages().items() if "docs/en/" not in page)
    shown = {one.text for one in documented() if "docs/en/" in one.page}

    assert shown
    assert [text for text in shown if text not in indonesian] == []


INDONESIAN_PAGE = """# Judul

- satu, lihat [lembar](panduan/lembar.md)
- dua, dengan `iku validate kiriman`

| a | b |
|---|---|
| c | d |

![Beranda](images/beranda.png)

```sh
iku validate kiriman  # semuanya
```

```text
2 berkas: 1,50
```
"""
ENGLISH_PAGE = """# Title

- one, see [the sheets](panduan/lembar.md)
- two, by `iku validate kiriman`; add `--lang en`

| e | f |
|---|---|
| g | h |

![The start](../images/beranda.png)

```sh
iku validate kiriman  # all of it
```

```text
2 files: 1.50
```
"""
CHANGES = {
    "a heading of another level": ("# ", "## "),
    "an item that is gone": ("- ", ""),
    "a further row": ("|---|---|\n", "|---|---|\n| 1 | 2 |\n"),
    "a further column": ("|---|---|", "|---|---|---|"),
    "another picture": ("beranda.png", "isian.png"),
    "another command": ("kiriman  #", "kirimna  #"),
    "another command in a sentence": ("`iku validate", "`iku repair"),
    "another kind of block": ("```sh", "```bash"),
    "another number in an answer": ("\n2 ", "\n3 "),
    "another link": ("lembar.md", "kecamatan.md"),
}


def test_pages_that_differ_in_words_only_are_the_same() -> None:
    assert differences(Path("uji.md"), INDONESIAN_PAGE, ENGLISH_PAGE) == []


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_on_one_side_only_is_seen(change: tuple[str, str]) -> None:
    indonesian = INDONESIAN_PAGE.replace(*change, 1)
    english = ENGLISH_PAGE.replace(*change, 1)

    assert differences(Path("uji.md"), indonesian, ENGLISH_PAGE) != []
    assert differences(Path("uji.md"), INDONESIAN_PAGE, english) != []
    assert differences(Path("uji.md"), indonesian, english) == []


def test_a_link_to_an_indonesian_page_that_has_its_english_is_seen() -> None:
    english = ENGLISH_PAGE.replace("panduan/lembar.md", "../panduan/lembar.md")

    assert differences(Path("uji.md"), INDONESIAN_PAGE, english) != []


def test_a_number_of_one_side_only_is_seen() -> None:
    indonesian, english = "1. Windows 10, 98,50%.", "1. Windows 10, 98.50%.\n\n`--lang en` (2019)."

    assert other_numbers(indonesian, english) == set()
    assert other_numbers(indonesian.replace("10", "11"), english) == {"10", "11"}


def test_indonesian_words_and_lines_taken_over_are_seen() -> None:
    line = "Realisasi menurut laporan tercetak."

    assert left_over("", 'Write "Yang sudah dan belum", `lalu`, **Tidak ada**.') == set()
    assert left_over("", "Those yang were sent.") == {"yang"}
    assert left_over(line, line) == {line}
