"""What learning platforms say of answers, in our terms: kinds by fractions, topics by categories."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Option
from cpsprep.core.interchange.html_text import plain
from cpsprep.core.item import TRUTH, Kind

_WHOLE: Final = 100.0
_ROUNDED: Final = 0.5
_TOP: Final = re.compile(r"^(\$\w+\$|top)$", re.IGNORECASE)
_DEFAULT: Final = re.compile(r"^default for ", re.IGNORECASE)
_SLASH: Final = re.compile(r"(?<!/)/(?!/)")


class Weighed(NamedTuple):
    """An option with the part of the points that it earns, in percent."""

    text: str
    fraction: float
    why: str = ""


class Judged(NamedTuple):
    """What the fractions come to."""

    kind: Kind
    options: tuple[Option, ...]
    doubt: str = ""
    lost: tuple[str, ...] = ()


def judged(options: Sequence[Weighed], *, several: bool) -> Judged:
    """Which options are right.

    Args:
        options: in order.
        several: whether learners may choose several; then what earns points is right.
    """
    if several:
        made = tuple(Option(one.text, one.fraction > 0, one.why) for one in options)
        uneven = len({one.fraction for one in options if one.fraction > 0}) > 1
        return Judged(Kind.MULTIPLE, made, lost=("different points for right options",) if uneven else ())
    best = [one for one in options if one.fraction >= _WHOLE - _ROUNDED]
    part = any(0 < one.fraction < _WHOLE - _ROUNDED for one in options)
    right = best if len(best) == 1 else []
    made = tuple(Option(one.text, one in right, one.why) for one in options)
    doubt = f"{len(best)} options earn all points, and one is to be chosen" if len(best) > 1 else ""
    return Judged(Kind.SINGLE, made, doubt, ("points for options that are half right",) if part else ())


def truth(right: bool | None, whys: tuple[str, str] = ("", "")) -> tuple[Option, ...]:  # noqa: FBT001  (a value)
    """The options of a statement; `right` is None where its key is not known."""
    return tuple(Option(text, right is (text == "true"), why) for text, why in zip(TRUTH, whys, strict=True))


def answers_of_basic(answers: Sequence[str]) -> tuple[str, str]:
    """The first of several accepted answers, and a sentence on the others."""
    first, *others = dict.fromkeys(one for one in answers if one and one != "*")
    return first, f"Also accepted: {'; '.join(others)}." if others else ""


def topic_of(category: str) -> str:
    """A category such as `$course$/top/Default for X/Listening` as a topic; a doubled slash is a slash."""
    parts = [plain(part.replace("//", "/")) for part in _SLASH.split(category)]
    kept = [part for part in parts if part and not _TOP.match(part)]
    named = [part for part in kept if not _DEFAULT.match(part)]
    return " / ".join(named)
