"""A question with a key asks what the reader thinks.

An opinion has no key. Ask what fits by a named standard. Speech in quotation marks is not looked at.

PASS:
    - id: ex-0001
      kind: single
      stem: '"Do you think I am weak?" says Ana. What fits?'
      options: {a: x, b: y}
      answer: a
FAIL:
    - {id: ex-0001, kind: single, options: {a: x, b: y}, answer: a, stem: What do you think is kind?} # here
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import asked, asked_field
from cpsprep.core.lint.words import unquoted
from cpsprep.core.problem import Severity

_OPINION: Final = re.compile(
    r"\b(?:do you (?:think|feel|believe|agree)|in your (?:own )?(?:opinion|view)|would you (?:prefer|rather))"
    r"\b",
    re.IGNORECASE,
)


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    if found := _OPINION.search(unquoted(asked(item))):
        message, hint = f"'{found[0]}' asks for an opinion", "ask what fits the role, a rule or a source"
        yield in_item(item, asked_field(item), message=message, hint=hint)


RULE: Final = ItemRule("opinion", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
