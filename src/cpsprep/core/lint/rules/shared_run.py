"""Two situations share a run of words.

A story told twice teaches the words, and one may give the other away. Looked at are situations, without the
question at their end, and not those of one scenario; a run with fewer than three words that carry meaning is
a turn of speech. The threshold is the number of words in a row. Where two questions are a pair on purpose:
`# cpsprep: ignore shared-run pair with ...`.

PASS:
    - {id: ex-0001, kind: basic, front: Ana says that she wants to go back to work. Why?, back: For people.}
    - {id: ex-0002, kind: basic, front: Eve says that she wants to go back to school. Why?, back: To learn.}
FAIL:
    - id: ex-0001
      kind: basic
      front: Ana wants her old job at the bakery by the river back. What may help?
      back: Steps.
    - id: ex-0002
      kind: basic
      front: Eve tells of her old job at the bakery by the river. What may help? # here
      back: Steps.
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import Item, Status
from cpsprep.core.lint.rule import BankRule, Finding, Strictness, in_item
from cpsprep.core.lint.shown import asked_field, story
from cpsprep.core.lint.words import base, meaning, words
from cpsprep.core.problem import Severity

_EVERYWHERE: Final = frozenset(map(base, ("peer", "specialist", "recovery", "center")))
_FEWEST: Final = 3
"""A run with fewer other words that carry meaning is a turn of speech."""


def check(bank: Bank) -> Iterator[Finding]:
    length = max(1, int(RULE.limit(bank.header)))
    first: dict[tuple[str, ...], Item] = {}
    for item in bank.items.values():
        if item.status is Status.RETIRED:
            continue
        found = words(story(item))
        told: set[str] = set()
        for at in range(len(found) - length + 1):
            run = found[at : at + length]
            if len(meaning(" ".join(run)) - _EVERYWHERE) < _FEWEST:
                continue
            other = first.setdefault(run, item)
            if other.id not in told and not _same_story(item, other):
                told.add(other.id)
                message = f"'{' '.join(run)}' is in '{other.id}' too"
                yield in_item(item, asked_field(item), message=message, hint="tell it in other words")


def _same_story(one: Item, other: Item) -> bool:
    return one.id == other.id or bool(
        one.scenario and other.scenario and one.scenario.id == other.scenario.id
    )


RULE: Final = BankRule("shared-run", Severity.HINT, __doc__, check, level=Strictness.STRICT, threshold=8)
