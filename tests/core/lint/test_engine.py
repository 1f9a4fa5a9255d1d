"""The linter as a whole: reading problems and findings in one list, by place."""

from collections.abc import Iterator
from pathlib import Path

from cpsprep.core.bank import Bank, BankHeader
from cpsprep.core.item import Choice, Item
from cpsprep.core.lint.rule import About, BankRule, Finding, ItemRule, RecordsRule, Rule, in_item
from cpsprep.core.lint.rules import RULES
from cpsprep.core.problem import Severity
from cpsprep.core.records.records import Records
from fakes_lint import linted

BROKEN = """\
deck: example
domain: listening
items:
  - {id: ex-1, kind: single, stem: What?, options: {a: x, b: X}, answer: a}
  - {id: ex-2, kind: single, stem: What?, options: {a: x, b: y}, answer: c}
  - {id: ex-3, kind: basic, front: What?, back: That., status: retired}
"""


def test_reading_and_rules_share_one_list_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = [(one.place.line, one.code) for one in linted(tmp_path, BROKEN)]

    assert found == [
        *((4, code) for code in ("no-level", "no-rationale", "no-source", "same-options")),
        (5, "answer-not-an-option"),
    ]


def test_nothing_is_said_of_retired_items_and_items_that_were_left_out(tmp_path: Path) -> None:
    assert {one.item for one in linted(tmp_path, BROKEN) if one.severity is not Severity.ERROR} == {"ex-1"}


def test_a_problem_shows_its_line(tmp_path: Path) -> None:
    (problem,) = linted(tmp_path, BROKEN, [rule for rule in RULES if rule.id == "same-options"])[:1]

    assert problem.snippet == BROKEN.splitlines()[3]
    assert problem.snippet[problem.place.column - 1] == "b"


def test_a_rule_of_your_own_needs_nothing_but_a_function(tmp_path: Path) -> None:
    def shouting(item: Item, bank: BankHeader) -> Iterator[Finding]:
        if isinstance(item.body, Choice) and bank.domains:
            yield in_item(item, "stem", message="loud", hint="lower your voice")

    def untitled(bank: Bank) -> Iterator[Finding]:
        yield Finding(About.BANK, "", bank.header.title, "")

    def unread(bank: Bank, records: Records) -> Iterator[Finding]:
        yield in_item(next(iter(bank.items.values())), message=f"{type(records).__name__} differ", hint="")

    rules: list[Rule] = [
        ItemRule("shouting", Severity.WARNING, None, shouting),
        BankRule("untitled", Severity.HINT, None, untitled),
        RecordsRule("unread", Severity.HINT, None, unread),
    ]

    found = [(Path(one.place.file).name, one.place.line, one.code) for one in linted(tmp_path, BROKEN, rules)]

    assert found == [
        ("bank.yaml", 3, "untitled"),
        ("example.yaml", 4, "unread"),
        ("example.yaml", 4, "shouting"),
        ("example.yaml", 5, "answer-not-an-option"),
    ]
