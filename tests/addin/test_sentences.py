"""The sentences: in two languages, with the same facts, and the code says none that is not there."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import addin
from addin.menu import menu
from addin.sentences import say, sentences
from iku.languages import section

ROOM = Path(str(addin.__file__)).parent
CALLS = {"say", "HostError", "_asked", "_bring_up_to_date"}
HOMES = ("from addin.sentences import", "from addin.host import")
SAYS_LAST = {"_asked"}  # what comes first there is the work to be done


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def said() -> Iterator[tuple[str, set[str], bool]]:
    """Every key that the code names, the facts beside it, and whether there may be more."""
    for path in ROOM.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if not any(home in text for home in HOMES):
            continue
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            arguments = node.args[1:] if name in SAYS_LAST else node.args
            if name in CALLS and arguments and isinstance(arguments[0], ast.Constant):
                facts = {one.arg for one in node.keywords if one.arg is not None}
                yield str(arguments[0].value), facts, len(facts) < len(node.keywords)


def test_every_sentence_is_there_in_both_languages_with_the_same_facts() -> None:
    english = section("en", "tombol")
    assert english.keys() == sentences().keys()
    for key, words in sentences().items():
        assert placeholders(words) == placeholders(english[key]), key


def test_every_sentence_that_the_code_says_is_there_and_gets_its_facts() -> None:
    found = list(said())

    assert len(found) > 30
    for key, facts, maybe_more in found:
        assert key in sentences(), key
        needed = placeholders(sentences()[key])
        assert needed <= facts or maybe_more, key


def test_a_message_bears_the_name_that_its_button_has_in_the_menu() -> None:
    for button in menu().buttons:
        key = f"title_{button.action.replace('-', '_')}"
        labels = {language: words.label for language, words in button.words.items()}
        assert {language: say(key, language) for language in labels} == labels


def test_messages_begin_with_a_capital_and_end_as_sentences_do() -> None:
    parts = ("title_", "count_", "begin", "recap_rejected", "recap_unused", "restored_elsewhere")
    for key, words in sentences().items():
        if key.startswith(parts):
            continue
        for text in (words, section("en", "tombol")[key]):
            assert text[0].isupper() or text[0] in "{…", key
            assert text[-1] in ".…:?!" or key.startswith(("choose_", "more_", "file_")), key
