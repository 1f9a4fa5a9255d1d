"""`cpsprep aside`: the questions that were set aside, and how they come back."""

from typing import Annotated

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.telling import one_line
from cpsprep.cli.wiring import world
from cpsprep.core.events import EventType, Fact
from cpsprep.core.history import CardKey
from cpsprep.core.item import Basic, Choice, Item, item_of


def aside(
    back: Annotated[
        list[str] | None, typer.Option("--return", help="Bring this question back (may be repeated).")
    ] = None,
) -> None:
    """Show the questions you set aside, or bring some back."""
    here = world()
    shelf = here.shelf()
    entries = {(entry.bank, entry.card): entry for entry in shelf.catalog().entries}
    if not back:
        with here.log() as log:
            away = sorted(log.history(here.clock.now().study_day).set_aside & entries.keys())
        if not away:
            typer.echo("Nothing is set aside.")
        for bank, card in away:
            typer.echo(f"{card}: {_opening_words(shelf.item(bank, item_of(card)))}")
        if away:
            typer.echo("To bring one back: cpsprep aside --return ID")
        return
    with here.writing_log("bringing questions back", "plain") as log:
        for name in back:
            now = here.clock.now()
            bank, card = _find(name, sorted(log.history(now.study_day).set_aside & entries.keys()))
            fact = Fact(now.ids[0], EventType.RETURNED, bank=bank, item=item_of(card), card=card)
            log.append([fact], now, {})
            typer.echo(f"{card} is back.")


def _find(name: str, away: list[CardKey]) -> CardKey:
    for key in away:
        if key[1] == name:
            return key
    known = ", ".join(card for _, card in away) or "nothing"
    raise UsageError(f"'{name}' is not set aside", f"set aside is: {known}")


def _opening_words(item: Item, most: int = 60) -> str:
    body = item.body
    text = one_line(
        body.stem if isinstance(body, Choice) else body.front if isinstance(body, Basic) else body.text
    )
    return text if len(text) <= most else f"{text[: most - 3].rstrip()}..."
