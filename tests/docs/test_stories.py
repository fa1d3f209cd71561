"""The stories of `examples/cerita`: each command says what the story tells, and pages show all."""

from pathlib import Path

import pytest

from examples.story import ROOT, Story, play, stories, story_languages, told
from iku.languages import VARIABLE, Language
from scripts.page_words import folder_of
from scripts.story_pages import story_pages

STORIES = stories()
TOLD = [(language, story) for language in story_languages() for story in stories(language)]


@pytest.mark.parametrize(
    ("language", "story"), TOLD, ids=[f"{story.name}-{language}" for language, story in TOLD]
)
def test_a_story_tells_what_happens(
    language: Language, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, language)
    answers = play(story, tmp_path)

    assert answers
    untrue = [(one.step.command, one.status, one.output) for one in answers if not one.as_told]
    assert untrue == []


def test_every_command_of_a_story_shows_its_answer() -> None:
    silent = [
        (story.name, step.command)
        for story in STORIES
        for step in story.commands
        if not step.output.replace("…", "").strip()
    ]

    assert silent == []


def test_there_are_at_least_ten_stories_numbered_without_a_gap() -> None:
    assert len(STORIES) >= 10
    assert [story.name[:2] for story in STORIES] == [
        f"{number:02}" for number in range(1, len(STORIES) + 1)
    ]


def test_an_answer_that_differs_in_one_word_is_not_as_told() -> None:
    assert told("satu\n…\nempat …", "satu\ndua\ntiga\nempat lima\n")
    assert not told("satu\n…\nempat …", "satu\ndua\ntiga\nlima\n")
    assert not told("satu", "satu\ndua\n")


@pytest.mark.parametrize("language", story_languages())
def test_each_story_has_its_page_with_all_of_it(language: Language) -> None:
    pages, folder = story_pages(language), f"{folder_of(language)}/contoh"

    for story in stories(language):
        page = pages[f"{folder}/{story.name}.md"]
        assert [step.command for step in story.commands if step.command not in page] == []
        assert [one.name for one in story.inputs if f"`{one.name}`" not in page] == []
        assert f"({story.name}.md)" in pages[f"{folder}/README.md"]
    assert set(pages) == {
        path.relative_to(ROOT).as_posix() for path in (ROOT / folder).glob("*.md")
    }
