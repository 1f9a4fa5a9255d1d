"""An item does not say why.

Learners learn most from the reason. A question with options gives one for each of them (`why`), the other
kinds give an `explanation`. Without it they read "no explanation yet".

PASS:
    - id: ex-0001
      kind: truefalse
      stem: Listening is the same as staying quiet.
      answer: false
      why: {true: Staying quiet is a part of it., false: It also takes showing that one has understood.}
    - {id: ex-0002, kind: basic, front: Two parts?, back: Hear and show., explanation: Both are needed.}
FAIL:
    - id: ex-0001
      kind: truefalse
      stem: Listening is the same as staying quiet.
      answer: false
      why: {false: It also takes showing that one has understood.} # here
    - {id: ex-0002, kind: basic, front: Two parts?, back: Hear and show.} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Choice, Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.problem import Severity


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    if isinstance(item.body, Choice):
        without = [option for option in item.body.options if option not in item.body.why]
        if without:
            message = f"no reason is given for {', '.join(without)}"
            yield in_item(item, "why", message=message, hint="write one under 'why' for every option")
    elif not item.explanation:
        yield in_item(item, message="there is no explanation", hint="add a line 'explanation: ...'")


RULE: Final = ItemRule("no-rationale", Severity.HINT, __doc__, check)
