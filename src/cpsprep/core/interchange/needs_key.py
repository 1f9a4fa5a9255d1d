"""Questions without a key as a text to fill in, which the reader of typed lists takes back."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.media.pictures import media_of
from cpsprep.core.item import LETTERS, Kind
from cpsprep.core.paragraphs import one_line

_WAITING: Final = re.compile(r"^ID:[ \t]*(\S+)(?:\n(?!ID:|Answer:).*)*\nAnswer:[ \t]*(\S?)", re.MULTILINE)
_FIRST: Final = "// These questions came without a key."
_HEAD: Final = f"""\
{_FIRST} Write it behind "Answer:": the letter of the right option (several with a
// comma between them), and where "(true or false)" stands, true or false. Save the file, then type:
//   {{command}}
"""
_HEADED: Final = re.compile(f"^{_FIRST}", re.MULTILINE)
STATEMENT: Final = "(true or false)"
"""Below a statement, in the place of options."""
_INDENT: Final = "    "
_BEGINS: Final = re.compile(r"^Question \d+\. ", re.MULTILINE)
_ID: Final = re.compile(r"^ID:[ \t]*(\S+)", re.MULTILINE)
_OURS: Final = re.compile(
    rf"{_INDENT}.*|[a-h]\) .*|{re.escape(STATEMENT)}|// .*"
    r"|(?:ID|Why [a-h]|Picture|Story above it|Topic|Tags|Explanation): .*"
)
"""A line of a question below its first, as it is written here."""
_COMMAND: Final = "//   "
_DOUBT: Final = re.compile(r"^// .*\n(ID:)", re.MULTILINE)
"""Why the key of a question is asked for, above its id."""


def needs_key_text(questions: Sequence[tuple[str, Draft]], command: str) -> str:
    """The text: each question under its id, with an empty line for its answer."""
    parts = ("\n".join(_lines(number, name, draft)) for number, (name, draft) in enumerate(questions, 1))
    return "\n".join([_HEAD.format(command=command), *(f"{part}\n" for part in parts)])


def is_needs_key(text: str) -> bool:
    """Whether a text is of that sort, by its first line."""
    return _HEADED.search(text) is not None


def waiting_in(text: str, ids: Container[str]) -> int:
    """How many questions of such a text still wait for their key, or to be brought in with it.

    Args:
        text: as somebody may have filled it in.
        ids: of the questions of the bank.
    """
    return sum(not found[2] or found[1] not in ids for found in _WAITING.finditer(text))


def gives_way(old: str, new: str, keyed: Container[str]) -> bool:
    """Whether nothing is lost where a newer text takes the place of an older one.

    Args:
        old: as somebody may have filled it in.
        new: as it would be written.
        keyed: the ids of questions that have their keys by now.
    """
    head, *questions = _BEGINS.split(old)
    known = {one.strip() for one in _BEGINS.split(new)[1:]}
    known |= {_DOUBT.sub(r"\1", one) for one in known}  # what is asked about a question may be new
    own = {"", *_HEAD.split("\n")}
    ours = all(line in own or line.startswith(_COMMAND) for line in head.split("\n"))
    return ours and all(one.strip() in known or _is_untouched(one, keyed) for one in questions)


def _is_untouched(question: str, keyed: Container[str]) -> bool:
    """Whether a question has its key by now, and nobody wrote anything below its first line."""
    first, *lines = question.strip().split("\n")
    name = _ID.search(question)
    empty = bool(first and lines) and lines.pop() == "Answer:"
    return (
        empty and bool(name and name[1] in keyed) and all(not line or _OURS.fullmatch(line) for line in lines)
    )


def _lines(number: int, name: str, draft: Draft) -> Iterator[str]:
    yield from _text(f"Question {number}.", draft.stem)
    if draft.kind is Kind.TRUEFALSE:
        yield STATEMENT
    else:
        yield from (
            f"{letter}) {one_line(one.text)}" for letter, one in zip(LETTERS, draft.options, strict=False)
        )
    if draft.doubt:
        yield f"// {one_line(draft.doubt)}"
    yield f"ID: {name}"
    for letter, one in zip(LETTERS, draft.options, strict=False):
        if one.why and draft.kind is not Kind.TRUEFALSE:
            yield from _text(f"Why {letter}:", one.why)
    yield from (f"Picture: {name}: {one_line(words)}" for name, words in media_of(draft).items())
    if draft.story:
        yield from _text("Story above it:", draft.story)
    if draft.topic:
        yield f"Topic: {one_line(draft.topic)}"
    if draft.tags:
        yield f"Tags: {', '.join(draft.tags)}"
    if draft.explanation:
        yield from _text("Explanation:", draft.explanation)
    yield "Answer:"


def _text(head: str, text: str) -> Iterator[str]:
    """A text behind its head; its further lines are indented, so that none is taken for anything else."""
    first, *rest = text.split("\n")
    yield f"{head} {first}"
    yield from (f"{_INDENT}{line}" if line.strip() else "" for line in rest)
