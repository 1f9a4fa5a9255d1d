"""Takes lists of keys out of the lines of a typed list, with numbers and without, part by part."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cpsprep.core.interchange.answer_words import SAID_OF_SEVERAL
from cpsprep.core.interchange.listed.ahead import Ahead
from cpsprep.core.interchange.listed.keys.lists import (
    Key,
    Unnumbered,
    answers_in,
    entry_in,
    is_heading,
    keys_in,
)
from cpsprep.core.interchange.listed.line import Line
from cpsprep.core.interchange.listed.raw import Grouped, Raw
from cpsprep.core.interchange.tidy import bare

_SENTENCE: Final = re.compile(r"[.?!,;]\s*$")
_INTRODUCED: Final = re.compile(rf"{SAID_OF_SEVERAL}\s*[:\u2013-]\s*", re.IGNORECASE)
_FEWEST: Final = 2
_LONGEST: Final = 80
"""Signs of a heading in a list of keys."""


class KeyTaking:
    """Knows whether a list of keys is open, and the heading within it."""

    __slots__ = ("_ahead", "_counted", "_done", "_inside", "_part", "_topics")

    def __init__(self, ahead: Ahead, done: Grouped) -> None:
        self._ahead = ahead
        self._done = done
        self._inside = False
        self._part = ""
        self._topics: set[str] = set()
        self._counted = 0

    def leave(self) -> None:
        """A question begins."""
        self._inside = False

    def took_early(self, line: Line, question: Raw | None) -> bool:
        """Tell of a list of keys above the questions, which cannot be taken there; whether it was one."""
        found = _INTRODUCED.match(line.text) if question is None or question.is_loose else None
        early = (
            found is not None and len(keys_in(replace(line, text=line.text[found.end() :], label=None))) > 1
        )
        self._done.early += [line.where] if early else []
        return early

    def took(self, place: int, line: Line, question: Raw | None) -> bool:
        """Take a line of a list of keys; whether it was one, so that the open question is complete."""
        if is_heading(line) and (
            self._ahead.keys_follow(place) or self._ahead.answers_below(place) >= _FEWEST
        ):
            self._inside, self._part = True, ""
            return True
        keys = self._keys(line, question)
        if keys:
            self._inside = True
            self._done.keys += [key._replace(part=self._part) for key in keys]
            return True
        if not self._inside:
            return False
        self._inside = self._took_more(place, line)
        return self._inside

    def _keys(self, line: Line, question: Raw | None) -> Sequence[Key]:
        """The keys with numbers in a line of an open list, or of one that needs no heading."""
        keys = keys_in(line)
        if keys and self._inside:
            return keys
        if not keys and (found := _INTRODUCED.match(line.text)):
            keys = keys_in(replace(line, text=line.text[found.end() :], label=None))
            return keys if len(keys) > 1 and self._is_known(keys, question) else ()
        alone = len(keys) > 1 or bool(keys and line.label)
        return keys if alone and self._is_known(keys, question) else ()

    def _is_known(self, keys: Sequence[Key], question: Raw | None) -> bool:
        """Whether there are questions with these numbers, so that `1. A` is no question itself."""
        known = {one.number for one in (*self._done.questions, *filter(None, [question]))}
        return all(key.number in known for key in keys)

    def _took_more(self, place: int, line: Line) -> bool:
        """Take a line that is no plain key but of the open list all the same; whether it was one."""
        done = self._done
        if entry := entry_in(line):
            done.keys.append(entry._replace(part=self._part))
            return True
        if answers := answers_in(line):
            done.unnumbered.append(Unnumbered(line.where, line.text.strip(), answers, len(done.questions)))
            return True
        if self._is_part(place, line):
            self._part = line.text.strip()
            return True
        if line.label is None and not line.heading and not line.gap and done.keys:
            last = done.keys[-1]
            done.keys[-1] = last._replace(more=f"{last.more} {line.text}".strip())
            return True
        return False

    def _is_part(self, place: int, line: Line) -> bool:
        """Whether a line heads the keys below it: numbers begin anew there, or it is a topic of questions."""
        number = self._ahead.key_below(place)
        if line.label or not number or len(line.text) > _LONGEST or _SENTENCE.search(line.text):
            return False
        last = self._done.keys[-1].number if self._done.keys else 0
        if number != last + 1 or not last or line.heading:
            return True
        known = self._done.questions
        self._topics |= {question.topic for question in known[self._counted :]}
        self._counted = len(known)
        return bare(line.text) in map(bare, self._topics)
