"""Gather what a learner's history is to Anki: every answer, what is set aside, and how time is counted."""

from collections.abc import Iterable
from typing import Protocol

from cpsprep.core.anki.history_out import Given, LearnerHistory, standings
from cpsprep.core.events import Moment
from cpsprep.core.history import History
from cpsprep.core.sm2 import Profile


class HistoryLog(Protocol):
    """The log as an export reads it."""

    def given(self) -> Iterable[Given]:
        """Every answer that was not taken back, in canonical order."""
        ...

    def history(self, today: int) -> History: ...


def take_history(log: HistoryLog, at: Moment, profile: Profile, rollover_hour: int) -> LearnerHistory:
    """The history as of now.

    Raises:
        CpsprepError: the log cannot be read.
    """
    answers = list(log.given())
    cards, skewed = standings(answers, at.at_ms, profile)
    return LearnerHistory(
        cards=cards,
        set_aside=log.history(at.study_day).set_aside,
        first_day=min((one.study_day for one in answers), default=at.study_day),
        offset_min=at.offset_min,
        rollover_hour=rollover_hour,
        skewed=skewed,
    )
