"""A reason speaks of an option by its letter.

Options are shuffled on screen and in Anki, so "option B" is another one for every learner. Say what the
option does.

PASS:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: Listening., b: Planning.}
      answer: a
      why: {a: The person is heard before anything else., b: It is an option a person may want later.}
FAIL:
    - id: ex-0001
      kind: single
      stem: What comes first?
      options: {a: Listening., b: Planning.}
      answer: a
      why:
        a: The person is heard, unlike in option b. # here
        b: A is better. # here
"""

import re
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, in_item
from cpsprep.core.lint.shown import choice, parts
from cpsprep.core.problem import Severity

_NAMED: Final = r"(?:[Oo]ptions?|[Cc]hoices?|[Aa]nswers?|[Ll]etters?|[Dd]istractors?)"
_SPOKEN_OF: Final = r"(?= (?:is|was|would|does|and|or)\b)"
_LETTER: Final = re.compile(
    rf"\b{_NAMED} (?:[B-H]\b|A(?:{_SPOKEN_OF}|(?=[.,;)]|$))|[b-h](?=[ .,;:)]|$)|a(?=[.,;:)]|$)"
    rf"|\([a-hA-H]\)|[\"'][a-hA-H][\"'])|(?:^|(?<=[.;] ))\(?[A-H]\)?{_SPOKEN_OF}"
)
_FIELDS: Final = {"why", "explanation"}


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    del bank
    for path, text in parts(item) if choice(item) else ():
        if path[0] in _FIELDS and (found := _LETTER.search(text)):
            message, hint = f"'{found[0]}' names an option by its letter", "say what the option does"
            yield in_item(item, *path, message=message, hint=hint)


RULE: Final = ItemRule("rationale-letter", Severity.WARNING, __doc__, check)
