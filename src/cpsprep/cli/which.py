"""The filters of commands that hand questions out, to Anki, to a file or onto paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.bank.looking.items import closest
from cpsprep.core.item import Status
from cpsprep.core.planning.selection import Selection, unknown_words
from cpsprep.core.which import Which

if TYPE_CHECKING:
    from cpsprep.adapters.bank.shelf import BankShelf

Decks = Annotated[list[str] | None, typer.Option("--deck", help="Only this deck file's (may be repeated).")]
Domains = Annotated[list[str] | None, typer.Option("--domain", help="Only this domain's (may be repeated).")]
Tags = Annotated[list[str] | None, typer.Option("--tag", help="Only with this tag (may be repeated).")]
Statuses = Annotated[
    list[Status] | None, typer.Option("--status", help="Only with this status (may be repeated).")
]
Drafts = Annotated[bool, typer.Option("--drafts", help="Drafts too.")]


def which_of(
    shelf: "BankShelf",
    *,
    decks: Sequence[str] | None,
    domains: Sequence[str] | None,
    tags: Sequence[str] | None,
    statuses: Sequence[Status] | None,
    drafts: bool,
) -> Which:
    """The filters, once it is known that each can match something.

    Raises:
        UsageError: a filter names what no question has.
        UnreadableError: a bank cannot be read.
    """
    which = Which(tuple(decks or ()), tuple(domains or ()), tuple(tags or ()), tuple(statuses or ()), drafts)
    selection = Selection(which.decks, which.domains, which.tags)
    if any((which.decks, which.domains, which.tags)):
        for unknown in unknown_words(selection, shelf.catalog().entries):
            raise UsageError(
                f"no question has the {unknown.filter} '{unknown.word}'",
                closest(unknown.word, unknown.known),
            )
    return which
