"""Before the form opens a deck is chosen or made, with the keyboard alone and on the same screen."""

from pathlib import Path

import pytest

from fakes_bank import DECK, HEADER
from fakes_form import entered

NO_DOMAINS = "".join(line for line in HEADER.splitlines(keepends=True) if "domains" not in line)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "small").glob("*.yaml"))


async def test_the_decks_are_shown_by_title_and_id_with_the_way_line_by_line(tmp_path: Path) -> None:
    async with entered(tmp_path) as screen:
        for words in ("Which deck?", "First deck (first)", "Second deck (second)", "A new deck"):
            assert words in screen.text
        assert "Line by line, also for screen readers: cpsprep bank add --plain." in screen.text


async def test_the_form_of_the_chosen_one_opens_and_writes_there(tmp_path: Path) -> None:
    async with entered(tmp_path) as screen:
        await screen.press("down", "enter")
        assert "A question for Second deck" in screen.text
        await screen.press("shift+tab", "f", "tab")
        await screen.type("What?", "tab")
        await screen.type("That.", "ctrl+s", "enter")

        assert "front: What?" in (tmp_path / "small" / "second.yaml").read_text("utf-8")
        assert screen.deck == DECK


@pytest.mark.parametrize("key", ["escape", "ctrl+c", "ctrl+q"])
@pytest.mark.parametrize("wanted", ["", "third"])
async def test_who_leaves_instead_has_written_nothing(tmp_path: Path, key: str, wanted: str) -> None:
    async with entered(tmp_path, wanted) as screen:
        await screen.press(key)
        if screen.app.is_running:  # Esc goes back to the decks first
            assert "Which deck?" in screen.text
            await screen.press(key)

        assert not screen.app.is_running
        assert files(tmp_path) == ["bank.yaml", "first.yaml", "second.yaml", "sources.yaml"]


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_a_new_deck_is_made_with_its_first_question(tmp_path: Path, size: tuple[int, int]) -> None:
    async with entered(tmp_path, size=size) as screen:
        await screen.press("up", "enter")
        await screen.type("third", "enter")
        await screen.type("Third lesson", "enter")
        assert "None: each question names its own" in screen.text
        await screen.press("up", "enter")
        assert "A question for Third lesson" in screen.text
        assert "third.yaml" not in files(tmp_path)
        await screen.press("shift+tab", "f", "tab")
        await screen.type("What?", "tab")
        await screen.type("That.", "ctrl+s", "enter")

        assert (
            (tmp_path / "small" / "third.yaml")
            .read_text("utf-8")
            .startswith("deck: third\ntitle: Third lesson\ndomain: role\nitems:\n  - id: third-0001\n")
        )


async def test_keys_that_come_all_at_once_reach_their_own_lines(tmp_path: Path) -> None:
    async with entered(tmp_path, header=NO_DOMAINS) as screen:
        await screen.press("up", "enter")
        for key in (*"third", "enter", *"Title", "enter"):
            screen.send(key)
        for _ in range(20):
            await screen.pilot.pause()

        assert "A question for Title" in screen.text


async def test_a_deck_that_was_named_and_is_not_there_needs_a_title_alone(tmp_path: Path) -> None:
    async with entered(tmp_path, "third", header=NO_DOMAINS) as screen:
        assert "There is no deck 'third' yet. To make it, write a title for it." in screen.text
        await screen.type("Third lesson", "enter")

        assert "A question for Third lesson" in screen.text


@pytest.mark.parametrize(
    ("name", "title", "told"),
    [
        ("No Id", "Third", "is no id for a deck"),
        ("bank", "Third", "is no id for a deck"),
        ("first", "Third", "is another deck's file"),
        ("third", " ", "It needs a title."),
    ],
)
async def test_what_cannot_be_a_deck_is_told_where_it_stands(
    tmp_path: Path, name: str, title: str, told: str
) -> None:
    async with entered(tmp_path, header=NO_DOMAINS) as screen:
        await screen.press("up", "enter")
        await screen.type(name, "enter")
        await screen.type(title, "enter")
        assert told in " ".join(screen.text.split())
        assert screen.app.form is None
        await screen.type("fourth", "enter")  # over what is selected where the mistake was
        await screen.press("enter")
        assert "A question for" in screen.text


async def test_a_name_that_no_deck_can_have_is_told_above_the_decks(tmp_path: Path) -> None:
    async with entered(tmp_path, "Bad Name") as screen:
        assert "'Bad Name' is no id for a deck" in screen.text
        assert "First deck (first)" in screen.text
