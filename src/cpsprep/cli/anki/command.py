"""`cpsprep anki`: the questions for Anki."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.app.errors import UnreadableError
from cpsprep.app.export_anki import Exported, export_anki
from cpsprep.cli.anki.diff import diff
from cpsprep.cli.anki.held_out import WithoutHeldOut, held_out_lines, kept_for_mocks
from cpsprep.cli.anki.history import SUFFIX, WithHistory, history_lines, history_rows
from cpsprep.cli.anki.left_out import TaggedDrafts, left_out
from cpsprep.cli.anki.pull import pull
from cpsprep.cli.options import Banks
from cpsprep.cli.saying import counted
from cpsprep.cli.which import Decks, Domains, Statuses, Tags, which_of
from cpsprep.cli.wiring import world
from cpsprep.core.anki.tags import RETIRED
from cpsprep.core.problem import Problem
from cpsprep.core.which import Which

if TYPE_CHECKING:
    from cpsprep.adapters.anki.history_rows import HistoryRows

app = typer.Typer(help="Take the questions to Anki.")
_NEXT: Final = (
    "",
    "Next: in Anki choose File, then Import, and take this file. Leave the import options as they are.",
    "What you have studied in Anki keeps its schedule.",
)


@app.callback()
def anki() -> None:
    """Take the questions to Anki."""


@app.command()
def export(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; it must end in .apkg.")
    ] = None,
    bank: Banks = None,
    deck: Decks = None,
    domain: Domains = None,
    tag: Tags = None,
    status: Statuses = None,
    drafts: TaggedDrafts = False,
    with_history: WithHistory = False,
    without_held_out: WithoutHeldOut = False,
) -> None:
    """Write an Anki package, to import there.

    It holds all questions, or those you choose. Import a later one in the same way: questions that changed
    are updated, new ones are added, and what you studied in Anki keeps its schedule.

    Examples:
      cpsprep anki export
      cpsprep anki export -o cps.apkg
      cpsprep anki export --domain ethics --domain crisis
      cpsprep anki export --with-history
    """
    from cpsprep.adapters.anki.apkg_file import apkg_file, file_name
    from cpsprep.adapters.anki.ledger_files import PublishedFiles
    from cpsprep.adapters.anki.package import AnkiPackager
    from cpsprep.adapters.bank.media import MediaFolders
    from cpsprep.adapters.bank.shipped_bank import default_bank_folder

    target = apkg_file(output, private=with_history) if output else None
    here = world(bank)
    shelf = here.shelf()
    which = which_of(shelf, decks=deck, domains=domain, tags=tag, statuses=status, drafts=drafts)
    held_out = kept_for_mocks(here, shelf)
    if without_held_out:
        which = replace(which, without=held_out or frozenset())
    shelf.close()  # what it read for the filters: a large bank should not be in memory twice
    banks = list(shelf.banks())
    if target is None:
        name = file_name(banks[0].header.title if len(banks) == 1 else "cpsprep", SUFFIX * with_history)
        target = apkg_file(Path(name), private=with_history)
    history = history_rows(here) if with_history else None
    media = MediaFolders()
    done = export_anki(
        banks,
        PublishedFiles(here.folders.data / "published", tuple(bank or ()), default_bank_folder()),
        AnkiPackager(history=history, media=media),
        target,
        at_ms=here.clock.now().at_ms,
        which=which,
        media=media,
    )
    if done.problems:
        _refuse(done.problems)
    if not done.notes:
        raise UnreadableError("there is no question to export", _none_because(done, which))
    lines = list(left_out(banks, which, done.left_drafts, done.left_retired))
    lines += held_out_lines(banks, which, held_out, left_out=without_held_out)
    for line in (*_told(done, target.path, history), *([""] if lines else []), *lines):
        typer.echo(line)


def _told(done: Exported, path: Path, history: "HistoryRows | None") -> Iterator[str]:
    changes = done.changes
    first = not (changes.changed or changes.unchanged)
    yield f"Wrote {path}: {counted(done.notes, 'question')} on {counted(done.cards, 'card')}."
    yield (
        f"This is the first export: {changes.new} new."
        if first
        else f"Since the last export: {changes.new} new, {changes.changed} changed, "
        f"{changes.unchanged} unchanged."
    )
    if done.retired:
        yield f"{done.retired} of these {'is' if done.retired == 1 else 'are'} retired."
    yield from history_lines(history) if history else _NEXT
    if done.retired:
        yield (
            f"Then, to suspend the retired: in Browse search for tag:{RETIRED} -is:suspended, select all, "
            "and choose Cards, then Toggle Suspend."
        )


def _none_because(done: Exported, which: Which) -> str:
    if done.left_drafts and not which.statuses:
        return f"there are drafts ({done.left_drafts}); to take them along: --drafts"
    if which != Which():
        return "the filters leave nothing; to see what there is: cpsprep bank list"
    return "see what is wrong with the bank: cpsprep bank lint"


def _refuse(problems: tuple[Problem, ...]) -> None:
    """Say what would break in Anki, and leave with "findings".

    Raises:
        typer.Exit: always.
    """
    for problem in problems:
        typer.echo(f"{problem.place}: {problem.code}: {problem.message}")
        if problem.hint:
            typer.echo(f"  {problem.hint}")
    what = counted(len(problems), "problem")
    typer.echo(f"cpsprep: {what} would break things in Anki; nothing was written", err=True)
    raise typer.Exit(1)


app.command()(pull)
app.command()(diff)
