"""What rules find and what they let be, beyond their own examples: every `# finds: code` in tests/rule_cases.

The first line of a case names the rules that run on it.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from cpsprep.core.lint.rule import Strictness
from cpsprep.core.lint.rules import RULES
from fakes_lint import linted

FOLDER = Path(__file__).resolve().parents[2] / "rule_cases"
FINDS = re.compile(r"# finds: ([a-z, -]+)$")


def expected(text: str) -> Counter[tuple[int, str]]:
    return Counter(
        (number, code)
        for number, line in enumerate(text.splitlines(), 1)
        if (found := FINDS.search(line))
        for code in found[1].split(", ")
    )


@pytest.mark.parametrize("case", sorted(FOLDER.glob("*.yaml")), ids=lambda case: case.stem)
def test_rules_find_what_the_case_says_and_nothing_else(case: Path, tmp_path: Path) -> None:
    text = case.read_text("utf-8")
    named = text.splitlines()[0].removeprefix("# rules: ").split()
    running = [rule for rule in RULES if rule.id in named]

    problems = linted(tmp_path, text, running, Strictness.STRICT)

    assert len(running) == len(named)
    assert Counter((one.place.line, one.code) for one in problems) == expected(text)
