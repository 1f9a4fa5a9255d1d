"""Two items ask the same with the same options.

A learner would meet one question twice, and statistics would count it as two. Capitals and spaces make no
difference, nor does the order of the options.

PASS:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
    - {id: ex-0002, kind: basic, front: What is sympathy?, back: Feeling for someone.}
FAIL:
    - {id: ex-0001, kind: basic, front: What is empathy?, back: Feeling with someone.}
    - {id: ex-0002, kind: basic, front: What is Empathy?, back: Feeling with someone.} # here
"""

from collections.abc import Iterator
from typing import Final, assert_never

from cpsprep.core.bank import Bank
from cpsprep.core.item import Basic, Choice, Cloze, Item, Status
from cpsprep.core.lint.rule import BankRule, Finding, in_item
from cpsprep.core.problem import Severity


def check(bank: Bank) -> Iterator[Finding]:
    first: dict[tuple[str, ...], str] = {}
    for item in bank.items.values():
        if item.status is Status.RETIRED:
            continue
        same = first.setdefault(_asked(item), item.id)
        if same != item.id:
            yield in_item(item, message=f"this asks the same as '{same}'", hint="keep one of them")


def _asked(item: Item) -> tuple[str, ...]:
    part = item.scenario
    story = (part.vignette, *part.updates) if part else ()
    match item.body:
        case Choice(stem=stem, options=options):
            asked = (*story, stem, *sorted(options.values()))
        case Cloze(text=text):
            asked = (*story, text)
        case Basic(front=front):
            asked = (*story, front)
        case _:
            assert_never(item.body)
    return (item.kind.value, *(" ".join(text.casefold().split()) for text in asked))


RULE: Final = BankRule("same-question", Severity.WARNING, __doc__, check)
