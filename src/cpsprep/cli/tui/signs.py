"""The few signs of the full screen, in Unicode and for terminals that only know ASCII."""

from typing import NamedTuple


class Signs(NamedTuple):
    """`pick` marks the learner's option, `right` the best one; the rest draws lines and the progress bar."""

    pick: str = "▸"
    right: str = "✓"
    other: str = "→"
    bullet: str = "·"
    full: str = "━"
    empty: str = "─"
    rule: str = "─"
    below: str = "▾"
    cut: str = "…"


ASCII = Signs(pick=">", right="*", other="->", bullet="|", full="=", empty="-", rule="-", below="v", cut=".")


def signs_for(encoding: str | None) -> Signs:
    """The signs that this encoding can write; an unknown encoding gets ASCII."""
    signs = Signs()
    try:
        for name in Signs._fields:
            getattr(signs, name).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return signs
