"""The question asks for the best, first, next or most in small letters.

That word decides which option is right, so it is written in capitals: "Which response is BEST to give NEXT?"

PASS:
    - id: ex-0001
      kind: single
      stem: What is BEST to say to a person who comes first to most meetings?
      options: {a: Welcome., b: You again.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: Ana weeps. Which response is best? # here
      options: {a: This is hard., b: Cheer up.}
      answer: a
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import choice, lead_in
from cpsprep.core.problem import Severity

_SMALL: Final = re.compile(
    r"\bbest(?! (?:friend|known))\b|\b(?:most|least) (?:likely|helpful|fitting|important|clearly)\b"
    r"|\b(?:do|say|give|take|ask|come|comes|happen) (?:first|next)(?=[?:])|\bwhat (?:first|next)\b"
)


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    found = _SMALL.search(lead_in(item)) if choice(item) else None
    if found:
        message, hint = f"'{found[0]}' decides which option is right", "write that word in capitals"
        yield in_item(item, "stem", message=message, hint=hint)


RULE: Final = ItemRule("lead-in-capitals", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
