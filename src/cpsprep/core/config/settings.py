"""What a learner may set: numbers and choices with their defaults, from wherever they were read."""

from dataclasses import dataclass
from enum import StrEnum

from cpsprep.core.days import ROLLOVER_HOUR
from cpsprep.core.sm2 import DRILL_PASS, Profile


class Ui(StrEnum):
    """Which front end a review opens; `ASK` means that nobody has chosen yet."""

    ASK = ""
    PLAIN = "plain"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything configurable that changes what cpsprep does; the log holds the rest.

    Exam date, board and minutes a day are events of the log instead, so that two machines plan alike.
    """

    new_per_day: int = 20
    """New questions a study day, over all its sittings."""
    reviews_per_day: int = 200
    """Due questions a study day, over all its sittings."""
    rollover_hour: int = ROLLOVER_HOUR
    """The local hour, 0 to 23, at which a study day ends."""
    drill_passes: int = 3
    """Rounds of the same day's drill after which a question rests until tomorrow; 0 = until it is passed."""
    drill_below: int = DRILL_PASS
    """Grades below this come back on the same day: 4 as published, 3 leaves out what was hard but right."""
    drill_gap: int = 5
    """Other questions between two rounds of one, where there are so many."""
    profile: Profile = Profile.TEXT
    seconds_per_question: int = 45
    """For estimates, until the learner's own answers give a better number."""
    exam_extra_time: float = 1.0
    """What the time of a mock exam is multiplied with, for those who are given more."""
    exam_breaks: int = 0
    """Minutes in a mock exam, in all, in which its clock may stand still."""
    ui: Ui = Ui.ASK
    banks: tuple[str, ...] = ()
    """Folders of banks; none = the bank that comes with cpsprep."""
    editor: str = ""
    """The command that opens a file for editing; empty = the environment's."""
