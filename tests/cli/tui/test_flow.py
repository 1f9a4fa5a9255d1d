"""A sitting in the full screen, driven by keys and clicks."""

import pytest

from cpsprep.core.item import Body, Kind
from cpsprep.core.sitting.session import Phase
from fakes_study import BASIC, CLOZE, choice, question, questions, truefalse
from fakes_tui import opened
from fakes_window import NARROW, WIDE


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_letter_selects_enter_answers_and_enter_goes_on(size: tuple[int, int]) -> None:
    async with opened(*questions(2), size=size) as screen:
        await screen.press("a")
        assert "▸ a  Listen to her." in screen.text
        assert screen.types == []
        await screen.press("enter")
        assert "✓ Right." in screen.text
        assert screen.types == ["answered"]
        await screen.press("enter")
        assert screen.session.phase is Phase.ASKING
        assert screen.session.asked == 2


@pytest.mark.parametrize(
    ("key", "confidence", "grade"), [("g", "guess", 2), ("s", "sure", 5), ("enter", None, 4)]
)
async def test_guess_and_sure_stand_in_place_of_enter(key: str, confidence: str | None, grade: int) -> None:
    async with opened(question()) as screen:
        await screen.press("a", key)
        assert screen.log.facts[0].payload.get("confidence") == confidence
        assert screen.log.facts[0].grade == grade


@pytest.mark.parametrize(("keys", "chosen"), [(["down"], ["a"]), (["down", "down"], ["b"]), (["up"], ["d"])])
async def test_arrows_select_as_well(keys: list[str], chosen: list[str]) -> None:
    async with opened(question()) as screen:
        await screen.press(*keys, "enter")
        assert screen.log.facts[0].payload["chosen"] == chosen


async def test_letters_and_space_mark_several() -> None:
    async with opened(question(body=choice(kind=Kind.MULTIPLE, answer=("a", "c")))) as screen:
        await screen.press("a", "b", "c", "up", "space")
        assert " [x] a  Listen" in screen.text
        assert "▸[ ] b  Make" in screen.text
        assert " [x] c  Give" in screen.text
        await screen.press("enter")
        assert "✓ Right." in screen.text


@pytest.mark.parametrize("body", [BASIC, CLOZE])
async def test_a_hidden_side_is_shown_and_then_judged(body: Body) -> None:
    async with opened(question(body=body)) as screen:
        await screen.press("a", "4")
        assert "Answer:" not in screen.text
        await screen.press("space")
        assert "Answer:" in screen.text
        await screen.press("enter")
        assert "Press a to b first" in screen.text
        await screen.press("b", "enter")
        assert "→ Not yet" in screen.text
        assert screen.log.facts[0].grade == 1


async def test_enter_without_a_selection_says_what_to_press() -> None:
    async with opened(question(body=truefalse())) as screen:
        await screen.press("enter")
        assert "Press a to b first, then Enter." in screen.text
        assert screen.types == []


async def test_digits_change_a_grade_only_after_c() -> None:
    async with opened(question()) as screen:
        await screen.press("a", "enter", "2")
        assert screen.types == ["answered"]
        await screen.press("c", "2")
        assert screen.types == ["answered", "voided", "answered"]
        assert screen.log.facts[-1].grade == 3
        await screen.press("c", "down", "down", "down", "enter")
        assert screen.log.facts[-1].grade == 4


async def test_undo_brings_the_question_back_also_from_the_next_one() -> None:
    async with opened(*questions(2)) as screen:
        await screen.press("b", "enter", "enter", "ctrl+z")
        assert "Taken back. Here it is again." in screen.text
        assert screen.types == ["answered", "voided"]
        assert screen.session.asked == 1
        await screen.press("u")
        assert "There is nothing to take back." in screen.text


@pytest.mark.parametrize("key", ["d", "-"])
async def test_a_content_note_comes_first_and_lets_the_question_wait(key: str) -> None:
    async with opened(question(content_note="This touches on loss."), question("q-2")) as screen:
        assert "This touches on loss." in screen.text
        assert "What comes FIRST?" not in screen.text
        await screen.press(key)
        assert screen.types == ["skipped"]
        assert "Left until tomorrow." in screen.text


async def test_setting_aside_says_how_to_bring_it_back() -> None:
    async with opened(*questions(2)) as screen:
        await screen.press("@")
        assert "set-aside" in screen.types
        assert "cpsprep aside --return q-1" in screen.text


async def test_a_double_press_does_not_skip_the_feedback() -> None:
    async with opened(*questions(2), quiet=0.15) as screen:
        await screen.press("a", "enter", "enter")
        assert "✓ Right." in screen.text
        screen.watch.at = 0.16
        await screen.press("enter")
        assert "✓ Right." not in screen.text


@pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+q"])
async def test_quitting_in_the_middle_keeps_what_was_answered(key: str) -> None:
    async with opened(*questions(2)) as screen:
        await screen.press("a", "enter", "enter", "b", key)
        assert screen.types == ["answered", "seen"]
        assert screen.session.phase is Phase.DONE
        assert not screen.app.is_running


async def test_ctrl_c_also_leaves_from_a_dialog() -> None:
    async with opened(question()) as screen:
        await screen.press("?", "ctrl+c")
        assert screen.session.phase is Phase.DONE


async def test_the_last_screen_says_what_comes_tomorrow_and_can_be_undone() -> None:
    async with opened(question(), summary=lambda: ["Tomorrow: 12 to review."]) as screen:
        await screen.press("a", "enter", "enter")
        assert "Tomorrow: 12 to review." in screen.text
        await screen.press("u")
        assert screen.session.phase is Phase.ASKING
        await screen.press("a", "enter", "enter", "enter")
        assert not screen.app.is_running


async def test_without_a_summary_the_screen_closes_at_the_end() -> None:
    async with opened(question()) as screen:
        await screen.press("a", "enter", "enter")
        assert not screen.app.is_running


async def test_a_click_selects_and_a_second_one_answers() -> None:
    async with opened(question()) as screen:
        await screen.click("Make a plan.")
        assert "▸ b" in screen.text
        await screen.click("Make a plan.")
        assert screen.log.facts[0].payload["chosen"] == ["b"]
        await screen.click("more")
        assert "Source:" in screen.text
        await screen.click("undo")
        assert screen.types == ["answered", "voided"]
