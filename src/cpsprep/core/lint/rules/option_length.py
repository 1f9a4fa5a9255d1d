"""An option is long.

Four options of that length are a page to hold in mind. The threshold is the most words an option may have.

PASS:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: Listening., b: Planning.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options:
        a: Listening.
        b: A plan of all that has to be done in a week, by day and by hour, and who is to do it. # here
      answer: a
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import choice
from cpsprep.core.lint.words import words
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    body = choice(item)
    for option, text in body.options.items() if body else ():
        length, most = len(words(text)), RULE.limit(bank)
        if length > most:
            message, hint = f"option '{option}' has {length} words", f"{most:g} are enough"
            yield in_item(item, "options", option, message=message, hint=hint)


RULE: Final = ItemRule(
    "option-length", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=20
)
