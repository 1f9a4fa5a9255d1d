"""A text uses words that put an illness before a person, or blame.

Learners take up the words they read. What stands in quotation marks is somebody's speech or an example, and
is let be; an option that shows such words on purpose needs a comment `# cpsprep: ignore person-first` with
the reason. Words that your field uses otherwise go into `allow` of `bank.yaml`.

PASS:
    - {id: ex-0001, kind: basic, front: 'Say "an addict" kindly.', back: A person with an addiction.}
FAIL:
    - {id: ex-0001, kind: basic, front: Who helps?, back: Someone who suffers from depression too.} # here
    - {id: ex-0002, kind: basic, front: What do addicts need?, back: A welcome.} # here
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.lint.rule import Finding, ItemRule, Strictness, in_item
from cpsprep.core.lint.shown import parts
from cpsprep.core.lint.words import unquoted
from cpsprep.core.problem import Severity

_END: Final = r"(?= (?:is|was|who|has|said|needs?|may|can|now|for|since)\b|[.,;?!]|$)"
_WORDS: Final[Mapping[str, str]] = {
    r"addicts?|junk(?:ie|y)s?|druggies?|(?:drug|substance|alcohol) abusers?|drunks": "a person who uses ...",
    r"alcoholics?(?! Anonymous)": "a person with an alcohol use disorder",
    r"(?:drug|substance|alcohol) abuse": "substance use",
    rf"schizophrenics?|psychotics|bipolars|(?:a|the) (?:bipolar|borderline){_END}": "someone with ...",
    r"the mentally ill|mental patients?|the disabled|the homeless": "people who live with ...",
    r"commit(?:s|ted|ting)? suicide|(?:successful|completed) suicides?": "died by suicide",
    r"(?:successful|failed|unsuccessful) (?:suicide )?attempts?": "died by suicide; survived an attempt",
    r"suffer(?:s|ed|ing)? from|afflicted with|victims? of (?:mental|depression|addiction)": "lives with ...",
    r"crazy|insane|lunatics?|psychos?|maniacs?|deranged": "what the person does or says",
    r"non-?complian(?:t|ce)|manipulative|attention.seeking|treatment.resistant": "what happened",
    r"frequent flyers?|relapsers?|ex-?cons?|convicts|inmates": "a person who ...",
    rf"(?:is|are|was|were|been|being|gets?|got|getting|stay(?:s|ed|ing)?) clean{_END}": "in recovery",
    r"clean time|(?:clean|dirty) (?:test|urine|screen|sample)s?": "in recovery; a negative or positive test",
    r"(?:high|low)-functioning|wheelchair-bound|normal people": "what the person can do or needs",
}
_ANY: Final = re.compile(
    "|".join(rf"(?P<w{number}>\b(?:{word})(?!\w))" for number, word in enumerate(_WORDS)), re.IGNORECASE
)


def check(item: Item, bank: BankHeader) -> Iterator[Finding]:
    allowed = frozenset(map(str.casefold, RULE.allowed(bank)))
    better = tuple(_WORDS.values())
    for path, text in parts(item):
        for found in _ANY.finditer(unquoted(text)):
            if found[0].casefold() not in allowed:
                message = f"'{found[0]}' does not put the person first"
                hint = f"write of {better[int(str(found.lastgroup)[1:])]}"
                yield in_item(item, *path, message=message, hint=hint)


RULE: Final = ItemRule(
    "person-first", Severity.WARNING, __doc__, check, level=Strictness.STRICT, takes_words=True
)
