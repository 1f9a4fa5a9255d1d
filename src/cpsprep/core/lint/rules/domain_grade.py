"""The questions of a domain are hard to read.

The threshold is the school grade of the United States (Flesch-Kincaid) that the middle question of a domain
may have, with its options. Words that are the subject itself go into `allow` of `bank.yaml`.

PASS:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
FAIL:
    - {id: ex-0001, kind: basic, front: Organizational documentation considerations?, back: Collaboration.}
"""

from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import Status
from cpsprep.core.lint.reading_grade import grade
from cpsprep.core.lint.rule import About, BankRule, Finding, Strictness
from cpsprep.core.lint.shown import read_aloud
from cpsprep.core.problem import Severity


def check(bank: Bank) -> Iterator[Finding]:
    grades: defaultdict[str, list[float]] = defaultdict(list)
    for item in bank.items.values():
        if item.status is not Status.RETIRED:
            grades[item.domain].append(grade(read_aloud(item, RULE.allowed(bank.header))))
    for domain, found in grades.items():
        if median(found) > RULE.limit(bank.header):
            message = f"the middle question of '{domain}' reads at grade {median(found):.1f}"
            hint = "shorter sentences, shorter words; cpsprep bank lint --hints names the hardest"
            yield Finding(About.BANK, "", message, hint, ("domains", domain))


RULE: Final = BankRule(
    "domain-grade", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=8, takes_words=True
)
