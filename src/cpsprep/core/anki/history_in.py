"""Reviews made in Anki as events: the same row of Anki's review log gives the same event on every machine.

An event is made of the file alone, never of the machine that reads it: merging two logs that both took in
a row would otherwise find two events of one id that differ. So the study day comes from the time zone in
which the collection was made (Anki keeps no other), and no version is named.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from typing import Final, NamedTuple

from cpsprep.core.anki.note import NoteType, guid
from cpsprep.core.days import ROLLOVER_HOUR
from cpsprep.core.events import FROM_ANKI, Event, EventId, EventType, Fact, Mode
from cpsprep.core.history import CardKey
from cpsprep.core.item import BankId, CardId, ItemId, ItemKey
from cpsprep.core.sm2 import PASS

NEAR_MS: Final = 1000
"""A row this shortly after an answer given here is that answer; see `core.anki.history_out`."""
GRADES: Final[Mapping[int, int]] = {1: 1, 2: 3, 3: 4, 4: 5}
"""Grades by Anki's buttons (design 6)."""
_NAMESPACE: Final = bytes.fromhex("1f0b6a5ca7e45cb5a3d1c2f5f07f4f1e")
_CRAMMED: Final = 3
"""Anki's kind of a review in a filtered deck; without an ease factor it did not touch the schedule."""
_DAY_MS: Final = 86_400_000
_MINUTE_MS: Final = 60_000


class AnkiReview(NamedTuple):
    """A row of Anki's review log: when (ms since 1970), of which card, which button, what it was, how long.

    A named tuple, since a collection holds very many.
    """

    row: int
    guid: str
    ordinal: int
    ease: int
    kind: int
    factor: int
    ms: int


@dataclass(frozen=True, slots=True)
class AnkiHistory:
    """What a file of Anki tells.

    Args:
        reviews: those of our cards, in their order.
        offset_min: minutes that the collection's time zone is ahead of UTC.
        cards: our cards in the file.
        unknown: cards on our note types that no bank in use has.
        foreign: cards of anything else.
    """

    reviews: Sequence[AnkiReview]
    offset_min: int
    cards: int = 0
    unknown: int = 0
    foreign: int = 0


class OurNote(NamedTuple):
    """The item behind a note in Anki, and the note type that its GUID stands for."""

    bank: BankId
    item: ItemId
    type: NoteType


class LoggedAnswer(NamedTuple):
    """An answer that the log holds, taken back or not."""

    id: EventId
    device: str
    card: CardKey
    at_ms: int
    offset_min: int
    study_day: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """What the reviews of a file are to a log.

    Args:
        events: reviews that the log lacks.
        known: reviews that it took in before.
        own: answers given in cpsprep, which an export took to Anki.
        resets: rows that are no answers, such as a card set back or put to another date by hand.
        later: reviews of a study day that has not begun here.
    """

    events: tuple[Event, ...] = ()
    known: int = 0
    own: int = 0
    resets: int = 0
    later: int = 0


def our_notes(items: Iterable[ItemKey]) -> dict[str, OurNote]:
    """The notes of these items by GUID, of every note type: an item may have been of another kind before."""
    return {guid(bank, kind, item): OurNote(bank, item, kind) for bank, item in items for kind in NoteType}


def sort_out(
    history: AnkiHistory,
    notes: Mapping[str, OurNote],
    logged: Sequence[LoggedAnswer],
    now_ms: int,
    today: int,
) -> Incoming:
    """Say of each review what it is to the log."""
    known = {one.id for one in logged}
    own = _own_times(logged)
    events: list[Event] = []
    counts = {"known": 0, "own": 0, "resets": 0, "later": 0}
    for review in history.reviews:
        note = notes[review.guid]
        id_ = _id(f"{review.guid}\n{review.ordinal}\n{review.row}")
        day = (review.row + (history.offset_min - ROLLOVER_HOUR * 60) * _MINUTE_MS) // _DAY_MS
        if review.ease not in GRADES:
            counts["resets"] += 1
        elif id_ in known:
            counts["known"] += 1
        elif _is_own((note.bank, card_of(note, review.ordinal)), review.row, own):
            counts["own"] += 1
        elif review.row > now_ms or day > today:
            counts["later"] += 1
        else:
            known.add(id_)
            fact = _fact(id_, review, note)
            events.append(
                Event(fact, review.row, FROM_ANKI, FROM_ANKI, review.row, history.offset_min, day, FROM_ANKI)
            )
    return Incoming(tuple(events), **counts)


def copies(logged: Sequence[LoggedAnswer], events: Collection[EventId]) -> Iterator[Event]:
    """Take back reviews that turn out to be answers given in cpsprep, on a machine merged since.

    Made of the review alone, so that two machines take it back with the same event. `events` are the ids of
    voids that the log holds.
    """
    own = _own_times(logged)
    for one in logged:
        if one.device == FROM_ANKI and _is_own(one.card, one.at_ms, own):
            void = Fact(_id(f"copy\n{one.id}"), EventType.VOIDED, target=one.id)
            if void.id not in events:
                yield Event(
                    void, one.at_ms, FROM_ANKI, FROM_ANKI, one.at_ms, one.offset_min, one.study_day, FROM_ANKI
                )


def card_of(note: OurNote, ordinal: int) -> CardId:
    return CardId(f"{note.item}#c{ordinal + 1}" if note.type is NoteType.CLOZE else note.item)


def _fact(id_: EventId, review: AnkiReview, note: OurNote) -> Fact:
    grade = GRADES[review.ease]
    crammed = review.kind == _CRAMMED and not review.factor
    payload: dict[str, object] = {"anki": {"ease": review.ease, "type": review.kind}}
    if review.ms > 0:
        payload["ms"] = review.ms
    return Fact(
        id=id_,
        type=EventType.ANSWERED,
        bank=note.bank,
        item=note.item,
        card=card_of(note, review.ordinal),
        mode=Mode.PRACTICE if crammed else Mode.REVIEW,
        grade=grade,
        # Nobody knows which option was in mind, so only the grade says how a choice went.
        correct=None if note.type is NoteType.CHOICE else grade >= PASS,
        payload=payload,
    )


def _own_times(logged: Iterable[LoggedAnswer]) -> dict[CardKey, list[int]]:
    """When each card was answered here, in order."""
    times: dict[CardKey, list[int]] = {}
    for one in logged:
        if one.device != FROM_ANKI:
            times.setdefault(one.card, []).append(one.at_ms)
    return {card: sorted(found) for card, found in times.items()}


def _is_own(card: CardKey, at_ms: int, own: Mapping[CardKey, list[int]]) -> bool:
    times = own.get(card, [])
    place = bisect_left(times, at_ms - NEAR_MS)
    return place < len(times) and times[place] <= at_ms


def _id(name: str) -> EventId:
    """A UUIDv5 (RFC 9562) of this name."""
    digest = int.from_bytes(sha1(_NAMESPACE + name.encode(), usedforsecurity=False).digest()[:16])
    digits = f"{digest & ~(0xF << 76) & ~(0b11 << 62) | 5 << 76 | 0b10 << 62:032x}"
    return EventId("-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])))
