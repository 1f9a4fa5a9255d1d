"""Every option of a question with several answers is right.

There is nothing to choose, and whoever marks everything is always right.

PASS:
    - id: ex-0001
      kind: multiple
      stem: Which TWO show that you listen?
      options: {a: Nodding., b: Saying back what you heard., c: Looking at the clock.}
      answer: [a, b]
FAIL:
    - id: ex-0001
      kind: multiple
      stem: Which TWO show that you listen?
      options: {a: Nodding., b: Saying back what you heard.}
      answer: [a, b] # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Choice, Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    if isinstance(item.body, Choice) and len(item.body.answer) == len(item.body.options):
        hint = "add an option that is not right"
        yield in_item(item, "answer", message="every option is right", hint=hint)


RULE: Final = ItemRule("all-right", Severity.WARNING, __doc__, check)
