"""`cpsprep bank import`: questions from Word, spreadsheets, Moodle and others as a deck of a bank."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.cli.options import DryRun
from cpsprep.cli.saying import counted, quoted, say
from cpsprep.cli.wiring import World, world
from cpsprep.core.interchange.names import Format

if TYPE_CHECKING:
    from cpsprep.adapters.interchange.incoming import Incoming
    from cpsprep.adapters.interchange.reading import Asked
    from cpsprep.app.import_bank import Named, Plan
    from cpsprep.cli.bank.importing.area import Area
    from cpsprep.cli.bank.importing.target import Target
    from cpsprep.cli.bank.importing.words import Outcome
    from cpsprep.core.interchange.draft import Draft


def import_(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The file, or - for pasted text.")
    ] = None,
    form: Annotated[
        Format, typer.Option("--from", help="Its format, where it is not found out.")
    ] = Format.AUTO,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The deck file, made or updated.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option("--into", help="The bank's folder; made if there is none.")
    ] = None,
    domain: Annotated[
        str, typer.Option("--domain", metavar="ID", help="The bank's domain that new questions get.")
    ] = "",
    columns: Annotated[
        str, typer.Option("--map", metavar="FIELD=COLUMN,...", help="Which column of a table is which.")
    ] = "",
    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME", help="The one sheet of a workbook.")] = "",
    separator: Annotated[str, typer.Option("--sep", help="Between columns, or the sides of cards.")] = "",
    after: Annotated[str, typer.Option("--row-sep", help="Between flashcards, such as Quizlet's.")] = "",
    theirs: Annotated[bool, typer.Option("--theirs", help="Where both changed, take the file's.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Do not ask for missing keys.")] = False,
    template: Annotated[bool, typer.Option("--template", help="Print a table to fill in.")] = False,
    dry_run: DryRun = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Bring in questions that you have elsewhere.

    It reads Word and Google Docs (.docx), LibreOffice (.odt), typed lists and Markdown, spreadsheets (.xlsx,
    .ods, CSV), GIFT, Aiken, Moodle XML, quizzes of Canvas (QTI 1.2), tables for Blackboard and Brightspace,
    flashcards of Quizlet, and notes of Anki (.txt, .apkg). What a file is, is found out.

    Nothing is dropped silently: what could not be taken is told with its place and the reason. In a terminal
    you are asked for keys that are missing; otherwise these questions go into a text beside the deck.
    Pictures and sounds come along; you are asked for their words where the file has none.
    The same file brought in again updates its questions and leaves what you changed yourself.

    Examples:
      cpsprep bank import Midterm.docx --into my-bank
      cpsprep bank import questions.xlsx --map "stem=Item text,a=First,b=Second,answer=Right"
      cpsprep bank import set.txt --from cards --sep " - " --row-sep ";" -o my-bank/words.yaml
      cpsprep bank import --template > questions.csv
    """
    if template:
        from cpsprep.core.interchange.tables.delimited import template as table

        sys.stdout.write(table().replace("\r\n", "\n"))
        return
    if file is None:
        raise UsageError("there is no file to bring in", "name one, or - to paste: cpsprep bank import FILE")
    from cpsprep.adapters.interchange.incoming import take_in
    from cpsprep.cli.bank.importing.area import area_of
    from cpsprep.cli.bank.importing.asked import as_last_time, asked_of
    from cpsprep.cli.bank.importing.target import target_of

    here = world()
    asked = asked_of(form, columns, separator, after, sheet)
    if str(file) == "-" and sys.stdin.isatty():
        say("Paste the questions here, press Enter, then Ctrl+D (Windows: Ctrl+Z, then Enter).", err=True)
    incoming = take_in(file)
    target = target_of(here, incoming.stem, output, into)
    asked = as_last_time(asked, target, Path(incoming.name).name, quiet=as_json)
    done = _bring_in(
        here,
        incoming,
        file,
        asked,
        target,
        area_of(target, domain),
        ask=_asks(no_input=no_input, quiet=as_json),
        theirs=theirs,
        dry_run=dry_run,
        quiet=as_json,
    )
    if as_json:
        from cpsprep.cli.bank.importing.words import as_json as json_of

        typer.echo(json_of(done))


def _bring_in(
    here: World,
    incoming: "Incoming",
    path: Path,
    asked: "Asked",
    target: "Target",
    area: "Area",
    *,
    ask: bool,
    theirs: bool,
    dry_run: bool,
    quiet: bool,
) -> "Outcome":
    """Read, plan, ask, write and tell.

    Raises:
        KeyboardInterrupt: somebody stopped the asking; what there was is written all the same.
    """
    from cpsprep.adapters.interchange.reading import read_incoming
    from cpsprep.app.import_bank import plan_import, with_keys
    from cpsprep.cli.bank.importing.picturing import brought, with_words, wordless
    from cpsprep.cli.bank.importing.target import apart
    from cpsprep.cli.bank.importing.words import Outcome, told
    from cpsprep.core.interchange.again.naming import slug
    from cpsprep.core.interchange.settling import settled

    read = read_incoming(incoming, path, asked)
    done = settled(read.found)
    source = Path(incoming.name).name
    drafts, prefix = (*done.ready, *done.needing), slug(target.deck.stem)
    if target != (target := apart(target, drafts, source)):
        area = replace(area, of_deck="")
    if not (target.named or target.deck.exists()):
        _not_there_yet(drafts, target, path)
    standing = target.standing()
    plan = plan_import(drafts, standing, prefix, source, theirs=theirs)
    if plan.doubts and ask and not dry_run:
        agreed = _agreed(plan)
        plan = plan_import(drafts, standing, prefix, source, theirs=theirs, agreed=agreed)
        plan = replace(plan, doubts=())
    if str(path) == "-" or not drafts or read.found.partly:  # nobody says that this is all there is
        plan = replace(plan, absent=())
    media = brought(plan, standing.here, read.files, target.folder)
    outcome = Outcome(
        *(incoming.name, read.form, read.warning, done, plan, str(target.deck), dry_run),
        media=media,
        sheet=asked.sheet,
    )
    if not quiet:
        for line in told(outcome):
            say(line)
    if not (done.ready or done.needing):
        what = "no question was found in it"
        raise UnreadableError(f"{incoming.name}: {what}", "what each format looks like: docs/authoring.md")
    domain = area.for_new((*plan.added, *plan.needing), ask=ask and not dry_run)
    got, stopped = _answers(plan) if ask and not dry_run else ({}, False)
    plan = with_keys(plan, list(got.values()), standing, theirs=theirs)
    if ask and not (dry_run or stopped):
        plan, stopped = with_words(plan, standing.here, sys.stdin.readline)
    media = replace(media, wordless=wordless(plan, standing.here))
    outcome = replace(outcome, plan=plan, media=media, domain=domain, hint=area.hint(plan.added, domain))
    outcome = _write(here, target, source, outcome, done.title or incoming.stem, quiet=quiet)
    if stopped:
        raise KeyboardInterrupt
    return outcome


def _not_there_yet(drafts: "Sequence[Draft]", target: "Target", path: Path) -> None:
    """See that a file with another name is no newer form of one that the bank has.

    Raises:
        UsageError: most of its questions are in another deck already.
    """
    from cpsprep.app.import_bank import already_in

    found = already_in(drafts, {deck: known.values() for deck, known in target.imported.decks.items()})
    if found and (target.folder / found[0]).exists():
        deck = target.folder / found[0]
        update = f"cpsprep bank import {quoted(str(path))} -o {quoted(str(deck))}"
        raise UsageError(
            f"{found[1]} of the {len(drafts)} questions in {path} are in {deck} already",
            f"to bring that up to date: {update} (to have them twice: -o {quoted(str(target.deck))})",
        )


def _agreed(plan: "Plan") -> frozenset[int]:
    """The places of those that are questions of the deck with other words."""
    from cpsprep.cli.bank.importing.asking import same_ones

    return frozenset(same_ones(plan.doubts, sys.stdin.readline))


def _answers(plan: "Plan") -> "tuple[dict[str, Named], bool]":
    """The questions that got a key, by id, and whether Ctrl+C ended the asking."""
    from cpsprep.cli.bank.importing.asking import with_keys

    got: dict[str, Named] = {}
    try:
        for one in with_keys(plan.needing, sys.stdin.readline) if plan.needing else ():
            got[one.id] = one
    except KeyboardInterrupt:
        say("")
        return got, True
    return got, False


def _write(
    here: World, target: "Target", source: str, done: "Outcome", title: str, *, quiet: bool
) -> "Outcome":
    """Write deck, record and the text of questions without a key, then say what to do next."""
    from cpsprep.cli.bank.importing.key_files import spare_key_files
    from cpsprep.cli.bank.importing.saving import write

    done = write(here, target, source, done, title)
    if quiet:
        return done
    plan = done.plan
    if done.dry_run:
        say("Nothing was written: this was a dry run.")
        return done
    if target.bank is None:
        say(f"Made the bank '{title}' in {quoted(str(target.folder))}.")
    changed = len(plan.changed) + sum(bool(story.change) for story in plan.stories)
    if plan.added or changed:
        parts = [counted(len(plan.added), "new question")] if plan.added else []
        parts += [f"{changed} changed"] if changed else []
        say(f"Wrote {done.deck}: {', '.join(parts)}.")
    elif target.deck.exists():
        say(f"{done.deck} stays as it is.")
    else:
        say("No deck was written, as no question is ready.")
    for line in (*done.media.lines(str(target.folder)), *filter(None, [done.hint])):
        say(line)
    _next(target, done)
    for spare in spare_key_files(target, done):
        say(f"No key is missing any more in {spare}, so it was taken away.")
    return done


def _next(target: "Target", done: "Outcome") -> None:
    """What the linter finds in the deck, and what to do next."""
    from cpsprep.adapters.bank.lint import linted_paths
    from cpsprep.cli.bank.importing.key_files import needs_key_command
    from cpsprep.core.problem import Severity

    deck, folder = quoted(done.deck), quoted(str(Path(done.deck).parent))
    if done.plan.added or done.plan.changed:
        (part,) = linted_paths([Path(done.deck)])
        counts = [
            counted(number, severity.value)
            for severity in (Severity.ERROR, Severity.WARNING)
            if (number := sum(one.severity is severity for one in part.problems))
        ]
        if counts:
            say(f"The linter finds {' and '.join(counts)}. To see: cpsprep bank lint {deck}")
        say(f"To study it: cpsprep review --bank {folder} --new 5")
    for kept in done.kept:
        say(f"{kept} stays as it is: keys or other questions stand in it.")
    if done.needs_key:
        say(f"Questions without a key are in {done.needs_key}. Write the keys there, save it, then type:")
        say(f"  {needs_key_command(target, done)}")


def _asks(*, no_input: bool, quiet: bool) -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not no_input and not quiet


def register(app: typer.Typer) -> None:
    """Add it to the group."""
    app.command("import")(import_)
