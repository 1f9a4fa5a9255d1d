"""No fact of an item that is studied may carry a key.

Facts are marked in the bank's folder `facts`: `unverified` (its source was not read), `varies` (by state,
employer or edition), `do-not-test` (sources conflict, or the number goes stale). A key needs one fact without
such a mark; until it has one the item stays a draft. A bank without such a folder is let be.

PASS:
    - {id: ex-0001, kind: basic, facts: [2.1.05, 3.9.01], front: What comes first?, back: Listening.}
    - {id: ex-0002, kind: basic, status: draft, facts: [2.1.05], front: What comes next?, back: A plan.}
FAIL:
    - {id: ex-0001, kind: basic, facts: [2.1.05], front: What comes first?, back: Listening.} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.rule import Finding, RecordsRule, Strictness, in_item
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.problem import Severity
from cpsprep.core.records.records import Records

WEAK: Final = frozenset({"unverified", "varies", "do-not-test"})


def check(bank: Bank, records: Records) -> Iterator[Finding]:
    for item in bank.items.values():
        known = [records.facts[name] for name in item.facts if name in records.facts]
        if item.status in STUDIED and known and all(WEAK.intersection(fact.marks) for fact in known):
            marks = ", ".join(f"{fact.id} is marked {' and '.join(fact.marks)}" for fact in known)
            hint = "add a fact that carries the key, or write 'status: draft'"
            yield in_item(item, "facts", message=f"no fact may carry the key: {marks}", hint=hint)


RULE: Final = RecordsRule("no-firm-fact", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
