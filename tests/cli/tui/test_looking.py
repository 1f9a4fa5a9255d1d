"""Looking in the full screen: more, flags, help, other sizes and themes; nothing is lost by it."""

import pytest

from fakes_study import choice, question, questions
from fakes_tui import opened
from fakes_window import NARROW


async def test_more_shows_the_second_layer_in_sight() -> None:
    async with opened(question(explanation="Listening first, always."), size=NARROW) as screen:
        await screen.press("b", "enter")
        assert "Source" not in screen.text
        await screen.press("m")
        assert "Source: Training guide" in screen.text


async def test_a_flag_has_a_reason_and_a_note_and_gives_a_report() -> None:
    async with opened(question()) as screen:
        await screen.press("f", "enter", "c")
        assert "▸ c  It is unclear." in screen.text
        await screen.press("enter", *"who?", "enter")
        assert screen.log.facts[0].payload == {"reason": "unclear", "note": "who?"}
        assert screen.app.reports == ["q-1: unclear. who?"]
        assert "q-1: unclear. who?" in screen.text
        await screen.press("enter")
        assert "What comes FIRST?" in screen.text


async def test_a_flag_can_be_left() -> None:
    async with opened(question()) as screen:
        await screen.press("f", "up", "escape")
        assert screen.types == []
        assert "What comes FIRST?" in screen.text


@pytest.mark.parametrize("key", ["?", "i"])
async def test_help_and_reason_open_and_close(key: str) -> None:
    async with opened(question()) as screen:
        await screen.press(key)
        assert "What comes FIRST?" not in screen.text
        await screen.press("down", "pageup", "enter")
        assert "What comes FIRST?" in screen.text
        assert screen.types == []


@pytest.mark.parametrize("key", ["?", "i"])
async def test_keys_that_come_while_it_closes_are_left_out(key: str) -> None:
    async with opened(question()) as screen:
        await screen.press(key)
        await screen.send_at_once("x", "y", "down", "enter")
        assert "What comes FIRST?" in screen.text
        assert (screen.app.is_running, screen.app.failure, screen.types) == (True, None, [])


async def test_keys_that_come_while_it_opens_open_nothing_twice() -> None:
    async with opened(question()) as screen:
        await screen.send_at_once("?", "?")
        await screen.press("enter")
        assert "What comes FIRST?" in screen.text


async def test_a_flag_is_sent_once_however_often_enter_is_pressed() -> None:
    async with opened(question()) as screen:
        await screen.press("f", "c", "enter")
        await screen.send_at_once("enter", "enter")
        assert (screen.types, screen.app.failure) == (["flagged"], None)


async def test_a_new_size_loses_nothing() -> None:
    async with opened(*questions(2)) as screen:
        await screen.press("b")
        await screen.resize(40, 12)
        assert "▸ b  Make a plan." in screen.text
        await screen.resize(39, 12)
        assert "This window has 39 columns and 12" in screen.text
        await screen.press("enter", "c")
        assert screen.types == []
        await screen.resize(80, 24)
        assert "▸ b  Make a plan." in screen.text


async def test_feedback_is_in_sight_after_a_long_stem() -> None:
    stem = "\n\n".join(["She tells a long story."] * 20)
    async with opened(question(body=choice(stem)), size=NARROW) as screen:
        assert "more below" in screen.text
        assert "a  Listen" not in screen.text
        await screen.press("space")
        await screen.press("down")
        assert "▸ a  Listen" in screen.text
        await screen.press("enter")
        assert "✓ Right." in screen.text
        await screen.press("home")
        assert "✓ Right." not in screen.text
        await screen.press("end")
        assert "✓ Right." in screen.text


MARKUP = "Say [bold]this[/bold] [@click=app.quit]now[/] :smile: \x1b[2J?"


async def test_markup_is_shown_as_it_is_written() -> None:
    body = choice(MARKUP, options={"a": "[red]a[/red]", "b": "[/]"})
    async with opened(question(body=body, explanation=MARKUP), summary=lambda: [MARKUP]) as screen:
        assert "Say [bold]this[/bold] [@click=app.quit]now[/] :smile: [2J?" in screen.text
        assert "a  [red]a[/red]" in screen.text
        await screen.press("b", "enter", "m")
        assert ":smile:" in screen.text
        await screen.press("enter", "a", "enter", "enter")
        assert "[bold]this[/bold]" in screen.text


async def test_dark_turns_light_and_back_without_losing_the_place() -> None:
    async with opened(question(), opening="One question is left out.") as screen:
        assert "One question is left out." in screen.text
        await screen.press("b", "ctrl+t")
        assert screen.app.theme == "cpsprep-light"
        assert "▸ b  Make a plan." in screen.text
        await screen.press("ctrl+t")
        assert screen.app.theme == "cpsprep-dark"


async def test_first_questions_come_with_a_hint() -> None:
    async with opened(*questions(2), hints=1) as screen:
        assert "Press the letter of your answer, then Enter." in screen.text
        await screen.press("a", "enter")
        assert "Press Enter to go on" in screen.text
        await screen.press("enter")
        assert "Press the letter" not in screen.text
