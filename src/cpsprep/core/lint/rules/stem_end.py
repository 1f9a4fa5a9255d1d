"""The stem of a choice does not end with a question mark or a colon.

A stem that asks can be answered with the options covered. One that has to be completed by each of them is
harder to read.

PASS:
    - {id: ex-0001, kind: single, stem: What comes first?, options: {a: Asking., b: Advice.}, answer: a}
FAIL:
    - {id: ex-0001, kind: single, options: {a: asking., b: advising.}, answer: a, stem: First comes} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import asked, choice
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    if choice(item) and not asked(item).rstrip(" \n\"')\u201d").endswith(("?", ":")):
        yield in_item(item, "stem", message="the stem asks nothing", hint="end it with a question")


RULE: Final = ItemRule("stem-end", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
