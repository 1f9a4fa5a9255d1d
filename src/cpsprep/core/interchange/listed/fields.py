"""Lines that say something of the question above them: its answer, an explanation, its topic."""

import re
from enum import StrEnum
from typing import Final, NamedTuple

from cpsprep.core.interchange.answer_words import (
    ANSWER,
    ANSWER_OR_CHOICE,
    LETTERS_OF_A_KEY,
    RIGHT,
    SAID_BEFORE_A_COLON,
    SAID_BEFORE_IS,
)
from cpsprep.core.interchange.listed.gaps import GAPS
from cpsprep.core.item import LETTERS
from cpsprep.core.media import NAME


class Said(StrEnum):
    """What such a line is about."""

    ANSWER = "answer"
    EXPLANATION = "explanation"
    TOPIC = "topic"
    TAGS = "tags"
    LEVEL = "level"
    NAME = "name"
    SOURCE = "source"
    STORY = "story"
    GAPS = "gaps"
    AREA = "area"
    PICTURE = "picture"


class Field(NamedTuple):
    """`option` is the place of the option that an explanation is for, -1 for the whole question."""

    said: Said
    text: str
    option: int = -1


_COLON: Final = r"\s*[:=\uff1a\u2013\u2014]\s*"
_ANSWER: Final = re.compile(
    rf"{SAID_BEFORE_A_COLON}\.?{_COLON}(.*)|{SAID_BEFORE_IS}(?:\s+(?:is|are)\b\s*:?\s*|\.\s+(?=[A-H]\b))(.*)"
    rf"|(?:correct|right){_COLON}(.*)|{ANSWER}\.?\s+[(\[]?([A-H])[)\].]?"
    rf"|(?:{RIGHT}\s+)?{ANSWER}\.?\s*(?:-+>?|\u2192)\s*(?!key\b|sheet\b)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_LIKE_A_KEY: Final = re.compile(
    rf"[^\W\d_]+(?:\s[^\W\d_]+){{0,2}}\s*[:\uff1a]\s*[(\[]?{LETTERS_OF_A_KEY}[)\]]?\.?"
)
_POINTS: Final = re.compile(
    r"[(\[]?\d{1,3}(?:\.\d{1,2})?\s*(?:(?:/|out of)\s*\d{1,3}(?:\.\d{1,2})?\s*)?"
    r"(?:points?|pts?\.?|marks?)(?: possible)?[)\]]?",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(r"(?:[^\w\s\"'\u2018-\u201d(\[{<#$%&.\u2026/\\]\s?){1,6}(?=[^\W\d_])")
"""Signs and small pictures before the words, such as an arrow."""
_AROUND: Final = re.compile(r"[(\[]([^()\[\]]+)[)\]]\.?")
_NUMERAL: Final = r"\d{1,3}|[IVX]{1,5}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten"
_SECTION: Final = re.compile(
    r"(?:chapter|section|module|unit|part|lesson|week|session)\s*[-#]?\s*"
    rf"(?:{_NUMERAL})\s*(?:[:.\-\u2013\u2014]\s*(.{{0,80}}))?",
    re.IGNORECASE,
)
_SORT_ALONE: Final = re.compile(
    r"\b(?:questions?|multiple|true|false|matching|answers?|essay|items?|points?)\b", re.IGNORECASE
)
_EXPLANATION: Final = re.compile(
    rf"(?:general\s+)?(?:explanation|rationale|reason|feedback|justification|why|comment|because)s?"
    rf"(?:\s+(?:for|of))?(?:\s+{ANSWER_OR_CHOICE})?(?:\s+[(\[]?([A-Ha-h])[)\]]?)?{_COLON}(.*)",
    re.IGNORECASE | re.DOTALL,
)
_OTHERS: Final = (
    (Said.TOPIC, r"topic|category|subject|competency|domain|chapter|section|module|unit"),
    (Said.TAGS, r"tags?|keywords?"),
    (Said.LEVEL, r"level|cognitive level|bloom(?:'s)? level"),
    (Said.NAME, r"id|item id|question id"),
    (Said.SOURCE, r"source|reference|ref|citation"),
    (Said.STORY, r"story above it"),  # as in a list of questions without keys
)
_PATTERNS: Final = tuple(
    (said, re.compile(rf"(?:{words}){_COLON}(.+)", re.IGNORECASE | re.DOTALL)) for said, words in _OTHERS
)
_PICTURE: Final = re.compile(rf"(?:picture|sound):\s*({NAME}:\s.+)", re.IGNORECASE | re.DOTALL)
"""As in a list of questions without keys: a file of the bank, and what it shows."""
_GAPS: Final = "Gaps: "
_AREA: Final = re.compile(r"Area: ([a-z][a-z0-9-]{1,39})")
"""The id of a domain, as our own Markdown has it."""


_LEADS: Final = re.compile(
    r"(?:scenario|vignette|case(?:\s+study)?|situation|passage|story)\s*(?:\#?\d+|[A-H])?"
    r"\s*(?:\([^()]{0,60}\))?\s*[:\u2013]"
    r"|(?:please\s+|answer questions?\b.{0,40})?"
    r"(?:use|using|read|refer to|consider|based on)\s+(?:the|this|these)\b"
    r".*\b(?:questions?|items?|scenario|situation|case|story|passage)\b"
    r"|(?:the\s+(?:following|next)\s+)?(?:questions?|items?)\s+\d+\s*(?:[-\u2013,&]|to|and|through)\s*\d+\b",
    re.IGNORECASE,
)


def leads_on(text: str) -> bool:
    """Whether a line is a story of the questions below it, and of nothing above."""
    return _LEADS.match(text.strip()) is not None


def section_of(text: str) -> str:
    """The name in a line that heads a part of the file, such as `Module 3: Listening`; "" for another line.

    A heading that tells only of what sort the questions are, such as `Part B: True or false`, names no topic.
    """
    text = text.strip()
    found = _SECTION.fullmatch(text)
    if found is None or text.endswith("?") or _SORT_ALONE.search(text):
        return ""
    return (found[1] or text).strip(" :.")


def is_points(text: str) -> bool:
    """Whether a line tells only what the question is worth, as in what a quiz of Canvas looks like."""
    return _POINTS.fullmatch(text.strip()) is not None


def is_like_a_key(text: str) -> bool:
    """Whether a line has the form of `Answer: B` in words that we do not know."""
    return _LIKE_A_KEY.fullmatch(text.strip()) is not None


def field_of_line(text: str) -> Field | None:
    """What a line says of its question, None for an ordinary line."""
    text = text.strip()
    text = text[found.end() :] if (found := _LEAD.match(text)) else text
    text = found[1].strip() if (found := _AROUND.fullmatch(text)) else text
    if found := _ANSWER.fullmatch(text):
        return Field(Said.ANSWER, next((part for part in found.groups() if part is not None), "").strip())
    if found := _EXPLANATION.fullmatch(text):
        return Field(Said.EXPLANATION, found[2].strip(), LETTERS.find(found[1].lower()) if found[1] else -1)
    if found := _PICTURE.fullmatch(text):
        return Field(Said.PICTURE, found[1].strip())
    if found := _AREA.fullmatch(text):
        return Field(Said.AREA, found[1])
    if text.startswith(_GAPS) and GAPS.fullmatch(text.removeprefix(_GAPS)):
        return Field(Said.GAPS, text.removeprefix(_GAPS))
    for said, pattern in _PATTERNS:
        if found := pattern.fullmatch(text):
            return Field(said, found[1].strip())
    return None
