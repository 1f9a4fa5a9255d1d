"""Aiken: a question in one line, its options with a letter, `ANSWER: B`; the form is Moodle's."""

import re
from collections.abc import Sequence
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.export.parts import Capacity, Exported, Part, exported
from cpsprep.core.export.wording import question
from cpsprep.core.item import LETTERS, Choice, Item, Kind
from cpsprep.core.paragraphs import one_line

CAPACITY: Final = Capacity(frozenset(), frozenset({Part.SCENARIO, Part.CONTENT_NOTE, Part.MEDIA}))
_TAKEN: Final = re.compile(r"[A-Z][.)]|ANSWER:", re.IGNORECASE)
_SHORTEST: Final = 2


def aiken(items: Sequence[Item], header: BankHeader) -> Exported:
    """The items as an Aiken file; it has no place for a word about the bank."""
    del header
    blocks: list[str] = []
    written: list[Item] = []
    left_out: list[tuple[Item, str]] = []
    for item in items:
        reason = _no_form(item)
        if reason or not isinstance(item.body, Choice):
            left_out.append((item, reason))
            continue
        blocks.append(_block(one_line(question(item)), item.body))
        written.append(item)
    return exported("\n".join(blocks), written, left_out, CAPACITY)


def _no_form(item: Item) -> str:
    if item.kind not in {Kind.SINGLE, Kind.TRUEFALSE}:
        return f"Aiken has no {item.kind} questions"
    text = one_line(question(item))
    if _TAKEN.match(text):
        return "its text starts as an option or a key does in Aiken"
    if len(text) < _SHORTEST:
        return "its text is one sign, and Moodle skips such a line"
    return ""


def _block(text: str, body: Choice) -> str:
    options = list(zip(LETTERS.upper(), body.options.items(), strict=False))
    key = next(letter for letter, (option, _) in options if option in body.answer)
    return "\n".join(
        [text, *(f"{letter}. {one_line(shown)}" for letter, (_, shown) in options), f"ANSWER: {key}", ""]
    )
