"""Questions of a file that stand in other decks of the bank: they are left out, or nothing comes in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final

from cpsprep.app.errors import UsageError
from cpsprep.app.import_bank import Standing
from cpsprep.cli.bank.importing.change_words import listed
from cpsprep.cli.bank.importing.target import Target
from cpsprep.cli.saying import quoted
from cpsprep.core.interchange.again.elsewhere import Elsewhere, elsewhere
from cpsprep.core.interchange.again.matching import Known
from cpsprep.core.interchange.settling import Settled
from cpsprep.core.interchange.tidy import shortened

_MOST: Final = 4
"""Decks that a message names."""


def without_others(
    done: Settled, home: Target, standing: Standing, file: Path
) -> tuple[Settled, Sequence[Elsewhere]]:
    """What the file has for this deck, and its questions that stand in others.

    A deck that is still to be made leaves out what an id says to be of another one; the same words alone
    may be wanted there twice.

    Raises:
        UsageError: most of them stand in other decks, so that this is no file for a deck of its own; or all.
    """
    here, others = _known(done, home, standing)
    found = elsewhere(done.drafts, here, others) if others else {}
    left = {place: one for place, one in found.items() if one.by_id or home.deck.exists()}
    counted = list((left if home.named else found).values())
    is_most = 2 * len(counted) >= len(done.drafts) and (len(counted) > 1 or any(one.by_id for one in counted))
    if found and (len(left) == len(done.drafts) or (is_most and not home.deck.exists())):
        raise _stopped(counted, len(done.drafts), home, file)
    out = {id(one.draft) for one in left.values()}
    ready, needing = (
        tuple(one for one in drafts if id(one) not in out) for drafts in (done.ready, done.needing)
    )
    return replace(done, ready=ready, needing=needing), list(left.values())


def others_told(found: Sequence[Elsewhere], folder: PurePath, file: str) -> Iterator[str]:
    """The questions that other decks have, and how they are brought up to date there."""
    lines = [f"{one.draft.where}: {shortened(one.draft.stem)} ({one.deck})" for one in found]
    yield from listed(lines, "In other decks of the bank, so left out here")
    commands = _commands(found, folder, file) if Path(file).is_file() else []  # pasted text has no name
    yield from listed(commands, "To bring them up to date there")


def _commands(found: Sequence[Elsewhere], folder: PurePath, file: str) -> list[str]:
    return [
        f"cpsprep bank import {quoted(file)} -o {quoted(str(folder / deck))}"
        for deck in sorted({one.deck for one in found})
    ]


def _stopped(found: Sequence[Elsewhere], many: int, home: Target, file: Path) -> UsageError:
    counts = Counter(one.deck for one in found)
    decks = [f"{deck} ({counts[deck]})" for deck in sorted(counts)]
    where = ", ".join([*decks[:_MOST], *([f"and {len(decks) - _MOST} more"] if len(decks) > _MOST else [])])
    (first, *rest) = _commands(found, home.folder, str(file))
    is_named = any(one.by_id for one in found)
    twice = "empty the ids in the file" if is_named else f"-o {quoted(str(home.deck))}"
    told, way = f"in {home.folder / found[0].deck} already", f"to bring that up to date: {first}"
    if rest:
        told = f"in other decks of the bank already: {where}"
        way = f"to bring a deck up to date: {first}, and so for each"
    return UsageError(
        f"{len(found)} of the {many} questions in {file} are {told}", f"{way} (to have them twice: {twice})"
    )


def _known(
    done: Settled, home: Target, standing: Standing
) -> tuple[Sequence[Known], Mapping[str, Sequence[Known]]]:
    """What this deck has and had, and what others have: as it came, and where the file names it as it is."""
    from cpsprep.adapters.bank.deck_file import heads, read_deck_file
    from cpsprep.adapters.interchange.deck_update import questions_here

    if home.bank is None:
        return [], {}
    paths = {head.id: head.path for head in heads(home.folder)}
    where = {str(one.id): paths[one.deck] for one in home.bank.items.values() if one.deck in paths}
    others: dict[str, list[Known]] = {}
    for name, known in ((name, one) for deck in home.imported.decks.values() for name, one in deck.items()):
        if name in where and where[name].name != home.deck.name:
            others.setdefault(where[name].name, []).append(known)
    names = {draft.name for draft in done.drafts}
    for path in {where[name] for name in names if name in where and where[name].name != home.deck.name}:
        asked = questions_here(read_deck_file(path))
        others.setdefault(path.name, []).extend(
            Known(name, "", fields) for name, fields in asked.items() if name in names
        )
    here = [Known(name, "", fields) for name, fields in standing.here.items()]
    here += [one for name, one in standing.was.items() if where.get(name, home.deck).name == home.deck.name]
    return here, others
