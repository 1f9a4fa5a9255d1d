"""A person of one story has the name of a person of another story.

Learners take them for the same person. A name is what begins a sentence of a situation with a comma or a
verb behind it and is no word that the bank writes small elsewhere. The threshold is the number of stories
that may share one. Names of authors and the like go into `allow` of `bank.yaml`.

PASS:
    - {id: ex-0001, kind: basic, front: 'Ana, who bakes, feels low. What may help?', back: Company.}
    - {id: ex-0002, kind: basic, front: 'Boris, who sings, feels low. What may help?', back: Company.}
FAIL:
    - {id: ex-0001, kind: basic, front: 'Ana, who bakes, feels low. What may help?', back: Company.}
    - {id: ex-0002, kind: basic, back: Company., front: 'Ana, who sings, feels low. What may help?'} # here
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import Item, Status
from cpsprep.core.lint.rule import BankRule, Finding, Strictness, in_item
from cpsprep.core.lint.shown import asked_field, parts, told
from cpsprep.core.lint.words import STOP
from cpsprep.core.problem import Severity

_NAME: Final = re.compile(
    r"(?:^|(?<=[.?!\"\u201d]\s)|(?<=\n))([A-Z][^\W\d_A-Z]+(?:[\u2019'-](?!s\b)[^\W\d_]+)*)"
    r"(?=,| [a-z]|['\u2019]s )"
)
_WORD: Final = re.compile(r"\b[a-z][^\W\d_]+")


def check(bank: Bank) -> Iterator[Finding]:
    items = [item for item in bank.items.values() if item.status is not Status.RETIRED]
    written_small = {word for item in items for _, text in parts(item) for word in _WORD.findall(text)}
    common = STOP | written_small | frozenset(map(str.casefold, RULE.allowed(bank.header)))
    stories: defaultdict[str, dict[str, Item]] = defaultdict(dict)
    for item in items:
        for name in set(_NAME.findall(told(item))):
            if name.casefold().partition("'")[0] not in common:
                stories[name].setdefault(item.scenario.id if item.scenario else item.id, item)
    for name, found in stories.items():
        first, *others = found.values()
        if len(found) > RULE.limit(bank.header):
            for item in others:
                message, hint = f"'{name}' is in '{first.id}' too", "give this person another name"
                yield in_item(item, asked_field(item), message=message, hint=hint)


RULE: Final = BankRule(
    "repeated-name", Severity.WARNING, __doc__, check, level=Strictness.STRICT, threshold=1, takes_words=True
)
