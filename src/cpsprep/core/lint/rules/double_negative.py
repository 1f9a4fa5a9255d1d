"""A question asks for the exception, and an option says no as well.

To answer, one has to turn two noes around. That tests patience, not the subject.

PASS:
    - id: ex-0001
      kind: single
      stem: Which of these does a peer specialist NOT do?
      options: {a: Diagnose., b: Listen., c: Share hope.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: Which of these does a peer specialist NOT do?
      options:
        a: Diagnose.
        b: Decide never to share a story. # here
        c: Share hope.
      answer: a
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.negatives import denies, exception
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.lint.shown import choice
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = choice(item) if exception(item) else None
    for option, text in body.options.items() if body else ():
        if denies(text):
            message, hint = "the question asks for the exception, and this says no", "ask for what fits"
            yield in_item(item, "options", option, message=message, hint=hint)


RULE: Final = ItemRule("double-negative", Severity.WARNING, __doc__, check)
