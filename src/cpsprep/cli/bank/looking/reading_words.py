"""How a question was read, in a line or two: by whom, how, and what came of it."""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.item import Item, Status
from cpsprep.core.records.records import Reader, Reading, ReadingKind
from cpsprep.core.records.standing import ReadingStatus

_KINDS: Final = {
    ReadingKind.BLIND: "without the key",
    ReadingKind.OPTIONS_ONLY: "by its options alone",
    ReadingKind.FACT: "against its sources",
}

_GUESSED: Final = ("key not guessed", "key guessed")


def peer_words(item: Item, standing: ReadingStatus) -> str:
    """Whether a certified peer specialist read it: only its owner can say so, by the status."""
    if item.status is not Status.REVIEWED:
        return "not yet"
    return f"yes, {standing.by_person.date}" if standing.by_person else "yes"


def reading_lines(standing: ReadingStatus) -> Iterator[str]:
    """The readings of the text as it is now; nothing where it was never read."""
    machine = [one for one in standing.readings if one.reader is Reader.AUTOMATED]
    parts = [
        f"{sum(one.kind is kind for one in machine)} {told} ({_outcome(kind, machine)})"
        for kind, told in _KINDS.items()
        if any(one.kind is kind for one in machine)
    ]
    if parts:
        yield f"Automated readings of this version: {', '.join(parts)}."
    for one in standing.readings:
        if one.reader is Reader.PERSON:
            by = f" ({one.by})" if one.by else ""
            note = f" Note: {one.note}" if one.note else ""
            verdict = "agreed" if one.agreed and not one.defended else "disputed"
            yield f"Read by a person{by}, {one.date}: {verdict}.{note}"


def _outcome(kind: ReadingKind, readings: list[Reading]) -> str:
    ours = [one for one in readings if one.kind is kind]
    agreed = sum(one.agreed and not one.defended for one in ours)
    if kind is ReadingKind.OPTIONS_ONLY:
        return f"key guessed {agreed} of {len(ours)} times" if len(ours) > 1 else _GUESSED[agreed]
    return "agreed" if agreed == len(ours) else f"{agreed} agreed"
