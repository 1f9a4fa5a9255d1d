"""A question speaks of suicide, and nothing that a learner reads with it names 988.

Whoever is in danger while studying must not have to look for the number. The explanation is a good place.
Banks for other countries set this aside, or allow their own number in `allow` of `bank.yaml`.

PASS:
    - id: ex-0001
      kind: basic
      front: What is asked when someone hints at suicide?
      back: Whether they think of killing themselves.
      explanation: Asking opens a door. People in the US can call or text 988 at any time.
FAIL:
    - {id: ex-0001, kind: basic, front: What to ask about suicide?, back: The plain question.} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.hard_subjects import SUICIDE, on_screen
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import asked_field, parts
from cpsprep.core.problem import Severity

_NUMBER: Final = "988"


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    numbers = (_NUMBER, *RULE.allowed(bank))
    if SUICIDE.search(on_screen(item)):
        read = (item.content_note, *(text for _, text in parts(item)))
        if not any(number in text for text in read for number in numbers):
            message, hint = (
                f"this speaks of suicide and does not name {_NUMBER}",
                "name it in the explanation",
            )
            yield in_item(item, asked_field(item), message=message, hint=hint)


RULE: Final = ItemRule(
    "lifeline", Severity.WARNING, __doc__, check, level=Strictness.STRICT, takes_words=True
)
