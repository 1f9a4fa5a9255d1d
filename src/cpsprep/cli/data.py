"""`cpsprep data`: where the answers are; keeping, moving, checking and erasing them."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.cli.options import AsJson
from cpsprep.cli.wiring import world

app = typer.Typer(help="Keep, move, check and erase your answers.")


@app.command()
def path(*, as_json: AsJson = False) -> None:
    """Show where your answers are."""
    folders = world().folders
    places = {"log": folders.log, "backups": folders.backups, "settings": folders.settings}
    places["cache"] = folders.cache
    if as_json:
        typer.echo(json.dumps({name: str(place) for name, place in places.items()}, indent=2))
        return
    for name, place in places.items():
        typer.echo(f"{name}: {place}{'' if place.exists() else ' (not there yet)'}")


@app.command()
def backup(
    *,
    only_list: Annotated[bool, typer.Option("--list", help="List the backups, newest first.")] = False,
    as_json: AsJson = False,
) -> None:
    """Back up your answers now.

    This also happens by itself, once on every day you study. The last 14 days are kept.
    """
    from cpsprep.adapters.log.backups import Backups

    here = world()
    backups = Backups(here.folders.log, here.folders.backups)
    made = None
    if not only_list:
        _need_log(here.folders.log)
        made = backups.now(here.clock.now())
    found = backups.newest_first()
    if as_json:
        typer.echo(json.dumps({"made": made and str(made), "backups": [str(one) for one in found]}, indent=2))
    elif made:
        typer.echo(f"backed up to {made}")
    else:
        for one in found:
            typer.echo(one)
        if not found:
            typer.echo("no backup yet")


@app.command()
def restore(
    file: Annotated[Path | None, typer.Argument(help="The backup; not needed for a damaged log.")] = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Bring a backup back, or mend a damaged log.

    The present log is kept aside. A damaged log is mended from all that can be read of it and from
    the newest backup.

    Examples:
      cpsprep data restore
      cpsprep data backup --list
      cpsprep data restore /path/to/log-2026-03-01.db
    """
    from cpsprep.adapters.log.backups import Backups
    from cpsprep.adapters.log.lock import writing
    from cpsprep.adapters.log.restoring import is_damaged, restore_damaged
    from cpsprep.adapters.log.restoring import restore as bring_back
    from cpsprep.adapters.system import typed
    from cpsprep.cli.mending import tell_mended

    here = world()
    stamp = str(here.clock.now().at_ms)
    backups = Backups(here.folders.log, here.folders.backups)
    with writing(here.folders.lock, "restoring a backup"):
        if file is None:
            if not is_damaged(here.folders.log):
                raise UsageError(
                    "your log is not damaged, so say which backup should replace it",
                    "see them with: cpsprep data backup --list",
                )
            newest = next(backups.sound(), None)
            mended, kept = restore_damaged(here.folders, newest, stamp)
            tell_mended(mended, newest, kept)
            return
        if here.folders.log.exists() and not yes:
            typer.confirm(f"Replace your present answers by those in {file}?", abort=True, err=True)
        aside = bring_back(here.folders, file, stamp)
    typer.echo(f"restored {file}")
    if aside:
        typer.echo(f"what was there is kept: {aside}")
        typer.echo(f"to have its answers too: cpsprep data merge {typed(aside)}")


@app.command()
def export(
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file, or - for the screen.")],
) -> None:
    """Write all your answers to a file, as JSON Lines."""
    from cpsprep.adapters.log.merge import export as lines

    with world().log() as log:
        if str(output) == "-":
            for line in lines(log.connection):
                sys.stdout.write(line)
            return
        from cpsprep.adapters.whole_file import write_whole

        write_whole(output, "".join(lines(log.connection)).encode(), private=True)
    typer.echo(f"exported to {output}; it tells what you study, so keep it private", err=True)


@app.command()
def merge(
    files: Annotated[list[Path], typer.Argument(help="Exports, or logs of another machine.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Add the answers given on another machine.

    Nothing comes twice, and the order of merging does not matter.
    """
    from cpsprep.adapters.log.imports import Imports
    from cpsprep.adapters.log.merge import merge_files
    from cpsprep.app.pull_anki import withdraw_copies

    here = world()
    with here.writing_log("merging", "merge") as log:
        now = here.clock.now()
        log.prepare(now.study_day)
        merged = merge_files(log.connection, log.path, files)
        # An answer of the other machine may have come here before, by way of Anki.
        withdraw_copies(Imports(log), now)
    if as_json:
        typer.echo(json.dumps({"added": merged.added, "known": merged.known}))
    else:
        typer.echo(f"{merged.added} events added, {merged.known} were here already")


@app.command()
def doctor(*, as_json: AsJson = False) -> None:
    """Check that your data is well.

    One line for each thing looked at; the exit code is 1 if something is wrong.
    """
    from cpsprep.adapters.doctor import examine

    here = world()
    checks = list(examine(here.folders, here.clock.now(), here.settings.profile))
    if as_json:
        rows = [{"name": one.name, "ok": one.is_well, "text": one.text, "hint": one.hint} for one in checks]
        typer.echo(json.dumps(rows, indent=2))
    else:
        for one in checks:
            typer.echo(f"{'ok' if one.is_well else 'WRONG'}: {one.name}: {one.text}")
            if one.hint:
                typer.echo(f"  {one.hint}")
    if not all(one.is_well for one in checks):
        raise typer.Exit(1)


@app.command()
def erase(*, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Remove all that cpsprep keeps about you.

    Every answer, backup, setting and cache on this computer, after asking.
    """
    from cpsprep.adapters.erasing import erase as remove
    from cpsprep.adapters.erasing import owned
    from cpsprep.adapters.log.lock import writing

    folders = world().folders
    files = owned(folders)
    if not files:
        typer.echo("there is nothing to erase")
        return
    if not yes:
        for one in files:
            typer.echo(one, err=True)
        typer.confirm("Erase these files for good?", abort=True, err=True)
    erased = remove(folders, writing(folders.lock, "erasing") if folders.data.exists() else None)
    for one in erased.files:
        typer.echo(f"removed {one}")
    for left in erased.left:
        typer.echo(f"left {left}: other things are in it")


def _need_log(log: Path) -> None:
    from cpsprep.adapters.log.errors import told

    with told(log):
        is_there = log.exists()
    if not is_there:
        raise UnreadableError(f"there is no log yet at {log}", "answer a question first: cpsprep review")
