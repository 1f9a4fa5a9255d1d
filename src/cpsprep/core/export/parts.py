"""What an item may have besides its question, so that each format can say what it cannot carry."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cpsprep.core.cloze import Hidden
from cpsprep.core.export.wording import segments
from cpsprep.core.item import Choice, Cloze, Item, ItemId, Kind, Status
from cpsprep.core.paragraphs import paragraphs


class Part(StrEnum):
    """A part of an item, in the words that a person reads of it."""

    ID = "ids"
    SCENARIO = "the story that several questions share"
    CONTENT_NOTE = "notes before heavy subjects"
    MEDIA = "pictures and sounds, here in words"
    WHY = "reasons of options"
    MISCONCEPTION = "the mistake that an option shows"
    EXPLANATION = "explanations"
    HINT = "hints of a cloze"
    NUMBERS = "which hidden parts belong together"
    ALL_OR_NOTHING = "that only all right options together are right"
    FIXED = "that options keep their order"
    DOMAIN = "domains"
    TOPIC = "topics"
    LEVEL = "levels"
    TAGS = "tags"
    SOURCE = "sources"
    RESTS_ON = "claims and facts"
    STATUS = "status"
    REVIEW_BY = "dates to look at it again"
    DECISION = "decisions"
    PARAGRAPHS = "paragraphs"
    BACK_ALONE = "where the back of a card ends and its explanation begins"


EVERY: Final = frozenset(Part)


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a format can hold: `carries` as such, `joins` as a part of a text. Anything else is lost."""

    carries: frozenset[Part]
    joins: frozenset[Part] = frozenset()


@dataclass(frozen=True, slots=True)
class Exported:
    """The text of a file, and what is not in it.

    Args:
        text: of the whole file.
        written: how many items it holds.
        left_out: items that the format has no form for, with the reason.
        joined: how many items have each part that became a part of a text.
        lost: how many items have each part that is not in the file.
    """

    text: str
    written: int
    left_out: tuple[tuple[ItemId, str], ...]
    joined: tuple[tuple[Part, int], ...]
    lost: tuple[tuple[Part, int], ...]


def parts_of(item: Item) -> Iterator[Part]:
    """The parts that this item has."""
    yield Part.ID
    about = (
        (Part.SCENARIO, item.scenario),
        (Part.CONTENT_NOTE, item.content_note),
        (Part.MEDIA, item.media),
        (Part.EXPLANATION, item.explanation),
        (Part.DOMAIN, item.domain),
        (Part.TOPIC, item.topic),
        (Part.LEVEL, item.level),
        (Part.TAGS, item.tags),
        (Part.SOURCE, item.source),
        (Part.RESTS_ON, item.claims or item.facts),
        (Part.STATUS, item.status is not Status.LIVE),
        (Part.REVIEW_BY, item.review_by),
        (Part.DECISION, item.decision),
    )
    yield from (part for part, there in about if there)
    if isinstance(item.body, Choice):
        yield from _of_choice(item.body, shuffle=item.shuffle)
    elif isinstance(item.body, Cloze):
        yield from _of_cloze(item.body)
    elif item.explanation:
        yield Part.BACK_ALONE


def exported(
    text: str, items: Iterable[Item], left_out: Iterable[tuple[Item, str]], capacity: Capacity
) -> Exported:
    """The file with what is told of it; `items` are those that were written."""
    written = list(items)
    counts = Counter(part for item in written for part in parts_of(item))
    counts[Part.PARAGRAPHS] = sum(map(_has_paragraphs, written))
    return Exported(
        text,
        len(written),
        tuple((item.id, why) for item, why in left_out),
        _counted(counts, capacity.joins),
        _counted(counts, EVERY - capacity.carries - capacity.joins),
    )


def _counted(counts: Counter[Part], wanted: Collection[Part]) -> tuple[tuple[Part, int], ...]:
    return tuple((part, counts[part]) for part in Part if part in wanted and counts[part])


def _of_choice(body: Choice, *, shuffle: bool) -> Iterator[Part]:
    if any(body.why.values()):
        yield Part.WHY
    if body.misconceptions:
        yield Part.MISCONCEPTION
    if body.kind is Kind.MULTIPLE:
        yield Part.ALL_OR_NOTHING
    if not shuffle and body.kind is not Kind.TRUEFALSE:
        yield Part.FIXED


def _of_cloze(body: Cloze) -> Iterator[Part]:
    hidden = [one for one in segments(body.text) if isinstance(one, Hidden)]
    if any(one.hint for one in hidden):
        yield Part.HINT
    if len(hidden) > 1:
        yield Part.NUMBERS


def _has_paragraphs(item: Item) -> bool:
    texts = [item.explanation]
    if isinstance(item.body, Choice):
        texts += [item.body.stem, *item.body.options.values(), *item.body.why.values()]
    return any(len(paragraphs(text)) > 1 for text in texts)
