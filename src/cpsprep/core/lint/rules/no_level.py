"""An item has no level.

Exams ask for knowledge and for its use. `level: recall`, `comprehension` or `application` lets a bank show
how much of each it has.

PASS:
    - {id: ex-0001, kind: basic, level: recall, front: What is empathy?, back: Feeling with someone.}
FAIL:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    if item.level is None:
        hint = "add a line 'level: recall', 'comprehension' or 'application'"
        yield in_item(item, message="the level is not given", hint=hint)


RULE: Final = ItemRule("no-level", Severity.HINT, __doc__, check)
