"""The stem asks for another number of options than the key has.

"Which TWO" with three right options cannot be answered; where the number is not told at all, one has to
guess it.

PASS:
    - id: ex-0001
      kind: multiple
      stem: Which TWO show that you listen?
      options: {a: Nodding., b: Saying back what you heard., c: Looking at the clock.}
      answer: [a, b]
FAIL:
    - id: ex-0001
      kind: multiple
      stem: Which TWO show that you listen? # here
      options: {a: Nodding., b: Saying back what you heard., c: Asking., d: Looking at the clock.}
      answer: [a, b, c]
    - id: ex-0002
      kind: multiple
      stem: Which of these show that you listen? # here
      options: {a: Nodding., b: Saying back what you heard., c: Looking at the clock.}
      answer: [a, b]
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item, Kind
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import choice, lead_in
from cpsprep.core.problem import Severity

_NUMBERS: Final = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN")
_NUMBER: Final = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b", re.IGNORECASE)


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = choice(item)
    if body is None or item.kind is not Kind.MULTIPLE:
        return
    right = len(body.answer)
    told = [_NUMBERS.index(found.upper()) + 1 for found in _NUMBER.findall(lead_in(item))]
    if right not in told and right <= len(_NUMBERS):
        message = f"{right} options are right, and the question asks for {told[0] if told else 'no number'}"
        yield in_item(item, "stem", message=message, hint=f"write 'Which {_NUMBERS[right - 1]} ...'")


RULE: Final = ItemRule("how-many", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
