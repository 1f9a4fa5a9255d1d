"""The chance of answering a question right without knowing it."""

from math import comb
from typing import Final

from cpsprep.core.item import Kind

USUAL_OPTIONS: Final = 4
"""Where an answer does not tell how many options were shown."""
CHOICES: Final = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE})
"""Kinds that the program marks; the others grade themselves, and nobody guesses them right."""


def chance_of(kind: Kind, options: int = 0) -> float:
    """The chance of a blind guess among so many options, 0 where that number is not known.

    Of a multiple choice it is taken that two are to be chosen.
    """
    match kind:
        case Kind.TRUEFALSE:
            return 1 / 2
        case Kind.MULTIPLE:
            return 1 / comb(max(options or USUAL_OPTIONS, 3), 2)
        case Kind.SINGLE:
            return 1 / max(options or USUAL_OPTIONS, 2)
        case _:
            return 0.0


def guessed(known: float, chance: float) -> float:
    """The chance of a right answer: who does not know it guesses."""
    return chance + (1 - chance) * known
