"""`cpsprep bank import`: questions from Word, spreadsheets, Moodle and others as a deck of a bank."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.options import DryRun
from cpsprep.cli.saying import say
from cpsprep.cli.wiring import world
from cpsprep.core.interchange.names import Format


def import_(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The file, or - for pasted text.")
    ] = None,
    format_: Annotated[
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
    from cpsprep.cli.bank.importing.asked import asked_of
    from cpsprep.cli.bank.importing.bringing import Order, bring_in
    from cpsprep.cli.bank.importing.target import target_of

    here = world()
    asked = asked_of(format_, columns, separator, after, sheet)
    if str(file) == "-" and sys.stdin.isatty():
        say("Paste the questions here, press Enter, then Ctrl+D (Windows: Ctrl+Z, then Enter).", err=True)
    incoming = take_in(file)
    target = target_of(here, incoming.stem, output, into)
    order = Order(
        *(file, asked),
        theirs=theirs,
        dry_run=dry_run,
        ask=not (no_input or as_json or dry_run) and sys.stdin.isatty() and sys.stdout.isatty(),
        quiet=as_json,
    )
    done = bring_in(here, incoming, order, target, area_of(target, domain))
    if as_json:
        from cpsprep.cli.bank.importing.words import as_json as json_of

        typer.echo(json_of(done))


def register(app: typer.Typer) -> None:
    """Add it to the group."""
    app.command("import")(import_)
