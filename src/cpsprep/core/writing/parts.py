"""The parts of a question that is being written: a row for each, read by interview, form and stand-ins."""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Final, NamedTuple

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Kind, Level, Status

ASKED: Final[Mapping[Kind, str]] = {
    Kind.SINGLE: "stem",
    Kind.MULTIPLE: "stem",
    Kind.TRUEFALSE: "stem",
    Kind.CLOZE: "text",
    Kind.BASIC: "front",
}
"""The field that holds what is asked."""
ASK: Final = "asked"
"""The part that asks, of whichever kind."""


class Shape(Enum):
    """What may be written there: one line, several, words with commas between them, or a day."""

    LINE = auto()
    LINES = auto()
    LIST = auto()
    DAY = auto()


def _anything(_: BankHeader) -> Mapping[str, str]:
    return {}


class Part(NamedTuple):
    """One part, by the name of its field; those of an option have its letter after a point.

    Args:
        name: of the field.
        label: a word or two before it in the form.
        question: what the interview says; of what differs with the kind it has words of its own.
        shape: what may be written there.
        choices: what it can be, each with its words, by what the bank knows; none for anything.
        named: how the interview goes on where the bank knows words, which take the place of {}.
        has_initials: whether the first letter of a choice may be typed for it.
        is_always_asked: whether it is asked for though the bank does not require it.
        is_apart: whether the form leaves room above it.
    """

    name: str
    label: str
    question: str = ""
    shape: Shape = Shape.LINE
    choices: Callable[[BankHeader], Mapping[str, str]] = _anything
    named: str = ""
    has_initials: bool = False
    is_always_asked: bool = False
    is_apart: bool = True

    def known(self, header: BankHeader) -> str:
        """The end of the question: what the bank knows; "" where it knows nothing of it."""
        return self.named.format(", ".join(self.choices(header))) if self.choices(header) else ""

    def typed(self, header: BankHeader) -> Mapping[str, str]:
        """What it can be, by what may be typed for it in small letters; none where anything may."""
        values = list(self.choices(header))
        initials = {value[0]: value for value in values} if self.has_initials else {}
        return {**initials, **{value.casefold(): value for value in values}}


_KINDS: Final = {
    Kind.SINGLE.value: "one right option",
    Kind.MULTIPLE.value: "several right",
    Kind.TRUEFALSE.value: "true or false",
    Kind.CLOZE.value: "hidden parts",
    Kind.BASIC.value: "front and back",
}
_KIND: Final = (
    "Which kind? s: one right option, m: several, t: true or false, c: a text with hidden parts, "
    "b: front and back. Enter: s."
)
_LEVELS: Final = {level.value: level.value for level in Level}
_STATUSES: Final = {status.value: status.value for status in (Status.DRAFT, Status.LIVE)}
_OWN: Final = (
    Part("kind", "Kind", _KIND, choices=lambda _: _KINDS, has_initials=True, is_apart=False),
    Part(ASK, "Question", shape=Shape.LINES),
    Part("option", "Option"),
    Part("answer", "Right"),
    Part("back", "Back", "Write the back, which answers.", Shape.LINES),
    Part("why", "Reason", "Why is this {verdict}?", is_apart=False),
    Part(
        "misconception",
        "Wrong idea",
        "Which wrong idea does it show?",
        choices=lambda header: header.misconceptions,
        named=" One of: {}.",
        is_apart=False,
    ),
    Part("explanation", "Explanation", "What is the principle behind it?", Shape.LINES),
)
"""What a question has by its kind, and its reasons; when it is asked for depends on what was said."""
ABOUT: Final = (
    Part(
        "domain",
        "Domain",
        "Which domain?",
        choices=lambda header: {domain.id: domain.title for domain in header.domains},
        named=" {}.",
        is_always_asked=True,
    ),
    Part(
        "level",
        "Level",
        "What does it ask for? r: recall, c: comprehension, a: application.",
        choices=lambda _: _LEVELS,
        has_initials=True,
        is_always_asked=True,
        is_apart=False,
    ),
    Part(
        "source",
        "Source",
        "Where is it from?",
        Shape.LIST,
        choices=lambda header: header.sources,
        named=" One or more of: {}.",
        is_always_asked=True,
        is_apart=False,
    ),
    Part("topic", "Topic", "Which topic? A word or two.", is_apart=False),
    Part("tags", "Tags", "Which tags? With commas between them.", Shape.LIST, is_apart=False),
    Part("claims", "Claims", "Which claims does it test? Ids, with commas between them.", Shape.LIST),
    Part("facts", "Facts", "Which facts does the key rest on? Ids, with commas between them.", Shape.LIST),
    Part("content_note", "Note before", "Write a short calm sentence to be read before it."),
    Part(
        "review_by",
        "Review by",
        "By which day should somebody look at it again? Such as 2027-06-30.",
        Shape.DAY,
    ),
    Part("status", "Status", "Which status? Type draft or live.", choices=lambda _: _STATUSES),
)
"""What is said about a question, in the order in which it is asked for; one more field is one more row."""
PARTS: Final = {part.name: part for part in (*_OWN, *ABOUT)}
LISTS: Final = frozenset(part.name for part in PARTS.values() if part.shape is Shape.LIST)


def row_of(part: str) -> Part:
    """The row of what was asked for, such as `why.a` or, of what asks, `stem`."""
    head = part.partition(".")[0]
    return PARTS[ASK if head in ASKED.values() else head]
