"""How a field is left: keys of the next one that arrive here meanwhile are handed on to it."""

from textual import events
from textual.message import Message
from textual.widget import Widget


class HandingOn(Widget):
    """A field that is left by keys; over a slow line many come at once."""

    class Left(Message):
        """The field is left: `by` 1 goes to the next one, -1 to the one before."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    _held: list[events.Key] | None = None

    def is_held(self, event: events.Key) -> bool:
        """Whether the key is for the next field, and waits for it."""
        if self._held is not None:
            self._held.append(event)
        return self._held is not None

    def leave(self, by: int) -> None:
        """Go on to another field."""
        self._held = []
        self.post_message(self.Left(by))

    def on_blur(self) -> None:
        """The next field has the keys from here on."""
        held, self._held = self._held or (), None
        for event in held:
            self.app.post_message(events.Key(event.key, event.character))
