"""Words that mean the same wherever a line is waited for: to stop, to take back, to be helped, yes and no."""

from typing import Final

QUIT: Final = frozenset({"q", "quit"})
UNDO: Final = frozenset({"u", "undo"})
HELP: Final = frozenset({"?", "help"})
YES: Final = frozenset({"y", "yes"})
NO: Final = frozenset({"n", "no"})
