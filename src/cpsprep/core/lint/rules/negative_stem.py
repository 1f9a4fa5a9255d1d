"""A question asks for the exception in small letters.

Readers pass over a small "not". Ask for what fits; where that cannot be, write NOT or EXCEPT in capitals,
and cpsprep says "This asks for the exception." to whoever listens.

PASS:
    - id: ex-0001
      kind: single
      stem: Which of these is NOT an open question?
      options: {a: What was that like?, b: Did you sleep?, c: How can I be of use?}
      answer: b
    - id: ex-0002
      kind: single
      stem: Which reply fits a person who does not want to talk?
      options: {a: We can sit here., b: You should speak up., c: Why not?}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: Which of these is not an open question? # here
      options: {a: What was that like?, b: Did you sleep?, c: How can I be of use?}
      answer: b
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.negatives import exception
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    word = exception(item)
    if word and not word.isupper():
        message, hint = f"'{word}' is easy to miss", f"ask for what fits, or write {word.upper()}"
        yield in_item(item, "stem", message=message, hint=hint)


RULE: Final = ItemRule("negative-stem", Severity.WARNING, __doc__, check)
