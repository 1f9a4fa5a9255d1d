"""Runs the rules over a bank and puts what they find beside the problems of reading it."""

from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from cpsprep.core.bank import Bank
from cpsprep.core.item import Status
from cpsprep.core.lint.ignoring import MARK, ignores_of, judge
from cpsprep.core.lint.places import Places
from cpsprep.core.lint.rule import BankRule, Finding, ItemRule, RecordsRule, Rule
from cpsprep.core.lint.rules import RULES
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Node, Source
from cpsprep.core.records.records import Records


def lint(
    bank: Bank,
    files: Sequence[Source],
    tree: Callable[[Source], Node | None],
    rules: Sequence[Rule] = RULES,
    records: Records | None = None,
) -> tuple[Problem, ...]:
    """All problems of a bank by file and line, those of reading it included.

    Args:
        bank: the bank as it was read.
        files: its files.
        tree: reads a file again; asked only where something is found, because a finding needs its place.
        rules: the rules to run.
        records: what lies beside the decks.
    """
    beside = records or Records()
    found = [(rule, finding) for rule in rules for finding in findings(rule, bank, beside)]
    problems: list[Problem] = []
    if found or any(MARK in file.data for file in files):
        places = Places([(file, tree(file)) for file in files])
        problems = [places.problem(rule, finding) for rule, finding in found]
        problems = judge(problems, ignores_of(files, places), {rule.id for rule in rules})
    return tuple(sorted([*bank.problems, *problems], key=lambda one: (one.place, one.code)))


def findings(rule: Rule, bank: Bank, records: Records) -> Iterator[Finding]:
    """What one rule finds; items that are retired are let be."""
    match rule:
        case ItemRule():
            for item in bank.items.values():
                if item.status is not Status.RETIRED:
                    yield from rule.check(item, bank.header)
        case BankRule():
            yield from rule.check(bank)
        case RecordsRule():
            yield from rule.check(bank, records)
        case _:
            assert_never(rule)
