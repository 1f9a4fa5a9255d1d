"""Decks under the linter, in a bank that has one of everything they may name."""

from collections.abc import Sequence
from pathlib import Path

from cpsprep.adapters.bank.lint import linted_folder
from cpsprep.core.lint.rule import Rule, Strictness
from cpsprep.core.lint.rules import RULES
from cpsprep.core.problem import Problem
from fakes_bank import HEADER, SOURCES

FACTS = """\
facts:
  "3.9.01": {says: First be present and calm., source: guide}
  "2.1.05": {says: Peers work without diagnoses., source: guide, mark: unverified}
claims: {S01: Listening comes first.}
"""


def linted(
    folder: Path,
    deck: str,
    rules: Sequence[Rule] = RULES,
    level: Strictness | None = None,
    header: str = HEADER,
) -> tuple[Problem, ...]:
    """What the linter says of a bank with this one deck."""
    (folder / "bank.yaml").write_text(header, "utf-8")
    (folder / "sources.yaml").write_text(SOURCES, "utf-8")
    (folder / "example.yaml").write_text(deck, "utf-8")
    (folder / "facts").mkdir(exist_ok=True)
    (folder / "facts" / "brief.yaml").write_text(FACTS, "utf-8")
    return linted_folder(folder, rules, level).problems


def marked(deck: str) -> list[int]:
    """The lines that end in `# here`."""
    return [number for number, line in enumerate(deck.splitlines(), 1) if line.endswith("# here")]
