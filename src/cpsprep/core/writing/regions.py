"""The lines of an item: where they start and end, as a text of their own, taken out, and put in."""

from typing import Final, NamedTuple

from cpsprep.core.writing.edits import Edit, LayoutError
from cpsprep.core.writing.scalar import indented
from cpsprep.core.writing.written import (
    Found,
    Style,
    Written,
    column,
    is_blank,
    line_before,
    line_end,
    line_start,
    next_line,
)

_DEFAULT: Final = 2
"""How far in the hyphens of a deck stand that has none yet."""


class Region(NamedTuple):
    """From the comments above an item's hyphen to the end of its last line, with its break if there is one.

    Args:
        start: of the first line.
        end: of the last line, break included.
        margin: how far in the hyphen stands.
    """

    start: int
    end: int
    margin: int


def region(text: str, found: Found) -> Region:
    """The lines of this item or scenario.

    Comments belong to the item below them where they stand as far in as its hyphen and right above it, and
    to the item above where they stand further in, as the linter takes them too.

    Raises:
        LayoutError: the item shares its lines with others.
    """
    if found.among.style is Style.FLOW:
        raise LayoutError(
            "the items of its list stand in [brackets]; give each a hyphen and lines of its own"
        )
    margin = column(text, found.among.start)
    hyphen = line_start(text, found.node.start)
    while text[hyphen : hyphen + margin + 1].strip(" ") != "-":
        hyphen = line_before(text, hyphen)
    return Region(_above(text, hyphen, margin), _below(text, found.node.end, margin), margin)


def _above(text: str, start: int, margin: int) -> int:
    """The first of the comment lines right above this line that stand as far in as the hyphen."""
    while start:
        line = line_before(text, start)
        if not text.startswith(f"{' ' * margin}#", line):
            break
        start = line
    return start


def _below(text: str, at: int, margin: int) -> int:
    """The end of the line of this place, or of the last comment below it that stands further in."""
    end = at = next_line(text, at)
    while at < len(text):
        line = text[at : line_end(text, at)]
        at = next_line(text, at)
        told = line.lstrip(" ")
        if told.startswith("#") and len(line) - len(told) > margin:
            end = at
        elif told.strip():
            break
    return end


def own_text(text: str, of: Region) -> str:
    """The lines of an item, its hyphen at the margin, with line feeds.

    Raises:
        LayoutError: a line of it stands further left than its hyphen.
    """
    lines = text[of.start : of.end].replace("\r\n", "\n").rstrip("\n").split("\n")
    margin = " " * of.margin
    if not all(line.startswith(margin) or not line.strip() for line in lines):
        raise LayoutError("a line of it starts further left than its hyphen")
    return "\n".join(line.removeprefix(margin) if line.strip() else line for line in lines) + "\n"


def put_back(text: str, of: Region, own: str) -> Edit | None:
    """What puts a changed `own_text` in the place of the old one; None where it is the same.

    Raises:
        LayoutError: as `own_text`.
    """
    own = own.replace("\r\n", "\n").rstrip("\n")
    if own == own_text(text, of).rstrip("\n"):
        return None
    margin = " " * of.margin
    own = "\n".join(f"{margin}{line}" if line.strip() else line for line in own.split("\n"))
    return Edit(of.start, of.end, own + ("\n" if text[: of.end].endswith(("\n", "\r")) else ""))


def taken_out(text: str, of: Region) -> Edit:
    """What removes an item with the blank lines below it, or, of the last one, those above it."""
    start, end = of.start, of.end
    while end < len(text) and is_blank(text, end):
        end = next_line(text, end)
    while end == len(text) and start and is_blank(text, line_before(text, start)):
        start = line_before(text, start)
    return Edit(start, end, "")


def put_in(text: str, root: Written, own: str) -> Edit:
    """What adds an item, its hyphen at the margin, below the last one of a deck, laid out as that one.

    Raises:
        LayoutError: the deck has no list of items, or one in brackets.
    """
    named = root.fields.get("items")
    if named is None or root.style is Style.FLOW:
        raise LayoutError("there is no 'items:' to put it under")
    listed = named.value
    if not listed.items:
        return _first(text, named.name, listed, own)
    if listed.style is Style.FLOW:
        raise LayoutError("its items stand in [brackets]; give each a hyphen and lines of its own")
    last = region(text, Found(listed.items[-1], listed))
    gap = "\n" if len(listed.items) == 1 or is_blank(text, line_before(text, last.start)) else ""
    brk = "" if text[: last.end].endswith(("\n", "\r")) else "\n"
    told = indented(own, last.margin)
    return Edit(last.end, last.end, f"{brk}{gap}{told}")


def _first(text: str, name: Written, listed: Written, own: str) -> Edit:
    """The first item of a deck, below `items:` and the comments that follow it."""
    told = indented(own, _DEFAULT)
    after = text.index(":", name.end) + 1
    if listed.end > after and text[after : listed.end].strip():  # `items: []`
        behind = text[listed.end : line_end(text, listed.end)]
        return Edit(after, line_end(text, listed.end), f"{behind}\n{told}".removesuffix("\n"))
    at = next_line(text, after)
    brk = "" if text[:at].endswith(("\n", "\r")) else "\n"
    return Edit(at, at, f"{brk}{told}")


def comment(text: str, found: Found, words: str) -> Edit:
    """What puts a comment above the first field of an item, or above the item where that stands in braces.

    Raises:
        LayoutError: as `region`.
    """
    of = region(text, found)
    if found.node.style is Style.FLOW:
        at = line_start(text, found.node.start)
        return Edit(at, at, f"{' ' * of.margin}# {words}\n")
    at = line_end(text, next(iter(found.node.fields.values())).value.end)
    return Edit(at, at, f"\n{' ' * column(text, found.node.start)}# {words}")
