"""Comments in a file that set a rule aside, with the reason: `# cpsprep: ignore RULE reason`."""

import difflib
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cpsprep.core.lint.places import Places, Span
from cpsprep.core.problem import Problem, Severity
from cpsprep.core.reading.authored import Source, Spot

MARK: Final = b"cpsprep: ignore"
"""What such a comment holds; a file without it need not be searched."""
CODES: Final[Mapping[str, str]] = {
    "ignore-unknown": "A comment '# cpsprep: ignore' names no rule; only rules can be ignored, not mistakes.",
    "ignore-no-reason": "A comment '# cpsprep: ignore RULE' gives no reason, so it is not followed.",
    "ignore-unused": "A comment '# cpsprep: ignore' is no longer needed: the rule finds nothing here.",
}
_COMMENT: Final = re.compile(r"(?:^|\s)(#\s*cpsprep: ignore\b\s*([\w-]*)\s*(.*))$")


@dataclass(frozen=True, slots=True, eq=False)
class Ignore:
    """One comment: its rule, its reason, and the lines for which it counts."""

    source: Source
    spot: Spot
    text: str
    rule: str
    reason: str
    span: Span

    def covers(self, problem: Problem) -> bool:
        """Whether a problem of this rule is set aside."""
        return bool(self.reason) and self.span.holds(problem.place.file, problem.place.line)

    def problem(self, code: str, message: str, hint: str, severity: Severity) -> Problem:
        return self.source.problem(self.spot, code, message, hint, text=self.text, severity=severity)


def ignores_of(sources: Sequence[Source], places: Places) -> list[Ignore]:
    """Every such comment.

    One that stands after text counts for the item around it; one on a line of its own for the item or
    scenario that the next line belongs to; one above the items for the whole file.
    """
    return [ignore for source in sources if MARK in source.data for ignore in _comments(source, places)]


def judge(
    problems: Sequence[Problem], ignores: Sequence[Ignore], rules: Collection[str], running: Collection[str]
) -> list[Problem]:
    """The problems that nobody set aside, and those of the comments themselves.

    Nothing is said of comments for a rule that exists but is not running.
    """
    used: set[Ignore] = set()
    kept = []
    near = defaultdict(list)
    for ignore in ignores:
        near[ignore.source.file, ignore.rule].append(ignore)
    for problem in problems:
        candidates = near.get((problem.place.file, problem.code), ())
        covering = [ignore for ignore in candidates if ignore.covers(problem)]
        used.update(covering)
        if not covering:
            kept.append(problem)
    return [*kept, *(problem for ignore in ignores for problem in _faults(ignore, used, rules, running))]


def _comments(source: Source, places: Places) -> Iterator[Ignore]:
    for number, line in enumerate(source.lines):
        found = _COMMENT.search(line)
        if found:
            alone = not line[: found.start(1)].strip()
            meant = _next_line(source.lines, number) if alone else number
            text, rule, reason = found[1], found[2], found[3].strip()
            span = places.span(source.file, meant + 1)
            yield Ignore(source, Spot(number, found.start(1)), text, rule, reason, span)


def _next_line(lines: Sequence[str], number: int) -> int:
    """The next line with something in it that is no comment; the line itself where there is none."""
    for index in range(number + 1, len(lines)):
        text = lines[index].strip()
        if text and not text.startswith("#"):
            return index
    return number


def _faults(
    ignore: Ignore, used: Collection[Ignore], rules: Collection[str], running: Collection[str]
) -> Iterator[Problem]:
    if ignore.rule not in rules:
        near = difflib.get_close_matches(ignore.rule, rules, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "see: cpsprep bank explain"
        message = f"'{ignore.rule}' is no rule that can be ignored"
        yield ignore.problem("ignore-unknown", message, hint, Severity.WARNING)
    elif not ignore.reason:
        message, hint = f"no reason is given for ignoring '{ignore.rule}'", "write it after the rule"
        yield ignore.problem("ignore-no-reason", message, hint, Severity.WARNING)
    elif ignore not in used and ignore.rule in running:
        message, hint = f"'{ignore.rule}' finds nothing here", "delete this comment"
        yield ignore.problem("ignore-unused", message, hint, Severity.HINT)
