"""Names in the part `lint` of `bank.yaml` that the linter does not know."""

import difflib
from collections.abc import Collection, Iterator
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.lint.rule import About, BankRule, Finding
from cpsprep.core.lint.rules import RULES
from cpsprep.core.problem import Severity

CODE: Final = "lint-unknown"
CODES: Final = {
    CODE: "The part 'lint' of bank.yaml names no rule that has such a setting, so the setting does nothing.",
}


def check(bank: Bank) -> Iterator[Finding]:
    asked = bank.header.lint
    measured = [rule.id for rule in RULES if rule.threshold is not None]
    worded = [rule.id for rule in RULES if rule.takes_words]
    yield from _unknown("thresholds", asked.thresholds, measured, "threshold")
    yield from _unknown("allow", asked.allow, worded, "list of words")


def _unknown(field: str, names: Collection[str], known: Collection[str], what: str) -> Iterator[Finding]:
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"those that have one: {', '.join(known)}"
            message = f"there is no rule '{name}' with a {what}"
            yield Finding(About.BANK, "", message, hint, ("lint", field, name))


UNKNOWN: Final = BankRule(CODE, Severity.WARNING, None, check)
"""Runs always, and cannot be set aside: it is about the linter, not about questions."""
