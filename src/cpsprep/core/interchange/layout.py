"""Lists and tables in a text: a paragraph each line, because a bank keeps no other line breaks."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from cpsprep.core.interchange.draft import Draft

_ITEM: Final = re.compile(r"(?:[-*\u2022\u2013]|[(\[]?(?:[ivxIVX]{1,5}|[a-jA-J]|\d{1,2})[.)\]])\s+\S")
_CELLS: Final = " | "


def laid_out(text: str) -> str:
    """The text with a blank line around every entry of a list and every row of a table.

    Other line breaks stay: they are most often the layout of whoever typed the text.
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    parts = [lines[0]]
    for before, line in pairwise(lines):
        ended = _CELLS in before or (_is_entry(before) and not line[:1].islower())
        apart = before.strip() and line.strip() and (_is_entry(line) or ended)
        parts.append(f"\n{line}" if apart else line)
    return "\n".join(parts)


def with_layout(draft: Draft) -> Draft:
    """The draft with all of its texts so; those of a bank are so as their author wants them."""
    if draft.is_exact:
        return draft
    options = tuple(one._replace(text=laid_out(one.text), why=laid_out(one.why)) for one in draft.options)
    return replace(
        draft,
        stem=laid_out(draft.stem),
        options=options,
        back=laid_out(draft.back),
        explanation=laid_out(draft.explanation),
        story=laid_out(draft.story),
    )


def _is_entry(line: str) -> bool:
    return _CELLS in line or _ITEM.match(line) is not None
