"""Two questions tell and ask nearly the same.

One of them may give the other away, and a learner meets one thing twice. Compared are the words that carry
meaning, of situation and question, whatever their order; the threshold is twice the number of shared words
by the number of all. Questions of one scenario are not compared.

PASS:
    - {id: ex-0001, kind: basic, front: Which word names feeling with a person who hurts?, back: Empathy.}
    - {id: ex-0002, kind: basic, front: Which word names planning with a person who hurts?, back: Help.}
FAIL:
    - {id: ex-0001, kind: basic, front: Which word names feeling with a person who hurts?, back: Empathy.}
    - {id: ex-0002, kind: basic, back: Empathy., front: Which word names how persons hurt and feel?} # here
"""

from collections.abc import Iterable, Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import Item, Kind, Status
from cpsprep.core.lint.rule import BankRule, Finding, Strictness, in_item
from cpsprep.core.lint.shown import asked_field, choice, lead_in, statement, story
from cpsprep.core.lint.words import meaning
from cpsprep.core.problem import Severity

_FEWEST: Final = 4
"""Where a question has fewer words that carry meaning, its options count too."""


def check(bank: Bank) -> Iterator[Finding]:
    items = [item for item in bank.items.values() if item.status is not Status.RETIRED]
    order = {item.id: number for number, item in enumerate(items)}
    reported: set[str] = set()
    for alike, *pair in _pairs(items, RULE.limit(bank.header)):
        first, later = sorted(pair, key=lambda one: order[one.id])
        if later.id not in reported:
            reported.add(later.id)
            message, hint = (
                f"this is {alike:.0%} the same as '{first.id}'",
                "keep one, or ask for something else",
            )
            yield in_item(later, asked_field(later), message=message, hint=hint)


def _pairs(items: Iterable[Item], limit: float) -> Iterator[tuple[float, Item, Item]]:
    by_size = sorted(((_said(item), item) for item in items), key=lambda one: len(one[0]))
    for index, (said, item) in enumerate(by_size):
        for others, other in by_size[index + 1 :]:
            if 2 * len(said) < limit * (len(said) + len(others)):
                break  # and those that follow have more words still
            likeness = _likeness(said, others)
            if likeness >= limit and not _siblings(item, other):
                yield likeness, item, other


def alike(one: Item, other: Item) -> float:
    """How much two questions say and ask the same, from 0 to 1."""
    return _likeness(_said(one), _said(other))


def _likeness(said: frozenset[str], others: frozenset[str]) -> float:
    return 2 * len(said & others) / (len(said) + len(others) or 1)


def _said(item: Item) -> frozenset[str]:
    body, asks = choice(item), item.kind is not Kind.TRUEFALSE
    found = meaning(f"{story(item)}\n\n{lead_in(item)}" if asks else statement(item))
    return found | meaning("\n\n".join(body.options.values())) if body and len(found) < _FEWEST else found


def _siblings(one: Item, other: Item) -> bool:
    return bool(one.scenario and other.scenario and one.scenario.id == other.scenario.id)


RULE: Final = BankRule(
    "near-duplicate", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=0.85
)
