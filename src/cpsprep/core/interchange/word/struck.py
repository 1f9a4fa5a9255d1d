"""Crossed-out text: what its author took back is no key and no explanation, and never goes without a word."""

import re
from typing import Final, NamedTuple

from cpsprep.core.interchange.answer_words import LETTERS_OF_A_KEY
from cpsprep.core.interchange.listed.fields import field_of_line
from cpsprep.core.interchange.listed.line import SIGNS, Label, Sort, labelled
from cpsprep.core.interchange.word.runs import Run, cut_runs

_KEYS: Final = re.compile(
    rf"[(\[]?{LETTERS_OF_A_KEY}[)\]]?\.?(?:[\s,;]+\d{{1,3}}\s*[.):-]?\s*{LETTERS_OF_A_KEY}[.,;]?)*"
)
"""One key, or those of several questions with their numbers."""
_KEEPS_LETTERS: Final = frozenset({Sort.LETTER, Sort.BULLET})


class Judged(NamedTuple):
    """What counts of a line.

    Args:
        runs: without what is left out, none for a line that goes wholly.
        gone: the text that is left out.
        struck: whether all of it is crossed out and yet stays: the letters below it would shift.
    """

    runs: list[Run]
    gone: str = ""
    struck: bool = False


def without_struck(runs: list[Run], label: Label | None = None) -> Judged:
    """A line without what is crossed out; one that is so wholly stays, unless it is a key or a field.

    Args:
        runs: of the line.
        label: its automatic one.
    """
    gone = "".join(run.text for run in runs if run.struck).strip()
    if not gone:
        return Judged(runs)
    text = "".join(run.text for run in runs)
    typed = labelled(text)
    label = label or typed.label
    kept = [run for run in runs if not run.struck]
    if field_of_line(text) is not None:
        return Judged([] if _says_nothing("".join(run.text for run in kept)) else kept, gone)
    inner = [run for run in cut_runs(runs, len(text) - len(typed.text), len(text)) if not run.struck]
    if _has_words("".join(run.text for run in inner)):
        return Judged(kept, gone)
    is_option = label is not None and label.sort in _KEEPS_LETTERS
    is_key = not is_option and _KEYS.fullmatch(typed.text.strip())
    if is_key or not _has_words(typed.text):
        return Judged([], gone)
    return Judged(runs, struck=True)


def unsigned(text: str) -> str:
    """A text without the signs of the right option around it."""
    return text.strip(f" *{SIGNS}")


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _says_nothing(text: str) -> bool:
    """Whether nothing is left of a line such as `Answer: B`, or only the words before what it says."""
    left = field_of_line(text)
    if left is None:
        return not _has_words(text) or field_of_line(f"{text.rstrip()} A") is not None
    return not _has_words(left.text)
