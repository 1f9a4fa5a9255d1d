"""The same key text answers many questions.

Learners come to know the sentence, not when it is right. The threshold is the percentage of questions that
one key may answer; three may share a key in any bank.

PASS:
    - {id: ex-0001, kind: single, stem: One?, options: {a: Listen., b: Plan.}, answer: a}
    - {id: ex-0002, kind: single, stem: Two?, options: {a: Listen., b: Plan.}, answer: a}
FAIL:
    - {id: ex-0001, kind: single, stem: One?, options: {a: Listen., b: Plan.}, answer: a} # here
    - {id: ex-0002, kind: single, stem: Two?, options: {a: Listen., b: Plan.}, answer: a} # here
    - {id: ex-0003, kind: single, stem: Three?, options: {a: Listen., b: Plan.}, answer: a} # here
    - {id: ex-0004, kind: single, stem: Four?, options: {a: Listen., b: Plan.}, answer: a} # here
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import BankRule, Finding, Strictness, in_item
from cpsprep.core.lint.shown import single
from cpsprep.core.lint.words import words
from cpsprep.core.problem import Severity

_LET_BE: Final = 3


def check(bank: Bank) -> Iterator[Finding]:
    having: defaultdict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in bank.items.values():
        if body := single(item):
            having[words(body.options[body.answer[0]])].append(item)
    most = max(_LET_BE, RULE.limit(bank.header) / 100 * sum(map(len, having.values())))
    for items in having.values():
        if len(items) > most:
            for item in items:
                message = f"{len(items)} questions have this key"
                yield in_item(item, "answer", message=message, hint="vary the words, or what is right")


RULE: Final = BankRule("repeated-key", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=3)
