"""An item says it was checked or reviewed, and the readings of its present text do not.

`checked` holds for the text that two blind readers agreed on, who defended no other option, and that was
confirmed against its sources; `reviewed` for the text that a person read. The readings stand in
`readings.jsonl`, each with the version that was read. When a learner would read something else now, they
count no longer.

PASS:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
FAIL:
    - {id: ex-0001, kind: basic, status: checked, front: What is empathy?, back: Feeling with someone.} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.rule import Finding, RecordsRule, Strictness, in_item
from cpsprep.core.problem import Severity
from cpsprep.core.records.records import Records
from cpsprep.core.records.standing import standings


def check(bank: Bank, records: Records) -> Iterator[Finding]:
    standing = standings(bank.items.values(), records.readings)
    for item in bank.items.values():
        lacking = standing[item.id].lacking(item.status)
        if lacking:
            message = f"'{item.status.value}', but the text as it is now {', and '.join(lacking)}"
            hint = "have it read anew, or write 'status: draft' until then"
            yield in_item(item, "status", message=message, hint=hint)


RULE: Final = RecordsRule("stale-reading", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
