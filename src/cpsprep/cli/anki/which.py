"""Which questions a command of `cpsprep anki` is about: its filters, and what is told of those left out."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.bank.items import closest
from cpsprep.cli.saying import counted
from cpsprep.core.anki.which import Which
from cpsprep.core.bank import Bank
from cpsprep.core.item import Status
from cpsprep.core.planning.selection import Selection, unknown_words
from cpsprep.core.problem import Severity

if TYPE_CHECKING:
    from cpsprep.adapters.bank.shelf import BankShelf

Decks = Annotated[list[str] | None, typer.Option("--deck", help="Only this deck file's (may be repeated).")]
Domains = Annotated[list[str] | None, typer.Option("--domain", help="Only this domain's (may be repeated).")]
Tags = Annotated[list[str] | None, typer.Option("--tag", help="Only with this tag (may be repeated).")]
Statuses = Annotated[
    list[Status] | None, typer.Option("--status", help="Only with this status (may be repeated).")
]
Drafts = Annotated[bool, typer.Option("--drafts", help="Drafts too; they get the tag cps::draft.")]
_MOST: Final = 10


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


def left_out(banks: Sequence[Bank], which: Which, drafts: int, retired: int) -> Iterator[str]:
    """What is told of questions that are not among the chosen ones although no filter keeps them out."""
    problems = [problem for bank in banks for problem in bank.problems if problem.severity is Severity.ERROR]
    mistakes = {(problem.place.file, problem.item or problem.place.line) for problem in problems}
    if mistakes:
        yield f"Mistakes kept {counted(len(mistakes), 'question')} out. See: cpsprep bank lint"
        yield from (f"  {one.place}: {one.code}: {one.message}" for one in problems[:_MOST])
        if len(problems) > _MOST:
            yield f"  and {len(problems) - _MOST} more"
    if drafts and not which.statuses:
        yield f"Left out: {counted(drafts, 'draft')}. To take drafts along: --drafts"
    if retired and not which.statuses:
        were = "was" if retired == 1 else "were"
        yield f"Left out: {counted(retired, 'retired question')} that {were} never published."
