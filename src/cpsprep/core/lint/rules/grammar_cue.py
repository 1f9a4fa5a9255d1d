"""A stem that ends in "a" or "an" fits only some of its options.

The grammar then gives the answer away. Write "a(n)", or put the article into the options.

PASS:
    - id: ex-0001
      kind: single
      stem: A question that invites a story is
      options: {a: an open question., b: a closed question.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: A question that invites a story is called an # here
      options: {a: open question., b: closed question.}
      answer: a
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.lint.shown import asked, choice
from cpsprep.core.problem import Severity

_ENDS: Final = re.compile(r"\b(an?)\W*$", re.IGNORECASE)
_AS_A_VOWEL: Final = re.compile(r"(?:[aeio]|u(?!ni|se|til)|ho(?:ur|nest|nor)|8|11)", re.IGNORECASE)
"""How a word begins that takes "an", by ear."""


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = choice(item)
    ends = _ENDS.search(asked(item))
    if body and ends:
        wants = len(ends[1]) > 1
        unfit = [
            one for one, text in body.options.items() if bool(_AS_A_VOWEL.match(text.lstrip("\"'("))) != wants
        ]
        if unfit:
            message = f"'{ends[1]}' does not fit before {', '.join(unfit)}"
            yield in_item(
                item, "stem", message=message, hint="write 'a(n)', or put the article into the options"
            )


RULE: Final = ItemRule("grammar-cue", Severity.WARNING, __doc__, check)
