"""An item names no source.

A key that nobody can look up can only be believed. `source` lists keys of `sources.yaml`.

PASS:
    - {id: ex-0001, kind: basic, source: [guide], front: What is empathy?, back: Feeling with someone.}
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
    if not item.source:
        hint = "add a line 'source: [...]' with keys of sources.yaml"
        yield in_item(item, message="no source is given", hint=hint)


RULE: Final = ItemRule("no-source", Severity.HINT, __doc__, check)
