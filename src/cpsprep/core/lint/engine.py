"""Runs the rules over a bank and puts what they find beside the problems of reading it."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from cpsprep.core.bank import Bank
from cpsprep.core.item import Status
from cpsprep.core.lint.ignoring import MARK, ignores_of, judge
from cpsprep.core.lint.places import Places
from cpsprep.core.lint.rule import BankRule, Finding, ItemRule, RecordsRule, Rule, Strictness
from cpsprep.core.lint.rules import RULES
from cpsprep.core.lint.settings import UNKNOWN
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Node, Source
from cpsprep.core.records.records import Records


def lint(
    bank: Bank,
    files: Sequence[tuple[Source, Node | None]],
    rules: Sequence[Rule] = RULES,
    *,
    level: Strictness | None = None,
    records: Records | None = None,
) -> tuple[Problem, ...]:
    """All problems of a bank by file and line, those of reading it included.

    Args:
        bank: the bank as it was read.
        files: its files, each with its tree.
        rules: the rules to choose from.
        level: how strict to be, where the bank's own word does not count.
        records: what lies beside the decks.
    """
    running = rules_for(rules, level or Strictness(bank.header.lint.level or Strictness.BASIC))
    beside = records or Records()
    found = [(rule, one) for rule in (UNKNOWN, *running) for one in findings(rule, bank, beside)]
    problems: list[Problem] = []
    if found or any(MARK in source.data for source, _ in files):
        places = Places(files)
        problems = [places.problem(rule, finding) for rule, finding in found]
        ignores = ignores_of([source for source, _ in files], places)
        problems = judge(problems, ignores, {rule.id for rule in rules}, {rule.id for rule in running})
    return tuple(sorted([*bank.problems, *problems], key=lambda one: (one.place, one.code)))


def rules_for(rules: Sequence[Rule], level: Strictness) -> list[Rule]:
    """The rules that run at this level: all of them where it is strict."""
    return [rule for rule in rules if level is Strictness.STRICT or rule.level is level]


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
