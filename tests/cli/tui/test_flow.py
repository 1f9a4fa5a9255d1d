"""A sitting in the full screen, driven by keys and clicks."""

import errno

import pytest

from cpsprep.app.errors import UnreadableError
from cpsprep.cli.tui.app import ReviewApp
from cpsprep.core import actions as act
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Body, Kind
from cpsprep.core.question import Question
from cpsprep.core.session import Phase
from fakes_study import BASIC, CLOZE, FakeExtras, choice, question, questions, truefalse
from fakes_tui import NARROW, WIDE, opened

FULL_DISK = OSError(errno.ENOSPC, "No space left on device")


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


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (UnreadableError("the log cannot be written", "make room"), "The log cannot be written. Make room."),
        (FULL_DISK, "This could not be saved: No space left on device."),
    ],
)
async def test_when_the_disk_refuses_we_say_so_and_stay(failure: Exception, words: str) -> None:
    async with opened(*questions(2)) as screen:
        screen.log.broken = failure
        await screen.press("b", "enter")
        assert words in screen.text
        assert screen.session.phase is Phase.ASKING
        screen.log.broken = None
        await screen.press("enter")
        assert words not in screen.text
        assert screen.types == ["answered"]


async def test_a_refusing_disk_does_not_hold_a_learner_back() -> None:
    async with opened(question()) as screen:
        screen.log.broken = FULL_DISK
        await screen.press("q")
        assert screen.app.is_running
        assert "press q again" in screen.text
        await screen.press("q")
        assert not screen.app.is_running


async def test_the_last_screen_says_what_comes_tomorrow_and_can_be_undone() -> None:
    async with opened(question(), summary=lambda: ["Tomorrow: 12 to review."]) as screen:
        await screen.press("a", "enter", "enter")
        assert "Tomorrow: 12 to review." in screen.text
        await screen.press("u")
        assert screen.session.phase is Phase.ASKING
        await screen.press("a", "enter", "enter", "enter")
        assert not screen.app.is_running


async def test_a_summary_that_cannot_be_made_is_told() -> None:
    def broken() -> list[str]:
        raise UnreadableError("the bank is gone")

    async with opened(question(), summary=broken) as screen:
        await screen.press("a", "enter", "enter")
        assert "The bank is gone." in screen.text


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


class Owner(FakeExtras):
    """Owns the bank, and counts how often the editor was opened."""

    edits = 0

    def header(self, question: Question) -> BankHeader:
        return BankHeader(id=question.bank, title="Mine", owned=True)

    def edit(self, question: Question) -> str:
        self.edits += 1
        return "Changes count from the next sitting on."


async def test_where_the_screen_cannot_be_handed_over_the_place_is_named() -> None:
    extras = Owner()
    async with opened(question(), extras=extras) as screen:
        await screen.press("ctrl+e")
        assert "The question is at deck.yaml:1:1." in screen.text
        assert extras.edits == 0


async def test_a_bank_that_came_along_is_not_edited() -> None:
    async with opened(question()) as screen:
        await screen.press("ctrl+e")
        assert "q-1 cannot be edited here." in screen.text


class Failing(FakeExtras):
    """Cannot say why; its reports fail in a way that nobody foresaw."""

    def why_today(self, question: Question) -> str:
        raise UnreadableError("the log went away")

    def report(self, question: Question, flag: act.Flag) -> str:
        raise ZeroDivisionError


async def test_what_nobody_foresaw_ends_the_sitting_and_is_handed_on() -> None:
    apps: list[ReviewApp] = []

    async def flag() -> None:
        async with opened(question(), extras=Failing()) as screen:
            apps.append(screen.app)
            await screen.press("f", "c", "enter", "enter")

    with pytest.raises(ZeroDivisionError):
        await flag()
    assert isinstance(apps[0].failure, ZeroDivisionError)


async def test_a_failing_look_is_told() -> None:
    async with opened(question(), extras=Failing()) as screen:
        await screen.press("i")
        assert "The log went away." in screen.text


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
