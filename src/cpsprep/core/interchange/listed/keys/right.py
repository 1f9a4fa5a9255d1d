"""Which options of a typed question are right, by all that says so; where two signs disagree, none."""

import re
from collections.abc import Sequence
from typing import Final

from cpsprep.core.interchange.listed.keys.clashing import combination, two_in_one
from cpsprep.core.interchange.listed.letters import is_in_turn
from cpsprep.core.interchange.listed.options import Marked, by_marks, letters_in
from cpsprep.core.interchange.tables.key_words import LETTER_SAID, Labels, right_ones, truth_of, why_not
from cpsprep.core.interchange.tidy import shortened
from cpsprep.core.item import TRUTH

_NUMBER: Final = re.compile(r"[(\[]?\d+[)\].]*")
_SHORT: Final = 20
_LONG: Final = 30
_EITHER: Final = re.compile(r"(?<!\w)[A-H][)\]]?\s*/\s*[(\[]?[A-H](?!\w)", re.IGNORECASE)
"""A stroke between two letters, which is an `or` to some and an `and` to others."""


def right_options(
    options: Sequence[Marked], answer: str, listed: str, *, several: bool
) -> tuple[tuple[int, ...], str]:
    """The places of the right options, or none and why they cannot be told.

    Args:
        options: as marked.
        answer: what is written as the key, "" for nothing.
        listed: what a list apart says besides, "" for nothing.
        several: whether the question asks for several.
    """
    seen = by_marks(options)
    texts, letters = [one.text for one in options], letters_in(options)
    if answer:
        if clash := two_in_one(answer, texts, letters):
            return (), clash
        labels = labels_of(options)
        places = right_ones(answer, texts, letters, labels)
        if doubt := _doubt(answer, places, options):
            return (), doubt
        if len(places) > 1 and not several and _EITHER.search(answer):
            return (), f"the key '{shortened(answer, _SHORT)}' may mean one of them or all"
        if listed and right_ones(listed, texts, letters, labels) != places:
            return (), _two_keys(answer, listed)
        against = next((mark for mark, found in seen.items() if found != places), "")
        if against:
            return (), f"the key says {shortened(answer, _SHORT)}, but the {against} is at another option"
        return places, ""
    if not seen:
        every = [mark for mark in ("sign", "bold", "highlight") if all(mark in one.marks for one in options)]
        return (), f"every option has the same mark ({every[0]})" if every else ""
    first = next(iter(seen.values()))
    if any(found != first for found in seen.values()):
        return (), f"different options are marked: by {' and by '.join(seen)}"
    if len(first) > 1 and "sign" not in seen and not several:
        return (), f"{len(first)} options are marked by {next(iter(seen))}"
    return first, ""


def labels_of(options: Sequence[Marked]) -> Labels:
    """What a letter is worth as their key: each has one before it, or none is to be seen."""
    return Labels.TYPED if all(one.letter for one in options) else Labels.NONE


def _doubt(answer: str, places: Sequence[int], options: Sequence[Marked]) -> str:
    """Why what a key names cannot be taken; "" where it can."""
    texts, letters = [one.text for one in options], letters_in(options)
    if not places and not is_in_turn(letters):
        return f"the key '{shortened(answer, _LONG)}' does not fit the letters {', '.join(letters)}"
    if not places:
        return f"the key {why_not(answer, texts, letters, labels_of(options))}"
    if (both := combination(places, texts, letters)) and not answer.startswith(LETTER_SAID):
        return f"the key says {shortened(answer, _SHORT)}, and there is an option '{shortened(both, _LONG)}'"
    if any(letters.count(letters[place]) > 1 for place in places):
        return f"the key says {shortened(answer, _SHORT)}, and two options have the same letter"
    return ""


def truth_told(options: Sequence[Marked], answer: str, listed: str) -> tuple[bool | None, str]:
    """Whether a statement is true, or None and why it cannot be told.

    Args:
        options: the words true and false where they stand below it, as marked.
        answer: what is written as the key, "" for nothing.
        listed: what a list apart says besides, "" for nothing.
    """
    marks = {_truth_at(options, places) for places in by_marks(options).values()}
    if not answer:
        return (marks.pop() if len(marks) == 1 else None), ""
    if clash := two_in_one(answer, [one.text for one in options], letters_in(options)):
        return None, clash
    if not options and _NUMBER.fullmatch(answer):
        return None, f"'{answer}' is a number, not true or false"
    told = _truth(options, answer)
    if told is None and truth_of(answer) is not None:
        return None, f"'{answer}' is the place of one word and means the other"
    if told is None:
        return None, f"'{shortened(answer, _LONG)}' says neither true nor false"
    if listed and _truth(options, listed) is not told:
        return None, _two_keys(answer, listed)
    if marks - {told}:
        return None, f"the key says {TRUTH[not told]}, but another word is marked"
    return told, ""


def _truth(options: Sequence[Marked], answer: str) -> bool | None:
    """What a key says, a letter or the word itself; None too where these differ, as `1` may by `A. False`."""
    places = right_ones(answer, [one.text for one in options], letters_in(options))
    by_place = _truth_at(options, places)
    by_words = truth_of(answer)
    if by_place is None or by_words is None:
        return by_words if by_place is None else by_place
    return by_place if by_place is by_words else None


def _truth_at(options: Sequence[Marked], places: Sequence[int]) -> bool | None:
    return truth_of(options[places[0]].text) if len(places) == 1 else None


def _two_keys(here: str, listed: str) -> str:
    return f"the key is {shortened(here, _SHORT)} here and {shortened(listed, _SHORT)} in the list"
