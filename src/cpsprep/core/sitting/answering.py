"""What one answer means: right or not, its grade, what the schedule makes of it, and the fact to record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cpsprep.core.events import Confidence, EventId, EventType, Fact, Mode
from cpsprep.core.item import Basic, Choice, Kind, OptionId
from cpsprep.core.planning.deadline import Deadline
from cpsprep.core.sitting.actions import Choose, Judge
from cpsprep.core.sitting.grading import Rating, is_right, propose
from cpsprep.core.sitting.question import Question
from cpsprep.core.sm2 import DRILL_PASS, CardState, Profile, schedule


@dataclass(frozen=True, slots=True)
class SittingRules:
    """What holds for one sitting.

    Grades below `drill_below` are repeated on the same day. `drill_gap` is how many other questions come
    between repeats of one, `drill_passes` after how many repeats it rests until tomorrow (0: until it is
    passed, as SM-2 was published). `deadline_ms` ends the sitting; `exam` is the plan to an exam that is in
    force.
    """

    seed: str
    mode: Mode = Mode.REVIEW
    profile: Profile = Profile.TEXT
    drill_below: int = DRILL_PASS
    drill_gap: int = 5
    drill_passes: int = 3
    deadline_ms: int | None = None
    app: str = ""
    exam: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer and what follows from it; days are study days.

    `wait` is the number of days until the question comes back. `scheduled` is False for drill and practice,
    which leave `state` and `due` as they were.
    """

    action: Choose | Judge
    correct: bool
    grade: int
    proposed: int
    state: CardState
    due: int
    wait: int
    scheduled: bool
    again_today: bool = False
    rests: bool = False
    spent: Mapping[str, int] = field(default_factory=dict)

    @property
    def confident_error(self) -> bool:
        return not self.correct and self.action.confidence is Confidence.SURE


def judge_answer(
    question: Question,
    action: Choose | Judge,
    rules: SittingRules,
    *,
    round_: int,
    day: int,
    rating: Rating | None = None,
) -> Answered | None:
    """Judge an answer given on a study day, or return None when it does not fit the question.

    The first review answer of the day schedules; `rating` is the learner's own grade in place of the
    proposed one.
    """
    match question.item.body, action:
        case Choice() as body, Choose(options=chosen):
            if not fits(body, chosen):
                return None
            correct = is_right(body, chosen)
        case Choice(), _:
            return None
        case _, Judge(knew=knew):
            correct = knew
        case _:
            return None
    proposed = propose(right=correct, confidence=action.confidence, drill=round_ > 0)
    grade = proposed if rating is None else int(rating)
    scheduled = rules.mode is Mode.REVIEW and question.last_day != day
    state = schedule(question.state, grade, rules.profile) if scheduled else question.state
    due = due_after(question, state, rules, day) if scheduled or question.due is None else question.due
    return Answered(action, correct, grade, proposed, state, due, wait_until(due, rules, day), scheduled)


def due_after(question: Question, state: CardState, rules: SittingRules, day: int) -> int:
    """The day on which a question answered on a day is due: as its state says, or as the plan does."""
    natural = day + state.interval
    return natural if rules.exam is None else rules.exam.due(natural, day, question.place)


def wait_until(due: int, rules: SittingRules, day: int) -> int:
    """Days until a question comes back; what is due on a day off waits for the next day of study."""
    return max(1, (due if rules.exam is None else rules.exam.back_on(due)) - day)


def waits_by_grade(question: Question, rules: SittingRules, day: int) -> list[int]:
    """Days until a question comes back, for each grade that a learner may choose for a day's answer."""
    states = [schedule(question.state, int(rating), rules.profile) for rating in Rating]
    return [wait_until(due_after(question, state, rules, day), rules, day) for state in states]


def fits(body: Choice, chosen: tuple[OptionId, ...]) -> bool:
    """Whether these options can be an answer: known, each once, and one only unless several are asked."""
    several = body.kind is Kind.MULTIPLE
    known = all(option in body.options for option in chosen)
    return known and len(set(chosen)) == len(chosen) and (len(chosen) >= 1 if several else len(chosen) == 1)


def answer_fact(
    question: Question,
    answered: Answered,
    rules: SittingRules,
    order: tuple[OptionId, ...],
    round_: int,
    event: EventId,
) -> Fact:
    """The event of an answer, with enough to grade it anew by any other rule (frozen, design 5)."""
    payload: dict[str, object] = dict(answered.spent)
    if isinstance(answered.action, Choose):
        payload |= {"shown": list(order), "chosen": list(answered.action.options)}
    if answered.action.confidence is not None:
        payload["confidence"] = answered.action.confidence.value
    if round_:
        payload["round"] = round_
    payload |= {
        "chars": _length(question),
        "proposed": answered.proposed,
        "overridden": answered.grade != answered.proposed,
        "seed": rules.seed,
        "profile": rules.profile.value,
        "app": rules.app,
    }
    return Fact(
        id=event,
        type=EventType.ANSWERED,
        bank=question.bank,
        item=question.item.id,
        card=question.card,
        version=question.version,
        mode=rules.mode,
        grade=answered.grade,
        correct=answered.correct,
        payload=payload,
    )


def _length(question: Question) -> int:
    """Characters that had to be read before answering."""
    body = question.item.body
    scenario = question.item.scenario
    story = len(scenario.vignette) + sum(map(len, scenario.updates)) if scenario else 0
    if isinstance(body, Choice):
        return story + len(body.stem) + sum(map(len, body.options.values()))
    return story + len(body.front if isinstance(body, Basic) else body.text)
