"""The texts of an item as the rules look at them: what is told, what is asked, and where each part stands."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from cpsprep.core import cloze
from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind, Status
from cpsprep.core.lint.words import sentences, unquoted

_STATEMENT: Final = re.compile(r"\s*(?:Is this )?true or false\?\s*$", re.IGNORECASE)
Part = tuple[tuple[str, ...], str]
"""The fields that lead to a text, and the text."""


def choice(item: Item) -> Choice | None:
    """What can be chosen from, of `single` and `multiple`."""
    return item.body if isinstance(item.body, Choice) and item.kind is not Kind.TRUEFALSE else None


def single(item: Item) -> Choice | None:
    """The same, where one option is the key, and the item is not retired."""
    body = choice(item)
    return body if body and len(body.answer) == 1 and item.status is not Status.RETIRED else None


def key_and_others(body: Choice) -> tuple[str, list[str]]:
    """The text of the (first) key, and those of the distractors."""
    return body.options[body.answer[0]], [
        text for one, text in body.options.items() if one not in body.answer
    ]


def asked(item: Item) -> str:
    """The question itself, with the hidden parts of a cloze in the clear."""
    match item.body:
        case Choice(stem=stem):
            return stem
        case Cloze(text=text):
            return cloze.revealed(text)
        case Basic(front=front):
            return front
        case _:
            assert_never(item.body)


def asked_field(item: Item) -> str:
    """The field in which the question stands."""
    return {Kind.CLOZE: "text", Kind.BASIC: "front"}.get(item.kind, "stem")


def told(item: Item) -> str:
    """All that stands before the options: vignette, updates and question."""
    part = item.scenario
    return "\n\n".join((part.vignette, *part.updates, asked(item))) if part else asked(item)


def statement(item: Item) -> str:
    """What is told, without the words that ask whether it is true."""
    return _STATEMENT.sub("", told(item))


def lead_in(item: Item) -> str:
    """The last sentence outside of quotation marks, where it asks for something; else ""."""
    last = sentences(unquoted(asked(item)))[-1]
    return last if last.endswith(("?", ":")) else ""


def story(item: Item) -> str:
    """What is told, without the sentence that asks."""
    text, last = told(item), lead_in(item)
    return text[: -len(last)] if last and text.rstrip().endswith(last) else text


def parts(item: Item) -> Iterator[Part]:
    """Every text of the item with its place; of a scenario only what this item adds to it."""
    own = item.scenario
    if own:
        yield from [(("vignette",), own.vignette)] * (own.position == 0)
        yield from ((("update",), update) for update in own.updates[-1:])
    match item.body:
        case Choice(stem=stem, options=options, why=why):
            yield ("stem",), stem
            if item.kind is not Kind.TRUEFALSE:
                yield from ((("options", one), text) for one, text in options.items())
            yield from ((("why", one), text) for one, text in why.items())
        case Cloze(text=text):
            yield ("text",), cloze.revealed(text)
        case Basic(front=front, back=back):
            yield ("front",), front
            yield ("back",), back
        case _:
            assert_never(item.body)
    if item.explanation:
        yield ("explanation",), item.explanation


def read_aloud(item: Item, without: Iterable[str] = ()) -> str:
    """Question and options, or front and back, each as a paragraph of its own; some words left out."""
    match item.body:
        case Choice(kind=Kind.TRUEFALSE):
            found = [statement(item)]
        case Choice(options=options):
            found = [told(item), *options.values()]
        case Basic(back=back):
            found = [told(item), back]
        case Cloze():
            found = [told(item)]
        case _:
            assert_never(item.body)
    text = "\n\n".join(found)
    words = "|".join(re.escape(word) for word in without)
    return re.sub(rf"\b(?:{words})\b", "", text, flags=re.IGNORECASE) if words else text
