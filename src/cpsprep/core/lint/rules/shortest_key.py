"""The key is the shortest option more often than chance explains.

Whoever notices it need not read on. Lengths are compared in characters and in words, and of several shortest
options each counts for its part. With k options the key should be the shortest in p = 1/k of n questions;
the threshold is the number of standard errors, the root of p(1-p)/n, that it may be above: with four options
36 % of 60 questions, 28.5 % of 600. This is looked at from eight questions on.

PASS:
    - {id: ex-0001, kind: single, stem: One?, options: {a: Short., b: More words., c: More text.}, answer: a}
    - {id: ex-0002, kind: single, stem: Two?, options: {a: Short., b: More words., c: More text.}, answer: b}
FAIL:
    - {id: ex-0001, kind: single, stem: Q1?, options: {a: Short., b: More words., c: More text.}, answer: a}
    - {id: ex-0002, kind: single, stem: Q2?, options: {a: Short., b: More words., c: More text.}, answer: a}
    - {id: ex-0003, kind: single, stem: Q3?, options: {a: Short., b: More words., c: More text.}, answer: a}
    - {id: ex-0004, kind: single, stem: Q4?, options: {a: Short., b: More words., c: More text.}, answer: a}
    - {id: ex-0005, kind: single, stem: Q5?, options: {a: Short., b: More words., c: More text.}, answer: a}
    - {id: ex-0006, kind: single, stem: Q6?, options: {a: Short., b: More words., c: More text.}, answer: a}
    - {id: ex-0007, kind: single, stem: Q7?, options: {a: Short., b: More words., c: More text.}, answer: a}
    - {id: ex-0008, kind: single, stem: Q8?, options: {a: Short., b: More words., c: More text.}, answer: a}
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.key_share import too_often
from cpsprep.core.lint.rule import About, BankRule, Finding, Strictness
from cpsprep.core.problem import Severity


def check(bank: Bank) -> Iterator[Finding]:
    for message in too_often(bank, -1, RULE.limit(bank.header)):
        yield Finding(About.BANK, "", message, "let some keys say more, or shorten other options")


RULE: Final = BankRule("shortest-key", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=2)
