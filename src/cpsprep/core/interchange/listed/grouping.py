"""Lines of a typed list, put together to questions with options, and to what belongs to none."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cpsprep.core.interchange.listed.ahead import ASKS, Ahead
from cpsprep.core.interchange.listed.fields import Field, Said, is_like_a_key, is_points, leads_on, section_of
from cpsprep.core.interchange.listed.keys.above import may_stand_above
from cpsprep.core.interchange.listed.keys.lists import is_title
from cpsprep.core.interchange.listed.keys.taking import KeyTaking
from cpsprep.core.interchange.listed.line import Label, Line, Sort, loosely_lettered
from cpsprep.core.interchange.listed.open_question import (
    FEWEST,
    MOST_BELOW,
    asks_without_a_number,
    awaits_its_stem,
    fits,
    fits_out_of_turn,
    is_above_the_next,
    is_deeper,
    is_key,
    is_next_of_its_list,
    is_next_of_options,
    is_numbered,
    is_parted,
    letters_alone,
    may_hold_a_list,
    told_below,
    with_options,
)
from cpsprep.core.interchange.listed.raw import Grouped, Loose, Raw, RawOption
from cpsprep.core.interchange.listed.unusual_labels import with_unusual_labels

_QUESTIONS: Final = re.compile(r"questions?\b[\s\d:.,&\u2013-]*(?:(?:to|and)[\s\d:.]*)?", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[.?!:,;\"\u201d)_]\s*$")
_MOST_OPTIONS: Final = 30
"""More than that make no question, so they are not kept."""


def grouped(lines: Sequence[Line]) -> Grouped:
    """The questions in these lines, the keys apart from them, and the lines of neither."""
    labelled = with_unusual_labels(lines)
    work = _Grouping(labelled)
    for place, line in enumerate(labelled):
        work.take(place, line)
    work.close()
    work.done.unsure = may_stand_above(labelled, work.ahead, work.done)
    return work.done


class _Grouping:
    """Goes through the lines; knows the question that is open and what the last field was about."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.done = Grouped()
        self.ahead = Ahead(lines)
        self._open: Raw | None = None
        self._topic = ""
        self._part = 0
        self._keys = KeyTaking(self.ahead, self.done)
        self._telling: list[str] | None = None

    def take(self, place: int, line: Line) -> None:
        """Put one line where it belongs."""
        if self._keys.took(place, line, self._open) or self._keys.took_early(line, self._open):
            self.close()
            return
        question = self._open
        if is_points(line.text) and (line.label is None or line.label.sort is Sort.QUESTION):
            if line.label is None:
                return
            line = replace(line, text="")
        if question and (told := told_below(question, line)):
            question.answer = told
            return
        line = self._with_letter(place, line)
        said = self.ahead.said(place)
        if said and question and not (said.said is Said.TOPIC and is_above_the_next(line, question)):
            self._field(question, said)
        elif said and said.said is Said.TOPIC:
            self._begin_part(said.text)
        elif line.label is None and not line.heading and (name := section_of(line.text)):
            self._begin_part(name)
        elif line.heading and not self.ahead.asks_in_heading(place):
            self._begin_part(line.text.strip())
        elif line.label is None:
            self._unlabelled(place, line)
        else:
            self._labelled(place, line, line.label)

    def _begin_part(self, topic: str) -> None:
        """A heading; one that only says `Questions` goes on with what stands above it."""
        self.close()
        if not _QUESTIONS.fullmatch(topic):
            self._topic = topic
            self._part += 1

    def _with_letter(self, place: int, line: Line) -> Line:
        """The line with a letter that is one by its place alone, as in `b.two` below `a.one`."""
        question = self._open
        if line.label or line.heading or question is None or question.answer is not None:
            return line
        found = loosely_lettered(line.text)
        last = question.options[-1].number if question.options else 0
        if found is None or not found.label or found.label.number != last + 1:
            return line
        if last == 0 and (not found.typed.endswith(".") or not self.ahead.is_second_letter(place + 1)):
            return line
        return replace(line, label=found.label, text=found.text, typed=found.typed)

    def close(self) -> None:
        """The open question is complete."""
        question, self._open, self._telling = self._open, None, None
        if question is None:
            return
        if not question.options:
            question = with_options(question) or question
        if question.is_loose:
            self.done.loose.append(
                Loose(question.stem, len(self.done.questions), question.topic, question.part)
            )
            return
        ahead = question.stem[0].key if question.stem else ""
        if ahead:
            same = not question.answer or question.answer.casefold() == ahead.casefold()
            question.answer = ahead if same else f"{ahead} or {question.answer}"
        self.done.questions.append(question)

    def _field(self, question: Raw, said: Field) -> None:
        match said.said:
            case Said.ANSWER:
                if question.answer and not is_key(said.text):  # such as a solution behind the answer
                    question.explanation.append(said.text)
                elif question.answer and said.text.casefold() != question.answer.casefold():
                    question.answer = f"{question.answer} or {said.text}"
                else:
                    question.answer = said.text
                self._telling = question.explanation
            case Said.EXPLANATION:
                lines = (
                    question.whys.setdefault(said.option, []) if said.option >= 0 else question.explanation
                )
                lines.append(said.text)
                self._telling = lines
            case Said.PICTURE:
                name, _, words = said.text.partition(":")
                question.media[name.strip()] = words.strip()
            case _:
                question.said[said.said] = said.text

    def _labelled(self, place: int, line: Line, label: Label) -> None:
        question = self._open
        match label.sort:
            case Sort.QUESTION:
                self._start(line, label)
            case Sort.NUMBER:
                self._numbered(place, line, label)
            case Sort.LETTER if question and self._is_answer(place, line, question):
                self._answer(question, line.text)
            case Sort.LETTER if question and fits(question, label):
                self._option(question, line, label.number)
            case Sort.LETTER if (
                question and self._telling is None and self._is_out_of_turn(place, line, question)
            ):
                self._option(question, line, label.number)
            case Sort.BULLET if question and question.answer is None:
                self._option(question, line, 0)
            case _:
                self._unlabelled(place, line)

    def _is_out_of_turn(self, place: int, line: Line, question: Raw) -> bool:
        return fits_out_of_turn(question, line, self.ahead.next_label(place))

    def _is_answer(self, place: int, line: Line, question: Raw) -> bool:
        """Whether an `A:` below a `Q:` is the answer and no first option."""
        asked = question.sort is Sort.QUESTION and not question.number and not question.options
        lettered = self.ahead.next_label(place) == Label(Sort.LETTER, 2)
        return asked and line.typed.strip().upper() == "A:" and not lettered

    def _numbered(self, place: int, line: Line, label: Label) -> None:
        """A line with a number: the next question, an option, or a line of a list in the stem."""
        question, number = self._open, label.number
        if question is None or question.answer:
            self._start(line, label)
        elif awaits_its_stem(question):
            question.stem.append(replace(line, label=None, typed=""))
        elif (within := self._is_within(place, line, question)) and not self.ahead.letters_follow(place):
            self._option(question, line, number)
        elif may_hold_a_list(question) and (within or is_next_of_its_list(question, line)):
            question.sublist = number
            question.stem.append(line)
        else:
            self._start(line, label)

    def _is_within(self, place: int, line: Line, question: Raw) -> bool:
        """Whether a number counts on within the question: its options, or a list above them."""
        if not is_next_of_options(question, line):
            return False
        counts = bool(question.options) or self.ahead.is_option_list(place)
        return is_deeper(question, line) or (counts and asks_without_a_number(question))

    def _unlabelled(self, place: int, line: Line) -> None:
        question = self._open
        if question is None:
            self._start(line, None)
        elif question.options or question.answer is not None:
            self._after_options(place, line, question)
        elif question.is_loose and self._begins_anew(place, line, question):
            self._start(line, None)
        else:
            question.stem.append(line)

    def _after_options(self, place: int, line: Line, question: Raw) -> None:
        """A line below the options: the next question, more of the explanation, or of the last option."""
        if letters := letters_alone(question, line.text):
            self._answer(question, letters)
        elif self._is_beyond(place, line, question):
            self._start(line, None)
        elif self._telling is not None:
            self._telling.append(line.text)
        elif len(question.options) >= FEWEST and is_like_a_key(line.text):
            self._answer(question, line.text)
        else:
            question.options[-1].lines.append(line)

    def _is_beyond(self, place: int, line: Line, question: Raw) -> bool:
        """Whether a line below the options or the answer is of what comes next."""
        if leads_on(line.text) or is_title(line) or self.ahead.is_at_edge(place) or self._opens(place):
            return True
        if self._telling is None and is_parted(question, line):
            return True
        return bool(question.number and question.answer) and self.ahead.leaves(place)

    def _begins_anew(self, place: int, line: Line, question: Raw) -> bool:
        """Whether loose text before this line was a title or a question of its own."""
        if line.gap and with_options(question):
            return True
        if not line.table and self.ahead.is_at_edge(place):
            return True
        title = len(question.stem) == 1 and not _SENTENCE.search(question.stem[0].text)
        if title and line.gap and self._opens(place):
            return True
        before = question.stem[-MOST_BELOW:-FEWEST]
        return bool(ASKS.search(line.text)) and any(ASKS.search(one.text) for one in before)

    def _opens(self, place: int) -> bool:
        """Whether the lines from here on lead to a first option, or to another answer."""
        question = self._open
        answered = question is not None and question.answer is not None
        return self.ahead.opens(place, numbered=is_numbered(question), answered=answered)

    def _start(self, line: Line, label: Label | None) -> None:
        self.close()
        self._keys.leave()
        if label is None and line.label and line.label.sort is not Sort.BULLET:
            line = replace(line, text=line.whole, label=None, typed="")
        self._open = Raw(
            line.where,
            label.number if label else 0,
            label.sort if label else None,
            line.level,
            line.group,
            self._topic,
            [line] if line.text.strip() or line.pictures else [],
            part=self._part,
        )

    def _answer(self, question: Raw, text: str) -> None:
        question.answer = text
        self._telling = question.explanation

    def _option(self, question: Raw, line: Line, number: int) -> None:
        self._telling = None
        if len(question.options) < _MOST_OPTIONS:
            question.options.append(RawOption([line], number))
