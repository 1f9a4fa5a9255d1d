"""A word stands twice in a row.

A slip of the pen that eyes pass over and screen readers do not.

PASS:
    - {id: ex-0001, kind: basic, front: What had had an effect?, back: "So-so, she said that that helped."}
FAIL:
    - {id: ex-0001, kind: basic, back: Empathy., front: What is the the word?} # here
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.lint.shown import parts
from cpsprep.core.problem import Severity

_TWICE: Final = re.compile(r"(?<![\w'\u2019-])([^\W\d_]+)\s+\1(?![\w'\u2019-])", re.IGNORECASE)
_MEANT: Final = {"had", "that", "no", "very", "bye", "there", "now", "ha", "so", "knock", "well"}


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    for path, text in parts(item):
        for found in _TWICE.finditer(text):
            if found[1].casefold() not in _MEANT:
                message, hint = f"'{found[1]}' stands twice", "delete one"
                yield in_item(item, *path, message=message, hint=hint)


RULE: Final = ItemRule("doubled-word", Severity.WARNING, __doc__, check)
