"""A question asks only which statement is true.

Then the options are four questions in one, on any subject, and nobody can answer before reading them all.
Put what the question is about into the stem.

PASS:
    - id: ex-0001
      kind: single
      stem: Which statement about open questions is true?
      options: {a: They invite a story., b: They can be answered by yes or no.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: Which of the following statements is true? # here
      options: {a: Open questions invite a story., b: Peers diagnose.}
      answer: a
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.lint.shown import choice, told
from cpsprep.core.problem import Severity

_BARE: Final = re.compile(
    r"(?:which|what)(?: one)?(?: of (?:the following|these|those))?"
    r"(?: (?:statements?|sentences?|options?|answers?))? (?:is|are) (?:the )?(?:not |most |always |least )?"
    r"(?:true|correct|right|false|incorrect|wrong|accurate)"
    r"(?: (?:one|statement|option|answer))?[?:.]?",
    re.IGNORECASE,
)


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    if choice(item) and _BARE.fullmatch(" ".join(told(item).split())):
        message, hint = (
            "the stem does not say what it is about",
            "name the subject: 'Which statement about ...'",
        )
        yield in_item(item, "stem", message=message, hint=hint)


RULE: Final = ItemRule("bare-stem", Severity.WARNING, __doc__, check)
