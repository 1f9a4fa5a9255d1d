"""An item belongs to no domain, though the bank has domains.

It is studied after all others, and counts for no domain in the statistics.
The domain stands at the top of the deck file, or in the item where it differs.

PASS:
    deck: example
    domain: listening
    items:
      - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
FAIL:
    deck: example
    items:
      - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    if bank.domains and not item.domain:
        known = ", ".join(domain.id for domain in bank.domains)
        hint = f"add 'domain: ...' at the top of the file; the domains are {known}"
        yield in_item(item, message="this item has no domain", hint=hint)


RULE: Final = ItemRule("no-domain", Severity.HINT, __doc__, check)
