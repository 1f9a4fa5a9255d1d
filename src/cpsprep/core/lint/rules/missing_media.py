"""An item names a picture or sound that is not in the folder `media` of its bank.

In the terminal its words are read all the same; an export to Anki is refused, for the card would show
nothing. The file lies in that folder itself, not in one below it, is at most 20 MB, and is no link.

PASS:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
FAIL:
    - {id: ex-0001, kind: basic, media: {clock.png: A clock.}, front: How late is it?, back: Four.} # here
"""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.rule import Finding, RecordsRule, in_item
from cpsprep.core.media import FOLDER
from cpsprep.core.problem import Severity
from cpsprep.core.reading.fields import meant
from cpsprep.core.records.records import Records


def check(bank: Bank, records: Records) -> Iterator[Finding]:
    for item in bank.items.values():
        for name in item.media:
            if name not in records.media:
                message = f"there is no '{name}' in the folder '{FOLDER}'"
                hint = meant(name, records.media) or "put the file there"
                yield in_item(item, "media", name, message=message, hint=hint)


RULE: Final = RecordsRule("missing-media", Severity.WARNING, __doc__, check)
