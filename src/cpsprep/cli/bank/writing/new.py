"""`cpsprep bank new`: a folder with a bank in it that can be studied at once, and is ready to be filled."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.saying import quoted, say

if TYPE_CHECKING:
    from collections.abc import Mapping

_LET_BE = frozenset({".git", ".DS_Store", "desktop.ini"})
"""What may be in a folder that counts as empty."""


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet, or empty.")],
    title: Annotated[str, typer.Option(help="What learners read.")] = "My questions",
    git: Annotated[
        bool, typer.Option("--git", help="With schema, editor settings, commit hook and README for others.")
    ] = False,
) -> None:
    """Make a bank of your own.

    It is a folder with two files: bank.yaml says what the bank is, first.yaml has one question, and examples
    of all kinds to copy from. Both are text that any editor opens.

    Examples:
      cpsprep bank new my-bank --title "Questions of our class"
      cpsprep bank new my-bank --git
    """
    from uuid import uuid4

    from cpsprep.adapters.system import expanded
    from cpsprep.core.writing.new_bank import DECK, for_git, new_bank
    from cpsprep.core.writing.scalar import writable

    title = " ".join(writable(title).split())
    if not title:
        raise UsageError("the title is empty", 'write some words, such as --title "Our questions"')
    folder = expanded(str(folder))
    _refuse_full(folder)
    _write(folder, (for_git if git else new_bank)(title, str(uuid4())))
    name = quoted(shown(str(folder.absolute())))
    say(f"Made the bank '{title}' in {name}, with one question as an example in {DECK}.")
    say(f"To add a question: cpsprep bank add --bank {name}")
    say(f"To look for mistakes: cpsprep bank lint {name}")
    say(f"To study it: cpsprep review --bank {name} --new 5")
    if git:
        say("README.md tells others how to change and add questions. Next: git init, and commit all of it.")


def _refuse_full(folder: Path) -> None:
    try:
        there = sorted(path.name for path in folder.iterdir() if path.name not in _LET_BE)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise UsageError(f"{folder} is a file", "name a folder that is not there yet") from None
    except OSError as error:
        raise UnreadableError(
            f"cannot look into {folder}: {error.strerror}", "name another folder"
        ) from error
    if "bank.yaml" in there:
        hint = f"to add to it: cpsprep bank add --bank {quoted(str(folder))}"
        raise UsageError(f"there is a bank at {folder} already", hint)
    if there:
        raise UsageError(f"{folder} is not empty: it holds {there[0]}", "name a folder that is not there yet")


def _write(folder: Path, files: "Mapping[str, str]") -> None:
    """All of the files, or none."""
    from cpsprep.adapters.whole_file import write_whole

    made: list[Path] = []
    try:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode())
            made.append(path)
    except (OSError, UnreadableError) as error:
        for path in made:
            with suppress(OSError):
                path.unlink()
        if isinstance(error, UnreadableError):
            raise
        hint = "see that its folder is yours, and that the disk has room"
        raise UnreadableError(f"{folder} cannot be made: {error.strerror or error}", hint) from error
