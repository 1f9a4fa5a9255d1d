"""A question is hard to read.

The Flesch-Kincaid grade of a few sentences says little; this is a smoke alarm, for long sentences or long
words that a plainer one could replace. The threshold is a school grade of the United States; questions of
fewer than 25 words are not looked at. Words that are the subject itself go into `allow` of `bank.yaml`.

PASS:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
FAIL:
    - id: ex-0001
      kind: basic
      back: Recovery.
      front: >- # here
        Which organizational consideration differentiates individualized collaborative documentation from
        conventional institutional documentation, particularly regarding participatory formulation of
        objectives, interventions, responsibilities, periodical evaluation and anticipated outcomes?
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.reading_grade import grade
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import asked_field, read_aloud
from cpsprep.core.lint.words import words
from cpsprep.core.problem import Severity

_FEWEST: Final = 25


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    text = read_aloud(item, RULE.allowed(bank))
    found = grade(text)
    if found > RULE.limit(bank) and len(words(text)) >= _FEWEST:
        message, hint = f"this reads at grade {found:.1f}", "shorter sentences, shorter words"
        yield in_item(item, asked_field(item), message=message, hint=hint)


RULE: Final = ItemRule(
    "reading-grade", Severity.HINT, __doc__, check, level=Strictness.STRICT, threshold=12, takes_words=True
)
