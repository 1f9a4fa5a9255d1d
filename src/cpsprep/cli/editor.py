"""The learner's editor: which one it is, and how it opens a file at a line."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from cpsprep.cli.saying import quoted
from cpsprep.core.problem import Place

_BY_PLATFORM: Final[Mapping[str, tuple[str, ...]]] = {
    "win32": ("notepad",),
    "darwin": ("open -W -t", "nano", "vi"),
}
"""What a system brings along, by `sys.platform`; what is easiest to leave again comes first."""
_ELSEWHERE: Final = ("nano", "micro", "vi")
_LEAVING: Final = {
    "nano": "Save with Ctrl+O and Enter, leave with Ctrl+X.",
    "micro": "Save with Ctrl+S, leave with Ctrl+Q.",
    "vi": "To leave with your changes press Escape, then type :wq and Enter.",
    "notepad": "Save, then close its window.",
    "open": "Save, then quit it with Command+Q.",
}
_CALLED: Final = {"open": "your text editor", "notepad": "Notepad"}
_WAITING: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "subl", "zed"), ("--wait", "-w")),
    **dict.fromkeys(("gedit", "xed", "pluma", "mate"), ("--wait", "-w")),
    "gvim": ("-f", "--nofork"),
    "kate": ("--block", "-b"),
}
"""Editors that return at once unless they are told to wait: the option, and its other name."""


def chosen_editor(setting: str, environ: Mapping[str, str] = os.environ) -> str:
    """The editor that the settings name, or else the environment."""
    return setting or environ.get("VISUAL") or environ.get("EDITOR") or ""


def usual_editor(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The first of the editors that people of this system know, of those that are there."""
    usual = _BY_PLATFORM.get(platform, _ELSEWHERE)
    path = environ.get("PATH", "")
    return next((one for one in usual if shutil.which(one.partition(" ")[0], path=path)), "")


def how_to_leave(usual: str) -> str:
    """What to tell of a usual editor to somebody who did not choose it: its name, and how to leave it."""
    name = usual.partition(" ")[0]
    return f"It opens in {_CALLED.get(name, name)}. {_LEAVING[name]}"


def how_to_set(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The command that sets an editor, by example of one that is there."""
    words = usual_editor(environ, platform) or "nano"
    return f"cpsprep config set editor {quoted(words)}"


def edited(editor: str, place: Place, *, wait: bool = False) -> str:
    """Open a file at a line and wait for the editor to end; what went wrong, or nothing.

    With `wait` also one that has windows of its own is asked to end only when the file is closed.
    """
    command = editor_command(editor, place, wait=wait)
    if not command:
        return f"No editor is set. The question is at {place}. To set one: {how_to_set()}"
    try:
        done = subprocess.run(command, check=False)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        told = f"The editor '{command[0]}' did not start: {why}. The question is at {place}."
        return f"{told} To set another: {how_to_set()}"
    if done.returncode:
        return f"The editor '{command[0]}' ended with an error. The question is at {place}."
    return ""


def editor_command(
    editor: str, place: Place, *, wait: bool = False, windows: bool = os.name == "nt"
) -> list[str]:
    """The words that open a file at a line, without a shell; none where no program is named.

    `editor` may hold options and quotes, as `$EDITOR` may.
    """
    try:
        words = shlex.split(editor, posix=not windows)
    except ValueError:  # a quote that is not closed
        words = editor.split()
    words = [word.strip('"') for word in words] if windows else words
    if not words or not words[0]:
        return []
    name = Path(words[0].replace("\\", "/").rpartition("/")[2].casefold()).stem
    waiting = _WAITING.get(name, ()) if wait else ()
    if waiting and not set(waiting) & set(words):
        words.append(waiting[0])
    return [*words, *_at(name, place)]


def _at(name: str, place: Place) -> list[str]:
    match name:
        case "code" | "code-insiders" | "codium" | "cursor":
            return ["--goto", f"{place.file}:{place.line}"]
        case "hx" | "subl" | "zed":
            return [f"{place.file}:{place.line}"]
        case "vi" | "vim" | "gvim" | "nvim" | "nano" | "emacs" | "emacsclient" | "micro" | "kak" | "joe":
            return [f"+{place.line}", place.file]
        case _:
            return [place.file]
