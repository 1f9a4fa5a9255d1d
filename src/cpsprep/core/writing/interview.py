"""Writing a question by being asked for its parts: what is asked for, what comes next, and what came of it.

The whole state is the list of what was said, so that it can be kept, taken up again and taken back. The form
in full screen (`core.writing.form`) has the same state and parts, so that either goes on with the other's.
"""

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import LETTERS, TRUTH, Kind
from cpsprep.core.writing.parts import ABOUT, ASKED, LISTS, PARTS

Said = tuple[tuple[str, str], ...]
"""What was said so far: the part, and its text; "" where it was skipped, or where lines or options end.

Lines of one text follow each other under one name; one that starts with a break stands after an empty line.
What another kind of question would have may be among it; it counts again once the kind is changed back.
"""
_ABOUT: Final = ("why.", "misconception.")
"""What is said of an option begins so, its letter after it."""
_FEWEST: Final = 2
FIRST: Final = {
    "stem": "Write the question. It may have several lines.",
    "text": "Write the text, each hidden part as {{c1::part}}.",
    "front": "Write the front, which asks.",
}
"""What to write into the field that asks."""
_END: Final = " An empty line ends it."
_MORE: Final = "More, or Enter."
_LAST: Final = " Enter: there are no more."
_KEY: Final = {
    Kind.SINGLE: "Which option is right? Type its letter.",
    Kind.MULTIPLE: "Which options are right? Type their letters, such as: a c.",
    Kind.TRUEFALSE: "Is it true or false? Type t or f.",
}
_OWN: Final = frozenset({"kind", "answer", "back", *ASKED.values()})
"""Parts that a question has by its kind."""


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
    asks = asks_of(said, header, has_domain=has_domain)
    return next((ask for ask in asks if not _is_done(said, ask)), None)


def asks_of(said: Said, header: BankHeader, *, has_domain: bool) -> Iterator[Ask]:
    """All that is asked for of this question, in order, also what was said by now; see `next_ask`."""
    yield Ask("kind", PARTS["kind"].question)
    kind = kind_of(said)
    if kind is not None:
        yield from (*_body(said, kind), *_reasons(said, kind, header), *_about(header, has_domain=has_domain))


def is_whole(said: Said) -> bool:
    """Whether it can be answered by now, though reasons and the like may be missing."""
    kind = kind_of(said)
    return kind is not None and all(_is_done(said, ask) for ask in _body(said, kind))


def texts_of(said: Said, part: str) -> list[str]:
    """What was said of a part, line by line."""
    return [text for one, text in said if one == part and text]


def text_of(said: Said, part: str) -> str:
    """What was said of a part, as one text."""
    return "\n".join(texts_of(said, part))


def kind_of(said: Said) -> Kind | None:
    """The kind, once it was said."""
    found = [one for text in texts_of(said, "kind") for one in Kind if one.value == text]
    return found[0] if found else None


def options_of(said: Said) -> dict[str, str]:
    """The options by their letters; of a statement, true and false."""
    match kind_of(said):
        case Kind.SINGLE | Kind.MULTIPLE:
            return {one: text for one in LETTERS if (text := text_of(said, f"option.{one}"))}
        case Kind.TRUEFALSE:
            return {one: one.capitalize() for one in TRUTH}
        case _:
            return {}


def right_of(said: Said) -> list[str]:
    """The options that are said to be right."""
    return marked(said, options_of(said))


def marked(said: Said, among: Collection[str]) -> list[str]:
    """Which of these were said last to be right."""
    for text in reversed(texts_of(said, "answer")):
        right = {one.strip() for one in text.split(",")}
        if found := [one for one in among if one in right]:
            return found
    return []


def lacking(said: Said, header: BankHeader, *, has_domain: bool) -> list[str]:
    """The parts without which the question cannot be saved, and of which nothing was said."""
    asks = asks_of(said, header, has_domain=has_domain)
    return [ask.part for ask in asks if ask.needed and not _is_said(said, ask.part)]


def fields_of(said: Said, name: str) -> dict[str, object]:
    """The question so far under this id, by the fields of its file."""
    kind = kind_of(said)
    fields: dict[str, object] = {"id": name}
    if kind is None:
        return fields
    options = options_of(said)
    fields |= {"kind": kind.value, ASKED[kind]: text_of(said, ASKED[kind])}
    if kind in {Kind.SINGLE, Kind.MULTIPLE}:
        fields["options"] = options
    for field in ("why", "misconception"):
        fields[field] = {one: text for one in options if (text := text_of(said, f"{field}.{one}"))}
    if right := right_of(said):
        fields["answer"] = _answer(right, kind)
    for field in dict.fromkeys(part for part, _ in said):
        if (text := text_of(said, field)) and field not in _OWN and "." not in field:
            fields[field] = (
                [one.strip() for one in text.split(",") if one.strip()] if field in LISTS else text
            )
    if kind is Kind.BASIC:
        fields["back"] = text_of(said, "back")
    return fields


def _answer(right: list[str], kind: Kind) -> object:
    if kind is Kind.MULTIPLE:
        return right
    return right[0] == TRUTH[0] if kind is Kind.TRUEFALSE else ", ".join(right)


def _is_done(said: Said, ask: Ask) -> bool:
    """Whether it is not asked for again: it was said or skipped; of texts with lines, they were ended."""
    if ask.part in ASKED.values():
        return (ask.part, "") in said
    return _is_said(said, ask.part) or (not ask.needed and any(one == ask.part for one, _ in said))


def _is_said(said: Said, part: str) -> bool:
    if part != "answer":
        return bool(texts_of(said, part))
    number = len(right_of(said))
    return number >= _FEWEST if kind_of(said) is Kind.MULTIPLE else number == 1


def _body(said: Said, kind: Kind) -> Iterator[Ask]:
    field = ASKED[kind]
    begun = bool(texts_of(said, field))
    yield Ask(field, _MORE if begun else f"{FIRST[field]}{_END}", needed=not begun)
    if kind in {Kind.SINGLE, Kind.MULTIPLE}:
        yield from _options(said)
    if kind in _KEY:
        yield Ask("answer", _KEY[kind], needed=True)
    if kind is Kind.BASIC:
        yield Ask("back", PARTS["back"].question, needed=True)


def _options(said: Said) -> Iterator[Ask]:
    """The options that were begun, and the next one."""
    begun = begun_of(said)
    last = max(map(LETTERS.index, begun), default=-1)
    few = len([text for text in begun.values() if text]) < _FEWEST
    for at, letter in enumerate(LETTERS[: max(last + 2, _FEWEST)]):
        needed = letter in begun or few
        if needed or at > last:
            yield Ask(f"option.{letter}", f"Option {letter}.{'' if needed else _LAST}", needed=needed)


def begun_of(said: Said) -> dict[str, str]:
    """The options by their letters, those too of which only a reason was said, or that they are right."""
    options = options_of(said)
    if kind_of(said) not in {Kind.SINGLE, Kind.MULTIPLE}:
        return options
    about = {part.partition(".")[2] for part, text in said if text and part.startswith(_ABOUT)}
    about |= set(marked(said, LETTERS))
    return {one: options.get(one, "") for one in LETTERS if one in options or one in about}


def _reasons(said: Said, kind: Kind, header: BankHeader) -> Iterator[Ask]:
    right = right_of(said)
    for option, text in begun_of(said).items():
        verdict = "right" if option in right else "not right"
        named = text if kind is Kind.TRUEFALSE else f"{option}. {text}"
        question = PARTS["why"].question.format(verdict=verdict)
        yield Ask(f"why.{option}", f"{question} {named}", needed="why" in header.require)
    if "misconception" in header.require:
        idea = PARTS["misconception"]
        for option, text in begun_of(said).items():
            if option not in right:
                yield Ask(f"misconception.{option}", f"{idea.question} {text}{idea.known(header)}")
    needed = "explanation" in header.require or (not options_of(said) and "why" in header.require)
    if needed or not options_of(said):
        yield Ask("explanation", PARTS["explanation"].question, needed=needed)


def _about(header: BankHeader, *, has_domain: bool) -> Iterator[Ask]:
    for part in ABOUT:
        needed = part.name in header.require
        if part.name == "domain" and (has_domain or not header.domains):
            continue
        if needed or part.is_always_asked:
            yield Ask(part.name, f"{part.question}{part.known(header)}", needed=needed)
