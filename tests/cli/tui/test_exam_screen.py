"""A mock exam on the whole screen: what keys do, what the clock does, what is shown."""

import pytest

from cpsprep.app.errors import UnreadableError
from cpsprep.cli.tui.exam_keys import exam_footer, exam_help
from cpsprep.cli.tui.footer_keys import GAP, fit
from cpsprep.core.events import Confidence
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.exam import How, Phase
from fakes_exam import MINUTE, Walk, paper
from fakes_exam_screen import sat_down
from fakes_window import NARROW, WIDE


async def test_a_letter_is_the_answer_and_enter_goes_on() -> None:
    async with sat_down() as desk:
        await desk.press("b")
        assert desk.chosen == "b"
        assert "▸ b" in desk.text
        await desk.press("enter")
        assert "Question 2 of 4" in desk.text


async def test_several_letters_where_several_are_right() -> None:
    async with sat_down() as desk:
        await desk.press("enter", "c", "a")
        assert desk.chosen == "ac"
        await desk.press("a", "c")
        assert desk.chosen == ""


async def test_arrows_go_through_the_options_and_space_chooses() -> None:
    async with sat_down() as desk:
        await desk.press("space", "down", "down")
        assert desk.chosen == ""
        await desk.press("space")
        assert desk.chosen == "b"
        await desk.press("up", "up", "space")
        assert desk.chosen == "d"


async def test_a_number_goes_to_its_question() -> None:
    async with sat_down() as desk:
        await desk.press("4")
        assert "Go to question 4?" in desk.text
        await desk.press("enter")
        assert desk.exam.at == 3
        await desk.press("1", "2", "backspace", "escape")
        assert desk.exam.at == 3
        await desk.press("9", "enter")
        assert "There are questions 1 to 4." in desk.text


async def test_an_option_is_struck_out() -> None:
    async with sat_down() as desk:
        await desk.press("x", "c")
        assert "(struck out) Give money." in desk.text
        await desk.press("x", "escape")
        assert desk.exam.place.struck == ("c",)


async def test_flags_and_moves() -> None:
    async with sat_down() as desk:
        await desk.press("f", "right", "u", "left", "m")
        assert desk.exam.at == 0
        assert "flagged" in desk.text
        await desk.press("p")
        assert "This is the first question." in desk.text


async def test_the_last_question_tells_how_to_hand_it_in() -> None:
    async with sat_down() as desk:
        await desk.press("4", "enter", "right")
        assert "Ctrl+S hands it in." in " ".join(desk.text.split())


async def test_guessing_is_said_of_the_answer_and_taken_back() -> None:
    async with sat_down() as desk:
        await desk.press("g")
        assert "Choose your answer first" in desk.text
        await desk.press("b", "g")
        assert desk.exam.place.confidence is Confidence.GUESS
        assert "You are guessing." in desk.text
        await desk.press("g")
        assert desk.exam.place.confidence is None
        await desk.press("delete")
        assert desk.chosen == ""


async def test_the_content_note_comes_first() -> None:
    async with sat_down() as desk:
        await desk.press("3", "enter")
        assert "This touches on loss." in desk.text
        assert "Heavy?" not in desk.text
        await desk.press("a")
        assert desk.chosen == ""
        await desk.press("enter")
        assert "Heavy?" in desk.text


async def test_the_clock_is_quiet_and_can_be_hidden_and_asked_for() -> None:
    async with sat_down() as desk:
        assert "9 min left" in desk.text
        await desk.press("k")
        assert "min left" not in desk.text
        await desk.press("t")
        assert "9 minutes 59 seconds left." in desk.text


async def test_warnings_come_in_words() -> None:
    async with sat_down(paper(minutes=40.0)) as desk:
        await desk.wait(21 * MINUTE)
        assert "Half of the time is over: 18 minutes left." in desk.text


async def test_the_time_that_runs_out_closes_whatever_is_open() -> None:
    async with sat_down() as desk:
        await desk.press("b", "l")
        await desk.wait(11 * MINUTE)
        assert "The time is up. Every answer given by then counts." in desk.text
        assert desk.exam.ended is not None
        assert desk.exam.ended.how is How.TIME
        assert "exam-ended" in desk.log.types
        await desk.press("enter")
        assert not desk.app.is_running


async def test_a_break_hides_the_question_and_ends_by_itself() -> None:
    async with sat_down() as desk:
        await desk.press("ctrl+b")
        assert "This is your break." in desk.text
        assert "Question 1?" not in desk.text
        await desk.wait(MINUTE)
        assert "stands still for 1 minute" in desk.text
        await desk.wait(3 * MINUTE)
        assert "the clock runs again" in desk.text
        assert desk.exam.phase is Phase.ASKING


async def test_coming_back_from_a_break() -> None:
    async with sat_down() as desk:
        await desk.press("ctrl+b", "enter")
        assert desk.exam.phase is Phase.ASKING
        assert "Question 1?" in desk.text


async def test_handing_in_asks_exactly_once() -> None:
    async with sat_down() as desk:
        await desk.press("ctrl+s")
        assert "Hand it in?" in desk.text
        await desk.press("enter")
        assert not desk.exam.is_over
        await desk.press("ctrl+s", "y")
        assert desk.exam.is_over
        assert "It is handed in." in desk.text


@pytest.mark.parametrize(("key", "is_over"), [("y", True), ("enter", False)])
async def test_the_first_key_answers_however_many_come_at_once(key: str, is_over: bool) -> None:
    async with sat_down() as desk:
        await desk.press("ctrl+s")
        await desk.send_at_once(key, "y")
        assert (desk.exam.is_over, desk.app.failure) == (is_over, None)


async def test_handing_in_when_the_time_runs_out_is_a_time_out() -> None:
    async with sat_down() as desk:
        await desk.press("ctrl+s")
        await desk.wait(11 * MINUTE)
        assert "The time is up." in desk.text


async def test_the_overview_names_what_is_open() -> None:
    async with sat_down() as desk:
        await desk.press("b", "l")
        assert "Without an answer: 2 to 4." in desk.text


async def test_leaving_is_noted() -> None:
    async with sat_down() as desk:
        await desk.press("q")
        assert not desk.app.is_running
        assert desk.log.events[-1].fact.payload["left"] is True


async def test_when_the_disk_refuses_it_says_so_and_stays() -> None:
    async with sat_down() as desk:
        desk.log.broken = UnreadableError("the disk is full", "make room")
        await desk.press("b")
        assert "The disk is full. Make room." in desk.text
        await desk.press("q")
        assert "To leave all the same, press q again." in desk.said
        await desk.wait(11 * MINUTE)
        assert "The disk is full." in desk.text
        await desk.press("q")
        assert not desk.app.is_running


async def test_a_click_chooses() -> None:
    async with sat_down() as desk:
        await desk.click("Make a plan.")
        assert desk.chosen == "b"
        await desk.click("help")
        assert "Keys" in desk.text


async def test_a_window_that_is_too_small_says_so() -> None:
    async with sat_down() as desk:
        await desk.resize(30, 10)
        await desk.press("b")
        assert desk.chosen == ""
        assert "To go on, make it" in desk.said
        await desk.resize(*NARROW)
        assert "1 of 4" in desk.text
        await desk.press("b")
        assert desk.chosen == "b"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_nothing_is_wider_than_the_window(size: tuple[int, int]) -> None:
    async with sat_down(size=size) as desk:
        await desk.press("f", "b")
        assert max(map(len, desk.text.splitlines())) <= size[0]
        assert "min" in desk.text


async def test_long_text_scrolls() -> None:
    async with sat_down(size=(40, 12)) as desk:
        before = desk.text
        await desk.press("pagedown")
        assert desk.text != before
        await desk.press("home")
        assert desk.text == before


def everywhere() -> list[Walk]:
    walks = [Walk.of() for _ in Phase]
    walks[1].do(act.GoTo(3))
    walks[2].do(act.Pause())
    walks[3].do(act.Submit())
    walks[4].do(act.Submit())
    walks[4].do(act.Confirm())
    return walks


@pytest.mark.parametrize("walk", everywhere(), ids=lambda walk: walk.exam.phase.name)
@pytest.mark.parametrize("width", [38, 50, 78, 120])
def test_the_footer_fits(walk: Walk, width: int) -> None:
    shown = fit(exam_footer(walk.exam), width)

    assert sum(len(key.text) + GAP for key in shown) - GAP <= width


def test_help_names_breaks_only_where_there_are_some() -> None:
    with_breaks, without = Walk.of(), Walk.of(paper(break_minutes=0.0))

    assert "Ctrl+B" in [block.letter for block in exam_help(with_breaks.exam)]
    assert "Ctrl+B" not in [block.letter for block in exam_help(without.exam)]
