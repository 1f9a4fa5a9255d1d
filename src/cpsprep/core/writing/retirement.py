"""The comment that says when and why a question was retired; it goes when the question comes back."""

import re
from datetime import date
from typing import Final

from cpsprep.core.writing.edits import Edit
from cpsprep.core.writing.regions import comment, region
from cpsprep.core.writing.written import Found

_NOTE: Final = re.compile(r"^ *# retired \d{4}-\d\d-\d\d: .*(?:\n|\Z)", re.MULTILINE)


def noted(text: str, found: Found, day: date, why: str) -> Edit:
    """What adds the comment to an item.

    Raises:
        LayoutError: the item shares its lines with others.
    """
    return comment(text, found, f"retired {day:%Y-%m-%d}: {why}")


def forgotten(text: str, found: Found) -> list[Edit]:
    """What takes such comments from an item.

    Raises:
        LayoutError: as `noted`.
    """
    of = region(text, found)
    return [Edit(one.start(), one.end(), "") for one in _NOTE.finditer(text, of.start, of.end)]
