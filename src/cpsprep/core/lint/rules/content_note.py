"""A question on suicide, abuse or trauma has no content note.

Many who prepare for this exam have lived through it. With a note they can put the question off without a
loss. The note is short and calm, and says only what comes.

PASS:
    - id: ex-0001
      kind: basic
      content_note: This question mentions thoughts of suicide.
      front: Which number reaches the Suicide and Crisis Lifeline?
      back: 988.
FAIL:
    - {id: ex-0001, kind: basic, back: 988., front: Which number helps in thoughts of suicide?} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.hard_subjects import HARD, on_screen
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import asked_field
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    if item.content_note:
        return
    allowed = frozenset(map(str.casefold, RULE.allowed(bank)))
    found = next((word for word in HARD.findall(on_screen(item)) if word.casefold() not in allowed), "")
    if found:
        message, hint = (
            f"'{found}' may be hard to read",
            "add a line 'content_note: This question mentions ...'",
        )
        yield in_item(item, asked_field(item), message=message, hint=hint)


RULE: Final = ItemRule(
    "content-note", Severity.WARNING, __doc__, check, level=Strictness.STRICT, takes_words=True
)
