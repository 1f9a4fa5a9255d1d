"""Asking a person for the keys that a file does not have: one question at a time, to be left at any point."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from cpsprep.app.import_bank import Named
from cpsprep.cli.saying import counted, say
from cpsprep.core.interchange.draft import LETTERS, TRUTH, Draft
from cpsprep.core.interchange.settling import keyed
from cpsprep.core.interchange.tables.key_words import right_ones, truth_of
from cpsprep.core.item import Kind

_ENOUGH: Final = frozenset({"q", "quit"})
_TRIES: Final = 3


def with_keys(needing: Sequence[Named], read: Callable[[], str]) -> Iterator[Named]:
    """The questions that got a key; the others are left for later.

    Args:
        needing: those that need one.
        read: waits for a line, "" at the end of input.

    Raises:
        KeyboardInterrupt: from `read`; the questions before have come.
    """
    say(
        f"{counted(len(needing), 'question has', 'questions have')} no key. Type the letter of the right one."
    )
    say("Several: a c. Enter leaves a question for later, q stops asking.")
    for number, named in enumerate(needing, 1):
        say("")
        for line in question_lines(named.draft, number, len(needing)):
            say(line)
        places = _asked(named.draft, read)
        if places is None:
            return
        if places:
            yield Named(named.id, keyed(named.draft, places))


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


def _asked(draft: Draft, read: Callable[[], str]) -> tuple[int, ...] | None:
    """The places of the right options, none to leave it for later; None where there is enough."""
    texts = [option.text for option in draft.options]
    for _ in range(_TRIES):
        line = read()
        if not line or line.strip().lower() in _ENOUGH:
            return None
        if not line.strip():
            return ()
        truth = (
            truth_of(line)
            if draft.kind is Kind.TRUEFALSE and line.strip().lower() not in {"a", "b"}
            else None
        )
        places = (TRUTH.index(str(truth).lower()),) if truth is not None else right_ones(line, texts)
        if places and (draft.kind is not Kind.TRUEFALSE or len(places) == 1):
            return places
        say(f"That names no option; type one of {' '.join(LETTERS[: len(texts)])}, Enter or q.")
    return ()
