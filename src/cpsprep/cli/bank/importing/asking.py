"""Asking a person for the keys that a file does not have: one question at a time, to be left at any point."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from typing import Final

from cpsprep.app.import_bank import Doubt, Named
from cpsprep.cli.saying import counted, say
from cpsprep.cli.typed_words import HELP, NO, QUIT, UNDO, YES
from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.item_fields import Flat, fields_of, flat
from cpsprep.core.interchange.settling import keyed, truth_said
from cpsprep.core.interchange.tables.key_words import Labels, right_ones
from cpsprep.core.item import LETTERS, Kind
from cpsprep.core.paragraphs import one_line

_TRIES: Final = 3
_HELP: Final = (
    "Several: a c. Enter leaves a question for later.",
    "u goes back to the question before, q stops asking, ? tells this again.",
)


class _Instead(Enum):
    """What somebody may want instead of naming a key."""

    STOP = auto()
    BACK = auto()


def ask_for_keys(needing: Sequence[Named], read: Callable[[], str], got: dict[str, Named]) -> None:
    """Ask for keys; the questions without an answer are left for later.

    Args:
        needing: those that need one.
        read: waits for a line, "" at the end of input.
        got: takes those that get a key, by id.

    Raises:
        KeyboardInterrupt: from `read`; what was said before stands in `got`.
    """
    say(
        f"{counted(len(needing), 'question has', 'questions have')} no key. Type the letter of the right one."
    )
    for line in _HELP:
        say(line)
    at = 0
    while at < len(needing):
        named = needing[at]
        say("")
        for line in question_lines(named.draft, at + 1, len(needing)):
            say(line)
        match _asked(named.draft, read, is_first=at == 0):
            case _Instead.STOP:
                return
            case _Instead.BACK:
                at -= 1
                got.pop(needing[at].id, None)
            case places:
                if places:
                    got[named.id] = Named(named.id, keyed(named.draft, places))
                at += 1


def same_ones(doubts: Sequence[Doubt], read: Callable[[], str]) -> Iterator[int]:
    """The places of the questions that somebody knows again; what is not answered is a new question.

    Args:
        doubts: those that may be questions of the deck.
        read: waits for a line, "" at the end of input.

    Raises:
        KeyboardInterrupt: from `read`; nothing is written yet.
    """
    many = counted(len(doubts), "question of the file may be one", "questions of the file may be ones")
    say(f"{many} of the deck with other words.")
    say(
        "y: it is the same, and learners keep their progress. n or Enter: a new one. q: the rest are new too."
    )
    for number, one in enumerate(doubts, 1):
        draft = one.named.draft
        say("")
        say(f"Question {number} of {len(doubts)} ({draft.where}).")
        say(f"In the deck: {told_in(one.was)}")
        say(f"In the file: {told_in(flat(fields_of(draft, one.known)))}")
        say(f"Is this {one.known} with a new wording? y or n")
        answer = _yes_or_no(read)
        if answer is None:
            return
        if answer:
            yield one.place


def told_in(fields: Flat) -> str:
    """A question in one line: what it asks, its options or back."""
    stem = next((fields[name,] for name in ("stem", "front", "text") if (name,) in fields), "")
    rest = [str(text) for path, text in fields.items() if path[0] in {"options", "back"}]
    return one_line(f"{stem} ({' / '.join(rest)})" if rest else str(stem))


def _yes_or_no(read: Callable[[], str]) -> bool | None:
    """What somebody said; None where there is enough."""
    for _ in range(_TRIES):
        line = read()
        word = line.strip().lower()
        if not line or word in QUIT:
            return None
        if word in YES:
            return True
        if word in NO | {""}:
            return False
        say("Type y or n, or q to stop.")
    return False


def question_lines(draft: Draft, number: int, of: int) -> Iterator[str]:
    """A question as it is asked."""
    yield f"Question {number} of {of} ({draft.where})."
    yield draft.stem
    yield from option_lines(draft)
    if draft.doubt:
        yield f"Why it is asked: {draft.doubt}."


def option_lines(draft: Draft) -> Iterator[str]:
    """Its options with their letters."""
    yield from (f"{letter}. {option.text}" for letter, option in zip(LETTERS, draft.options, strict=False))


def _asked(draft: Draft, read: Callable[[], str], *, is_first: bool) -> tuple[int, ...] | _Instead:
    """The places of the right options, none to leave it for later; which these are is said."""
    tries = _TRIES
    while tries:
        line = read()
        word = line.strip().lower()
        if not line or word in QUIT:
            return _Instead.STOP
        if not word:
            return ()
        if word in UNDO and not is_first:
            return _Instead.BACK
        if word in UNDO:
            say("There is no question before this one.")
        elif word in HELP:
            for words in _HELP:
                say(words)
        elif places := _named(draft, line):
            say(f"Taken: {'; '.join(f'{LETTERS[at]}. {draft.options[at].text}' for at in places)}")
            return places
        else:
            tries -= 1
            say(
                f"That names no option; type one of {' '.join(LETTERS[: len(draft.options)])}, Enter, u or q."
            )
    return ()


def _named(draft: Draft, line: str) -> tuple[int, ...]:
    """The places of the options that a line names, none where it names something else."""
    if draft.kind is Kind.TRUEFALSE:
        truth = truth_said(line)
        return () if truth is None else (int(not truth),)
    return right_ones(line, [option.text for option in draft.options], labels=Labels.ASKED)
