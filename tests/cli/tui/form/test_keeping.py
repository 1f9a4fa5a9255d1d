"""Nothing is lost: words are kept as they are typed and taken up again, whatever fails."""

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.adapters.bank.unfinished import UnfinishedFile
from cpsprep.app.errors import UnreadableError
from cpsprep.cli.bank.writing.add_desk import Desk, Look
from cpsprep.cli.tui.form.app import FormApp
from cpsprep.core.item import Kind
from cpsprep.core.writing.form import Form, form_of
from cpsprep.core.writing.parts import ASK
from fakes_bank import DECK
from fakes_form import desk, opened

CARD = Form(Kind.BASIC, {ASK: "What is it?", "back": "A thing."})
posix = pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without telling it")


def kept(at: Desk) -> Form | None:
    found = at.finish.kept.read()
    return form_of(found.said) if found else None


async def test_words_are_kept_after_a_pause(tmp_path: Path) -> None:
    at = desk(tmp_path)
    app = FormApp(at, pause=0.001)
    async with app.run_test() as pilot:
        await pilot.press("H", "i")
        for _ in range(1000):
            if kept(at) == Form(texts={ASK: "Hi"}):
                break
            await pilot.pause()
        else:
            pytest.fail("not kept")


async def test_words_are_kept_when_a_field_is_left(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        screen.send("H")
        screen.send("tab")
        for _ in range(10):
            await screen.pilot.pause()

        assert kept(screen.desk) == Form(texts={ASK: "H"})


@pytest.mark.parametrize("key", ["escape", "ctrl+q", "ctrl+c"])
async def test_who_leaves_finds_the_words_again(tmp_path: Path, key: str) -> None:
    async with opened(tmp_path) as screen:
        for one in ("H", "i", key):
            screen.send(one)
        await screen.pilot.pause()
        assert not screen.app.is_running

    async with opened(tmp_path) as screen:
        assert "You began this question earlier." in screen.text
        assert screen.form == Form(texts={ASK: "Hi"})
        await screen.press("!")
        assert "earlier" not in screen.text


@posix
@pytest.mark.parametrize("sign", ["SIGTERM", "SIGHUP"])
async def test_a_process_that_is_ended_keeps_the_words_first(tmp_path: Path, sign: str) -> None:
    async with opened(tmp_path) as screen:
        await screen.pilot.press("H", "i")
        signal.raise_signal(signal.Signals[sign])
        await screen.pilot.pause()

        assert (screen.app.ended, kept(screen.desk)) == (True, Form(texts={ASK: "Hi"}))


async def test_an_emptied_form_is_kept_no_longer(tmp_path: Path) -> None:
    async with opened(tmp_path, CARD) as screen:
        await screen.press("ctrl+n", "n")
        assert kept(screen.desk) == CARD
        await screen.press("ctrl+n", "y")
        assert (kept(screen.desk), screen.form) == (None, Form(Kind.BASIC))
        await screen.press("ctrl+n")
        assert "Throw" not in screen.text


async def test_after_saving_another_question_can_be_written_or_not(tmp_path: Path) -> None:
    async with opened(tmp_path, CARD) as screen:
        await screen.press("ctrl+s", "enter")
        assert "Saved: first-0001" in screen.text
        assert kept(screen.desk) is None
        await screen.press("enter")
        await screen.type("Two?", "tab")
        await screen.type("Yes.", "ctrl+s", "enter", "escape")

        assert not screen.app.is_running
        assert screen.deck.count("kind: basic\n    front: ") == 2
        assert len(screen.page.saved) == 2


async def test_what_is_missing_is_gone_to_instead_of_saved(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.press("ctrl+s")
        assert "There is nothing to save yet." in screen.text
        await screen.type("Which?", "tab", "A", "ctrl+s")
        assert "Before it can be saved: Option b, What is right." in screen.text
        assert screen.here == "option.b"
        assert screen.deck == DECK


async def test_what_is_wrong_is_told_with_its_field(tmp_path: Path) -> None:
    async with opened(tmp_path, Form(Kind.CLOZE, {ASK: "Nothing is is hidden."})) as screen:
        assert "Error: Text: this text hides nothing" in screen.text
        assert "Text !" in screen.text
        await screen.press("tab", "ctrl+s")
        assert "It cannot be saved like this: this text hides nothing" in screen.text
        assert screen.here == ASK


async def test_what_is_there_is_looked_at_before_the_rest_is(tmp_path: Path) -> None:
    form = Form(texts={ASK: "Which of the the two?", "option.a": "A"})
    async with opened(tmp_path, form) as screen:
        assert "Note: Question: 'the' stands twice; delete one." in screen.text
        assert "Still to fill in: Option b, What is right." in screen.text


async def test_questions_that_are_much_alike_are_shown(tmp_path: Path) -> None:
    form = Form(
        texts={ASK: "Which is best?", "option.a": "This one", "option.b": "That one"}, right=frozenset("a")
    )
    async with opened(tmp_path, form) as screen:
        assert "Much alike (100%): one-choice, 'Which is best?'" in screen.text


async def test_another_id_has_to_be_free(tmp_path: Path) -> None:
    async with opened(tmp_path, CARD) as screen:
        await screen.press("ctrl+s", "backspace")
        await screen.type("one-choice", "enter")
        assert "'one-choice' is taken" in screen.text
        await screen.type("!", "enter")
        assert "is no id" in screen.text
        await screen.press("escape")
        assert (screen.form, screen.deck) == (CARD, DECK)
        await screen.press("ctrl+s", "backspace")
        await screen.type("mine-01", "enter")
        assert "- id: mine-01" in screen.deck


async def test_a_dry_run_writes_nothing_and_a_draft_is_one(tmp_path: Path) -> None:
    async with opened(desk(tmp_path, CARD, dry_run=True)) as screen:
        await screen.press("ctrl+s", "enter")
        assert "this was a dry run" in screen.text
        assert "first.yaml would stand:" in screen.said
        assert "- id: first-0001 kind: basic front: What is it? back: A thing." in screen.said
        assert "  back: A thing." in screen.page.saved[0].splitlines()
        assert screen.deck == DECK
    async with opened(desk(tmp_path, CARD, as_draft=True)) as screen:
        await screen.press("ctrl+s", "enter")
        assert "status: draft" in screen.deck.partition("first-0001")[2]


async def test_what_somebody_else_wrote_meanwhile_stays(tmp_path: Path) -> None:
    async with opened(tmp_path, CARD) as screen:
        path = screen.desk.checks.deck.path
        path.write_text(DECK.replace("Front", "Another front") + "  # mine\n", "utf-8")
        await screen.press("ctrl+s", "enter")

        assert "Another front" in screen.deck
        assert "# mine" in screen.deck
        assert "front: What is it?" in screen.deck


async def test_a_deck_that_broke_meanwhile_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    async with opened(tmp_path, CARD) as screen:
        path = screen.desk.checks.deck.path
        path.write_text(DECK + "  - {broken\n", "utf-8")
        await screen.press("ctrl+s", "enter")

        assert "It is not saved, and your words are kept" in screen.text
        assert (screen.form, kept(screen.desk)) == (CARD, CARD)
        assert path.read_text("utf-8") == DECK + "  - {broken\n"
        path.write_text(DECK, "utf-8")
        await screen.press("ctrl+s", "enter")
        assert "Saved: first-0001" in screen.text


async def test_a_deck_that_went_away_is_told_and_not_begun_anew(tmp_path: Path) -> None:
    async with opened(tmp_path, CARD) as screen:
        path = screen.desk.checks.deck.path
        away = path.rename(path.with_suffix(".away"))
        await screen.press("ctrl+s", "enter")

        assert "is not there any more. Put it back, or leave" in " ".join(screen.text.split())
        assert (path.exists(), kept(screen.desk)) == (False, CARD)
        away.rename(path)
        await screen.press("ctrl+s", "enter")
        assert "Saved: first-0001" in screen.text


class Full(UnfinishedFile):
    """A file on a disk that is full."""

    def keep(self, deck: str, said: object) -> None:
        raise UnreadableError("add.json cannot be written: no space left on device", "make room")


async def test_a_full_disk_is_told_and_holds_nobody_back(tmp_path: Path) -> None:
    at = desk(tmp_path)
    at = replace(at, finish=replace(at.finish, kept=Full(tmp_path / "add.json")))
    async with opened(at) as screen:
        await screen.press("H", "tab")
        assert "Your words are still here, but they could not be kept" in screen.text
        await screen.press("escape")
        assert "To leave all the same and lose them, press Esc again." in " ".join(screen.text.split())
        assert screen.app.is_running
        await screen.press("escape")
        assert not screen.app.is_running


async def test_a_bank_that_went_away_is_told(tmp_path: Path) -> None:
    async with opened(tmp_path, CARD) as screen:
        (tmp_path / "small" / "bank.yaml").unlink()
        await screen.press("x")
        assert "cannot be read now" in screen.text
        await screen.press("ctrl+s")
        assert "It cannot be saved like this: the bank cannot be read now" in screen.text
        assert kept(screen.desk) == CARD.having(ASK, "xWhat is it?")


class Failing(Desk):
    """Fails in a way that nobody foresaw."""

    def look(self, form: Form) -> Look:
        raise ZeroDivisionError


async def test_what_nobody_foresaw_keeps_the_words_and_is_handed_on(tmp_path: Path) -> None:
    at = desk(tmp_path)
    apps: list[FormApp] = []

    async def write() -> None:
        async with opened(tmp_path) as screen:
            apps.append(screen.app)
            screen.page._desk = Failing(at.finish)
            screen.send("H")
            await screen.pilot.pause()
            await screen.press("ctrl+s")

    with pytest.raises(ZeroDivisionError):
        await write()
    assert isinstance(apps[0].failure, ZeroDivisionError)
    assert kept(at) == Form(texts={ASK: "H"})
