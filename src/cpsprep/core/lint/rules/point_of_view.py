"""Some questions speak to the reader and most speak of the peer specialist, or the other way round.

One point of view in a bank lets readers keep their place. Counted is what stands outside of quotation marks
in situations and questions; the few are told.

PASS:
    - {id: ex-0001, kind: basic, front: What can the peer specialist say?, back: '"How are you?"'}
    - {id: ex-0002, kind: basic, front: What can the peer specialist ask?, back: What you can do for her.}
FAIL:
    - {id: ex-0001, kind: basic, front: What can the peer specialist say?, back: Hello.}
    - {id: ex-0002, kind: basic, front: What can the peer specialist ask?, back: How it was.}
    - {id: ex-0003, kind: basic, back: Nothing., front: What can you do next?} # here
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import Item, Status
from cpsprep.core.lint.rule import BankRule, Finding, Strictness, in_item
from cpsprep.core.lint.shown import asked_field, told
from cpsprep.core.lint.words import unquoted
from cpsprep.core.problem import Severity

_YOU: Final = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)
_THEY: Final = re.compile(
    r"\b(?:peer|recovery) (?:support )?(?:specialist|worker|supporter|coach)s?\b", re.IGNORECASE
)


def check(bank: Bank) -> Iterator[Finding]:
    to_you: list[Item] = []
    of_them: list[Item] = []
    for item in bank.items.values():
        text = unquoted(told(item))
        if item.status is Status.RETIRED:
            continue
        if _YOU.search(text):
            to_you.append(item)
        elif _THEY.search(text):
            of_them.append(item)
    few, told_as = (
        (to_you, "to the reader") if len(to_you) < len(of_them) else (of_them, "of the peer specialist")
    )
    if to_you and of_them:
        for item in few:
            message = f"this speaks {told_as}, and most questions do not"
            yield in_item(item, asked_field(item), message=message, hint="keep one point of view in a bank")


RULE: Final = BankRule("point-of-view", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
