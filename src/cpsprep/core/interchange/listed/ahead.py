"""What the lines below a place of a typed list lead to: options, keys, the next question."""

import re
from collections.abc import Sequence
from typing import Final

from cpsprep.core.interchange.listed.below_answers import explains_all, gives_a_reason, is_apart
from cpsprep.core.interchange.listed.fields import Field, Said, field_of_line
from cpsprep.core.interchange.listed.keys.lists import answers_in, entry_in, keys_in
from cpsprep.core.interchange.listed.line import Label, Line, Sort, loosely_lettered

ASKS: Final = re.compile(r"[?:]\s*[\"'\u2019\u201d)]*\s*$|_{3,}|\.{4,}|\u2026\s*$")
"""What a text ends with, or has, that asks for something."""
_FAR: Final = 40
"""Lines that are looked at to see where a text leads."""


class Ahead:
    """Looks from a place in the lines to those below it; each line's field is found once."""

    __slots__ = ("_explained", "_fields", "_lines")

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._fields = [None if _is_labelled(line) else field_of_line(line.text) for line in lines]
        self._explained = explains_all(lines, self._fields)

    def said(self, place: int) -> Field | None:
        """What the line itself says of its question."""
        return self._fields[place]

    def next_label(self, place: int) -> Label | None:
        """The label of the next line."""
        after = self._lines[place + 1 : place + 2]
        return after[0].label if after else None

    def is_at_edge(self, place: int) -> bool:
        """Whether a table begins with this line, or ended above it."""
        return place > 0 and self._lines[place].table != self._lines[place - 1].table

    def is_second_letter(self, place: int) -> bool:
        """Whether the line is a second option, with the letter b in any form."""
        if place >= len(self._lines):
            return False
        line = self._lines[place]
        found = loosely_lettered(line.text) if line.label is None else None
        return (found.label if found else line.label) == Label(Sort.LETTER, 2)

    def keys_follow(self, place: int) -> bool:
        """Whether a list of keys begins right below."""
        after = [line for line in self._lines[place + 1 : place + 4] if line.text.strip()]
        return any(keys_in(line) or entry_in(line) for line in after[:2])

    def answers_below(self, place: int) -> int:
        """How many keys without numbers stand right below."""
        count = 0
        for line in self._lines[place + 1 :]:
            answers = answers_in(line)
            if not answers and line.text.strip():
                break
            count += len(answers)
        return count

    def key_below(self, place: int) -> int:
        """The number of the key in the next line, 0 where that has none."""
        after = next((line for line in self._lines[place + 1 : place + 3] if line.text.strip()), None)
        if after is None:
            return 0
        keys = [*keys_in(after), *filter(None, [entry_in(after)])]
        return keys[0].number if keys else 0

    def letters_follow(self, place: int) -> bool:
        """Whether numbers from here on lead to options with letters, so that they are a list of the stem."""
        here = self._lines[place].group, self._lines[place].level
        for line in self._lines[place + 1 : place + _FAR]:
            if line.label and line.label.sort is not Sort.NUMBER:
                return line.label == Label(Sort.LETTER, 1)
            if line.label and (line.label.number == 1 or (line.group, line.level) != here):
                return False
        return False

    def is_option_list(self, place: int) -> bool:
        """Whether the next line has the next number, so that nothing is asked in between."""
        after = self._lines[place + 1 : place + 2]
        return bool(after) and after[0].label == Label(Sort.NUMBER, 2) and not after[0].gap

    def opens(self, place: int, *, numbered: bool, answered: bool) -> bool:
        """Whether the first label or field from here on is that of a first option or of an answer.

        Args:
            place: of the line.
            numbered: options have numbers.
            answered: the open question has its answer, so that another one is of another question.
        """
        for at in range(place + 1, min(place + _FAR, len(self._lines))):
            line, said = self._lines[at], self._fields[at]
            if line.heading:
                return False
            if line.label is None:
                if said is None:
                    continue
                return said.said is Said.ANSWER and answered
            first = line.label.number == 1 and (line.label.sort is Sort.LETTER or numbered)
            return first or line.label.sort is Sort.BULLET
        return False

    def leaves(self, place: int) -> bool:
        """Whether a line without a label, below the answer of a question, is no explanation of it.

        Nothing says so where it follows the answer without an empty line, gives a reason by its first words,
        or stands above more that is said of the question; nor where most answers of the file have such text.
        """
        line = self._lines[place]
        if line.label or self._explained or not is_apart(line) or gives_a_reason(line.text):
            return False
        below = range(place + 1, min(place + _FAR, len(self._lines)))
        next_one = next((at for at in below if self._lines[at].label or self._lines[at].heading), below.stop)
        return not any(self._fields[at] for at in range(place + 1, next_one))

    def asks_in_heading(self, place: int) -> bool:
        """Whether a heading is a question, as in documents where each question is one."""
        line = self._lines[place]
        if line.label and line.label.sort in {Sort.NUMBER, Sort.QUESTION}:
            after = self._lines[place + 1 : place + 2]
            return bool(ASKS.search(line.text) or not line.text.strip() or (after and not after[0].heading))
        return False


def _is_labelled(line: Line) -> bool:
    """Whether a line has a label that no line such as `Answer: B` has."""
    return line.label is not None and line.label.sort is not Sort.BULLET
