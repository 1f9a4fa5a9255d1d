"""Keys that come faster than fields change: each goes where it was meant to go, and none is lost."""

import asyncio
from pathlib import Path

import pytest
from textual import events

from cpsprep.core.item import Kind
from cpsprep.core.writing.form import Form
from cpsprep.core.writing.parts import ASK
from fakes_form import Screen, opened

FRONT = "What is it called when " + "somebody says back " * 5 + "what was heard?"


async def all_done(screen: Screen) -> None:
    """Wait until no key is on its way any more."""
    for _ in range(1000):
        await screen.pilot.pause()
        if screen.app._since is None and not screen.app._waiting:
            break
    await screen.settled()


async def test_a_whole_card_in_one_go(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.send_at_once("shift+tab", "f", "tab", *FRONT, "tab", *"Reflection.")
        await all_done(screen)

        assert screen.form == Form(Kind.BASIC, {ASK: FRONT, "back": "Reflection."})


@pytest.mark.parametrize("steps", [1, 2, 3, 5, 8])
async def test_keys_that_come_in_the_midst_of_what_others_do(tmp_path: Path, steps: int) -> None:
    async with opened(tmp_path) as screen:
        for key in ("shift+tab", "f", "tab", *FRONT, "tab", *"Reflection."):
            screen.send(key)
            for _ in range(steps):
                await asyncio.sleep(0)
        await all_done(screen)

        assert screen.form == Form(Kind.BASIC, {ASK: FRONT, "back": "Reflection."})


async def test_there_and_back_again_in_one_go(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.send_at_once(
            *"One?", "tab", *"first", "tab", *"second", "shift+tab", "shift+tab", *" Two?"
        )
        await all_done(screen)

        assert screen.form == Form(texts={ASK: "One? Two?", "option.a": "first", "why.a": "second"})


async def test_what_is_pasted_waits_for_its_turn_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        for key in (*"Who?", "tab"):
            screen.send(key)
        screen.app.post_message(events.Paste("an option"))
        screen.send("tab")
        screen.send("b")
        await all_done(screen)

        assert screen.form == Form(texts={ASK: "Who?", "option.a": "an option", "why.a": "b"})


async def test_a_field_that_is_gone_holds_up_no_key_for_long(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        screen.app._since = 0.0  # as of a field that was gone before it could say that it is done
        screen.send("W")
        await all_done(screen)

        assert screen.form == Form(texts={ASK: "W"})
