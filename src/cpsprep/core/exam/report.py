"""What came of a mock exam: score, areas, pace, changed answers, and what is worth another look."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from statistics import median
from typing import Final, NamedTuple

from cpsprep.core.events import Confidence
from cpsprep.core.exam.clock import left
from cpsprep.core.exam.ending import is_right_at
from cpsprep.core.exam.exam import Ended, Exam, Response
from cpsprep.core.exam.intervals import wilson
from cpsprep.core.exam.paper import Slot
from cpsprep.core.item import OptionId
from cpsprep.core.sitting.grading import is_right

_SLOWEST: Final = 3


class Score(NamedTuple):
    """So many right of so many."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where the learner's share lies with questions like these, nine times in ten."""
        return wilson(self.right, self.of)


class AreaScore(NamedTuple):
    """The score in one area of the outline."""

    id: str
    title: str
    score: Score


class Slow(NamedTuple):
    """A question that took long; `place` counts from 0."""

    place: int
    ms: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How the time was spent.

    Args:
        median_ms: on a question that was answered; None when there is none.
        slowest: questions that took more than twice the median, the longest first.
        left_ms: what was left at the end; None without a clock.
    """

    median_ms: int | None
    slowest: tuple[Slow, ...]
    left_ms: int | None


@dataclass(frozen=True, slots=True)
class Changes:
    """Answers that differ in the end from the one with which the question was first left."""

    to_right: int = 0
    to_wrong: int = 0
    wrong_to_wrong: int = 0

    @property
    def all(self) -> int:
        return self.to_right + self.to_wrong + self.wrong_to_wrong


@dataclass(frozen=True, slots=True)
class Verdict:
    """Passed or not, which can be said only with a raw cut; `needed` is how many right answers it asks for.

    `is_close` says that the cut lies inside the range of the score: another form might have gone otherwise.
    """

    passed: bool
    cut: float
    needed: int
    own: bool
    is_close: bool


@dataclass(frozen=True, slots=True)
class Report:
    """One exam that is over; places count from 0.

    Args:
        ended: how and when.
        score: right answers of all questions; one without an answer is not right.
        unanswered: questions without an answer, also those never looked at.
        areas: in the order of the outline, without those of which nothing was asked.
        fresh: the score on questions never seen before, `seen` on the others.
        pace: how the time was spent.
        changes: changed answers.
        guesses: the score on answers that were said to be guesses.
        sure: the score on answers that felt sure.
        verdict: None where no raw cut is known.
        missed: what was shown and is worth another look: wrong, left open, or guessed right.
    """

    ended: Ended
    score: Score
    unanswered: int
    areas: tuple[AreaScore, ...]
    fresh: Score
    seen: Score
    pace: Pace
    changes: Changes
    guesses: Score
    sure: Score
    verdict: Verdict | None
    missed: tuple[int, ...]


def report(exam: Exam) -> Report:
    """The report of an exam that is over.

    Raises:
        ValueError: it is not over; nothing is told before.
    """
    if exam.ended is None:
        raise ValueError("an exam tells nothing before its end")
    both = list(zip(exam.paper.slots, exam.places, strict=True))
    score = _score(both)
    return Report(
        ended=exam.ended,
        score=score,
        unanswered=len(exam.open_places),
        areas=_areas(exam, both),
        fresh=_score(pair for pair in both if pair[0].seen is None),
        seen=_score(pair for pair in both if pair[0].seen is not None),
        pace=_pace(exam),
        changes=_changes(both),
        guesses=_score(pair for pair in both if pair[1].confidence is Confidence.GUESS),
        sure=_score(pair for pair in both if pair[1].confidence is Confidence.SURE),
        verdict=_verdict(exam, score),
        missed=tuple(n for n, pair in enumerate(both) if _is_missed(*pair)),
    )


def _score(pairs: Iterable[tuple[Slot, Response]]) -> Score:
    marks = [is_right_at(slot, place) for slot, place in pairs]
    return Score(sum(marks), len(marks))


def _is_missed(slot: Slot, place: Response) -> bool:
    """What was never looked at is left as new as it was."""
    return place.shown and (not is_right_at(slot, place) or place.confidence is Confidence.GUESS)


def _areas(exam: Exam, both: list[tuple[Slot, Response]]) -> tuple[AreaScore, ...]:
    found = (
        AreaScore(area.id, area.title, _score(pair for pair in both if pair[0].area == area.id))
        for area in exam.paper.rules.areas
    )
    return tuple(one for one in found if one.score.of)


def _pace(exam: Exam) -> Pace:
    times = [place.ms for place in exam.places if place.chosen]
    middle = round(median(times)) if times else None
    slow = [Slow(n, place.ms) for n, place in enumerate(exam.places) if middle and place.ms > 2 * middle]
    left_ms = left(exam, exam.ended.at_ms) if exam.ended else None
    return Pace(middle, tuple(sorted(slow, key=_longest)[:_SLOWEST]), left_ms)


def _longest(slow: Slow) -> tuple[int, int]:
    return -slow.ms, slow.place


def _changes(both: list[tuple[Slot, Response]]) -> Changes:
    to_right = to_wrong = stayed = 0
    for slot, place in both:
        if place.first is None or place.first == place.chosen:
            continue
        match _was_right(slot, place.first), is_right_at(slot, place):
            case False, True:
                to_right += 1
            case True, False:
                to_wrong += 1
            case _:
                stayed += 1
    return Changes(to_right, to_wrong, stayed)


def _was_right(slot: Slot, chosen: tuple[OptionId, ...]) -> bool:
    return is_right(slot.body, chosen)


def _verdict(exam: Exam, score: Score) -> Verdict | None:
    rules = exam.paper.rules
    if rules.cut is None:
        return None
    low, high = score.interval
    # 0.7 of 10 is 7 and not 8, whatever floating point says.
    needed = ceil(round(rules.cut * score.of, 9))
    return Verdict(score.right >= needed, rules.cut, needed, rules.own_cut, low <= rules.cut <= high)
