"""SM-2 as its author published it, in exact integers.

Source: P. A. Wozniak, Optimization of learning, Master's thesis 1990, section 3.2
(https://super-memory.com/english/ol/sm2.htm). Where the published text and the author's own Delphi unit
differ, the two profiles differ; docs/design.md lists the points.
"""

from enum import StrEnum
from typing import Final, NamedTuple

PASS: Final = 3
"""The lowest grade that counts as remembered (step 6)."""
DRILL_PASS: Final = 4
"""The lowest grade that ends the same day's drill (step 7)."""
MAX_INTERVAL: Final = 36_500
"""Days; a hundred years, so that a long run of passes cannot leave the calendar. Not part of SM-2."""
_MIN_EASE: Final = 130
_EASE_CHANGE: Final = {5: 10, 4: 0, 3: -14, 2: -32, 1: -54, 0: -80}


class Profile(StrEnum):
    """Which reading of SM-2.

    `wozniak_text`: round intervals up; a failure leaves the ease alone.
    `wozniak_delphi`: round half to even; every grade changes the ease.
    """

    TEXT = "wozniak_text"
    DELPHI = "wozniak_delphi"


class CardState(NamedTuple):
    """What SM-2 remembers: repetitions since the last failure, interval in days, ease in hundredths."""

    repetitions: int = 0
    interval: int = 0
    ease: int = 250


NEW: Final = CardState()


def schedule(state: CardState, grade: int, profile: Profile = Profile.TEXT) -> CardState:
    """The state after one graded repetition on its day; repeats of the same day's drill do not come here.

    Raises:
        ValueError: the grade is not a whole number from 0 to 5.
    """
    if type(grade) is not int or grade not in _EASE_CHANGE:
        raise ValueError(f"a grade is a whole number from 0 to 5, not {grade!r}")
    changed = max(_MIN_EASE, state.ease + _EASE_CHANGE[grade])
    if grade < PASS:
        return CardState(0, 1, state.ease if profile is Profile.TEXT else changed)
    repetitions = state.repetitions + 1
    if repetitions == 1:
        interval = 1
    elif repetitions == 2:  # noqa: PLR2004  (I(2), as the text numbers it)
        interval = 6
    else:
        interval = _grown(state.interval, state.ease, profile)
    return CardState(repetitions, min(interval, MAX_INTERVAL), changed)


def _grown(interval: int, ease: int, profile: Profile) -> int:
    """I(n-1) x EF with the old ease, rounded as the profile rounds."""
    if profile is Profile.TEXT:
        return -(-interval * ease // 100)
    whole, rest = divmod(interval * ease, 100)
    return whole + (rest > 50 or (rest == 50 and whole % 2 == 1))  # noqa: PLR2004  (hundredths: a half)
