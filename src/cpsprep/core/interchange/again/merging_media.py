"""Pictures of a question that comes again: words that somebody wrote here go with their picture.

A file that was saved by another program has the same pictures in other bytes, and a picture has the name of
its bytes. So one that goes and one that comes in its place are taken for the same picture, changed.
"""

from typing import Final

from cpsprep.core.interchange.item_fields import Flat, Path
from cpsprep.core.media import NO_WORDS

_FIELD: Final = "media"


def with_words_kept(there: Flat, here: Flat, was: Flat | None) -> tuple[Flat, Flat | None]:
    """The question as its file has it, and as it was, for comparing with the one in the deck.

    Args:
        there: as the file has it now; where it says nothing of a picture, what is said here counts.
        here: as it is in the deck.
        was: as it was brought in; None where nobody knows. What was only said in other words here, and went
            from the file, counts as unchanged, so that it goes.
    """
    before = here if was is None else was
    gone = [path for path in _pictures(before) if path not in there]
    come = [path for path in _pictures(there) if path not in before]
    there, was = dict(there), None if was is None else dict(was)
    for path in _pictures(there):
        if there[path] == NO_WORDS and path in before:
            there[path] = before[path]
    if was is None:
        return there, was
    for old, new in zip(gone, come, strict=True) if len(gone) == len(come) else ():
        if old not in here:  # it was taken out of the deck, so what is there in its place stays out as well
            was[new] = there[new]
        elif there[new] == NO_WORDS:
            there[new] = here[old]
    was |= {path: here[path] for path in gone if path in here}
    return there, was


def _pictures(fields: Flat) -> list[Path]:
    return [path for path in fields if path[0] == _FIELD and len(path) > 1]
