"""Nothing says in words what a picture or sound shows.

It was brought in from a file that did not say. In the terminal, and for who cannot see it, the question
cannot be answered. Write what it shows, as far as the question needs it, without giving the answer away.

PASS:
    - {id: ex-0001, kind: basic, front: How late is it?, back: Four., media: {clock.png: A clock.}}
FAIL:
    - {id: ex-0001, kind: basic, front: How late?, back: Four., media: {clock.png: not described yet}} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.media import is_described
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    for name, words in item.media.items():
        if not is_described(words):
            message = f"nothing says in words what '{name}' shows"
            yield in_item(item, "media", name, message=message, hint=f"write '{name}: ...'")


RULE: Final = ItemRule("undescribed-media", Severity.WARNING, __doc__, check)
