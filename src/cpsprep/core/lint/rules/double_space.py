"""Two spaces stand between words.

Text is shown as it was written, so the gap is seen; often a word was lost there.

PASS:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
FAIL:
    - {id: ex-0001, kind: basic, back: Feeling with someone., front: What is  empathy?} # here
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.lint.shown import parts
from cpsprep.core.problem import Severity

_GAP: Final = re.compile(r"\S+[ \u00a0]{2,}\S+")


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    for path, text in parts(item):
        if found := _GAP.search(text):
            message, hint = f"two spaces in '{found[0]}'", "one is enough, or a word is missing"
            yield in_item(item, *path, message=message, hint=hint)


RULE: Final = ItemRule("double-space", Severity.HINT, __doc__, check)
