"""The half page for a class that gets a bank: how to install cpsprep and the bank, what to type each day."""

import re
from html import escape
from textwrap import wrap
from typing import Final, NamedTuple

from cpsprep.core.export.wording import licence_words

_BLANK: Final = "______________________________"
_WIDTH: Final = 76
_ABOUT: Final = "to study with cpsprep, on your own computer."
_OWN: Final = re.compile(rf"[^\n]+\n=+\n\d+ questions? {re.escape(_ABOUT)}")
_END: Final = (
    "When you get a newer file, install it in the same way: your answers and your schedule stay. "
    "They are on your computer alone; nobody else sees them."
)


class ClassNote(NamedTuple):
    """What the page tells.

    Args:
        title: of the bank.
        version: of the bank; "" for none.
        licence: the terms; "" for none.
        questions: how many it holds.
        file: the name of the pack.
        where: where the class gets cpsprep; "" leaves a line to write on.
        page: the name of the page to practise with; "" where none was made.
    """

    title: str
    version: str
    licence: str
    questions: int
    file: str
    where: str = ""
    page: str = ""


class _Step(NamedTuple):
    """One line to read, and what is to be typed."""

    words: str
    typed: str = ""


def as_text(note: ClassNote) -> str:
    """The page as plain text, for an e-mail."""
    lines = [note.title, "=" * min(len(note.title), _WIDTH), *wrap(_about(note), _WIDTH), ""]
    for title, steps in _parts(note):
        lines.append(title)
        for number, step in enumerate(steps, 1):
            lines += wrap(step.words, _WIDTH, initial_indent=f"  {number}. ", subsequent_indent="     ")
            lines += [f"       {step.typed}"] if step.typed else []
        lines.append("")
    return "\n".join([*lines, *wrap(_END, _WIDTH), ""])


def is_text(start: str) -> bool:
    """Whether a text that begins like this is such a page."""
    return _OWN.match(start) is not None


def as_html(note: ClassNote) -> str:
    """The page to print."""
    parts = []
    for title, steps in _parts(note):
        listed = "".join(
            f"<li>{escape(step.words)}"
            + (f"<br><code>{escape(step.typed)}</code>" if step.typed else "")
            + "</li>"
            for step in steps
        )
        parts.append(f"<h2>{escape(title)}</h2><ol>{listed}</ol>")
    return (
        f"<main><h1>{escape(note.title)}</h1><p>{escape(_about(note))}</p>{''.join(parts)}"
        f"<p>{escape(_END)}</p></main>"
    )


def _about(note: ClassNote) -> str:
    number = f"{note.questions} question{'' if note.questions == 1 else 's'}"
    told = [
        f"{number} {_ABOUT}",
        f"Version {note.version}." * bool(note.version),
    ]
    return " ".join(filter(None, [*told, f"{licence_words(note.licence)}." * bool(note.licence)]))


def _parts(note: ClassNote) -> tuple[tuple[str, tuple[_Step, ...]], ...]:
    once = (
        _Step(
            "Get uv, which installs programs. Windows: press the Windows key, type powershell, press Enter, "
            "and type winget install astral-sh.uv. macOS: brew install uv. Then close that window."
        ),
        _Step(f"Get cpsprep and unpack it: {note.where or _BLANK}"),
        _Step(
            "Open a terminal in the folder that has the file pyproject.toml (Windows: click into the address "
            "bar, type powershell, press Enter), and type this; docs/install.md in that folder tells more:",
            "uv tool install .",
        ),
        _Step(
            f"Save {note.file} in your folder Downloads, and type:",
            f"cpsprep bank install ~/Downloads/{note.file}",
        ),
    )
    daily = (
        _Step(
            "Study 15 minutes or so; these questions come before others. Every answer is saved at once; "
            "q stops.",
            "cpsprep review",
        ),
        _Step("See how it goes:", "cpsprep stats"),
    )
    phone = (_Step(f"Open {note.page} in its browser. It works without the internet and keeps no schedule."),)
    parts = (("Once", once), ("Each day", daily))
    return (*parts, ("Only a phone?", phone)) if note.page else parts
