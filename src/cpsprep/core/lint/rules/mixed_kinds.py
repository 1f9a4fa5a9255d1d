"""Options are not all of one kind: some are speech in quotation marks, or begin small, and others are not.

Options that answer one question are of one kind; the one that is not draws the eye or drops out.

PASS:
    - {id: ex-0001, kind: single, stem: First?, options: {a: Ask her., b: Advise her.}, answer: a}
FAIL:
    - {id: ex-0001, kind: single, stem: First?, options: {a: '"Hi!"', b: Advise her.}, answer: a} # here
    - {id: ex-0002, kind: single, stem: 'First comes:', options: {a: asking., b: Advice.}, answer: a} # here
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import choice
from cpsprep.core.problem import Severity

_SPEECH: Final = re.compile(r"[\"\u201c].*[\"\u201d]\W*", re.DOTALL)


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    body = choice(item)
    texts = list(body.options.values()) if body else []
    if len({bool(_SPEECH.fullmatch(text)) for text in texts}) > 1:
        message, hint = "some options are speech and others are not", "make all speech, or all actions"
        yield in_item(item, "options", message=message, hint=hint)
    elif len({text[:1].islower() for text in texts if text[:1].isalpha()}) > 1:
        message, hint = "some options begin small and others do not", "begin all alike"
        yield in_item(item, "options", message=message, hint=hint)


RULE: Final = ItemRule("mixed-kinds", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
