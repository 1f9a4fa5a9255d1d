"""One option holds another one whole.

If the shorter is right, so is a part of the longer, and whoever sees it drops one of them without knowing
the subject.

PASS:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: Listening with care., b: Planning., c: Planning the week.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options:
        a: Listening with care.
        b: Making a plan.
        c: Making a plan and writing it down. # here
      answer: a
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.lint.shown import choice
from cpsprep.core.lint.words import words
from cpsprep.core.problem import Severity

_FEWEST: Final = 2


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = choice(item)
    options = {one: words(text) for one, text in body.options.items()} if body else {}
    for one, text in options.items():
        for other, within in options.items():
            if one != other and len(within) >= _FEWEST and text != within and _holds(text, within):
                message = f"option '{one}' holds all of '{other}'"
                yield in_item(item, "options", one, message=message, hint="make them two different things")


def _holds(text: tuple[str, ...], within: tuple[str, ...]) -> bool:
    return any(text[at : at + len(within)] == within for at in range(len(text) - len(within) + 1))


RULE: Final = ItemRule("nested-options", Severity.WARNING, __doc__, check)
