"""A scenario holds a single item.

A scenario is for a situation with several questions. One question can tell its situation in the stem.
As long as items of the bank are left out because of mistakes, this is not looked at.

PASS:
    - scenario: ex-scn-01
      vignette: Ana waits at the desk.
      items:
        - {id: ex-0001, kind: basic, front: What may she need?, back: A word of welcome.}
        - {id: ex-0002, kind: basic, front: What can you ask?, back: What brought her here.}
FAIL:
    - scenario: ex-scn-01 # here
      vignette: Ana waits at the desk.
      items:
        - {id: ex-0001, kind: basic, front: What may she need?, back: A word of welcome.}
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.rule import About, BankRule, Finding
from cpsprep.core.problem import Severity


def check(bank: Bank) -> Iterator[Finding]:
    if bank.left_out:
        return
    for scenario, items in Counter(item.scenario.id for item in bank.items.values() if item.scenario).items():
        if items == 1:
            message, hint = "this scenario has one item", "add another, or tell the situation in its stem"
            yield Finding(About.SCENARIO, scenario, message, hint)


RULE: Final = BankRule("lone-scenario", Severity.HINT, __doc__, check)
