"""Of all options the key alone asks, names a number, or quotes.

What looks different draws the eye. Give one more option the same form, or none. Questions in options are
counted where the other options are statements.

PASS:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: What was it like?, b: Did you sleep?, c: It will pass.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options:
        a: Offer 2 times to meet. # here
        b: Offer to meet.
        c: Offer a book.
      answer: a
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import key_and_others, single
from cpsprep.core.problem import Severity

_FEWEST: Final = 3
_FORMS: Final = {
    "asks a question": re.compile(r"\?"),
    "holds a number": re.compile(r"(?<!\d)(?!911|988)\d+"),
    "quotes": re.compile(r"[\"\u201c]"),
}


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = single(item)
    if body is None or len(body.options) < _FEWEST:
        return
    key, others = key_and_others(body)
    for told, form in _FORMS.items():
        if form.search(key) and not any(form.search(text) for text in others):
            hint = "give another option that form, or none"
            yield in_item(item, "options", body.answer[0], message=f"the key alone {told}", hint=hint)


RULE: Final = ItemRule("odd-one-out", Severity.HINT, __doc__, check, level=Strictness.STRICT)
