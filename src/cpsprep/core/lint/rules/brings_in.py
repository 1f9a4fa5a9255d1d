"""One option alone brings in a person or a number of which the situation says nothing.

Whoever reads closely strikes it out, or takes it for a second story. Looked at are situations (`level:
application`). Days of the week, and what speakers tell of their own life, are let be. Other words go into
`allow` of `bank.yaml`.

PASS:
    - id: ex-0001
      kind: single
      level: application
      stem: Ana is worried about her son. What comes first?
      options: {a: You worry about your son., b: Call her 2 or 3 days later., c: See her in 5 days.}
      answer: a
FAIL:
    - id: ex-0001
      kind: single
      level: application
      stem: Ana is worried about the rent. What comes first?
      options:
        a: The rent weighs on you.
        b: Ask your cousin for it. # here
        c: It will pass.
      answer: a
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item, Level
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import choice, told
from cpsprep.core.lint.words import words
from cpsprep.core.problem import Severity

_KIN_WORDS: Final = """
brother sister mother mom father dad parents wife husband son daughter cousin uncle aunt grandmother
grandfather roommate girlfriend boyfriend boss landlord neighbor child children kids boy girl baby
"""
_KIN: Final = frozenset(_KIN_WORDS.split())
_NAME: Final = re.compile(r"(?<=[a-z,] )(?:[A-Z]\w* )*[A-Z]\w{2,}")
"""A name inside a sentence; one of several words is a place or an organization."""
_NUMBER: Final = re.compile(r"(?<![\w-])\d+(?![\w-])")
_KNOWN: Final = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|911|988"
)
_OWN: Final = frozenset({"i", "my", "me", "i'm", "i've"})


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    body = choice(item)
    if body is None or item.level is not Level.APPLICATION:
        return
    known = {*words(told(item)), *map(str.casefold, RULE.allowed(bank))}
    brought = {option: new for option, text in body.options.items() if (new := _new(text, known))}
    if len(brought) == 1:
        ((option, new),) = brought.items()
        message, hint = f"the situation says nothing of {', '.join(new)}", "tell of it there, or leave it out"
        yield in_item(item, "options", option, message=message, hint=hint)


def _new(text: str, known: Collection[str]) -> list[str]:
    """Names, numbers, and people of a family or a household where none of these was spoken of."""
    names = [name for name in _NAME.findall(text) if " " not in name]
    found = [word.casefold() for word in (*names, *_NUMBER.findall(text))]
    if _KIN.isdisjoint(known) and _OWN.isdisjoint(words(text)):
        found += [word for word in words(text) if word in _KIN]
    return [word for word in found if word not in known and not _KNOWN.fullmatch(word)]


RULE: Final = ItemRule("brings-in", Severity.HINT, __doc__, check, level=Strictness.STRICT, takes_words=True)
