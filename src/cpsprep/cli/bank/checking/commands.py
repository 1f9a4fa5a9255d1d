"""The commands of `cpsprep bank` that look for what is wrong with questions, and help an editor to."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.bank.checking.vet import vet
from cpsprep.cli.bank.printed import columns, say
from cpsprep.cli.options import AsJson
from cpsprep.cli.saying import as_called, quoted
from cpsprep.cli.wiring import World, world
from cpsprep.core.config.settings import Ui

if TYPE_CHECKING:
    from cpsprep.core.lint.rule import Strictness


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Level(StrEnum):
    """How much the linter asks of a bank."""

    BASIC = "basic"
    STRICT = "strict"


class Part(StrEnum):
    """The files that have a schema."""

    DECK = "deck"
    BANK = "bank"
    QUESTIONS = "questions"


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Folders or names of banks, or deck files."),
    ] = None,
    banks: Annotated[list[Path] | None, typer.Option("--bank", help="The same as PATH.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TEXT,
    hints: Annotated[bool, typer.Option("--hints", help="Show hints too, not only their number.")] = False,
    level: Annotated[Level | None, typer.Option(help="How strict to be; else as bank.yaml says.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="The same as --level strict.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is mechanical first.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="With --fix: write nothing.")] = False,
) -> None:
    """Find mistakes in banks.

    Errors hide a question until they are mended, warnings do not, and hints are only counted.
    Without a path it looks at the banks in use. It exits with 1 where it finds an error or a warning.

    The level basic asks what any question needs, strict all that item writers advise.
    --format github marks the lines of a pull request.

    --fix mends double spaces, capital letters in fields, signs that nobody sees, comments that ignore nothing
    and, with --strict, unequal full stops. It shows each change, and keeps the files as they were.

    Examples:
      cpsprep bank lint
      cpsprep bank lint my-bank my-bank/first.yaml
      cpsprep bank lint --strict my-bank
      cpsprep bank lint --fix --dry-run my-bank
      cpsprep bank explain CODE
    """
    from cpsprep.adapters.bank.in_use import folder_of
    from cpsprep.adapters.bank.lint import linted_paths
    from cpsprep.cli.bank.checking import lint_report
    from cpsprep.core.lint.rule import Strictness

    if strict and level is Level.BASIC:
        raise UsageError("--strict and --level basic do not go together", "leave one out")
    asked = Strictness.STRICT if strict else Strictness(level) if level else None
    here = world()
    named_paths = [folder_of(str(one), here.folders.data) for one in (*(paths or ()), *(banks or ()))]
    _mend(here, named_paths, asked, fix=fix, dry_run=dry_run, is_text=form is Format.TEXT and not as_json)
    parts = linted_paths(named_paths or here.bank_folders(), asked)
    if as_json or form is Format.JSON:
        typer.echo(lint_report.as_json(parts))
    elif form is Format.GITHUB:
        say(lint_report.as_github(parts, hints=hints))
    else:
        marked = here.settings.ui is not Ui.PLAIN
        words = ["cpsprep bank lint --hints", *([f"--level {asked}"] if asked else [])]
        again = as_called(" ".join([*words, *(quoted(str(one)) for one in named_paths)]))
        say(lint_report.as_text(parts, columns(), marked=marked, hints=hints, again=again))
    if lint_report.has_findings(parts):
        raise typer.Exit(1)


def _mend(
    here: World, paths: list[Path], level: "Strictness | None", *, fix: bool, dry_run: bool, is_text: bool
) -> None:
    if not fix:
        if dry_run:
            raise UsageError("--dry-run goes with --fix", "bank lint alone writes nothing")
        return
    if not is_text:
        raise UsageError("--fix shows changes as text", "give the command again without --fix")
    from cpsprep.cli.bank.checking.fixing import mend
    from cpsprep.cli.bank.writing.whose import refuse_shipped

    if not paths:
        refuse_shipped(here, "cpsprep bank lint --fix")
    mend(here, paths or here.bank_folders(), level, dry_run=dry_run)


def explain(
    code: Annotated[str | None, typer.Argument(help="A code that lint prints; none lists them all.")] = None,
    as_json: AsJson = False,
) -> None:
    """Explain a code that lint prints."""
    from cpsprep.cli.bank.checking import explaining
    from cpsprep.core.lint.documentation import documentation

    if code is None:
        every = list(documentation().values())
        say([explaining.as_json(every)] if as_json else explaining.listed(every, columns()))
        return
    one = explaining.found(code)
    say([explaining.as_json([one])] if as_json else explaining.as_text(one, columns()))


def schema(
    part: Annotated[Part, typer.Argument(help="Decks, bank.yaml, or questions as JSON.")] = Part.DECK,
    as_json: Annotated[bool, typer.Option("--json", help="JSON is all there is.")] = False,
) -> None:
    """Print the JSON Schema for editors.

    With it, an editor completes fields and marks mistakes while a bank is written. The one for questions
    describes what cpsprep bank export --to json writes.

    Examples:
      cpsprep bank schema > bank.schema.json
      cpsprep bank schema bank > header.schema.json
    """
    from cpsprep.core.export.json_schema import questions_schema
    from cpsprep.core.reading.schema import bank_schema, deck_schema

    del as_json
    made = {Part.DECK: deck_schema, Part.BANK: bank_schema, Part.QUESTIONS: questions_schema}[part]
    typer.echo(json.dumps(made(), indent=2, ensure_ascii=False))


def register(app: typer.Typer) -> None:
    """Add them to the group."""
    app.command()(lint)
    app.command()(explain)
    app.command()(vet)
    app.command()(schema)
