"""The key of one question stands in the stem of another.

Whoever meets the other one first need not know it. Looked at are keys and backs with at least three words
that carry meaning; questions of one scenario count too, because each is asked alone later.

PASS:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
    - {id: ex-0002, kind: basic, front: Someone feels with a person. What is it called?, back: Empathy.}
FAIL:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling the world with another person.}
    - {id: ex-0002, kind: basic, back: Empathy., front: Feeling the world with another person is what?} # here
"""

from collections.abc import Iterator
from typing import Final, assert_never

from cpsprep.core.bank import Bank
from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind, Status
from cpsprep.core.lint.rule import BankRule, Finding, Strictness, in_item
from cpsprep.core.lint.shown import asked, asked_field
from cpsprep.core.lint.words import meaning, words
from cpsprep.core.problem import Severity

_FEWEST: Final = 3


def check(bank: Bank) -> Iterator[Finding]:
    items = [item for item in bank.items.values() if item.status is not Status.RETIRED]
    stems = [(f" {' '.join(words(asked(item)))} ", item) for item in items]
    for item in items:
        for key in _keys(item):
            run = f" {' '.join(words(key))} "
            for stem, other in stems if len(meaning(key)) >= _FEWEST else ():
                if run in stem and other is not item:
                    message, hint = f"this holds the key of '{item.id}'", "say it in other words here"
                    yield in_item(other, asked_field(other), message=message, hint=hint)


def _keys(item: Item) -> list[str]:
    match item.body:
        case Choice(kind=Kind.TRUEFALSE) | Cloze():
            return []
        case Choice(options=options, answer=answer):
            return [options[one] for one in answer]
        case Basic(back=back):
            return [back]
        case _:
            assert_never(item.body)


RULE: Final = BankRule("key-in-stem", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
