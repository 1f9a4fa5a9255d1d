"""Over the bank, wrong options say "all", "only", "must" or "never" much more often than keys do.

One such word tells nothing, but a habit does. The threshold is the number of standard errors between the two
shares (two proportions, pooled). This is looked at where at least five options have such a word.

PASS:
    - {id: ex-0001, kind: single, stem: One?, options: {a: It may., b: It must., c: It can.}, answer: a}
FAIL:
    - {id: ex-0001, kind: single, stem: One?, options: {a: It may., b: It must., c: It always is.}, answer: a}
    - {id: ex-0002, kind: single, stem: Two?, options: {a: It may., b: It must., c: It never is.}, answer: a}
    - {id: ex-0003, kind: single, stem: Three?, options: {a: It may., b: It must., c: All of it.}, answer: a}
"""

from collections.abc import Iterator
from math import sqrt
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.rule import About, BankRule, Finding, Strictness
from cpsprep.core.lint.shown import choice
from cpsprep.core.lint.strong_words import ANY_ABSOLUTE
from cpsprep.core.problem import Severity

_FEWEST: Final = 5


def check(bank: Bank) -> Iterator[Finding]:
    keys: list[bool] = []
    others: list[bool] = []
    for body in filter(None, map(choice, bank.items.values())):
        for option, text in body.options.items():
            (keys if option in body.answer else others).append(bool(ANY_ABSOLUTE.search(text)))
    found = sum(keys) + sum(others)
    if found < _FEWEST or not keys or not others:
        return
    pooled = found / (len(keys) + len(others))
    error = sqrt(pooled * (1 - pooled) * (1 / len(keys) + 1 / len(others)))
    if sum(others) / len(others) - sum(keys) / len(keys) > RULE.limit(bank.header) * error:
        message = (
            f"{sum(others)} of {len(others)} wrong options say 'all', 'only', 'never' or the like,"
            f" and {sum(keys)} of {len(keys)} keys"
        )
        yield Finding(About.BANK, "", message, "see: cpsprep bank search always")


RULE: Final = BankRule(
    "absolutes-in-distractors", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=2
)
