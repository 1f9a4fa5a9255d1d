"""Simulated learners and their courses: chance is paired, seconds are counted, the same seed is the same."""

from collections.abc import Sequence

import pytest
from benchmarks.simulation.course import Frame, study
from benchmarks.simulation.learner import DRILL_SECONDS, FIRST, NEW_SECONDS, REVIEW_SECONDS, Given, Learner
from benchmarks.simulation.running import Setting, Task, courses, run
from benchmarks.simulation.schedules import ALL, NO_PLAN, PLAN


class Knows:
    """A memory that holds everything, or nothing."""

    def __init__(self, recall: float) -> None:
        self.recalled = recall

    def recall(self, card: int, day: int, studied: float) -> float:
        return self.recalled

    def seen(self, card: int, day: int, studied: float, rating: int) -> None: ...


class Script:
    """A scheduler that asks what it was told to ask, and repeats what was missed."""

    def __init__(self, *days: Sequence[int]) -> None:
        self.days = days
        self.asked: list[tuple[int, int, int]] = []

    def queue(self, day: int) -> Sequence[int]:
        return self.days[day]

    def answered(self, card: int, day: int, given: Given, round_: int) -> bool:
        self.asked.append((day, card, round_))
        return given.rating == 1 and round_ < 2


def learner(recall: float, cards: int = 40, seed: int = 1) -> Learner:
    return Learner(Knows(recall), 0, cards, seed)


def test_a_new_card_is_rated_as_often_as_real_people_rate_it() -> None:
    one = learner(1.0, cards=4000)
    ratings = [one.answer(card, 0, drill=False).rating for card in range(4000)]

    for rating, share in enumerate(FIRST, start=1):
        assert ratings.count(rating) / 4000 == pytest.approx(share, abs=0.03)


def test_an_answer_costs_what_its_kind_costs() -> None:
    one = learner(1.0)
    new = one.answer(0, 0, drill=False)
    again = one.answer(0, 0, drill=True)
    later = one.answer(0, 1, drill=False)

    assert new.seconds == NEW_SECONDS[new.rating - 1]
    assert again.seconds == DRILL_SECONDS
    assert later.seconds == REVIEW_SECONDS[later.rating - 1]
    assert one.studied == new.seconds + again.seconds + later.seconds


def test_what_is_not_remembered_is_missed() -> None:
    one = learner(0.0)
    one.answer(0, 0, drill=False)

    assert one.answer(0, 1, drill=False) == Given(1, REVIEW_SECONDS[0])


def test_the_nth_answer_to_a_card_meets_the_same_luck_whatever_came_between() -> None:
    straight, mixed = learner(0.5), learner(0.5)
    first = [straight.answer(7, day, drill=False) for day in range(20)]
    second = [(mixed.answer(7, day, drill=False), mixed.answer(8, day, drill=False))[0] for day in range(20)]

    assert first == second


def test_a_card_never_seen_counts_as_not_known_in_the_exam() -> None:
    one = learner(1.0, cards=4)
    one.answer(0, 0, drill=False)

    assert one.exam(9) == 0.25


def test_what_was_missed_comes_again_after_five_others_or_at_the_end() -> None:
    script = Script([*range(7)], [0, *range(20, 27)])
    one = learner(0.0)
    for card in (0, 20, 21, 22, 23, 24, 25, 26):
        one.known.add(card)
    study(one, script, Frame(40, 2, 60))
    cards = [card for day, card, _ in script.asked if day == 1]

    assert cards[:7] == [0, 20, 21, 22, 23, 24, 0]
    assert cards.count(26) == 3


def test_a_day_ends_with_the_answer_that_reaches_the_cap() -> None:
    script = Script([*range(40)])
    done = study(learner(1.0), script, Frame(40, 1, minutes=2))

    assert 2 <= done.minutes < 2 + max(NEW_SECONDS) / 60
    assert done.minutes == done.peak
    assert done.unseen == 1 - len({card for _, card, _ in script.asked}) / 40


def test_the_minutes_of_all_days_and_of_the_last_seven_are_told() -> None:
    script = Script(*([card] for card in range(8)))
    one = learner(1.0, cards=8)
    done = study(one, script, Frame(8, 8, 60))

    first = learner(1.0, cards=8).answer(0, 0, drill=False).seconds / 60
    assert done.minutes == pytest.approx(one.studied / 60)
    assert done.last_week == pytest.approx((done.minutes - first) / 7)


@pytest.mark.parametrize("schedule", ALL)
@pytest.mark.parametrize("truth", ["FSRS", "ACT-R"])
def test_every_schedule_gives_the_same_course_for_the_same_seed(truth: str, schedule: str) -> None:
    task = Task(truth, schedule, learner=2, setting=Setting(40, 12, (2.0, 6.0)), seed=3)

    assert run(task) == run(task)
    assert run(task) != run(task._replace(seed=4))


def test_the_figures_do_not_depend_on_how_many_work_on_them() -> None:
    setting = Setting(40, 12, (4.0,))
    alone = courses("FSRS", [NO_PLAN, PLAN], 3, setting, seed=1, workers=1)

    assert courses("FSRS", [NO_PLAN, PLAN], 3, setting, seed=1, workers=2) == alone
    assert [len(found) for found in alone.values()] == [3, 3]
