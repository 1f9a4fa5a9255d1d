"""What `cpsprep bank lint` prints: the problems, and what they come to."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from cpsprep.adapters.bank.lint import Linted
from cpsprep.cli.bank.problem_lines import problem_lines, shown, wrapped
from cpsprep.cli.saying import counted
from cpsprep.core.problem import Problem, Severity

SCHEMA: Final = "cpsprep.bank-lint/1"
_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def has_findings(parts: Sequence[Linted]) -> bool:
    """Whether there is an error or a warning; hints are counted only."""
    return any(problem.severity is not Severity.HINT for part in parts for problem in part.problems)


def as_text(parts: Sequence[Linted], width: int, *, marked: bool, hints: bool, again: str) -> Iterator[str]:
    """Every error and warning, hints if wanted, then a summary.

    Args:
        parts: what was linted.
        width: how many columns there are, 0 for a pipe.
        marked: with the source line and a mark below it.
        hints: show hints too.
        again: what to type to see the same with its hints.
    """
    for part in parts:
        for problem in part.problems:
            if hints or problem.severity is not Severity.HINT:
                yield from problem_lines(_with_id(problem), width, marked=marked)
                yield ""
    problems = [problem for part in parts for problem in part.problems]
    yield _summary(parts)
    left_out = sum(part.bank.left_out for part in parts if part.whole)
    if left_out:
        yield f"Left out of study because of mistakes: {counted(left_out, 'item')}."
    if not left_out and not any(part.items for part in parts) and any(part.whole for part in parts):
        yield wrapped("There is no question yet. The name of a file with questions ends in .yaml.", width)
    graver = [one.code for one in problems if one.severity is not Severity.HINT]
    if graver:
        yield f"What a code means, for example: cpsprep bank explain {graver[0]}"
    told = Counter(one.code for one in problems if one.severity is Severity.HINT)
    if told and not hints:
        listed = ", ".join(f"{code} {times}" for code, times in told.most_common())
        yield wrapped(f"Hints: {listed}. To see them: {again}", width)


def _with_id(problem: Problem) -> Problem:
    """The problem with the question's id, which `bank edit` takes, unless it is said already."""
    told = not problem.item or problem.item in problem.message or problem.item in problem.snippet
    return problem if told else problem._replace(message=f"{problem.message} ({problem.item})")


def as_github(parts: Sequence[Linted], *, hints: bool) -> Iterator[str]:
    """Workflow commands, by which GitHub marks lines of a pull request, then the summary.

    Their form, and what has to be escaped in them, is that of GitHub's documentation on workflow commands.
    """
    for problem in (problem for part in parts for problem in part.problems):
        if hints or problem.severity is not Severity.HINT:
            place = problem.place
            fields = {
                "file": Path(shown(place.file)).as_posix(),
                "line": str(place.line),
                "col": str(place.column),
                "endColumn": str(place.column + problem.width),
                "title": problem.code,
            }
            told = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in fields.items())
            yield f"::{_COMMANDS[problem.severity]} {told}::{_escaped(problem.sentence)}"
    yield _summary(parts)


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(sign):02X}" if sign in f"%\r\n{more}" else sign for sign in text)


def as_json(parts: Sequence[Linted]) -> str:
    """Everything, hints too. `left_out` counts for the whole bank, also where one file was linted."""
    problems = [problem for part in parts for problem in part.problems]
    counts = Counter(problem.severity for problem in problems)
    told = {
        "schema": SCHEMA,
        "banks": [
            {
                "bank": part.bank.header.id,
                "title": part.bank.header.title,
                "files": [shown(file) for file in part.files],
                "items": part.items,
                "left_out": part.bank.left_out,
            }
            for part in parts
        ],
        "counts": {severity.value: counts[severity] for severity in Severity},
        "problems": [_problem(problem) for problem in problems],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "file": shown(problem.place.file),
        "line": problem.place.line,
        "column": problem.place.column,
        "width": problem.width,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "item": problem.item,
        "snippet": problem.snippet,
    }


def _summary(parts: Sequence[Linted]) -> str:
    files = sum(len(part.files) for part in parts)
    items = sum(part.items for part in parts)
    problems = [problem for part in parts for problem in part.problems]
    return f"{counted(items, 'item')} in {counted(files, 'file')}: {_sum(problems)}."


def _sum(problems: Sequence[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    told = [counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return ", ".join(told) or "no mistakes"
