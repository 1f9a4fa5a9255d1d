"""A question with options asks twice.

An option may answer the one and not the other. Speech in quotation marks is not looked at.

PASS:
    - id: ex-0001
      kind: single
      stem: '"Why me?" says Ana. Which response is BEST?'
      options: {a: It feels unfair., b: Why not?}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: What does Ana feel? What does she need? # here
      options: {a: To be heard., b: A plan.}
      answer: a
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import asked, choice
from cpsprep.core.lint.words import unquoted
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    if choice(item) and unquoted(asked(item)).count("?") > 1:
        message, hint = "the stem asks more than one question", "keep one, or put speech in quotation marks"
        yield in_item(item, "stem", message=message, hint=hint)


RULE: Final = ItemRule("one-question", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
