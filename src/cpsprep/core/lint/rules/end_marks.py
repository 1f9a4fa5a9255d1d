"""Some options end with a full stop and others with nothing.

It looks as if they were written at different times, and often the key was written first.

PASS:
    - {id: ex-0001, kind: single, stem: First?, options: {a: I hear you., b: What for?}, answer: a}
FAIL:
    - {id: ex-0001, kind: single, stem: First?, options: {a: I hear you., b: Cheer up}, answer: a} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import choice
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = choice(item)
    if body and len({_marked(text) for text in body.options.values()}) > 1:
        bare = [option for option, text in body.options.items() if not _marked(text)]
        message, hint = f"{', '.join(bare)} without an end mark, the others with one", "end all options alike"
        yield in_item(item, "options", message=message, hint=hint)


def _marked(text: str) -> bool:
    return text.rstrip(" \"')\u201d\u2019").endswith((".", "?", "!", "\u2026"))


RULE: Final = ItemRule("end-marks", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
