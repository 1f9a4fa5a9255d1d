"""Keys in turn: each waits until the one before has done all that it does, however fast they come.

A key that leaves a field moves the focus some messages later. Over a slow line, from a program that types
what somebody says, or where a hand is fast, the next keys would by then be in the field that is left.
"""

from collections import deque
from typing import Final

from textual import events
from textual.await_complete import AwaitComplete
from textual.dom import DOMNode

from cpsprep.cli.tui.frame import Frame

_LOST_S: Final = 2.0
"""Seconds after which a key counts as done though nobody said so; its field may be gone."""


class InTurn(Frame):
    """Lets one key in, follows it up from its field to the screen, and then lets the next one in."""

    def __init__(self, *, theme: str, colour: bool) -> None:
        super().__init__(theme=theme, colour=colour)
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._turn = 0
        self._since: float | None = None
        """When the key came that is being done, by the clock of events; None where none is."""

    async def on_event(self, event: events.Event) -> None:
        """Keys and pasted text wait for their turn; all else goes on as it comes."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if self._since is not None and event.time - self._since > _LOST_S:
            self._since = None
        await self._let_in()

    def pop_screen(self) -> AwaitComplete:
        """A dialog closes, so the key that closed it is done; nothing in the dialog can say so any more.

        What waits was meant for the dialog, such as a second Enter, and is left out.
        """
        popped = super().pop_screen()
        self._waiting.clear()
        self.call_later(self._done, self._turn)
        return popped

    async def _let_in(self) -> None:
        while self._waiting and self._since is None:
            event = self._waiting.popleft()
            self._since, self._turn = event.time, self._turn + 1
            place: DOMNode = self.focused or self.screen
            await super().on_event(event)
            # Behind what the key sends to its own field, which goes up before this does.
            self._follow(place, self._turn, behind=2)

    def _follow(self, place: DOMNode, turn: int, behind: int = 0) -> None:
        """Go up from a place to the screen, so many times behind all that waits there; then it is done."""
        if behind:
            came = place.call_later(self._follow, place, turn, behind - 1)
        elif place.parent is not self and isinstance(place.parent, DOMNode):
            came = place.parent.call_later(self._follow, place.parent, turn)
        else:
            came = False
        if not came:  # the screen has done it, or the field is gone
            self.call_later(self._done, turn)

    async def _done(self, turn: int) -> None:
        if turn == self._turn:
            self._since = None
            await self._let_in()
