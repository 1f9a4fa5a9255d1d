"""Stories above several typed questions: of which questions each is, where that is clear, and its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cpsprep.core.interchange.draft import Remark, Skipped
from cpsprep.core.interchange.listed.fields import leads_on
from cpsprep.core.interchange.listed.line import Line
from cpsprep.core.interchange.listed.raw import Grouped, Loose, Raw
from cpsprep.core.interchange.listed.spans import Span, gives_orders, is_prose, span_in
from cpsprep.core.interchange.tidy import shortened, tidy

_NAME: Final = re.compile(
    r"(?:scenario|vignette|case(?:\s+study)?|situation|passage|story)\b\s*(?:\#?\d+|[A-H]\b)?"
    r"\s*(?:\([^()]{0,60}\))?\s*[:.\u2013\u2014-]?\s*",
    re.IGNORECASE,
)
_HEADED: Final = re.compile(
    r"(?:scenario|vignette|case|case study|situation|passage|story)\s*(?:\#?\d+|[A-H]\b|[:(\u2013\u2014-]|$)",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"[^:.]*(?:[:.]\s*|$)")
_LAST: Final = re.compile(
    r"(?:now\s+|please\s+)*answer\b.{0,40}\b(?:questions?|items?)\b.{0,40}", re.IGNORECASE
)
_MOST: Final = 10
"""Questions of a story that does not say how many it is of; more are no longer clear."""
_UNCLEAR: Final = (
    "a story that does not say of which questions it is; write 'Questions 4 to 6:' before it, or make a "
    "scenario of them in the deck"
)
_NO_TEXT: Final = "it speaks of a story, and there is none below it"
_LOOSE: Final = "belongs to no question"
_STOPS: Final = (".", "!", "?")


@dataclass(slots=True)
class Told:
    """The story of each question that has one, by the question's place, and what to say of all other texts.

    A story of one question alone is in `alone`, as it is a part of what that one asks.
    """

    alone: dict[int, str] = field(default_factory=dict)
    stories: dict[int, str] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def told_stories(done: Grouped) -> Told:
    """Which texts of a file are stories, and of which questions."""
    told = Told()
    for at, one in enumerate(done.loose):
        end = next(
            (later.before for later in done.loose[at + 1 :] if later.before > one.before), len(done.questions)
        )
        _take(one, done.questions, end, told)
    return told


def with_stories_apart(done: Grouped) -> Grouped:
    """The same file where stories that stand in the stem of their first question are texts of their own."""
    edges = [_end_of_story(raw) for raw in done.questions]
    cut_off = [
        Loose(raw.stem[:edge], place, raw.topic, raw.part)
        for place, (raw, edge) in enumerate(zip(done.questions, edges, strict=True))
        if edge
    ]
    return replace(
        done,
        questions=[
            replace(raw, stem=raw.stem[edge:]) for raw, edge in zip(done.questions, edges, strict=True)
        ],
        loose=sorted([*done.loose, *cut_off], key=lambda one: one.before),
    )


def _end_of_story(raw: Raw) -> int:
    """How many lines of a stem are a story that says of which questions it is; 0 where a number precedes."""
    edges = [at for at, line in enumerate(raw.stem) if at and line.gap]
    is_story = raw.sort is None and edges and leads_on(raw.stem[0].text) and span_in(raw.stem[0].text)
    return edges[-1] if is_story else 0


def _take(one: Loose, questions: Sequence[Raw], end: int, told: Told) -> None:
    where, start = one.lines[0].where, shortened(" | ".join(line.whole for line in one.lines))
    head = one.lines[0].text.strip()
    names_itself = leads_on(head) or bool(_NAME.fullmatch(head) or _HEADED.match(one.topic))
    if one.in_table and not names_itself:
        told.skipped.append(Skipped(where, "table", f"it holds neither questions nor keys: {start}"))
        return
    whole = " ".join(line.text for line in one.lines)
    first = one.before == 0 or questions[one.before - 1].part != one.part
    guessed = not names_itself and first and bool(one.topic) and is_prose(whole) and not gives_orders(whole)
    text = _text(one.lines) if names_itself or guessed else ""
    places = _places(one, questions, end) if text else []
    if not places:
        hint = _ways_out(questions[one.before - 1 : one.before], questions[one.before : end], whole)
        what = (_UNCLEAR if text else _NO_TEXT) if names_itself else f"{_LOOSE}{hint}"
        told.remarks.append(Remark(where, f"{what}: {start}"))
        return
    kept = told.stories if len(places) > 1 else told.alone
    kept |= dict.fromkeys(places, text)
    if guessed:
        many = f"the {len(places)} questions" if len(places) > 1 else "the question"
        told.remarks.append(Remark(where, f"taken for the story of {many} below it: {start}"))
    if pictures := [mark for line in one.lines for mark in line.pictures]:
        left = "a picture of this story was" if len(pictures) == 1 else "pictures of this story were"
        told.remarks.append(Remark(where, " ".join([f"{left} left out: {start}", *pictures])))


def _ways_out(above: Sequence[Raw], below: Sequence[Raw], text: str) -> str:
    """What to write before a text, by the questions that it may belong to."""
    ways = []
    if below and is_prose(text):
        first, last = below[0].number, below[:_MOST][-1].number
        said = f"Questions {first} to {last}:" if 0 < first < last else "Read this for the next question:"
        ways.append(f"if it is a story, name its questions before it, such as '{said}'")
    if any(raw.number and raw.answer for raw in above) and text.endswith(_STOPS):
        ways.append(f"if it explains question {above[0].number}, write 'Explanation:' before it")
    return f" ({'; '.join(ways)})" if ways else ""


def _places(one: Loose, questions: Sequence[Raw], end: int) -> list[int]:
    """The places of the questions that a story is of; none where that is not clear."""
    said: Span | None = None
    for text in (one.lines[0].text, one.topic, one.lines[-1].text):
        said = said or span_in(text)
    if said is None:
        parts = [raw.part for raw in questions[one.before : end]]
        count = next((at for at, part in enumerate(parts) if part != one.part), len(parts))
        return list(range(one.before, one.before + count)) if count <= _MOST else []
    if isinstance(said, int) or not any(raw.number for raw in questions):
        count = said if isinstance(said, int) else len(said)
        return list(range(one.before, min(one.before + count, len(questions))))
    found = [at for at, raw in enumerate(questions) if at >= one.before and raw.number in said][: len(said)]
    return found if found and found == list(range(found[0], found[0] + len(found))) else []


def _text(lines: Sequence[Line]) -> str:
    """The story without its name and without what it says of questions, which come one by one in study."""
    rest = without_lead(lines[0].text)
    parts = [rest, *(("\n\n" if line.gap else "\n") + line.whole for line in lines[1:])]
    if len(parts) > 1 and _LAST.fullmatch(lines[-1].whole.strip().rstrip(".:")):
        parts.pop()
    return tidy("".join(parts))


def without_lead(text: str) -> str:
    """A text without its name, such as `Scenario 2:`, and without a first sentence on questions."""
    if named := _NAME.match(text) if leads_on(text) or _NAME.fullmatch(text.strip()) else None:
        return text[named.end() :]
    found = _FIRST.match(text) if leads_on(text) else None
    return text[found.end() :] if found else text
