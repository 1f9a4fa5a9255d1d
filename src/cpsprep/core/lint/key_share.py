"""How often the key is the longest or the shortest of its options, against what chance would do."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import Choice
from cpsprep.core.lint.shown import key_and_others, single
from cpsprep.core.lint.words import words

_FEWEST: Final = 8
"""Fewer questions say nothing."""


@dataclass(frozen=True, slots=True)
class KeyShare:
    """In how many of `total` questions the key stands out, and how many chance and luck explain."""

    total: int
    seen: float
    expected: float
    most: float


def too_often(bank: Bank, sign: int, errors: float) -> Iterator[str]:
    """What is to be said where the key is longest (1) or shortest (-1) too often."""
    found = (single(item) for item in bank.items.values())
    bodies = [body for body in found if body and len(body.options) > 1]
    for unit, measure in (("characters", len), ("words", lambda text: len(words(text)))):
        one = share(bodies, lambda text, size=measure: sign * size(text), errors)  # type: ignore[misc]
        if one.total >= _FEWEST and one.seen > one.most:
            extreme = "longest" if sign > 0 else "shortest"
            told = f"{one.seen:.0f} of {one.total} questions; chance gives {one.expected:.0f}"
            yield f"the key is the {extreme} option in {unit} in {told}"


def share(bodies: Iterable[Choice], measure: Callable[[str], int], errors: float) -> KeyShare:
    """How often the key measures most; where it ties with others it counts for its part.

    With k options the key should stand out in p = 1/k of the questions. `most` is the sum of p plus `errors`
    standard errors, the root of the sum of p(1-p): of n questions of one kind, n(p + errors sqrt(p(1-p)/n)).
    """
    total, seen, expected, variance = 0, 0.0, 0.0, 0.0
    for body in bodies:
        key, others = key_and_others(body)
        sizes = [measure(key), *map(measure, others)]
        seen += (sizes[0] == max(sizes)) / sizes.count(max(sizes))
        chance = 1 / len(sizes)
        total += 1
        expected += chance
        variance += chance * (1 - chance)
    return KeyShare(total, seen, expected, expected + errors * sqrt(variance))
