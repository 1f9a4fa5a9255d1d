"""`cpsprep bank add`: a new question, asked for part by part, line by line, and saved when it is sound."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer

from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.bank.writing.adding import Adding
from cpsprep.cli.bank.writing.editing import Bench, bench
from cpsprep.cli.bank.writing.whose import own_folder, tell_bank
from cpsprep.cli.exam.pages import terminal_page
from cpsprep.cli.options import Banks, DryRun, Full, Plain
from cpsprep.cli.saying import as_called, quoted
from cpsprep.cli.wiring import is_full, world
from cpsprep.core.writing.scalar import writable


def add(
    deck: Annotated[str | None, typer.Argument(help="The deck's id; a new one is made if you wish.")] = None,
    banks: Banks = None,
    draft: Annotated[bool, typer.Option("--draft", help="Save it as a draft, which is not studied.")] = False,
    dry_run: DryRun = False,
    plain: Plain = False,
    full: Full = False,
) -> None:
    """Write a new question, line by line or in a form on the whole screen.

    What has to be there is asked for, the rest may be left out. What the linter would say is told at once,
    and so are questions that are much alike. What you write is kept as you type it: after q, Ctrl+C or a
    crash, give the command again to go on where you were, in either way.

    Examples:
      cpsprep bank add --bank my-bank
      cpsprep bank add first-steps
      cpsprep bank add --full
    """
    from cpsprep.adapters.bank.unfinished import claimed

    here = world(banks)
    on_screen = is_full(here.settings, plain=plain, full=full)
    folder = own_folder(here, "cpsprep bank add", named=bool(banks))
    first = bench(here, folder)
    tell_bank(first)
    flags = f" --bank {quoted(shown(str(folder)))}" if banks else ""
    flags += " --draft" * draft + " --dry-run" * dry_run
    way = " --full" * full or " --plain" * plain
    done = 0
    page = terminal_page()
    drafts = here.folders.data / "bank-drafts"
    with claimed(drafts, f"add-{first.bank.header.id[:8]}") as kept:
        try:
            adding = partial(
                Adding, page=page, read=sys.stdin.readline, kept=kept, as_draft=draft, dry_run=dry_run
            )
            if on_screen:
                done = _in_a_form(adding(first), deck)
            else:
                _line_by_line(adding, lambda: bench(here, folder), deck)
        except KeyboardInterrupt:
            page.say("")
            raise
        finally:
            begun = kept.read()
            named = f" {begun.deck if begun else quoted(writable(deck))}" if deck else ""
            again = f"cpsprep bank add{named}{flags}"
            if begun is not None:
                page.say(as_called(f"What you wrote is kept. To go on with it: {again}{way}"))
            if on_screen and (begun is not None or not done):
                page.say(as_called(f"Line by line, also for screen readers: {again} --plain"))


def _line_by_line(adding: Callable[[Bench], Adding], fresh: Callable[[], Bench], deck: str | None) -> None:
    """Questions until no other is wanted."""
    wanted = adding(fresh()).one(deck)
    while wanted is not None:
        wanted = adding(fresh()).one(wanted)


def _in_a_form(adding: Adding, deck: str | None) -> int:
    """Questions of one deck, on the whole screen; how many were saved."""
    from cpsprep.cli.tui.form import run

    said = run(adding.entrance(deck))
    for words in said:
        told, _, as_written = words.partition("\n")
        adding.say(told)
        if as_written:
            adding.show(as_written)
    return len(said)
