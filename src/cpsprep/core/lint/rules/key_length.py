"""The key is much longer than every other option.

Writers make the right answer complete, and test takers know it. The threshold is how many times as long as
the longest other option the key may be, in characters; it is also found where it is half as long again as
the others are on average. In both cases only if it has three words more than any other.

PASS:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options:
        a: Listening to what the person says.
        b: Making a plan for the next week.
        c: Naming the help that is at hand.
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options:
        a: Listening to what the person says, with care and without hurry. # here
        b: Making a plan for the week.
        c: Giving advice.
      answer: a
"""

from collections.abc import Iterator
from statistics import mean
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.lint.shown import key_and_others, single
from cpsprep.core.lint.words import words
from cpsprep.core.problem import Severity

_OVER_THE_MEAN: Final = 1.5
_MORE_WORDS: Final = 3


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    body = single(item)
    if body is None or len(body.options) < 2:  # noqa: PLR2004  (a key and another)
        return
    key, others = key_and_others(body)
    lengths = [len(text) for text in others]
    long = len(key) > RULE.limit(bank) * max(lengths) or len(key) > _OVER_THE_MEAN * mean(lengths)
    if long and len(words(key)) >= _MORE_WORDS + max(len(words(text)) for text in others):
        message = f"the key has {len(key)} characters, the others {', '.join(map(str, lengths))}"
        hint = "shorten it, or give the others as much to say"
        yield in_item(item, "options", body.answer[0], message=message, hint=hint)


RULE: Final = ItemRule("key-length", Severity.WARNING, __doc__, check, threshold=1.3)
