"""What the form says: its keys, and failures."""

from cpsprep.app.errors import CpsprepError
from cpsprep.cli.tui.footer_keys import FooterKey

KEYS = (
    FooterKey("Tab", "next", "tab", bare=True),
    FooterKey("Ctrl+S", "save", "ctrl+s"),
    FooterKey("F1", "help", "f1"),
    FooterKey("Esc", "leave", "escape"),
    FooterKey("F2", "notes", "f2", rank=2),
    FooterKey("Ctrl+R", "remove option", "ctrl+r", rank=4),
    FooterKey("Ctrl+N", "empty it", "ctrl+n", rank=9),
)
HELP = (
    "Line by line, also for screen readers: cpsprep bank add --plain.",
    "Tab: the next field. Shift+Tab: the one before. Arrows at the end of a text do the same.",
    "Enter: the next field; in the question itself, a new line.",
    "Where words are to be chosen: Left and Right, then Space; or their first letter.",
    "Options: as you write one, room for the next one opens. Ctrl+R removes the one that you are in.",
    "Ctrl+S saves the question when nothing is missing.",
    "F2 tells all that was found: mistakes, questions that are much alike, what is missing.",
    "Esc, Ctrl+Q or Ctrl+C leaves. What you wrote is kept, and comes back with the next cpsprep bank add.",
    "Ctrl+N empties the form. Ctrl+T turns dark and light.",
)
OPENING = f"{HELP[0]} Esc leaves this form, F1 tells all keys."
RESUMED = "You began this question earlier. Go on with it, or Ctrl+N empties it."


def failure_words(error: Exception, after: str) -> str:
    """A failure as a sentence, what it means for the words, and the way out."""
    text = str(error)
    if isinstance(error, OSError) and not isinstance(error, CpsprepError):
        text = error.strerror or text
    hint = getattr(error, "hint", "")
    return f"{after}: {text.rstrip('.')}.{f' {hint[:1].upper()}{hint[1:]}.' if hint else ''}"
