"""The commands of `cpsprep bank` that show what is in banks and write nothing."""

import json
from typing import Annotated, Final

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.bank.looking import coverage, differing, flags
from cpsprep.cli.bank.looking.items import Wanted, chosen, every_item, named
from cpsprep.cli.bank.printed import columns, say
from cpsprep.cli.options import AsJson, Banks
from cpsprep.cli.saying import counted
from cpsprep.cli.wiring import world
from cpsprep.core.item import Kind, Status
from cpsprep.core.planning.selection import STUDIED

_PIPED: Final = 100


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
    here = world(banks)
    found = chosen(here.shelf(), wanted)
    if as_json:
        from cpsprep.cli.bank.looking.item_json import short_json

        told = [short_json(item, header) for item, header in found]
        say([json.dumps({"schema": "cpsprep.bank-list/1", "items": told}, indent=2, ensure_ascii=False)])
        return
    room = (columns() or _PIPED) - 1
    for item, _ in found:
        rest = f", {item.status.value}" if item.status not in STUDIED else ""
        head = f"{item.id} {item.kind.value}{rest}: "
        head += f"{item.scenario.id}, " if item.scenario else ""
        typer.echo(head + opening_words(item, max(20, room - len(head))))
    titles = " and ".join(header.title for header in here.shelf().catalog().headers)
    number = f"{counted(len(found), 'question')} of {titles}" if found else "no question is like that"
    typer.echo(number if here.settings.banks else f"{number}; for another bank: --bank my-bank", err=True)


def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="The question's id.")],
    banks: Banks = None,
    as_json: AsJson = False,
) -> None:
    """Show a question with its key and its reasons.

    It also tells where the question stands, how far it has come, and what it rests on.
    """
    from cpsprep.cli.bank.looking.items import standing_of

    found = [(item, header, standing_of(item, header)) for item, header in named(world(banks).shelf(), name)]
    if as_json:
        from cpsprep.cli.bank.looking.item_json import full_json

        told = [full_json(item, header, standing) for item, header, standing in found]
        say([json.dumps({"schema": "cpsprep.bank-show/1", "items": told}, indent=2, ensure_ascii=False)])
        return
    from cpsprep.cli.bank.looking.item_lines import item_lines

    for number, (item, header, standing) in enumerate(found):
        say([""] * bool(number))
        say(item_lines(item, header, standing, columns()))


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
        from cpsprep.cli.bank.looking.item_json import short_json

        told = [
            {**short_json(item, header), "field": hit.field, "excerpt": hit.excerpt}
            for item, header, hit in hits
        ]
        whole = {"schema": "cpsprep.bank-search/1", "words": words, "items": told}
        say([json.dumps(whole, indent=2, ensure_ascii=False)])
        return
    for item, _, hit in hits:
        typer.echo(f"{item.id} {hit.field.replace('_', ' ')}: {hit.excerpt}")
    if not hits:
        typer.echo(f"no question has {' and '.join(repr(word) for word in words)}", err=True)


def register(app: typer.Typer) -> None:
    """Add them to the group."""
    app.command("list")(list_)
    app.command()(show)
    app.command()(search)
    app.command()(coverage.coverage)
    app.command()(differing.diff)
    app.command()(flags.flags)
