"""The first words of a question, by which a reader knows it in a list; nothing hidden is given away."""

from textwrap import shorten
from typing import assert_never

from cpsprep.core.cloze import Hidden, Refusal, parse
from cpsprep.core.item import Basic, Body, Choice, Cloze, Item

MOST = 60


def opening_words(item: Item, most: int = MOST) -> str:
    """One line of at most `most` characters, cut between words."""
    return shorten(_asked(item.body), most, placeholder="...")


def _asked(body: Body) -> str:
    match body:
        case Choice():
            return body.stem
        case Basic():
            return body.front
        case Cloze():
            parts = parse(body.text)
            if isinstance(parts, Refusal):
                return ""
            return "".join("[blank]" if isinstance(part, Hidden) else part.text for part in parts)
        case _:
            assert_never(body)
