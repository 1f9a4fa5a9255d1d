"""Keys in a row without numbers: taken only where they fit the questions above them exactly, or named."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from cpsprep.core.interchange.draft import Remark
from cpsprep.core.interchange.listed.keys.lists import Key, answers_of
from cpsprep.core.interchange.listed.options import Marked, asks_for_several, by_marks, letters_in
from cpsprep.core.interchange.listed.raw import Grouped, Raw
from cpsprep.core.interchange.tables.key_words import right_ones
from cpsprep.core.interchange.tidy import shortened

_FEWEST: Final = 2
_SURE: Final = 3
"""Keys in a row behind one question that cannot well be all its own."""


@dataclass(slots=True)
class InOrder:
    """Keys by the places of their questions, and what is to be told of rows that were not taken.

    `questions` are those of the file; one whose answer was such a row has none any more.
    """

    questions: list[Raw]
    keys: dict[int, Key] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def in_order(done: Grouped, options: Sequence[Sequence[Marked]]) -> InOrder:
    """What keys without numbers say.

    A row that stands as the answer of one question, and may be that of all, is no answer of that one.

    Args:
        done: the questions.
        options: of each question, as marked.
    """
    found = InOrder(done.questions)
    first = 0
    for before, rows in groupby(done.unnumbered, key=lambda row: row.before):
        told = list(rows)
        answers = [answer for row in told for answer in row.answers]
        where, text = told[0].where, " ".join(row.text for row in told)
        if _fit(answers, range(first, before), done.questions, options):
            for place, answer in zip(range(first, before), answers, strict=True):
                found.keys[place] = Key(where, done.questions[place].number, answer)
        else:
            count = before - first
            said = f"the keys '{shortened(text)}' have no numbers and do not fit the {count} questions above"
            found.remarks.append(Remark(where, f"{said}, so they were left out"))
        first = before
    if len(done.questions) >= _FEWEST and not done.unnumbered and not done.keys:
        _as_answer(done, options, found)
    return found


def _as_answer(done: Grouped, options: Sequence[Sequence[Marked]], found: InOrder) -> None:
    """The same where the row stands behind `Answers:` below the last question."""
    *others, last = done.questions
    answers = answers_of(last.answer or "")
    stem = " ".join(line.text for line in last.stem)
    if len(answers) < _FEWEST or asks_for_several(stem) or any(raw.answer for raw in others):
        return
    places = range(len(done.questions))
    if len(answers) != len(places) and all(by_marks(one) for one in options[:-1]):
        return
    found.questions = [*others, replace(last, answer=None)]
    fit = len(answers) >= _SURE and _fit(answers, places, done.questions, options)
    if fit and all(map(_agrees, answers, options)):
        for place, answer in enumerate(answers):
            found.keys[place] = Key(last.where, done.questions[place].number, answer)
        return
    said = f"'{shortened(last.answer or '')}' may be the key of this question or one key for each question"
    found.remarks.append(Remark(last.where, f"{said}, so it was left out"))


def _fit(
    answers: Sequence[str], places: range, questions: Sequence[Raw], options: Sequence[Sequence[Marked]]
) -> bool:
    """Whether there are as many keys as questions, and each names one option of its own."""
    return len(answers) == len(places) and all(
        len(_named(answer, options[place])) == 1
        if questions[place].options
        else len(answer) != 1 or answer in "TtFf"
        for place, answer in zip(places, answers, strict=True)
    )


def _named(answer: str, options: Sequence[Marked]) -> tuple[int, ...]:
    return right_ones(answer, [one.text for one in options], letters_in(options))


def _agrees(answer: str, options: Sequence[Marked]) -> bool:
    """Whether no option that is marked stands against the key."""
    places = _named(answer, options)
    return all(marked == places for marked in by_marks(options).values())
