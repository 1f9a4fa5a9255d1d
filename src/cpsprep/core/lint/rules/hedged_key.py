"""The key alone says "often", "may" or the like.

What is put with care is most often right, and test takers know it. Speech in quotation marks is not looked
at.

PASS:
    - id: ex-0001
      kind: single
      stem: What does a look away mean?
      options: {a: It may have many reasons., b: It may show a lie., c: It shows boredom.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: What does a look away mean?
      options:
        a: It often has to do with comfort. # here
        b: It shows a lie.
        c: It shows boredom.
      answer: a
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import key_and_others, single
from cpsprep.core.lint.strong_words import HEDGE
from cpsprep.core.lint.words import unquoted
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = single(item)
    if body is None:
        return
    key, others = key_and_others(body)
    found = HEDGE.search(unquoted(key))
    if found and not any(HEDGE.search(unquoted(text)) for text in others):
        message, hint = f"of all options the key alone says '{found[0]}'", "hedge another option too, or none"
        yield in_item(item, "options", body.answer[0], message=message, hint=hint)


RULE: Final = ItemRule("hedged-key", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
