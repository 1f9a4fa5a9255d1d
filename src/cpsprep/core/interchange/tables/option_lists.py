"""Options that stand in one cell: `one | two`, a line for each, or as programs write lists."""

import re
from typing import Final

_QUOTED: Final = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*(?:,|$)""")
_LABEL: Final = re.compile(r"\s*[(\[]?[A-Ha-h1-8][)\].:]\s+(?=\S)")
_SIGNS: Final = ("|", "\n", ";", ",")
"""What parts options, the surest first."""


def listed_options(cell: str) -> list[str]:
    """The options in a cell, none where it holds a single thing."""
    text = cell.strip()
    if text.startswith("[") and text.endswith("]"):
        parts = [(one or other).strip() for one, other in _QUOTED.findall(text[1:-1])]
        text = text if len(parts) > 1 else text[1:-1]
    else:
        parts = []
    if not parts:
        sign = next((one for one in _SIGNS if one in text), "")
        parts = [one.strip() for one in text.split(sign)] if sign else []
    parts = [one for one in parts if one]
    if parts and all(_LABEL.match(one) for one in parts):
        parts = [_LABEL.sub("", one, count=1) for one in parts]
    return parts
