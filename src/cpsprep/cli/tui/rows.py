"""From parts to lines of styled text at a width; authored text is only ever text here, never markup."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from unicodedata import category

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from cpsprep.cli.study.telling import Role
from cpsprep.cli.tui.view import Part

LOOKS = ("right", "other", "quiet", "story", "heading", "letter", "chosen")
_LOOK = {
    Role.HEADING: "heading",
    Role.NOTE: "other",
    Role.STORY: "story",
    Role.VERDICT_RIGHT: "right",
    Role.VERDICT_OTHER: "other",
    Role.NEXT: "quiet",
    Role.HINT: "quiet",
}
_TOGETHER = {Role.OPTION, Role.HINT}


class Row(NamedTuple):
    """One line of the page; `letter` is the option it belongs to."""

    text: Text
    letter: str = ""
    chosen: bool = False


class Lines(NamedTuple):
    """The page at one width; `fresh` are the first and last line of what should be seen first."""

    rows: tuple[Row, ...] = ()
    fresh: tuple[int, int] | None = None


def lay_out(parts: Iterable[Part], width: int, styles: Mapping[str, Style], console: Console) -> Lines:
    """Wrap every part to `width` columns, signs and letters in a margin of their own."""
    parts = list(parts)
    rows: list[Row] = []
    start: int | None = None
    last: Role | None = None
    margin = max((_margin(part) for part in parts if part.block.role is Role.OPTION), default=0)
    for part in parts:
        role = part.block.role
        together = role is last and role in _TOGETHER
        if last is not None and (part.gap or not together):
            rows.append(Row(Text()))
        if part.fresh:
            start = len(rows)
        last = role
        rows.extend(_rows(part, width, margin if role is Role.OPTION else _margin(part), styles, console))
    return Lines(tuple(rows), None if start is None else (start, len(rows) - 1))


def _margin(part: Part) -> int:
    """Columns that sign and letter take, a space behind the sign and two behind the letter."""
    sign, letter = part.sign, part.block.letter
    return (cell_len(sign) + 1 if sign else 0) + (cell_len(letter) + 2 if letter else 0)


def _rows(
    part: Part, width: int, margin: int, styles: Mapping[str, Style], console: Console
) -> Iterable[Row]:
    look = styles.get(part.style or _LOOK.get(part.block.role, ""), Style())
    text = Text(printable(part.block.text), style=look)
    letter = part.block.letter
    for n, line in enumerate(text.wrap(console, max(1, width - margin), tab_size=4)):
        row = Text(end="")
        if margin and n == 0:
            row.append(f"{part.sign} " if part.sign else "", look)
            row.append(letter, styles.get(part.style, styles.get("letter", Style())))
        row.append(" " * (margin - row.cell_len))
        row.append_text(line)
        row.rstrip()
        yield Row(row, letter, part.chosen)


def printable(text: str) -> str:
    """The text without control characters, which could move the cursor or change the terminal's title."""
    return "".join(c for c in text if c in "\n\t" or category(c) != "Cc")
