"""Finding words in what a learner reads of an item."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from cpsprep.core import cloze
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind

_AROUND: Final = 30
_SIGNS: Final = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-"})


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the first of the words stands: the name of the field, and the words around it."""

    field: str
    excerpt: str


def search(item: Item, header: BankHeader, words: Sequence[str]) -> Hit | None:
    """The item's first field with one of the words, if the item has them all somewhere.

    Capitals, accents, the kind of quotation marks and line breaks make no difference.
    """
    texts = [(field, " ".join(text.split())) for field, text in learner_texts(item, header)]
    folded = [(field, text, fold(text)) for field, text in texts]
    wanted = [fold(" ".join(word.split())) for word in words]
    if not all(any(word in low for _, _, low in folded) for word in wanted):
        return None
    found = ((field, text, low, word) for field, text, low in folded for word in wanted if word in low)
    field, text, low, word = next(found)
    return Hit(field, _excerpt(text, low, word))


def learner_texts(item: Item, header: BankHeader) -> Iterator[tuple[str, str]]:
    """Everything that a learner reads of an item, by the name of its field, in the order of reading."""
    if item.content_note:
        yield "content_note", item.content_note
    if item.scenario:
        yield "vignette", item.scenario.vignette
        for update in item.scenario.updates:
            yield "update", update
    for words in item.media.values():
        yield "media", words
    match item.body:
        case Choice():
            yield from _choice(item.body, header)
        case Cloze(text=text):
            yield "text", cloze.revealed(text)
        case Basic(front=front, back=back):
            yield "front", front
            yield "back", back
        case _:
            assert_never(item.body)
    if item.explanation:
        yield "explanation", item.explanation
    for key in item.source:
        yield "source", header.sources.get(key, key)


def fold(text: str) -> str:
    """The text as it is compared."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.translate(_SIGNS).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _choice(body: Choice, header: BankHeader) -> Iterator[tuple[str, str]]:
    yield "stem", body.stem
    if body.kind is not Kind.TRUEFALSE:
        for option, text in body.options.items():
            yield f"option {option}", text
    for option, text in body.why.items():
        yield f"why {option}", text
    for option, name in body.misconceptions.items():
        yield f"misconception {option}", header.misconceptions.get(name, name)


def _excerpt(text: str, low: str, word: str) -> str:
    """The word with some whole words around it; folding may have shifted it by a few letters."""
    start = low.index(word)
    end = start + len(word)
    before, after = text[:start], text[end:]
    if len(before) > _AROUND:
        before = f"...{before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]}..."
    return f"{before}{text[start:end]}{after}"
