"""What a question that is open says of a line below it: an option, its key, or nothing of its own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cpsprep.core.interchange.listed.ahead import ASKS
from cpsprep.core.interchange.listed.letters import letter_of, letters_of_lines
from cpsprep.core.interchange.listed.line import Label, Line, Sort
from cpsprep.core.interchange.listed.raw import Raw, RawOption
from cpsprep.core.interchange.tables.key_words import names_some, right_ones
from cpsprep.core.interchange.tidy import bare
from cpsprep.core.item import LETTERS, TRUTH

FEWEST: Final = 2
"""Options of a question."""
_LEAST_BARE: Final = 3
_MOST_BARE: Final = 5
_LONGEST: Final = 80
"""Letters of an option that has neither a label nor a mark."""
MOST_BELOW: Final = 12
"""Lines below a question that may be options without labels."""


def with_options(question: Raw) -> Raw | None:
    """The question with the lines below the one that asks as its options; None where they are none."""
    count = len(question.stem)
    near = range(count - 1, max(-1, count - 1 - MOST_BELOW), -1)
    at = next((at for at in near if ASKS.search(question.stem[at].text)), 0)
    below = question.stem[at + 1 :]
    if not FEWEST <= len(below) <= MOST_BELOW:
        return None
    texts = [line.text for line in below]
    named = names_some(question.answer or "", texts, letters_of_lines(below))
    told = named or any(line.marks for line in below) or _are_options(question, question.stem[at], texts)
    if not told:
        return None
    return replace(question, stem=question.stem[: at + 1], options=[RawOption([line]) for line in below])


def _are_options(question: Raw, asking: Line, texts: Sequence[str]) -> bool:
    """Whether lines are options though nothing marks one: short ones below what asks, true and false."""
    if question.sort is None or question.answer:
        return False
    if sorted(map(bare, texts)) == sorted(TRUTH):
        return True
    short = all(len(one) <= _LONGEST and not ASKS.search(one) for one in texts)
    alike = all(len({sort(one) for one in texts}) == 1 for sort in (_begins_small, _ends_in_stop))
    few = _LEAST_BARE <= len(texts) <= _MOST_BARE
    return short and alike and few and ASKS.search(asking.text) is not None


def _begins_small(text: str) -> bool:
    return text[:1].islower()


def _ends_in_stop(text: str) -> bool:
    return text.rstrip().endswith(".")


def told_below(question: Raw, line: Line) -> str:
    """The key in a line below an `Answer:` with nothing behind it; "" where the line says something else."""
    if question.answer != "" or not question.options:
        return ""
    texts = [option.lines[0].text for option in question.options]
    if line.label is None:
        return line.text if names_some(line.text, texts, _letters(question)) else ""
    place = _letters(question).find(letter_of(line)) if line.label.sort is Sort.LETTER else -1
    if place < 0:
        return ""
    return line.typed.strip() if not line.text or bare(line.text) == bare(texts[place]) else ""


def letters_alone(question: Raw, text: str) -> str:
    """The key in a line of nothing but letters of its options, such as `bd`; "" for another line."""
    told = text.strip(" .").lower()
    known = question.answer is None and len(question.options) >= FEWEST
    in_order = list(told) == sorted(set(told)) and set(told) <= set(_letters(question))
    return ", ".join(told) if known and told and in_order else ""


def _letters(question: Raw) -> str:
    return letters_of_lines([option.lines[0] for option in question.options])


def is_key(text: str) -> bool:
    """Whether a text is letters or numbers of options and nothing more."""
    return bool(right_ones(text, [""] * len(LETTERS)))


def fits(question: Raw, label: Label) -> bool:
    """Whether a letter is that of the next option; one that was left out does no harm."""
    last = question.options[-1].number if question.options else 0
    return label.number == last + 1 or (bool(question.options) and label.number > last)


def fits_out_of_turn(question: Raw, line: Line, after: Label | None) -> bool:
    """Whether a letter is that of an option though another one was due, as where options changed places.

    Args:
        question: that is open.
        line: with the letter.
        after: the label of the next line; a later letter there makes the first of options of this one.
    """
    number = _number(line)
    if question.answer is not None or not question.options:
        first = bool(question.stem) and question.answer is None and question.sort is not None
        return first and after is not None and after.sort is Sort.LETTER and after.number > number
    lettered = [option.lines[0] for option in question.options if letter_of(option.lines[0])]
    alike = any(
        (one.level, one.group, one.typed.isupper()) == (line.level, line.group, line.typed.isupper())
        for one in lettered
    )
    known = number in {option.number for option in question.options}
    return alike and not (known and number == 1 and line.gap)


def is_numbered(question: Raw | None) -> bool:
    """Whether its options have numbers."""
    first = question.options[0].lines[0].label if question and question.options else None
    return first is not None and first.sort is Sort.NUMBER


def awaits_its_stem(question: Raw) -> bool:
    """Whether nothing stands below a line such as `Question 3` so far."""
    return question.sort is Sort.QUESTION and question.is_bare


def asks_without_a_number(question: Raw) -> bool:
    """Whether it asks something and has no number such as `3.`, so that one below it counts its options."""
    if question.sort is Sort.NUMBER or not question.stem:
        return False
    return question.sort is Sort.QUESTION or ASKS.search(question.stem[-1].text) is not None


def may_hold_a_list(question: Raw) -> bool:
    """Whether numbers below its own may be of a list in its stem."""
    return question.sort is Sort.NUMBER and bool(question.stem) and not question.options


def is_next_of_its_list(question: Raw, line: Line) -> bool:
    """Whether a number counts on in the list of the stem, or begins one, and is not the next question's."""
    number = _number(line)
    counts = number == question.sublist + 1
    return counts and (is_deeper(question, line) or number != question.number + 1)


def is_next_of_options(question: Raw, line: Line) -> bool:
    """Whether a number is that of the next option, or of the automatic list of the options."""
    return _number(line) == len(question.options) + 1 or _is_other_list(question, line)


def is_deeper(question: Raw, line: Line) -> bool:
    """Whether a number stands below the question's own: deeper, behind a soft break, or in another list."""
    further = line.level > question.level or _is_behind_a_break(question, line)
    return _is_other_list(question, line) or (further and question.sort is not None)


def is_parted(question: Raw, line: Line) -> bool:
    """Whether a line is apart from the options: below an empty line, or below an automatic list."""
    return line.gap or (line.fresh and bool(question.options) and question.options[-1].lines[0].group != "")


def _is_other_list(question: Raw, line: Line) -> bool:
    """Whether a number is of another automatic list than the question's, that of its options."""
    if not line.group or not question.group or line.group == question.group:
        return False
    return not question.options or question.options[0].lines[0].group == line.group


def _is_behind_a_break(question: Raw, line: Line) -> bool:
    """Whether a line is of a paragraph that the question began, behind a soft break."""
    return not line.fresh and bool(question.stem) and question.stem[0].fresh


def _number(line: Line) -> int:
    return line.label.number if line.label else 0


def is_above_the_next(line: Line, question: Raw) -> bool:
    """Whether a line with a topic speaks of the questions below it."""
    return line.gap or not (question.options or question.answer is not None)
