"""What fields of forms have in common: keys leave them."""

from textual.message import Message
from textual.widget import Widget


class FormField(Widget):
    """A field of a form."""

    class Left(Message):
        """The field is left: `by` 1 goes to the next one, -1 to the one before."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def leave(self, by: int) -> None:
        """Go on to another field."""
        self.post_message(self.Left(by))
