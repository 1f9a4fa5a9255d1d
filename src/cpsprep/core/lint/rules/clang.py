"""The key takes up words of the stem, names included, that no other option has.

Whoever matches words finds it without understanding. The threshold is by how many such words the key is
ahead of every other option. Words that the field cannot do without go into `allow` of `bank.yaml`.

PASS:
    - id: ex-0001
      kind: single
      stem: Ana misses her garden and her neighbors. What shows that she was heard?
      options: {a: You miss the garden., b: Neighbors can be replaced., c: Plan a visit.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: Ana misses her garden and her neighbors. What shows that she was heard?
      options:
        a: You miss your garden and your neighbors. # here
        b: It will be fine.
        c: Plan a visit.
      answer: a
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import single, told
from cpsprep.core.lint.words import base, meaning, words
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    body = single(item)
    if body is None:
        return
    stem = meaning(told(item)) - {base(word.casefold()) for word in RULE.allowed(bank)}
    shared = {option: meaning(text) & stem for option, text in body.options.items()}
    alone = {
        option: found.difference(*(theirs for other, theirs in shared.items() if other != option))
        for option, found in shared.items()
    }
    key = body.answer[0]
    ahead = len(alone[key]) - max((len(found) for option, found in alone.items() if option != key), default=0)
    if ahead >= RULE.limit(bank):
        written = sorted({word for word in words(body.options[key]) if base(word) in alone[key]})
        message = f"of all options the key alone takes up {', '.join(written)} from the stem"
        hint = "say it in other words, or let another option take up as much"
        yield in_item(item, "options", key, message=message, hint=hint)


RULE: Final = ItemRule(
    "clang", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=2, takes_words=True
)
