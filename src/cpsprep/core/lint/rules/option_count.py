"""A question has fewer than three options, or more than five.

Two can be guessed, and past five nobody finds plausible ones. Three are enough (Rodriguez, 2005).

PASS:
    - {id: ex-0001, kind: single, stem: First?, options: {a: Ask., b: Plan., c: Advise.}, answer: a}
FAIL:
    - {id: ex-0001, kind: single, stem: First?, options: {a: Ask., b: Plan.}, answer: a} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import choice
from cpsprep.core.problem import Severity

_FEWEST, _MOST = 3, 5


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = choice(item)
    if body and not _FEWEST <= len(body.options) <= _MOST:
        message, hint = f"this question has {len(body.options)} options", "three to five are good"
        yield in_item(item, "options", message=message, hint=hint)


RULE: Final = ItemRule("option-count", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
