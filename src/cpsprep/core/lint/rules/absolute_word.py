"""A wrong option says "always", "never" or the like, and the key does not.

Test takers learn to strike such options out without knowing the subject.

PASS:
    - id: ex-0001
      kind: single
      stem: When does a peer specialist share a story?
      options: {a: When it helps the person., b: When the talk is slow., c: When a form asks for it.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: When does a peer specialist share a story?
      options:
        a: When it helps the person.
        b: Never in a first talk. # here
        c: When a form asks for it.
      answer: a
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import choice
from cpsprep.core.lint.strong_words import ABSOLUTE
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = choice(item)
    if body is None or any(ABSOLUTE.search(body.options[one]) for one in body.answer):
        return
    for option, text in body.options.items():
        if found := ABSOLUTE.search(text):
            message, hint = (
                f"'{found[0]}' gives this option away as wrong",
                "say it with room, or in the key too",
            )
            yield in_item(item, "options", option, message=message, hint=hint)


RULE: Final = ItemRule("absolute-word", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
