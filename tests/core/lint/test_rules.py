"""Every rule, by the examples of its own documentation: what passes, what fails, and in which lines."""

import pkgutil
from pathlib import Path

import pytest

from cpsprep.core import lint
from cpsprep.core.lint import rules
from cpsprep.core.lint.documentation import Example, parse
from cpsprep.core.lint.rule import Rule, Strictness
from cpsprep.core.lint.rules import RULES
from cpsprep.core.problem import Severity
from fakes_lint import linted, marked

CASES = [
    (rule, example) for rule in RULES for example in parse(rule.id, rule.severity, rule.doc or "").examples
]


def name(case: object) -> str:
    if isinstance(case, Example):
        return "pass" if case.passes else "fail"
    return getattr(case, "id", "")


@pytest.mark.parametrize(("rule", "example"), CASES, ids=name)
def test_a_rule_does_what_its_documentation_shows(rule: Rule, example: Example, tmp_path: Path) -> None:
    problems = linted(tmp_path, example.deck, [rule], Strictness.STRICT)

    in_deck = [problem for problem in problems if Path(problem.place.file).name == "example.yaml"]
    assert [(problem.code, problem.place.line) for problem in in_deck] == [
        (rule.id, line) for line in marked(example.deck)
    ]
    assert example.passes == (not problems)
    assert {problem.code for problem in problems} <= {rule.id}  # about the bank as a whole: in bank.yaml


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_every_rule_is_documented_with_both_examples(rule: Rule) -> None:
    told = parse(rule.id, rule.severity, rule.doc or "")

    assert told.summary.endswith(".")
    assert "\n" not in told.summary
    assert told.text
    assert {example.passes for example in told.examples} == {True, False}


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_no_rule_is_an_error_because_errors_hide_items(rule: Rule) -> None:
    assert rule.severity is not Severity.ERROR


def test_every_rule_file_is_in_the_registry_under_its_own_name() -> None:
    files = {module.name.replace("_", "-") for module in pkgutil.iter_modules(rules.__path__)}

    assert files == {rule.id for rule in RULES}
    assert len(files) == len(RULES)
    assert lint.__doc__
