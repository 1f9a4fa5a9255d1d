"""A file's tree as it is written: where each value starts and ends, so that one can change alone.

`core.reading` has trees of their own, without ends and made for speed; these are for single edits.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from cpsprep.core.reading.authored import BREAK


class Style(StrEnum):
    """How a value is written; a map or a list is a block, a line for each entry, or flow, in brackets."""

    PLAIN = ""
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"
    BLOCK = "block"
    FLOW = "flow"


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """One value: text, map or list.

    Args:
        start: its first character, counted from the start of the file.
        end: after its last one; line breaks and comments that follow are not part of it.
        style: how it is written.
        text: of a scalar.
        fields: of a map, each with its name as it is written.
        items: of a list.
    """

    start: int
    end: int
    style: Style
    text: str = ""
    fields: dict[str, "Named"] = field(default_factory=dict)
    items: tuple["Written", ...] = ()
    is_list: bool = False
    is_map: bool = False


class Named(NamedTuple):
    """A field of a map."""

    name: Written
    value: Written


class Found(NamedTuple):
    """An item or a scenario, the list that it stands in, and the scenario around it, if any."""

    node: Written
    among: Written
    scenario: Written | None = None

    @property
    def name(self) -> str:
        """Its id as written."""
        return _name(self.node)


def find(root: Written, name: str) -> Found | None:
    """The item, or the scenario, with this id."""
    return next((one for one in entries(root) if one.name == name), None)


def entries(root: Written) -> Iterator[Found]:
    """Every item and every scenario of a deck, in order."""
    for one in _listed(root):
        yield one
        if "scenario" in one.node.fields:
            yield from (Found(inner.node, inner.among, one.node) for inner in _listed(one.node))


def _listed(holder: Written) -> Iterator[Found]:
    named = holder.fields.get("items")
    if named:
        yield from (Found(node, named.value) for node in named.value.items if node.is_map)


def _name(node: Written) -> str:
    named = node.fields.get("scenario") or node.fields.get("id")
    return named.value.text.strip() if named else ""


def line_start(text: str, at: int) -> int:
    """Where the line of this place starts."""
    return max((text.rfind(sign, 0, at) for sign in "\r\n\x85\u2028\u2029"), default=-1) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of this place ends, before its break."""
    found = BREAK.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    """Where the line after this place starts, or the end of the text."""
    found = BREAK.search(text, at)
    return found.end() if found else len(text)


def column(text: str, at: int) -> int:
    """How many characters stand before this place in its line."""
    return at - line_start(text, at)


def line_before(text: str, start: int) -> int:
    """Where the line before the one that starts here starts; nowhere before the first."""
    at = start - 2 if text.startswith("\r\n", start - 2) else start - 1
    return line_start(text, max(at, 0))


def is_blank(text: str, start: int) -> bool:
    """Whether the line that starts here has nothing but space in it."""
    return not text[start : line_end(text, start)].strip()
