"""An option joins others by their letters, such as "A and C".

It takes reasoning about letters, not about the subject, and options are shuffled here. To ask for several
right options use `kind: multiple`.

PASS:
    - id: ex-0001
      kind: multiple
      stem: Which TWO show that you listen?
      options: {a: Nodding., b: Looking at the clock., c: Saying back what you heard.}
      answer: [a, c]
FAIL:
    - id: ex-0001
      kind: single
      stem: Which show that you listen?
      options:
        a: Nodding.
        b: Saying back what you heard.
        c: Both A and B # here
        d: I, II and III # here
      answer: c
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.lint.shown import choice
from cpsprep.core.problem import Severity

_NAME: Final = r"\(?(?:[A-H]|[a-h]|I{1,3}|IV|VI{0,3}|[1-8])\)?"
_JOINED: Final = re.compile(
    rf"(?:both |only |options? |answers? )*{_NAME}(?:(?:, ?(?:and )?| ?& ?| and | or ){_NAME})+(?: only)?\.?",
)


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = choice(item)
    for option, text in body.options.items() if body else ():
        if _JOINED.fullmatch(text[:1].lower() + text[1:] if text[1:2].islower() else text):
            message, hint = (
                f"'{text}' joins other options",
                "use kind 'multiple', or write an option of its own",
            )
            yield in_item(item, "options", option, message=message, hint=hint)


RULE: Final = ItemRule("combined-options", Severity.WARNING, __doc__, check)
