"""Lines for a person: wrapped between words where a terminal's width is known, commands kept whole."""

import os
import re
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import Final

from cpsprep.cli.commands import COMMANDS
from cpsprep.cli.unheard import put

_PROGRAM: Final = r"""(?:"[^"]*cpsprep"|(?:\S+ -m )?[^\s"]*cpsprep)"""
_WORD: Final = r"""(?:"[^"]*"|'[^']*'|[^\s"',;]*[^\s"',;.:])"""
"""A word of a command: quoted, or without the sign that ends a sentence."""
_COMMAND: Final = re.compile(rf"{_PROGRAM}(?: {_WORD}){{1,4}}")
_HERE: Final = r"""(?:[^\s"',;]*/)?\.\.?(?= |$)"""
"""A folder that ends in a dot, which no sentence does where the command has its line to itself."""
_TO_COPY: Final = re.compile(rf"(?:^ *|(?<=: )){_PROGRAM}(?: (?:{_HERE}|{_WORD}))+(?:$|(?= \())")
"""A command behind a colon or alone on its line: somebody will copy it, however long it is."""
_TIED: Final = "\u00a0"
_FOR_SHELLS: Final = re.compile(r"[\s'()&;,|<>*?]")
"""Signs that a shell takes for its own, or parts words at."""


def as_called(text: str) -> str:
    """The text with commands as they have to be typed here."""
    called = _called() if "cpsprep " in text else "cpsprep"
    if called == "cpsprep":
        return text
    names = "|".join(entry.name for entry in COMMANDS)
    return re.sub(rf"\bcpsprep(?= (?:{names})\b)", lambda _: called, text)


@cache
def _called() -> str:
    """What to type for this program: its name where a shell finds it, else the way to it.

    CPSPREP_CALLED_AS says it for sure; `make review` sets that.
    """
    told = os.environ.get("CPSPREP_CALLED_AS", "")
    if told or shutil.which("cpsprep"):
        return told or "cpsprep"
    script = shutil.which("cpsprep", path=str(Path(sys.executable).parent))
    if script is None:
        return f"{Path(sys.executable).name} -m cpsprep"
    return quoted(os.path.relpath(script) if Path(script).is_relative_to(Path.cwd()) else script)


def quoted(path: str) -> str:
    """A path as a shell takes it."""
    return f'"{path}"' if _FOR_SHELLS.search(path) else path


def say(text: str, *, err: bool = False) -> None:
    """Print a paragraph, or with `err` say it beside what is printed; through a pipe it stays one line."""
    text = as_called(text)
    is_seen = (sys.stderr if err else sys.stdout).isatty()
    put(wrapped(text, shutil.get_terminal_size().columns) if is_seen else text, err=err)


def wrapped(text: str, width: int, indent: str = "") -> str:
    """A paragraph in lines of a width; a command that is to be typed is not broken where it can be helped.

    One to be copied stays whole also where it is longer than a line: it gets one of its own, and a terminal
    that breaks it there still gives it back in one piece. Lines after the first begin with `indent`.
    """
    import textwrap

    wrapper = textwrap.TextWrapper(
        max(1, width), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    room = width - len(indent)
    tied = _TO_COPY.sub(lambda found: found[0].replace(" ", _TIED), text)
    tied = _COMMAND.sub(lambda found: found[0].replace(" ", _TIED if len(found[0]) <= room else " "), tied)
    return wrapper.fill(tied).replace(_TIED, " ")


def counted(number: int, one: str, many: str = "") -> str:
    """`1 question`, `2 questions`; `many` where an s is not enough."""
    return f"{number} {one if number == 1 else many or one + 's'}"
