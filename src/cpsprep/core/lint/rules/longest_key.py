"""The key is the longest option more often than chance explains.

Whoever notices it need not read on. Lengths are compared in characters and in words, and of several longest
options each counts for its part. With k options the key should be the longest in p = 1/k of n questions; the
threshold is the number of standard errors, the root of p(1-p)/n, that it may be above: with four options 36
% of 60 questions, 28.5 % of 600. This is looked at from eight questions on.

PASS:
    - {id: ex-0001, kind: single, stem: One?, options: {a: A longer text., b: Short., c: Brief.}, answer: a}
    - {id: ex-0002, kind: single, stem: Two?, options: {a: A longer text., b: Short., c: Brief.}, answer: b}
FAIL:
    - {id: ex-0001, kind: single, stem: No. 1?, options: {a: A longer text., b: Short., c: Brief.}, answer: a}
    - {id: ex-0002, kind: single, stem: No. 2?, options: {a: A longer text., b: Short., c: Brief.}, answer: a}
    - {id: ex-0003, kind: single, stem: No. 3?, options: {a: A longer text., b: Short., c: Brief.}, answer: a}
    - {id: ex-0004, kind: single, stem: No. 4?, options: {a: A longer text., b: Short., c: Brief.}, answer: a}
    - {id: ex-0005, kind: single, stem: No. 5?, options: {a: A longer text., b: Short., c: Brief.}, answer: a}
    - {id: ex-0006, kind: single, stem: No. 6?, options: {a: A longer text., b: Short., c: Brief.}, answer: a}
    - {id: ex-0007, kind: single, stem: No. 7?, options: {a: A longer text., b: Short., c: Brief.}, answer: a}
    - {id: ex-0008, kind: single, stem: No. 8?, options: {a: A longer text., b: Short., c: Brief.}, answer: a}
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.key_share import too_often
from cpsprep.core.lint.rule import About, BankRule, Finding, Strictness
from cpsprep.core.problem import Severity


def check(bank: Bank) -> Iterator[Finding]:
    for message in too_often(bank, 1, RULE.limit(bank.header)):
        yield Finding(About.BANK, "", message, "shorten keys, or give other options more to say")


RULE: Final = BankRule("longest-key", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=2)
