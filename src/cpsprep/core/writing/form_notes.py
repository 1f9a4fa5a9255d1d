"""Which field of a form a finding is about: the linter tells places in a text, a person fills in fields."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cpsprep.core.problem import Problem
from cpsprep.core.writing.parts import ASK, ASKED
from cpsprep.core.writing.written import Named, Written, find

_LETTERED = re.compile(r"^[ \t]*\(?([A-Ha-h])[.)][ \t]+\S", re.MULTILINE)
_BY_LETTER = {"options": "option", "why": "why", "misconception": "misconception"}


class Note(NamedTuple):
    """What was found of one field; without a part it is about the whole question."""

    part: str
    text: str
    is_error: bool = False


def holds_options(text: str) -> bool:
    """Whether lines of the text that asks begin as options do, A and B: a whole question was pasted there."""
    return {"a", "b"} <= {found.casefold() for found in _LETTERED.findall(text)}


def part_at(text: str, root: Written, name: str, problem: Problem) -> str:
    """The field that a problem stands in; "" for the whole question.

    Args:
        text: of the deck that the question was written into.
        root: its tree.
        name: the question's id.
        problem: found in it.
    """
    found = find(root, name)
    at = sum(len(line) + 1 for line in text.split("\n")[: problem.place.line - 1]) + problem.place.column - 1
    return next((part for part, named in _parts(found.node if found else None) if _holds(named, at)), "")


def _parts(node: Written | None) -> Iterator[tuple[str, Named]]:
    """Every field with its place, parts of maps before the map."""
    for field, named in node.fields.items() if node else ():
        if field == "id":
            continue
        head = _BY_LETTER.get(field)
        if head:
            yield from ((f"{head}.{letter}", one) for letter, one in named.value.fields.items())
        yield ASK if field in ASKED.values() else head or field, named


def _holds(named: Named, at: int) -> bool:
    return named.name.start <= at <= named.value.end
