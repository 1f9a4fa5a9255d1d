"""A deck file holds no items.

It shows in lists of decks, and there is nothing to study in it. As long as there are errors in the bank,
this is not looked at.

PASS:
    deck: example
    domain: listening
    items:
      - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
FAIL:
    deck: example # here
    domain: listening
    items: []
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.rule import About, BankRule, Finding
from cpsprep.core.problem import Severity


def check(bank: Bank) -> Iterator[Finding]:
    if bank.left_out or any(one.severity is Severity.ERROR for one in bank.problems):
        return
    filled = {item.deck for item in bank.items.values()}
    for deck in bank.header.decks:
        if deck not in filled:
            yield Finding(About.DECK, deck, "this deck has no items", "add one, or delete the file")


RULE: Final = BankRule("empty-deck", Severity.WARNING, __doc__, check)
