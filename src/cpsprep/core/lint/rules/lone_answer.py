"""A question with several answers has only one.

The kind tells the learner to look for more than one. If one is right, `single` is the kind.

PASS:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: Listening., b: Planning., c: Advice.}
      answer: a
FAIL:
    - id: ex-0001
      kind: multiple
      stem: What comes first?
      options: {a: Listening., b: Planning., c: Advice.}
      answer: [a] # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Choice, Item, Kind
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    if isinstance(item.body, Choice) and item.kind is Kind.MULTIPLE and len(item.body.answer) == 1:
        hint = "write 'kind: single', or name the other right options"
        yield in_item(item, "answer", message="only one option is right", hint=hint)


RULE: Final = ItemRule("lone-answer", Severity.HINT, __doc__, check)
