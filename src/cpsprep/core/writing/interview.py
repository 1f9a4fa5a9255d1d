"""Writing a question by being asked for its parts: what to ask next, and what came of it.

The whole state is the list of what was said, so that it can be kept, taken up again and taken back.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Kind

Said = tuple[tuple[str, str], ...]
"""What was said so far: the part, and its text; "" where it was skipped, or where lines or options end."""
LETTERS: Final = "abcdefgh"
TRUTH: Final = ("true", "false")
LISTS: Final = frozenset({"tags", "claims", "facts", "source"})
ASKED: Final[Mapping[Kind, str]] = {
    Kind.SINGLE: "stem",
    Kind.MULTIPLE: "stem",
    Kind.TRUEFALSE: "stem",
    Kind.CLOZE: "text",
    Kind.BASIC: "front",
}
"""The field that holds what is asked."""
_MANY: Final = frozenset({"stem", "text", "front", "option"})
"""Parts that go on until an empty line."""
_FEWEST: Final = 2
_KIND: Final = (
    "Which kind? s: one right option, m: several, t: true or false, c: a text with hidden parts, "
    "b: front and back. Enter: s."
)
_FIRST: Final = {
    "stem": "Write the question. It may have several lines; an empty line ends it.",
    "text": "Write the text, each hidden part as {{c1::part}}. An empty line ends it.",
    "front": "Write the front, which asks. An empty line ends it.",
}
_MORE: Final = "More, or Enter."
_KEY: Final = {
    Kind.SINGLE: "Which option is right? Type its letter.",
    Kind.MULTIPLE: "Which options are right? Type their letters, such as: a c.",
    Kind.TRUEFALSE: "Is it true or false? Type t or f.",
}
_REQUIRED: Final = {
    "topic": "Which topic? A word or two.",
    "tags": "Which tags? With commas between them.",
    "claims": "Which claims does it test? Ids, with commas between them.",
    "facts": "Which facts does the key rest on? Ids, with commas between them.",
    "content_note": "Write a short calm sentence to be read before it.",
    "review_by": "By which day should somebody look at it again? Such as 2027-06-30.",
    "status": "Which status? Type draft or live.",
}
"""Fields that are asked for only where the bank requires them."""


class Ask(NamedTuple):
    """One thing to ask for: the part of the question, what to say, and whether it cannot be skipped."""

    part: str
    words: str
    needed: bool = False


def next_ask(said: Said, header: BankHeader, *, has_domain: bool) -> Ask | None:
    """What to ask now; None where nothing is left.

    Args:
        said: so far.
        header: what the bank requires.
        has_domain: whether the deck gives its questions a domain.
    """
    kind = kind_of(said)
    if kind is None:
        return Ask("kind", _KIND)
    asks = (*_body(said, kind), *_reasons(said, kind, header), *_about(header, has_domain=has_domain))
    return next((ask for ask in asks if not _is_done(said, ask.part)), None)


def is_whole(said: Said) -> bool:
    """Whether it can be answered by now, though reasons and the like may be missing."""
    kind = kind_of(said)
    return kind is not None and all(_is_done(said, ask.part) for ask in _body(said, kind))


def texts_of(said: Said, part: str) -> list[str]:
    """What was said of a part, line by line or option by option."""
    return [text for one, text in said if one == part and text]


def kind_of(said: Said) -> Kind | None:
    """The kind, once it was said."""
    found = texts_of(said, "kind")
    return Kind(found[0]) if found else None


def options_of(said: Said) -> dict[str, str]:
    """The options by their letters; of a statement, true and false."""
    match kind_of(said):
        case Kind.SINGLE | Kind.MULTIPLE:
            return dict(zip(LETTERS, texts_of(said, "option"), strict=False))
        case Kind.TRUEFALSE:
            return {one: one.capitalize() for one in TRUTH}
        case _:
            return {}


def fields_of(said: Said, name: str) -> dict[str, object]:
    """The question so far under this id, by the fields of its file."""
    kind = kind_of(said)
    fields: dict[str, object] = {"id": name}
    if kind is None:
        return fields
    fields |= {"kind": kind.value, ASKED[kind]: "\n".join(texts_of(said, ASKED[kind]))}
    if kind in {Kind.SINGLE, Kind.MULTIPLE}:
        fields["options"] = options_of(said)
    for field in ("why", "misconception"):
        fields[field] = {one: text for one in options_of(said) for text in texts_of(said, f"{field}.{one}")}
    for field, text in said:
        if text and field not in _MANY and field != "kind" and "." not in field:
            fields[field] = _value(field, text, kind)
    return fields


def _value(field: str, text: str, kind: Kind) -> object:
    if field in LISTS or (field == "answer" and kind is Kind.MULTIPLE):
        return [one.strip() for one in text.split(",") if one.strip()]
    return text == "true" if field == "answer" and kind is Kind.TRUEFALSE else text


def _is_done(said: Said, part: str) -> bool:
    return (part, "") in said if part in _MANY else any(one == part for one, _ in said)


def _body(said: Said, kind: Kind) -> Iterator[Ask]:
    field = ASKED[kind]
    begun = bool(texts_of(said, field))
    yield Ask(field, _MORE if begun else _FIRST[field], needed=not begun)
    number = len(texts_of(said, "option"))
    if kind in {Kind.SINGLE, Kind.MULTIPLE} and number < len(LETTERS):
        end = "" if number < _FEWEST else " Enter: there are no more."
        yield Ask("option", f"Option {LETTERS[number]}.{end}", needed=number < _FEWEST)
    if kind in _KEY:
        yield Ask("answer", _KEY[kind], needed=True)
    if kind is Kind.BASIC:
        yield Ask("back", "Write the back, which answers.", needed=True)


def _reasons(said: Said, kind: Kind, header: BankHeader) -> Iterator[Ask]:
    right = [one.strip() for text in texts_of(said, "answer") for one in text.split(",")]
    for option, text in options_of(said).items():
        verdict = "right" if option in right else "not right"
        named = text if kind is Kind.TRUEFALSE else f"{option}. {text}"
        yield Ask(f"why.{option}", f"Why is this {verdict}? {named}", needed="why" in header.require)
    if "misconception" in header.require:
        known = ", ".join(header.misconceptions)
        for option, text in options_of(said).items():
            if option not in right:
                yield Ask(
                    f"misconception.{option}", f"Which wrong idea does it show? {text} One of: {known}."
                )
    needed = "explanation" in header.require or (not options_of(said) and "why" in header.require)
    if needed or not options_of(said):
        yield Ask("explanation", "What is the principle behind it?", needed=needed)


def _about(header: BankHeader, *, has_domain: bool) -> Iterator[Ask]:
    needed = header.require
    if header.domains and not has_domain:
        known = ", ".join(domain.id for domain in header.domains)
        yield Ask("domain", f"Which domain? {known}.", needed="domain" in needed)
    yield Ask(
        "level", "What does it ask for? r: recall, c: comprehension, a: application.", "level" in needed
    )
    known = f" One or more of: {', '.join(header.sources)}." if header.sources else ""
    yield Ask("source", f"Where is it from?{known}", needed="source" in needed)
    yield from (Ask(field, words, needed=True) for field, words in _REQUIRED.items() if field in needed)
