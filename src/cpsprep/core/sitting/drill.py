"""The day's drill: what was missed comes back, after other questions, until it is passed (SM-2, step 7)."""

from dataclasses import dataclass

from cpsprep.core.events import Mode
from cpsprep.core.sitting.answering import Answered, SittingRules
from cpsprep.core.sitting.question import Question


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that comes back today; `since` counts the questions asked when it was missed."""

    question: Question
    round: int
    since: int


def after_answer(
    waiting: tuple[Waiting, ...],
    question: Question,
    answered: Answered,
    rules: SittingRules,
    round_: int,
    asked: int,
) -> tuple[tuple[Waiting, ...], bool]:
    """The drill after an answer, and whether the question now rests until tomorrow unpassed."""
    if rules.mode is not Mode.REVIEW or answered.grade >= rules.drill_below:
        return waiting, False
    if rules.drill_passes and round_ >= rules.drill_passes:
        return waiting, True
    return (*waiting, Waiting(question, round_ + 1, asked)), False


def take(
    waiting: tuple[Waiting, ...], asked: int, rules: SittingRules, *, queue_left: bool
) -> tuple[Waiting | None, tuple[Waiting, ...]]:
    """The drill question to ask now, if any, and the others.

    One waits until `drill_gap` other questions were asked; when no others are left it comes at once.
    """
    if waiting and (not queue_left or asked - waiting[0].since >= rules.drill_gap):
        return waiting[0], waiting[1:]
    return None, waiting
