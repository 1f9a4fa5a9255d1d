"""By which letters a key names the options of a typed question: those that were written, gaps and all."""

from collections.abc import Sequence

from cpsprep.core.interchange.listed.line import Line, Sort

_BEFORE_A = ord("a") - 1


def letter_of(option: Line) -> str:
    """The letter that an option was labelled with, small; "" for none."""
    label = option.label
    return chr(_BEFORE_A + label.number) if label and label.sort is Sort.LETTER else ""


def letters_named(written: Sequence[str]) -> str:
    """A letter for each option, in order: its own, or that of its place where it has none."""
    return "".join(letter or chr(_BEFORE_A + place) for place, letter in enumerate(written, 1))


def letters_of_lines(options: Sequence[Line]) -> str:
    """The same of the first lines of options."""
    return letters_named([letter_of(one) for one in options])


def is_in_turn(letters: str) -> bool:
    """Whether the letters go from a on, so that a letter and a place say the same."""
    return letters == letters_named([""] * len(letters))


def told_letters(letters: str) -> str:
    """What is to be told of letters; "" where they are in turn."""
    if is_in_turn(letters):
        return ""
    shown = ", ".join(letters)
    if len(set(letters)) < len(letters):
        return f"two of its options have the same letter ({shown})"
    return f"the letters of its options are {shown}; a letter in its key is the one written before an option"
