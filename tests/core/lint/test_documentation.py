"""What is said about a code comes from the code itself."""

from pathlib import Path

import pytest

from cpsprep.adapters.bank.lint import linted_folder
from cpsprep.core.lint.documentation import documentation, parse
from cpsprep.core.lint.rules import RULES
from cpsprep.core.problem import Severity
from cpsprep.core.reading.codes import ANKI, CODES
from fakes_bank import HEADER

CASES = Path(__file__).resolve().parents[2] / "lint_cases"
DOC = """Summary.

    One paragraph.

    Another.

    PASS:
        - {id: ex-1}
          # more
    FAIL:
        deck: x

        items: []
    """


def test_a_docstring_is_taken_apart() -> None:
    told = parse("code", Severity.HINT, DOC)

    assert (told.summary, told.text) == ("Summary.", "One paragraph.\n\nAnother.")
    assert [(one.passes, one.yaml) for one in told.examples] == [
        (True, "- {id: ex-1}\n  # more\n"),
        (False, "deck: x\n\nitems: []\n"),
    ]


def test_items_of_an_example_become_a_deck() -> None:
    items, deck = parse("code", Severity.HINT, DOC).examples

    assert items.deck == "deck: example\ndomain: listening\nitems:\n  - {id: ex-1}\n    # more\n"
    assert deck.deck == deck.yaml


@pytest.mark.parametrize(
    ("code", "settings"),
    [
        ("same-options", "Runs at both levels."),
        ("key-length", "Runs at both levels. Threshold: 1.3."),
        ("clang", "Runs at the level strict. Threshold: 2. May be allowed words."),
        ("tab", ""),
    ],
)
def test_it_is_told_where_a_rule_runs_and_what_may_be_set(code: str, settings: str) -> None:
    assert documentation()[code].settings == settings


def test_codes_are_unique_and_complete() -> None:
    told = documentation()

    assert CODES.keys().isdisjoint(rule.id for rule in RULES)
    assert told.keys() >= CODES.keys() | ANKI.keys() | {rule.id for rule in RULES}
    assert all(one.summary.endswith(".") and one.code == code for code, one in told.items())


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yaml")), ids=lambda case: case.stem)
def test_each_problem_weighs_what_its_documentation_says(case: Path, tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text(HEADER, "utf-8")
    (tmp_path / "sources.yaml").write_text("sources: {known: T}", "utf-8")
    (tmp_path / case.name).write_bytes(case.read_bytes())
    told = documentation()

    for problem in linted_folder(tmp_path).problems:
        assert told[problem.code].severity is problem.severity, problem.code
