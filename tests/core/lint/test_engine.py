"""The linter as a whole: reading problems and findings in one list, by place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cpsprep.core.bank import Bank, BankHeader
from cpsprep.core.item import Choice, Item
from cpsprep.core.lint.rule import (
    About,
    BankRule,
    Finding,
    ItemRule,
    RecordsRule,
    Rule,
    Strictness,
    in_item,
)
from cpsprep.core.lint.rules import RULES
from cpsprep.core.problem import Severity
from cpsprep.core.records.records import Records
from fakes_bank import HEADER
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


def strict(code: str, level: Strictness) -> Rule:
    def found(item: Item, bank: BankHeader) -> Iterator[Finding]:
        yield in_item(item, message=f"{code} {bank.title}", hint="")

    return ItemRule(code, Severity.HINT, None, found, level=level)


BOTH = [strict("always", Strictness.BASIC), strict("sometimes", Strictness.STRICT)]
ONE = "items:\n  - {id: ex-1, kind: basic, front: f, back: b} # cpsprep: ignore sometimes it is meant so\n"


@pytest.mark.parametrize(
    ("asked", "written", "expected"),
    [
        (None, "", ["always"]),
        (None, "lint: {level: strict}\n", ["always"]),
        (Strictness.BASIC, "lint: {level: strict}\n", ["always"]),
        (Strictness.STRICT, "", ["always"]),
    ],
)
def test_a_comment_for_a_rule_that_does_not_run_is_let_be(
    tmp_path: Path, asked: Strictness | None, written: str, expected: list[str]
) -> None:
    assert [one.code for one in linted(tmp_path, ONE, BOTH, asked, HEADER + written)] == expected


@pytest.mark.parametrize(
    ("asked", "written", "expected"),
    [
        (None, "", ["always"]),
        (None, "lint: {level: basic}\n", ["always"]),
        (None, "lint: {level: strict}\n", ["always", "sometimes"]),
        (Strictness.BASIC, "lint: {level: strict}\n", ["always"]),
        (Strictness.STRICT, "lint: {level: basic}\n", ["always", "sometimes"]),
    ],
)
def test_the_bank_says_how_strict_to_be_unless_somebody_asks(
    tmp_path: Path, asked: Strictness | None, written: str, expected: list[str]
) -> None:
    deck = ONE.partition(" #")[0]

    assert [one.code for one in linted(tmp_path, deck, BOTH, asked, HEADER + written)] == expected


def test_a_bank_has_thresholds_and_words_of_its_own(tmp_path: Path) -> None:
    deck = "items:\n  - {id: ex-1, kind: basic, front: What do drunks and convicts need to hear?, back: b}\n"
    own = "lint:\n  thresholds: {stem-length: 5}\n  allow: {person-first: Convicts}\n"
    rules = [rule for rule in RULES if rule.id in {"stem-length", "person-first"}]

    found = linted(tmp_path, deck, rules, Strictness.STRICT, HEADER + own)

    assert [one.message for one in found] == [
        "'drunks' does not put the person first",
        "the question has 8 words",
    ]


@pytest.mark.parametrize(
    ("written", "line", "hint"),
    [
        ("thresholds: {stem-lenght: 60}", 8, "did you mean 'stem-length'?"),
        ("thresholds: {same-options: 60}", 8, ""),
        ("allow: {clanger: [listen]}", 8, "did you mean 'clang'?"),
        ("allow: {zzz: [listen]}", 8, "those that have one: "),
    ],
)
def test_a_setting_without_a_rule_is_told_where_it_stands(
    tmp_path: Path, written: str, line: int, hint: str
) -> None:
    header = f"{HEADER}lint:\n  level: strict\n  {written}\n"

    (problem,) = linted(tmp_path, "items: []", [], None, header)

    assert (problem.code, Path(problem.place.file).name, problem.place.line) == (
        "lint-unknown",
        "bank.yaml",
        line,
    )
    name = written.partition("{")[2].partition(":")[0]
    assert problem.snippet[problem.place.column - 1 :].startswith(name)
    assert problem.hint.startswith(hint)
