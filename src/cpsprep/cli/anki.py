"""`cpsprep anki`: the questions for Anki."""

from pathlib import Path
from typing import Annotated

import typer

from cpsprep.app.errors import UnreadableError
from cpsprep.app.export_anki import Exported, export_anki
from cpsprep.cli.saying import counted
from cpsprep.cli.wiring import world
from cpsprep.core.bank import Bank
from cpsprep.core.problem import Problem, Severity

app = typer.Typer(help="Take the questions to Anki.")


@app.callback()
def anki() -> None:
    """Take the questions to Anki."""


@app.command()
def export(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; it must end in .apkg.")
    ] = None,
    bank: Annotated[list[Path] | None, typer.Option(help="A bank's folder (may be repeated).")] = None,
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Drafts too; they get the tag cps::draft.")
    ] = False,
) -> None:
    """Write an Anki package with all questions, to import there.

    Import a later one in the same way: questions that changed are updated, new ones are added, and what you
    studied in Anki keeps its schedule.

    Examples:
      cpsprep anki export
      cpsprep anki export -o cps.apkg
    """
    from cpsprep.adapters.anki.apkg_file import apkg_file, file_name
    from cpsprep.adapters.anki.ledger_files import PublishedFiles
    from cpsprep.adapters.anki.package import AnkiPackager

    target = apkg_file(output) if output else None
    here = world(bank)
    banks = list(here.shelf().banks())
    if target is None:
        target = apkg_file(Path(file_name(banks[0].header.title if len(banks) == 1 else "cpsprep")))
    done = export_anki(
        banks,
        PublishedFiles(here.folders.data / "published", tuple(bank or ())),
        AnkiPackager(),
        target,
        at_ms=here.clock.now().at_ms,
        drafts=drafts,
    )
    if done.problems:
        _refuse(done.problems)
    if not done.notes:
        raise UnreadableError("there is no question to export", _none_because(done, drafts=drafts))
    for line in (*_told(done, target.path), *_left_out(banks, done, drafts=drafts)):
        typer.echo(line)


def _told(done: Exported, path: Path) -> list[str]:
    changes = done.changes
    first = not (changes.changed or changes.unchanged)
    return [
        f"Wrote {path}: {counted(done.notes, 'question')} on {counted(done.cards, 'card')}.",
        f"Since the last export: {changes.new} new, {changes.changed} changed, {changes.unchanged} unchanged."
        if not first
        else f"This is the first export: {changes.new} new.",
        "",
        "Next: in Anki choose File, then Import, and take this file. Leave the import options as they are.",
        "What you have studied in Anki keeps its schedule.",
    ]


def _left_out(banks: list[Bank], done: Exported, *, drafts: bool) -> list[str]:
    mistakes = {
        (problem.place.file, problem.item or problem.place.line)
        for bank in banks
        for problem in bank.problems
        if problem.severity is Severity.ERROR
    }
    lines = []
    if mistakes:
        lines.append(f"Mistakes kept {counted(len(mistakes), 'question')} out. See: cpsprep bank lint")
    if done.drafts and not drafts:
        lines.append(f"Left out: {counted(done.drafts, 'draft')}. To take drafts along: --drafts")
    if done.retired:
        lines.append(f"Left out: {counted(done.retired, 'retired question')}.")
    return ["", *lines] if lines else []


def _none_because(done: Exported, *, drafts: bool) -> str:
    if done.drafts and not drafts:
        return f"there are drafts ({done.drafts}); to take them along: --drafts"
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
