"""`cpsprep bank`: read, write, check, bring in and hand out questions."""

import json
import shutil
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.bank import coverage, handing_out, import_questions, vet, writing
from cpsprep.cli.bank.items import Wanted, chosen, every_item, named
from cpsprep.cli.options import Banks
from cpsprep.cli.saying import as_called, quoted
from cpsprep.cli.wiring import World, world
from cpsprep.core.config.settings import Ui
from cpsprep.core.item import Kind, Status

if TYPE_CHECKING:
    from cpsprep.core.lint.rule import Strictness

app = typer.Typer(help="Read, write, check, bring in and hand out questions.")

_PIPED: Final = 100
AsJson = Annotated[bool, typer.Option("--json", help="For programs.")]


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


@app.callback()
def bank() -> None:
    """Read, write, check, bring in and hand out questions."""


@app.command()
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

    --fix mends double spaces, unequal full stops, capital letters in fields, signs that nobody sees, and
    comments that ignore nothing. It shows each change, and keeps the files as they were.

    Examples:
      cpsprep bank lint
      cpsprep bank lint my-bank my-bank/first.yaml
      cpsprep bank lint --strict my-bank
      cpsprep bank lint --fix --dry-run my-bank
      cpsprep bank explain CODE
    """
    from cpsprep.adapters.bank.in_use import folder_of
    from cpsprep.adapters.bank.lint import linted_paths
    from cpsprep.cli.bank import lint_report
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
        _say(lint_report.as_github(parts, hints=hints))
    else:
        marked = here.settings.ui is not Ui.PLAIN
        words = ["cpsprep bank lint --hints", *([f"--level {asked}"] if asked else [])]
        again = as_called(" ".join([*words, *(quoted(str(one)) for one in named_paths)]))
        _say(lint_report.as_text(parts, _columns(), marked=marked, hints=hints, again=again))
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
    from cpsprep.cli.bank.fixing import mend

    mend(here, paths or here.bank_folders(), level, dry_run=dry_run)


@app.command()
def explain(
    code: Annotated[str | None, typer.Argument(help="A code that lint prints; none lists them all.")] = None,
    as_json: AsJson = False,
) -> None:
    """Explain a code that lint prints."""
    from cpsprep.cli.bank import explaining
    from cpsprep.core.lint.documentation import documentation

    if code is None:
        every = list(documentation().values())
        _say([explaining.as_json(every)] if as_json else explaining.listed(every, _columns()))
        return
    one = explaining.found(code)
    _say([explaining.as_json([one])] if as_json else explaining.as_text(one, _columns()))


@app.command("list")
def list_(
    deck: Annotated[list[str] | None, typer.Option(help="Only this deck (may be repeated).")] = None,
    domain: Annotated[list[str] | None, typer.Option(help="Only this domain.")] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help="Only this kind.")] = None,
    status: Annotated[list[Status] | None, typer.Option(help="Only this status.")] = None,
    banks: Banks = None,
    as_json: AsJson = False,
) -> None:
    """List the questions: id, kind, first words."""
    from cpsprep.cli.study.opening_words import opening_words

    wanted = Wanted(tuple(deck or ()), tuple(domain or ()), tuple(kind or ()), tuple(status or ()))
    found = chosen(world(banks).shelf(), wanted)
    if as_json:
        from cpsprep.cli.bank.item_json import short_json

        told = [short_json(item, header) for item, header in found]
        _say([json.dumps({"schema": "cpsprep.bank-list/1", "items": told}, indent=2, ensure_ascii=False)])
        return
    room = (_columns() or _PIPED) - 1
    for item, _ in found:
        head = f"{item.id} {item.kind.value}: "
        head += f"{item.scenario.id}, " if item.scenario else ""
        typer.echo(head + opening_words(item, max(20, room - len(head))))
    if not found:
        typer.echo("no question is like that", err=True)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="The question's id.")],
    banks: Banks = None,
    as_json: AsJson = False,
) -> None:
    """Show a question with its key and its reasons.

    It also tells where the question stands, how far it has come, and what it rests on.
    """
    from cpsprep.cli.bank.items import standing_of

    found = [(item, header, standing_of(item, header)) for item, header in named(world(banks).shelf(), name)]
    if as_json:
        from cpsprep.cli.bank.item_json import full_json

        told = [full_json(item, header, standing) for item, header, standing in found]
        _say([json.dumps({"schema": "cpsprep.bank-show/1", "items": told}, indent=2, ensure_ascii=False)])
        return
    from cpsprep.cli.bank.item_lines import item_lines

    for number, (item, header, standing) in enumerate(found):
        _say([""] * bool(number))
        _say(item_lines(item, header, standing, _columns()))


@app.command()
def search(
    text: Annotated[list[str], typer.Argument(help="Words; in quotation marks they must stand together.")],
    banks: Banks = None,
    as_json: AsJson = False,
) -> None:
    """Find questions by their words.

    It looks at everything a learner reads, reasons and sources too. Capitals and accents make no
    difference. Several words must all be there.

    Examples:
      cpsprep bank search listening
      cpsprep bank search "warning signs" direct
    """
    from cpsprep.core.search import search as look

    words = [word for word in text if word.strip()]
    if not words:
        raise UsageError("there is nothing to search for", "write a word, such as: listening")
    items = every_item(world(banks).shelf())
    hits = [(item, header, hit) for item, header in items if (hit := look(item, header, words))]
    if as_json:
        from cpsprep.cli.bank.item_json import short_json

        told = [
            {**short_json(item, header), "field": hit.field, "excerpt": hit.excerpt}
            for item, header, hit in hits
        ]
        whole = {"schema": "cpsprep.bank-search/1", "words": words, "items": told}
        _say([json.dumps(whole, indent=2, ensure_ascii=False)])
        return
    for item, _, hit in hits:
        typer.echo(f"{item.id} {hit.field.replace('_', ' ')}: {hit.excerpt}")
    if not hits:
        typer.echo(f"no question has {' and '.join(repr(word) for word in words)}", err=True)


@app.command()
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


app.command()(coverage.coverage)
app.command()(vet.vet)
handing_out.register(app)
writing.register(app)
app.command("import")(import_questions.import_)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _columns() -> int:
    """The width of the terminal, 0 where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
