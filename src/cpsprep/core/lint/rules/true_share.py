"""In a domain, far more statements are true than false, or the other way round.

Then one answer is the better guess. The threshold is the smallest percentage that either may have; this is
looked at from five statements on.

PASS:
    - {id: ex-0001, kind: truefalse, stem: Listening is work., answer: true}
    - {id: ex-0002, kind: truefalse, stem: Listening is staying quiet., answer: false}
FAIL:
    - {id: ex-0001, kind: truefalse, stem: One., answer: true}
    - {id: ex-0002, kind: truefalse, stem: Two., answer: true}
    - {id: ex-0003, kind: truefalse, stem: Three., answer: true}
    - {id: ex-0004, kind: truefalse, stem: Four., answer: true}
    - {id: ex-0005, kind: truefalse, stem: Five., answer: false}
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import TRUE, Choice, Kind, Status
from cpsprep.core.lint.rule import About, BankRule, Finding, Strictness
from cpsprep.core.problem import Severity

_FEWEST: Final = 5


def check(bank: Bank) -> Iterator[Finding]:
    keys: defaultdict[str, list[bool]] = defaultdict(list)
    for item in bank.items.values():
        if (
            isinstance(item.body, Choice)
            and item.kind is Kind.TRUEFALSE
            and item.status is not Status.RETIRED
        ):
            keys[item.domain].append(item.body.answer == (TRUE,))
    for domain, found in keys.items():
        right = sum(found)
        if len(found) >= _FEWEST and min(right, len(found) - right) * 100 < RULE.limit(bank.header) * len(
            found
        ):
            message = f"of {len(found)} statements of '{domain}' {right} are true"
            hint = "turn some around, or write others"
            yield Finding(About.BANK, "", message, hint, ("domains", domain))


RULE: Final = BankRule("true-share", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=40)
