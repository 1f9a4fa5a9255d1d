"""`cpsprep bank add`: a new question, asked for part by part, line by line, and saved when it is sound."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.bank.writing.editing import bench, is_own
from cpsprep.cli.options import Banks, DryRun
from cpsprep.cli.saying import as_called, quoted
from cpsprep.cli.wiring import World, world

if TYPE_CHECKING:
    pass

_STOP: Final = frozenset({"q", "quit"})


def add(
    deck: Annotated[str | None, typer.Argument(help="The deck's id; a new one is made if you wish.")] = None,
    banks: Banks = None,
    draft: Annotated[bool, typer.Option("--draft", help="Save it as a draft, which is not studied.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Write a new question by answering questions.

    What has to be there is asked for, the rest may be skipped with Enter. What the linter would say is told
    at once, and so are questions that are much alike. Each line is kept as you type it: after q, Ctrl+C or a
    crash, give the command again to go on where you were.

    Examples:
      cpsprep bank add --bank my-bank
      cpsprep bank add first-steps
    """
    from cpsprep.adapters.bank.unfinished import UnfinishedFile
    from cpsprep.cli.bank.writing.adding import Adding
    from cpsprep.cli.study.plain import Page

    here = world(banks)
    folder = _own_folder(here)
    page = Page(
        out=sys.stdout,
        width=shutil.get_terminal_size().columns if sys.stdout.isatty() else 0,
        prompt="> " if sys.stdin.isatty() else "",
    )
    first = bench(here, folder)
    kept = UnfinishedFile(here.folders.data / "bank-drafts" / f"add-{first.bank.header.id[:8]}.json")
    again = f"cpsprep bank add --bank {quoted(shown(str(folder)))}" if banks else "cpsprep bank add"
    try:
        wanted = deck
        while True:
            adding = Adding(
                bench(here, folder), page, sys.stdin.readline, kept, as_draft=draft, dry_run=dry_run
            )
            wanted = adding.one(wanted)
            if wanted is None:
                break
    except KeyboardInterrupt:
        page.say("")
        raise
    finally:
        if kept.read() is not None:
            page.say(as_called(f"What you wrote is kept. To go on with it: {again}"))


def _own_folder(here: World) -> Path:
    """The one bank in use that can be written.

    Raises:
        UsageError: there are several.
        UnreadableError: there is none.
    """
    folders = here.bank_folders()
    own = [folder for folder in folders if is_own(folder)]
    if not own:
        raise UnreadableError(
            f"the bank at {folders[0]} is read-only here: it came with cpsprep, or cannot be written",
            "to make one of your own: cpsprep bank new my-bank",
        )
    if len(own) > 1:
        hint = f"name one, such as: cpsprep bank add --bank {quoted(str(own[0]))}"
        raise UsageError(f"there are {len(own)} banks in use that it could go into", hint)
    return own[0]
