"""Which board a learner means by what they typed: a state, a board's name or its letters."""

import re
from collections.abc import Iterable
from typing import Final

from cpsprep.core.records.board import GENERIC, Blueprint

_JOINED: Final = r"(?<=\w)[&.'](?=\w|$|\s)"
_WORD: Final = r"\w+"
"""Compiled when somebody asks, because a start with a plan imports this and needs none of it."""
_SAYS_NOTHING: Final = frozenset(
    {
        *(
            "a",
            "an",
            "and",
            "board",
            "cert",
            "certificate",
            "certification",
            "certified",
            "exam",
            "examination",
        ),
        *("for", "i", "in", "my", "of", "or", "peer", "recovery", "specialist", "specialists", "state"),
        *("support", "test", "the", "to"),
    }
)
"""Words that stand in the names of most boards, so that they tell nothing apart."""


def guess_board(text: str, boards: Iterable[Blueprint]) -> tuple[Blueprint, ...]:
    """The boards that may be meant: one where it is clear, several where it is not, none where nothing fits.

    An id or a name as it stands in a file is meant exactly; otherwise every word that says something must
    occur among the names of a board. Capitals, points and `&` make no difference: `ic&rc` is `ICRC`.
    """
    known = tuple(boards)
    asked = _words(text)
    exact = tuple(board for board in known if asked and asked in map(_words, _names(board)))
    if exact:
        return exact
    telling = set(asked) - _SAYS_NOTHING
    return tuple(
        board
        for board in known
        if board.id != GENERIC and telling and telling <= set(_words(" ".join(_names(board))))
    )


def _names(board: Blueprint) -> tuple[str, ...]:
    return (board.id, board.title, *board.also)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(_WORD, re.sub(_JOINED, "", text.lower().replace("_", " "))))
