"""When something fails in the full screen: a full disk, an editor, and what nobody foresaw."""

import errno
import os
import signal

import pytest

from cpsprep.app.errors import UnreadableError
from cpsprep.cli.tui.app import ReviewApp
from cpsprep.core.bank import BankHeader
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.question import Question
from cpsprep.core.sitting.session import Phase
from fakes_study import FakeExtras, question, questions
from fakes_tui import opened

FULL_DISK = OSError(errno.ENOSPC, "No space left on device")


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


async def test_a_summary_that_cannot_be_made_is_told() -> None:
    def broken() -> list[str]:
        raise UnreadableError("the bank is gone")

    async with opened(question(), summary=broken) as screen:
        await screen.press("a", "enter", "enter")
        assert "The bank is gone." in screen.text


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


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without telling it")
async def test_a_process_that_is_ended_leaves_the_screen_first() -> None:
    async with opened(question()) as screen:
        signal.raise_signal(signal.SIGTERM)
        await screen.pilot.pause()
        assert (screen.app.ended, screen.app._exit) == (True, True)
