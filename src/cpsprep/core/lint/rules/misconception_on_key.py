"""A misconception is given for an option that is right.

Statistics would tell learners who answered well that they hold it.

PASS:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: Listening., b: Cheering up.}
      answer: a
      misconception: {b: reassured}
FAIL:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: Listening., b: Cheering up.}
      answer: a
      misconception:
        a: reassured # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Choice, Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    if isinstance(item.body, Choice):
        for option in item.body.misconceptions:
            if option in item.body.answer:
                message = f"option '{option}' is right, so it shows no misconception"
                hint = "name the option that was meant"
                yield in_item(item, "misconception", option, message=message, hint=hint)


RULE: Final = ItemRule("misconception-on-key", Severity.WARNING, __doc__, check)
