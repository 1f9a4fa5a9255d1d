"""Among options that keep their order, the key stands in one place too often.

Options are shuffled on screen, except where `shuffle: false` keeps them. There the places of the keys are
held against chance by the chi-square test at the level of 5 %, apart for each number of options, from five
questions an option on.

PASS:
    - {id: ex-0001, kind: single, shuffle: false, stem: How many?, options: {a: "1", b: "2"}, answer: a}
    - {id: ex-0002, kind: single, shuffle: false, stem: How many?, options: {a: "1", b: "3"}, answer: b}
FAIL:
    - {id: ex-0001, kind: single, shuffle: false, stem: No. 1?, options: {a: "1", b: "2"}, answer: b}
    - {id: ex-0002, kind: single, shuffle: false, stem: No. 2?, options: {a: "1", b: "2"}, answer: b}
    - {id: ex-0003, kind: single, shuffle: false, stem: No. 3?, options: {a: "1", b: "2"}, answer: b}
    - {id: ex-0004, kind: single, shuffle: false, stem: No. 4?, options: {a: "1", b: "2"}, answer: b}
    - {id: ex-0005, kind: single, shuffle: false, stem: No. 5?, options: {a: "1", b: "2"}, answer: b}
    - {id: ex-0006, kind: single, shuffle: false, stem: No. 6?, options: {a: "1", b: "2"}, answer: b}
    - {id: ex-0007, kind: single, shuffle: false, stem: No. 7?, options: {a: "1", b: "2"}, answer: b}
    - {id: ex-0008, kind: single, shuffle: false, stem: No. 8?, options: {a: "1", b: "2"}, answer: b}
    - {id: ex-0009, kind: single, shuffle: false, stem: No. 9?, options: {a: "1", b: "2"}, answer: b}
    - {id: ex-0010, kind: single, shuffle: false, stem: No. 10?, options: {a: "1", b: "2"}, answer: a}
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.rule import About, BankRule, Finding, Strictness
from cpsprep.core.lint.shown import single
from cpsprep.core.problem import Severity

_CRITICAL: Final = {2: 3.84, 3: 5.99, 4: 7.81, 5: 9.49, 6: 11.07, 7: 12.59, 8: 14.07}
"""Of chi-square at 5 %, by the number of options (one more than the degrees of freedom)."""
_EXPECTED: Final = 5
"""Keys that chance must give a place before the test means anything (Cochran)."""


def check(bank: Bank) -> Iterator[Finding]:
    kept = [body for item in bank.items.values() if not item.shuffle and (body := single(item))]
    for size, critical in _CRITICAL.items():
        places = Counter(
            list(body.options).index(body.answer[0]) for body in kept if len(body.options) == size
        )
        expected = places.total() / size
        if expected < _EXPECTED:
            continue
        if sum((places[place] - expected) ** 2 for place in range(size)) / expected > critical:
            found = ", ".join(str(places[place]) for place in range(size))
            message = f"of {size} options that keep their order the key is, from first to last, {found} times"
            yield Finding(About.BANK, "", message, "drop 'shuffle: false' where the order does not matter")


RULE: Final = BankRule("key-position", Severity.WARNING, __doc__, check, level=Strictness.STRICT)
