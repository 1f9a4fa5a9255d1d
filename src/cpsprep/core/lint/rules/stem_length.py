"""A question has so many words that reading it is work.

Long reading tests patience. The threshold is the most words that a question with all of its situation may
have; in a scenario only the question and its own update are counted, because the rest is known by then.

PASS:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
FAIL:
    - id: ex-0001
      kind: basic
      front: >- # here
        Ana, who bakes at night and sleeps by day, comes to the center on a Monday in the rain with a bag
        full of bread for everybody, sits down by the window, looks out for a long time, and says after a
        while that nothing is the way it was a year ago, when her sister still lived next door and both of
        them went out for a walk each evening before work. What may she need?
      back: To be heard.
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import asked, asked_field
from cpsprep.core.lint.words import words
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    own = item.scenario.updates[-1:] if item.scenario else ()
    length = sum(len(words(text)) for text in (*own, asked(item)))
    if length > RULE.limit(bank):
        message, hint = f"the question has {length} words", f"{RULE.limit(bank):g} are enough"
        yield in_item(item, asked_field(item), message=message, hint=hint)


RULE: Final = ItemRule("stem-length", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=60)
