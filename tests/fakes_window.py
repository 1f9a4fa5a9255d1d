"""A program on the whole screen, driven by keys and clicks, and its screen as text."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.app import App
from textual.geometry import Offset
from textual.keys import _character_to_key
from textual.pilot import Pilot

Shown = TypeVar("Shown", bound=App[None])
WIDE, NARROW = (80, 24), (40, 18)
_CHARACTERS = {"enter": "\r", "space": " ", "tab": "\t"}


@dataclass
class Window(Generic[Shown]):
    """What a test holds on to: keys go in, text comes out."""

    app: Shown
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys; Pilot's own way waits 60 ms for each, which adds up."""
        for key in keys:
            self.send(key)
            for _ in ("the application", "its screen or focus", "the binding or what follows"):
                await self.pilot._wait_for_screen()
        await self.pilot.pause()

    def send(self, key: str) -> None:
        """A key, without waiting for what it does."""
        character = key if len(key) == 1 else _CHARACTERS.get(key)
        self.app.post_message(events.Key(_character_to_key(key) if len(key) == 1 else key, character))

    async def send_at_once(self, *keys: str) -> None:
        """Keys that come faster than the screen can follow, and time for all that they do."""
        for key in keys:
            self.send(key)
        for _ in range(3):
            await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()

    async def click(self, text: str) -> None:
        """Click where this text stands on the screen."""
        rows = self.text.splitlines()
        y = next(n for n, row in enumerate(rows) if text in row)
        await self.pilot.click(offset=Offset(rows[y].index(text), y))
        await self.pilot.pause()

    @property
    def text(self) -> str:
        """The screen as a person sees it, without colour."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips) + "\n"

    @property
    def said(self) -> str:
        """The text of the screen, wherever its lines break."""
        return " ".join(self.text.split())
