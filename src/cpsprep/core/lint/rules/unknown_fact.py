"""An item names a fact that the bank's folder `facts` does not hold.

Whoever checks the key looks the fact up by its id. A slip in it leads nowhere, or to another fact. A bank
without such a folder may name facts as it likes.

PASS:
    - {id: ex-0001, kind: basic, facts: [3.9.01], front: What is empathy?, back: Feeling with someone.}
    - {id: ex-0002, kind: basic, facts: [9.3.01], status: retired, front: What is it?, back: It was empathy.}
FAIL:
    - {id: ex-0001, kind: basic, facts: [9.3.01], front: What is empathy?, back: Feeling with someone.} # here
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
    if not records.facts:
        return
    for item in bank.items.values():
        for name in item.facts:
            if name not in records.facts and item.status is not Status.RETIRED:
                hint = meant(name, records.facts) or "add it to a file of the folder 'facts'"
                yield in_item(item, "facts", name, message=f"there is no fact '{name}'", hint=hint)


RULE: Final = RecordsRule("unknown-fact", Severity.WARNING, __doc__, check)
