"""An option says "all of the above", "none of these" or the like.

Whoever sees two right options needs to know no third, and options are shuffled here, so there is no "above".

PASS:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: Listening., b: Planning., c: All of the person's own plans.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options:
        a: Listening.
        b: Planning.
        c: None of the above. # here
      answer: a
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.lint.shown import choice
from cpsprep.core.problem import Severity

_ABOVE: Final = re.compile(
    r"\b(?:of|to) the (?:above|other (?:options|answers))\b"
    r"|^(?:all|none|any|both|neither|each|either|some) of (?:these|them|those|the (?:options|answers))\W*$",
    re.IGNORECASE,
)


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = choice(item)
    for option, text in body.options.items() if body else ():
        if found := _ABOVE.search(text):
            message, hint = (
                f"'{found[0].strip()}' points at other options",
                "write an option of its own, or delete it",
            )
            yield in_item(item, "options", option, message=message, hint=hint)


RULE: Final = ItemRule("of-the-above", Severity.WARNING, __doc__, check)
