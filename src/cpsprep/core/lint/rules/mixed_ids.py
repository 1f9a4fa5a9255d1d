"""An id does not start as the others of its deck do.

Ids such as `al-0012` tell where an item stands, and an item that moved here from elsewhere keeps its id:
then say so in a comment `# cpsprep: ignore mixed-ids moved from ...`. This is looked at where more than half
of a deck's ids, and at least three, start alike and end in a number.

PASS:
    - {id: al-0001, kind: basic, front: One?, back: "1"}
    - {id: al-0002, kind: basic, front: Two?, back: "2"}
    - {id: al-0003, kind: basic, front: Three?, back: "3"}
FAIL:
    - {id: al-0001, kind: basic, front: One?, back: "1"}
    - {id: al-0002, kind: basic, front: Two?, back: "2"}
    - {id: al-0003, kind: basic, front: Three?, back: "3"}
    - {id: la-0004, kind: basic, front: Four?, back: "4"} # here
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import BankRule, Finding, in_item
from cpsprep.core.problem import Severity

_FEWEST: Final = 3


def check(bank: Bank) -> Iterator[Finding]:
    decks: defaultdict[str, list[Item]] = defaultdict(list)
    for item in bank.items.values():
        decks[item.deck].append(item)
    for items in decks.values():
        prefix, times = Counter(_prefix(item.id) for item in items).most_common(1)[0]
        if prefix and times >= _FEWEST and times * 2 > len(items):
            for item in items:
                if _prefix(item.id) != prefix:
                    message = f"'{item.id}' does not start with '{prefix}', as the ids of this deck do"
                    hint = f"while it is not published yet, give it an id that starts with '{prefix}'"
                    yield in_item(item, message=message, hint=hint)


def _prefix(name: str) -> str:
    """What stands before the number of an id, "" where it has none."""
    head, dash, number = name.rpartition("-")
    return head + dash if number.isdigit() else ""


RULE: Final = BankRule("mixed-ids", Severity.HINT, __doc__, check)
