"""Too many questions of the bank ask for the exception.

Each costs the reader a turn of the head that has nothing to do with the subject. The threshold is the
percentage of questions with options that may do so.

PASS:
    - id: ex-0001
      kind: single
      stem: Which of these is an open question?
      options: {a: What was that like?, b: Did you sleep?}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: Which of these is NOT an open question? # here
      options: {a: What was that like?, b: Did you sleep?}
      answer: b
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.negatives import exception
from cpsprep.core.lint.rule import BankRule, Finding, Strictness, in_item
from cpsprep.core.lint.shown import choice
from cpsprep.core.problem import Severity


def check(bank: Bank) -> Iterator[Finding]:
    choices = [item for item in bank.items.values() if choice(item)]
    negative = [item for item in choices if exception(item)]
    if len(negative) * 100 > RULE.limit(bank.header) * len(choices):
        message = f"{len(negative)} of {len(choices)} questions ask for the exception"
        for item in negative:
            yield in_item(item, "stem", message=message, hint="ask for what fits")


RULE: Final = BankRule(
    "negative-stems", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=3
)
