"""Asterisks before options: bullets of Markdown where all options have one, else signs of the right ones."""

import re
from collections.abc import Sequence
from typing import Final

_OPTION: Final = re.compile(
    r"(?P<indent>\s*)(?P<star>\*\s+)?(?=(?P<around>\*\*|__|==)?[(\[]?(?P<letter>[A-Ja-j])(?:\*\*|__|==)?[.):\]])"
)


def without_bullets(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a text with asterisks that are bullets taken off the letters behind them.

    An asterisk before a letter that is bold or highlighted is a bullet in any case.
    """
    if not any(line.lstrip().startswith("* ") for line in lines):
        return lines
    found = list(lines)
    run: list[int] = []
    for place, line in enumerate(lines):
        option = _OPTION.match(line)
        if option and option["letter"].lower() == "a":
            _strip(found, run)
            run = []
        if option:
            run.append(place)
    _strip(found, run)
    return found


def _strip(lines: list[str], run: Sequence[int]) -> None:
    """Take the bullets off the options of one question."""
    options = {place: option for place in run if (option := _OPTION.match(lines[place]))}
    every = len(run) > 1 and all(option["star"] for option in options.values())
    for place, option in options.items():
        if option["star"] and (every or option["around"]):
            lines[place] = option["indent"] + lines[place][option.end() :]
