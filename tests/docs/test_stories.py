"""The stories of `examples/cerita`: each command says what the story tells, and pages show all."""

from pathlib import Path

import pytest

from examples.story import ROOT, Story, play, stories, told
from scripts.story_pages import story_pages

STORIES = stories()


@pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])
def test_a_story_tells_what_happens(story: Story, tmp_path: Path) -> None:
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


def test_each_story_has_its_page_with_all_of_it() -> None:
    pages = story_pages("catatan")

    for story in STORIES:
        page = pages[f"docs/contoh/{story.name}.md"]
        assert [step.command for step in story.commands if step.command not in page] == []
        assert [one.name for one in story.inputs if f"`{one.name}`" not in page] == []
        assert f"({story.name}.md)" in pages["docs/contoh/README.md"]
    assert set(pages) == {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/contoh").glob("*.md")
    }
