"""`cpsprep bank retire` and `cpsprep bank move`: a question out of use, or in another deck; its id stays."""

from typing import TYPE_CHECKING, Annotated

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.bank.writing.edit_checks import conclude
from cpsprep.cli.bank.writing.editing import Bench, bench_with, ids_of
from cpsprep.cli.options import Banks, DryRun
from cpsprep.cli.saying import say
from cpsprep.cli.wiring import world

if TYPE_CHECKING:
    from cpsprep.adapters.bank.deck_file import DeckFile

_LONGEST = 200


def retire(
    name: Annotated[str, typer.Argument(metavar="ID", help="Of a question.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; it is kept as a comment in the file.")],
    banks: Banks = None,
    dry_run: DryRun = False,
) -> None:
    """Take a question out of use, and keep its id taken.

    A question that learners have met is retired rather than deleted: its id must never mean another one.
    The second example brings one back.

    Examples:
      cpsprep bank retire fs-0004 --reason "the guide of 2027 says it another way"
      cpsprep bank edit fs-0004 --set status=live
    """
    from cpsprep.adapters.bank.deck_file import laid_out
    from cpsprep.adapters.bank.saving import Change
    from cpsprep.core.writing.edits import LayoutError
    from cpsprep.core.writing.fields import set_field
    from cpsprep.core.writing.retirement import noted

    why = " ".join(reason.split())[:_LONGEST]
    if not why or not why.isprintable():
        raise UsageError(
            "the reason is empty, or not plain text", 'say in a few words why, such as --reason "..."'
        )
    bench, deck, found = bench_with(world(banks), name)
    if "scenario" in found.node.fields:
        hint = f"retire its questions one by one: {', '.join(sorted(ids_of(found)))}"
        raise UsageError(f"'{found.name}' is a scenario, and has no status of its own", hint)
    status = found.node.fields.get("status")
    if status and status.value.text.strip() == "retired":
        say("It is retired already; nothing was changed.")
        return
    try:
        edit = set_field(deck.text, found.node, ["status"], "retired")
        edits = [
            noted(deck.text, found, bench.now().date(), why),
            *([edit] if edit else []),
        ]
    except LayoutError as error:
        raise laid_out(deck.path, error) from None
    conclude(bench, [Change(deck.path, deck.data, deck.edited(edits))], ids_of(found), dry_run=dry_run)


def move(
    name: Annotated[str, typer.Argument(metavar="ID", help="Of a question or a scenario.")],
    target: Annotated[str, typer.Argument(metavar="DECK", help="The deck's id, or the name of its file.")],
    banks: Banks = None,
    dry_run: DryRun = False,
) -> None:
    """Put a question into another deck of its bank, with its comments.

    Its id and learners' progress stay. It takes the domain of the new deck unless it names one itself. The
    questions of a scenario move together.

    Examples:
      cpsprep bank move fs-0002 role-and-scope
    """
    from cpsprep.adapters.bank.deck_file import laid_out
    from cpsprep.adapters.bank.saving import Change
    from cpsprep.core.writing.edits import LayoutError
    from cpsprep.core.writing.regions import own_text, put_in, region, taken_out

    bench, deck, found = bench_with(world(banks), name)
    if found.scenario:
        holder = found.scenario.fields["scenario"].value.text.strip()
        hint = f"move the scenario: cpsprep bank move {holder} {target}"
        raise UsageError(
            f"'{found.name}' belongs to the scenario '{holder}', and cannot be understood without it", hint
        )
    goal = deck_named(bench, target)
    if goal.path == deck.path:
        say("It is in that deck already; nothing was changed.")
        return
    try:
        of = region(deck.text, found)
        put = put_in(goal.text, goal.root, own_text(deck.text, of))
        out = taken_out(deck.text, of)
    except LayoutError as error:
        raise laid_out(deck.path, error) from None
    changes = [
        Change(goal.path, goal.data, goal.edited([put])),
        Change(deck.path, deck.data, deck.edited([out])),
    ]
    conclude(bench, changes, ids_of(found), dry_run=dry_run)


def deck_named(bench: Bench, name: str) -> "DeckFile":
    """The deck with this id, or with this file name.

    Raises:
        UsageError: there is none.
        UnreadableError: it cannot be edited.
    """
    from cpsprep.adapters.bank.deck_file import heads, read_deck_file
    from cpsprep.cli.bank.looking.items import closest

    known = heads(bench.folder)
    for head in known:
        if name in {head.id, head.path.name, str(head.path)}:
            return read_deck_file(head.path)
    near = closest(name, [head.id for head in known]).removesuffix("?")
    hint = f"{near}; a new deck is made with its first question: cpsprep bank add DECK"
    raise UsageError(f"there is no deck '{name}'", hint)
