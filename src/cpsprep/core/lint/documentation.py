"""What is said about every code: the docstrings of rules taken apart, and the lines of reading problems.

A rule's docstring is a summary in one line, paragraphs, then examples: `PASS:` or `FAIL:` alone on a line,
and below it, indented, items of a deck or a whole deck file. In a failing one `# here` marks the lines found.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from inspect import cleandoc
from textwrap import dedent
from typing import Final

from cpsprep.core.lint import ignoring, settings
from cpsprep.core.lint.rule import Strictness
from cpsprep.core.lint.rules import RULES
from cpsprep.core.problem import Severity
from cpsprep.core.reading.codes import ANKI, CODES

_EXAMPLE: Final = re.compile(r"^(PASS|FAIL):\n((?:(?: {4}.*)?\n?)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a deck that a rule lets pass, or not."""

    passes: bool
    yaml: str

    @property
    def deck(self) -> str:
        """The piece as a whole deck file."""
        if not self.yaml.startswith("- "):
            return self.yaml
        body = "".join(f"  {line}\n" for line in self.yaml.splitlines())
        return f"deck: example\ndomain: listening\nitems:\n{body}"


@dataclass(frozen=True, slots=True)
class Documentation:
    """What `cpsprep bank explain` tells of one code; a level of None is for what is no rule."""

    code: str
    severity: Severity
    summary: str
    text: str = ""
    examples: tuple[Example, ...] = ()
    is_rule: bool = False
    level: Strictness | None = None
    threshold: float | None = None
    takes_words: bool = False

    @property
    def settings(self) -> str:
        """Where the rule runs, and what `bank.yaml` may set; "" for what is no rule."""
        if self.level is None:
            return ""
        runs = "Runs at both levels." if self.level is Strictness.BASIC else "Runs at the level strict."
        threshold = "" if self.threshold is None else f" Threshold: {self.threshold:g}."
        return runs + threshold + (" May be allowed words." if self.takes_words else "")


def parse(code: str, severity: Severity, doc: str) -> Documentation:
    """The documentation of a rule from its docstring."""
    clean = cleandoc(doc) + "\n"
    examples = tuple(
        Example(kind == "PASS", dedent(body).strip() + "\n") for kind, body in _EXAMPLE.findall(clean)
    )
    summary, _, text = _EXAMPLE.sub("", clean).strip().partition("\n\n")
    return Documentation(code, severity, summary, text.strip(), examples, is_rule=True)


_WARNINGS: Final = frozenset(
    {"unknown-item", "item-twice"}
    | {"unknown-source", "yml-file", "empty-scenario", "ignore-unknown", "ignore-no-reason", "lint-unknown"}
)
"""Codes of reading that hide no item."""
_HINTS: Final = frozenset({"ignore-unused"})


def _of_reading(code: str, summary: str) -> Documentation:
    severity = Severity.WARNING if code in _WARNINGS else Severity.HINT if code in _HINTS else Severity.ERROR
    return Documentation(code, severity, summary)


def documentation() -> Mapping[str, Documentation]:
    """Every code that `cpsprep bank lint` or an export to Anki can print, rules first."""
    ruled = {
        rule.id: replace(
            parse(rule.id, rule.severity, rule.doc or ""),
            level=rule.level,
            threshold=rule.threshold,
            takes_words=rule.takes_words,
        )
        for rule in RULES
    }
    others = {**CODES, **ignoring.CODES, **settings.CODES, **ANKI}
    return {**ruled, **{code: _of_reading(code, summary) for code, summary in others.items()}}
