"""`cpsprep anki pull`: bring reviews made in Anki home."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from cpsprep.app.errors import UnreadableError
from cpsprep.app.pull_anki import Pulled, find_reviews, pull_anki
from cpsprep.cli.options import AsJson, Banks
from cpsprep.cli.saying import counted, say
from cpsprep.cli.wiring import world
from cpsprep.core.anki.history_in import AnkiHistory


def pull(
    file: Annotated[Path, typer.Argument(help="A package (.apkg) or backup (.colpkg) made by Anki.")],
    bank: Banks = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be added.")] = False,
    as_json: AsJson = False,
) -> None:
    """Bring home what you answered in Anki.

    In Anki choose File, then Export, take the deck, and tick "Include scheduling information". Each review of
    our cards counts once, also when you pull again, on two machines, or after an export with your history.
    The file is only read.

    Examples:
      cpsprep anki pull deck.apkg
      cpsprep anki pull deck.apkg --dry-run
    """
    from cpsprep.adapters.anki.collection import HOW_TO_EXPORT
    from cpsprep.adapters.anki.collection_reviews import CollectionFile
    from cpsprep.adapters.log.imports import Imports

    here = world(bank)
    found = find_reviews(CollectionFile(file), here.shelf().catalog())
    if not found.history.cards:
        raise UnreadableError(
            f"{file} holds no card of the banks in use", _whose(found.history, HOW_TO_EXPORT)
        )
    with here.log() if dry_run else here.writing_log("pulling from Anki", "anki") as log:
        done = pull_anki(found, Imports(log), here.clock.now(), dry_run=dry_run)
    if as_json:
        typer.echo(_json(found.history, done, dry_run=dry_run))
        return
    for line in _told(found.history, done, HOW_TO_EXPORT, dry_run=dry_run):
        say(line)


def _json(history: AnkiHistory, done: Pulled, *, dry_run: bool) -> str:
    told = {
        "schema": "cpsprep.anki-pull/1",
        "dry_run": dry_run,
        "added": len(done.incoming.events),
        "known": done.incoming.known,
        "own": done.incoming.own,
        "resets": done.incoming.resets,
        "later": done.incoming.later,
        "withdrawn": done.withdrawn,
        "cards": history.cards,
        "cards_unknown": history.unknown,
        "cards_foreign": history.foreign,
    }
    return json.dumps(told)


def _told(history: AnkiHistory, done: Pulled, how: str, *, dry_run: bool) -> Iterator[str]:
    incoming = done.incoming
    added = counted(len(incoming.events), "review")
    yield f"Would add {added}; nothing was changed." if dry_run else f"{added} added."
    if incoming.known:
        yield f"Here already: {counted(incoming.known, 'review')}."
    if incoming.own:
        yield f"Answered in cpsprep, so not counted again: {counted(incoming.own, 'review')}."
    if done.withdrawn:
        copies = counted(done.withdrawn, "earlier review was", "earlier reviews were")
        yield f"{copies} an answer of yours in cpsprep, and no longer counted twice."
    if incoming.resets:
        yield f"Passed over: {counted(incoming.resets, 'change')} to due dates in Anki; these are no answers."
    if incoming.later:
        yield f"{counted(incoming.later, 'review is', 'reviews are')} dated later than now; pull again then."
    if not history.reviews:
        yield f"The file holds no reviews. If you did answer questions in Anki: {how}."
    if history.unknown:
        yield f"Left alone: {counted(history.unknown, 'card')} of a bank that is not in use; see --bank."
    if history.foreign:
        others = counted(history.foreign, "card")
        yield f"Left alone: {others} of other decks. To export this deck alone: {how}."


def _whose(history: AnkiHistory, how: str) -> str:
    if history.unknown:
        return "it holds cards of another bank; name its folder with --bank"
    return how
