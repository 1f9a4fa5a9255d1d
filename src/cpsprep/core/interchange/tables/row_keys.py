"""Which options of a row its key makes right; where it may mean two, none, and why."""

from collections.abc import Sequence
from typing import Final

from cpsprep.core.interchange.tables.columns import Columns
from cpsprep.core.interchange.tables.key_words import (
    Labels,
    from_zero,
    right_by_head,
    right_ones,
    truth_of,
    why_not,
)
from cpsprep.core.interchange.tidy import bare, shortened

_ASKED: Final = frozenset({"id", "kind", "answer"})
"""Columns that our own tables have by these very names."""
_SHORT: Final = 20


def labels_of(columns: Columns, letters: Sequence[str]) -> Labels:
    """What the letters of these options are worth: our own tables have them, others may show them."""
    heads = [columns.heads.get(letter, "") for letter in letters]
    if heads == list(letters) and all(columns.heads.get(name) == name for name in _ASKED):
        return Labels.ASKED
    seen = all(
        letter in bare(head).split() or bare(head).endswith((f"option{letter}", f"choice{letter}"))
        for letter, head in zip(letters, heads, strict=True)
    )
    return Labels.TYPED if seen else Labels.NONE


def places_in_row(
    answer: str, texts: Sequence[str], letters: Sequence[str], columns: Columns, *, zero: bool
) -> tuple[tuple[int, ...], str]:
    """The places of the right options, or none and why they cannot be told.

    Args:
        answer: the key as written, which is there.
        texts: of the options that are there.
        letters: of their columns.
        columns: of the table.
        zero: whether its keys count from 0.
    """
    named, labels = "".join(letters), labels_of(columns, letters)
    if columns.apart and texts:
        words = [bare(one) for one in texts]
        return (words.index(bare(answer)),), ""
    if zero:
        places = from_zero(answer, texts, named)
    elif labels is Labels.ASKED:
        places = right_ones(answer, texts, named, labels)
    else:
        heads = [columns.heads.get(letter, "") for letter in letters]
        by_head = right_by_head(answer, texts, heads)
        places = right_ones(answer, texts, named, labels) if by_head is None else by_head
    return places, "" if places else why_not(answer, texts, named, labels)


def right_in_row(
    answer: str,
    texts: Sequence[str],
    letters: Sequence[str],
    columns: Columns,
    signs: Sequence[int],
    *,
    zero: bool,
) -> tuple[tuple[int, ...], str]:
    """The places of the right options by the key, as in `places_in_row`, and by signs such as an asterisk.

    `signs` are the places of the options that have one.
    """
    every = len(signs) == len(texts)
    if not answer:
        return ((), "every option has the same mark (sign)") if every else (tuple(signs), "")
    places, doubt = places_in_row(answer, texts, letters, columns, zero=zero)
    if places and signs and not every and places != tuple(signs):
        return (), _against(answer)
    return places, doubt


def against_rivals(
    places: tuple[int, ...],
    texts: Sequence[str],
    letters: Sequence[str],
    columns: Columns,
    cells: Sequence[str],
) -> str:
    """What to say where another column that may be the key has another option than these, else "".

    Args:
        places: of the options that are right so far.
        texts: of the options that are there.
        letters: of their columns.
        columns: of the table.
        cells: of the row.
    """
    for at, name in columns.rivals:
        cell = cells[at].strip() if at < len(cells) else ""
        named = {
            frozenset(places_in_row(cell, texts, letters, columns, zero=zero)[0]) for zero in (False, True)
        }
        others = [one for one in named if one]
        if cell and others and not any(one <= frozenset(places) for one in others):
            return _other(name, cell)
    return ""


def unless_told_otherwise(
    right: bool | None,  # noqa: FBT001  (a value)
    doubt: str,
    columns: Columns,
    cells: Sequence[str],
) -> tuple[bool | None, str]:
    """The same, or None and why where another column that may be the key says the opposite of a statement."""
    for at, name in columns.rivals:
        told = truth_of(cells[at]) if at < len(cells) else None
        if right is not None and told is (not right):
            return None, _other(name, cells[at])
    return right, doubt


def _other(name: str, cell: str) -> str:
    return f"{name} says {shortened(cell, _SHORT)}, and the key does not"


def truth_in_row(
    answer: str,
    texts: Sequence[str],
    letters: Sequence[str],
    columns: Columns,
    signs: Sequence[int],
    *,
    zero: bool,
) -> tuple[bool | None, str]:
    """Whether a statement is true, or None and why it cannot be told; see `right_in_row`."""
    signed = truth_of(texts[signs[0]]) if len(signs) == 1 else None
    if not answer:
        return signed, ""
    right, doubt = _truth_told(answer, texts, letters, columns, zero=zero)
    if None not in {right, signed} and right is not signed:
        return None, _against(answer)
    return right, doubt


def _against(answer: str) -> str:
    return f"the key says {shortened(answer, _SHORT)}, but the sign is at another option"


def _truth_told(
    answer: str, texts: Sequence[str], letters: Sequence[str], columns: Columns, *, zero: bool
) -> tuple[bool | None, str]:
    places, doubt = places_in_row(answer, texts, letters, columns, zero=zero)
    by_place = truth_of(texts[places[0]]) if len(places) == 1 else None
    by_words = truth_of(answer)
    if by_place is None or by_words is None:
        right = by_words if by_place is None else by_place
        return right, "" if right is not None else doubt
    if by_place is by_words:
        return by_place, ""
    return None, f"'{answer}' is the place of one word and means the other"
