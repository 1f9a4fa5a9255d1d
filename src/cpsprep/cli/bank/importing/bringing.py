"""One file brought in, step by step: read, planned, told, asked about, written."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cpsprep.adapters.interchange.incoming import STDIN, Incoming
from cpsprep.adapters.interchange.reading import Asked, read_incoming
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.import_bank import Named, Plan, Standing, already_in, plan_import, with_keys
from cpsprep.cli.bank.importing.area import Area
from cpsprep.cli.bank.importing.asked import remembered
from cpsprep.cli.bank.importing.asking import ask_for_keys, same_ones
from cpsprep.cli.bank.importing.picturing import brought, with_words, wordless
from cpsprep.cli.bank.importing.saving import write
from cpsprep.cli.bank.importing.spread import without_others
from cpsprep.cli.bank.importing.target import KEYS, Target, apart
from cpsprep.cli.bank.importing.words import Outcome, nothing, told
from cpsprep.cli.bank.importing.written import tell_what_was_written
from cpsprep.cli.saying import quoted, say
from cpsprep.cli.wiring import World
from cpsprep.core.interchange.again.naming import slug
from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.settling import settled


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants with one file.

    Args:
        file: as it was named, - for standard input.
        asked: its format and columns, as typed.
        theirs: where both changed, the file's counts.
        dry_run: nothing is written.
        ask: somebody may be asked.
        quiet: nothing is said, since a program reads it.
    """

    file: Path
    asked: Asked
    theirs: bool
    dry_run: bool
    ask: bool
    quiet: bool


def bring_in(here: World, incoming: Incoming, order: Order, target: Target, area: Area) -> Outcome:
    """Read, plan, tell, ask and write.

    Raises:
        UnreadableError: nothing in the file can be taken.
        UsageError: what was typed does not fit, or its questions are in another deck.
        KeyboardInterrupt: somebody stopped the asking; what there was is written all the same.
    """
    source = Path(incoming.name).name
    asked = _as_last_time(order, target, source)
    read = read_incoming(incoming, order.file, asked)
    done = settled(read.found)
    home = apart(target, done.drafts, source)
    standing = home.standing()
    done, others = without_others(done, home, standing, order.file)
    if not (home.named or home.deck.exists()):
        _see_that_it_is_new(done.drafts, home, order.file)
    plan = _planned(done.drafts, standing, slug(target.deck.stem), source, order)
    waiting = KEYS in source  # a text of missing keys names only those
    if (
        waiting or str(order.file) == STDIN or not done.drafts or read.found.partly
    ):  # nobody says: this is all
        plan = replace(plan, absent=())
    media = brought(plan, standing.here, read.files, home.folder)
    found = Outcome(
        *(incoming.name, order.asked, read.format_, read.warning, done, plan, str(home.deck)),
        dry_run=order.dry_run,
        media=media,
        others=others,
    )
    if not order.quiet:
        for line in told(found):
            say(line)
    if not done.drafts:
        why, way_out = nothing(done)
        raise UnreadableError(f"{incoming.name}: {why}", way_out)
    area = area if home == target else replace(area, of_deck="")
    answered, stopped = _answered(found, standing, area, order)
    title = done.title or incoming.stem
    written = write(here, home, source, answered, title)
    if not order.quiet:
        tell_what_was_written(home, written, title)
    if stopped:
        raise KeyboardInterrupt
    return written


def _as_last_time(order: Order, target: Target, source: str) -> Asked:
    """What was typed, with what is remembered of the columns; that is told."""
    asked, lines = remembered(order.asked, target.imported.columns, source)
    for line in () if order.quiet else lines:
        say(line)
    return asked


def _see_that_it_is_new(drafts: Sequence[Draft], target: Target, file: Path) -> None:
    """See that a file with another name is no newer form of one that the bank has.

    Raises:
        UsageError: most of its questions are in another deck already.
    """
    found = already_in(drafts, {deck: known.values() for deck, known in target.imported.decks.items()})
    if found and (target.folder / found[0]).exists():
        deck = target.folder / found[0]
        update = f"cpsprep bank import {quoted(str(file))} -o {quoted(str(deck))}"
        raise UsageError(
            f"{found[1]} of the {len(drafts)} questions in {file} are in {deck} already",
            f"to bring that up to date: {update} (to have them twice: -o {quoted(str(target.deck))})",
        )


def _planned(drafts: Sequence[Draft], standing: Standing, prefix: str, source: str, order: Order) -> Plan:
    """The plan; where questions may be some of the deck, as somebody says who is asked."""
    plan = plan_import(drafts, standing, prefix, source, theirs=order.theirs)
    if not plan.doubts or not order.ask:
        return plan
    agreed = frozenset(same_ones(plan.doubts, sys.stdin.readline))
    plan = plan_import(drafts, standing, prefix, source, theirs=order.theirs, agreed=agreed)
    return replace(plan, doubts=())


def _answered(found: Outcome, standing: Standing, area: Area, order: Order) -> tuple[Outcome, bool]:
    """With the domain, keys and words that somebody said, and whether Ctrl+C ended the asking.

    Raises:
        UsageError: no domain is known, and the bank asks for one.
    """
    plan, stopped = found.plan, False
    domain = area.for_new((*plan.added, *plan.needing), ask=order.ask)
    if order.ask:
        got, stopped = _keys(plan.needing)
        plan = with_keys(plan, got, standing, theirs=order.theirs)
    if order.ask and not stopped:
        plan, stopped = with_words(plan, standing.here, sys.stdin.readline)
    media = replace(found.media, wordless=wordless(plan, standing.here))
    hint = area.hint(plan.added, domain)
    return replace(found, plan=plan, media=media, domain=domain, hint=hint), stopped


def _keys(needing: Sequence[Named]) -> tuple[list[Named], bool]:
    """The questions that got a key, and whether Ctrl+C ended the asking."""
    got: dict[str, Named] = {}
    try:
        if needing:
            ask_for_keys(needing, sys.stdin.readline, got)
    except KeyboardInterrupt:
        say("")
        return [*got.values()], True  # with those that were said before
    return [*got.values()], False
