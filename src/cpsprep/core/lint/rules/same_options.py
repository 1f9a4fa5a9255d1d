"""Two options of one question say the same.

Nobody can choose between them for a reason. Capitals, spaces and a full stop at the end make no difference.

PASS:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: Listening., b: Planning.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options:
        a: Listening.
        b: Planning.
        c: listening # here
      answer: a
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Choice, Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    if not isinstance(item.body, Choice):
        return
    first: dict[str, str] = {}
    for option, text in item.body.options.items():
        same = first.setdefault(" ".join(text.casefold().split()).rstrip("."), option)
        if same != option:
            message = f"option '{option}' says the same as '{same}'"
            yield in_item(item, "options", option, message=message, hint="write another, or delete it")


RULE: Final = ItemRule("same-options", Severity.WARNING, __doc__, check)
