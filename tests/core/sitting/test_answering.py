"""Whether an answer fits its question."""

from dataclasses import replace

import pytest

from cpsprep.core.events import EventId
from cpsprep.core.item import BankId, Kind, OptionId, ScenarioPart
from cpsprep.core.planning.deadline import Deadline
from cpsprep.core.planning.study_days import StudyDays, weekday
from cpsprep.core.sitting.actions import Choose, Judge
from cpsprep.core.sitting.answering import SittingRules, answer_fact, fits, judge_answer, waits_by_grade
from cpsprep.core.sm2 import CardState
from fakes_study import BASIC, DAY, choice, question


def test_several_options_fit_only_where_several_are_asked() -> None:
    both = (OptionId("a"), OptionId("b"))

    assert not fits(choice(), both)
    assert fits(choice(kind=Kind.MULTIPLE, answer=("a", "b")), both)


def test_options_do_not_fit_a_card_without_options() -> None:
    given = Choose((OptionId("a"),))

    assert judge_answer(question(body=BASIC), given, SittingRules(seed="s"), round_=0, day=1) is None


def test_a_judgement_does_not_fit_a_question_with_options() -> None:
    assert judge_answer(question(), Judge(knew=True), SittingRules(seed="s"), round_=0, day=1) is None


@pytest.mark.parametrize(("body", "chars"), [(BASIC, 27 + 14), (choice("What?"), 5 + 51 + 14)])
def test_the_story_counts_as_reading(body: object, chars: int) -> None:
    story = ScenarioPart("s-1", "He waits.", ("He l.",), 1)
    asked = question(body=body, scenario=story)  # type: ignore[arg-type]
    action = Judge(knew=True) if body is BASIC else Choose((OptionId("a"),))
    answered = judge_answer(asked, action, SittingRules(seed="s"), round_=0, day=1)
    assert answered is not None
    fact = answer_fact(asked, answered, SittingRules(seed="s"), (), 0, EventId("e"))

    assert (fact.payload["chars"], fact.bank) == (chars, BankId(asked.bank))


@pytest.mark.parametrize(
    ("exam", "waits"),
    [
        (None, [1, 38, 38, 38]),
        (Deadline(DAY + 20, DAY, DAY, 5), [1, 17, 17, 17]),
        (Deadline(DAY + 60, DAY, DAY, 5), [1, 38, 38, 38]),
        (Deadline(DAY + 60, DAY, DAY, 5, StudyDays(frozenset({weekday(DAY + 1)}))), [2, 38, 38, 38]),
    ],
    ids=["no plan", "an exam before it", "an exam after it", "a day off tomorrow"],
)
def test_each_grade_brings_it_back_as_the_plan_has_it(exam: Deadline | None, waits: list[int]) -> None:
    known = question(state=CardState(3, 15, 250), last_day=DAY - 15, due=DAY)
    assert waits_by_grade(replace(known, place=0.5), SittingRules(seed="s", exam=exam), DAY) == waits
