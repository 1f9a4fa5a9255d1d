"""An item names a claim that the bank's folder `facts` does not hold.

Claims tell what an item tests; one that is not listed is counted nowhere. A bank without a list of claims may
name them as it likes.

PASS:
    - {id: ex-0001, kind: basic, claims: [S01], front: What is empathy?, back: Feeling with someone.}
    - {id: ex-0002, kind: basic, claims: [S99], status: retired, front: What is it?, back: It was empathy.}
FAIL:
    - {id: ex-0001, kind: basic, claims: [S99], front: What is empathy?, back: Feeling with someone.} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import Status
from cpsprep.core.lint.rule import Finding, RecordsRule, in_item
from cpsprep.core.problem import Severity
from cpsprep.core.reading.fields import meant
from cpsprep.core.records.records import Records


def check(bank: Bank, records: Records) -> Iterator[Finding]:
    if not records.claims:
        return
    for item in bank.items.values():
        for name in item.claims:
            if name not in records.claims and item.status is not Status.RETIRED:
                hint = meant(name, records.claims) or "add it to 'claims' in a file of the folder 'facts'"
                yield in_item(item, "claims", name, message=f"there is no claim '{name}'", hint=hint)


RULE: Final = RecordsRule("unknown-claim", Severity.WARNING, __doc__, check)
