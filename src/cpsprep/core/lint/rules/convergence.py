"""The key shares far more words with the other options than they do among themselves.

Distractors are often made by changing a part of the key, so what most options have in common points at it.
The threshold is by how many shared words the key is ahead of the next option.

PASS:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: Listen and ask., b: Listen and plan., c: Advise and plan.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options:
        a: Hear the worry and ask about safety. # here
        b: Hear the worry and plan.
        c: Give advice and ask about safety.
        d: Name a place of safety.
      answer: a
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import single
from cpsprep.core.lint.words import meaning
from cpsprep.core.problem import Severity

_FEWEST: Final = 3


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    body = single(item)
    if body is None or len(body.options) < _FEWEST:
        return
    said = {option: meaning(text) for option, text in body.options.items()}
    shares = {
        option: sum(len(mine & theirs) for other, theirs in said.items() if other != option)
        for option, mine in said.items()
    }
    key = body.answer[0]
    ahead = shares.pop(key) - max(shares.values())
    if ahead >= RULE.limit(bank):
        message = "what the other options have in common points at the key"
        hint = "let distractors share words with each other too"
        yield in_item(item, "options", key, message=message, hint=hint)


RULE: Final = ItemRule("convergence", Severity.HINT, __doc__, check, level=Strictness.STRICT, threshold=2)
