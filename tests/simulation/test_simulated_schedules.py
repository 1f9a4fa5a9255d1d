"""The schedules that are compared: baselines by their published rules, the product by its own code."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from benchmarks.simulation.baselines import AnkiSm2, AtRandom, DueByDay, Exam, FsrsDefaults, Leitner
from benchmarks.simulation.course import Frame, study
from benchmarks.simulation.learner import Given, Learner
from benchmarks.simulation.product import SECONDS, START, Product, outline_of
from benchmarks.simulation.truths import truth_of
from fsrs import Card, Rating, Scheduler
from hypothesis import given, settings
from hypothesis import strategies as st

from cpsprep.core.config.settings import Settings
from cpsprep.core.planning.course import course_on
from cpsprep.core.sm2 import NEW, schedule

FRAME = Frame(cards=60, days=20, minutes=30)


def waits(algorithm: Leitner | AnkiSm2 | FsrsDefaults, *answers: tuple[int, int]) -> list[int]:
    """The waits after answers to one card, each with its day and rating."""
    return [algorithm.answer(0, day, rating, drill=False).wait for day, rating in answers]


def test_a_leitner_card_climbs_by_doubling_and_falls_to_the_first_box() -> None:
    assert waits(Leitner(), (0, 3), (1, 3), (3, 4), (7, 1), (8, 3)) == [1, 2, 4, 1, 2]


def test_anki_multiplies_by_the_ease_of_before() -> None:
    good = (0, 3), (1, 3), (4, 3), (12, 3)
    assert waits(AnkiSm2(steps=True), *good) == [1, 3, 8, 20]
    assert waits(AnkiSm2(steps=True), (0, 4), (4, 4), (17, 2), (33, 1)) == [4, 13, 16, 1]


@pytest.mark.parametrize(("steps", "rating", "again"), [(True, 3, True), (False, 3, False), (True, 4, False)])
def test_ankis_learning_steps_show_a_new_card_twice(steps: bool, rating: int, again: bool) -> None:
    assert AnkiSm2(steps=steps).answer(0, 0, rating, drill=False).again is again


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5))
def test_fsrs_gives_the_intervals_of_its_package(ratings: list[int]) -> None:
    ours, day = FsrsDefaults(steps=False), 0
    peer = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, now = Card(), datetime(2026, 1, 1, tzinfo=UTC)
    for rating in ratings:
        wait = ours.answer(0, day, rating, drill=False).wait
        card, _ = peer.review_card(card, Rating(rating), now)
        assert wait == (card.due - now).days
        day, now = day + wait, now + timedelta(days=wait)


@given(st.integers(0, 19), st.integers(1, 60))
def test_under_an_exam_plan_a_card_comes_before_the_exam_and_never_later_than_by_itself(
    day: int, wait: int
) -> None:
    exam = Exam(FRAME)
    due = exam.due(day, day + wait)

    assert due <= day + wait
    assert due < exam.day or day >= exam.begins


def test_the_plan_fills_the_least_loaded_day_and_brings_every_card_in_time() -> None:
    exam = Exam(FRAME)
    for _ in range(12):
        exam.load[exam.due(0, 40)] += 1
    assert {load for load in exam.load if load} == {12 // (exam.day - exam.begins)}

    left, days = 60, []
    for day in range(FRAME.days):
        days.append(exam.new(day, left))
        left -= days[-1]
    assert (sum(days), days[-2:]) == (60, [0, 0])


def test_due_cards_come_before_new_ones_without_a_plan_and_after_them_with_one() -> None:
    for exam, first in ((False, 1), (True, 0)):
        scheduler = DueByDay(Leitner(), FRAME, exam=exam, seed="s")
        known = scheduler.queue(0)[0]
        scheduler.answered(known, 0, Given(3, 9.0), 0)
        queue = list(scheduler.queue(1))
        assert (queue.index(known) == 0) is bool(first)


def test_chance_uses_all_the_minutes_of_a_day() -> None:
    done = course(AtRandom(FRAME, exam=False, seed="s"), FRAME._replace(minutes=3))
    assert done.minutes >= 3 * 20 * 0.95


def course(scheduler: Product | AtRandom, frame: Frame = FRAME, learner: int = 4):  # type: ignore[no-untyped-def]  # noqa: ANN201
    truth = truth_of("FSRS", learner, frame.cards, 1)
    return study(Learner(truth, learner, frame.cards, 1), scheduler, frame)


@pytest.mark.parametrize("exam", [False, True])
def test_the_product_keeps_the_states_of_sm2_with_a_plan_and_without(exam: bool) -> None:
    product = Product(FRAME, Settings(), seed="s", exam=exam)
    course(product)

    for (_, card), record in product.records.items():
        state, seen = NEW, set()
        for day, grade in product.answers[int(card)]:
            if day not in seen:
                state = schedule(state, grade)
            seen.add(day)
        assert record.state == state


class Compares(Product):
    """Looks every day whether the plan is the one that the product would work out anew."""

    compared = 0

    def queue(self, day: int) -> Sequence[int]:
        history, outline = self.history(), outline_of(self.frame.cards)
        seconds = history.seconds_per_answer or SECONDS
        assert self.course() == course_on(self.catalog, history, outline, START + day, seconds)
        self.compared += 1
        return super().queue(day)


@pytest.mark.parametrize("minutes", [1, 30])
def test_the_plan_of_each_day_is_the_one_that_the_product_works_out(minutes: int) -> None:
    product = Compares(FRAME._replace(minutes=minutes), Settings(), seed="s")
    course(product, FRAME._replace(minutes=minutes))
    assert product.compared == FRAME.days


@pytest.mark.parametrize(("part", "last"), [(0.5, 9), (0.7, 13), (0.85, 16)])
def test_new_cards_can_be_tried_over_another_part_of_the_days(part: float, last: int) -> None:
    product = Product(FRAME, Settings(), seed="s", introducing=part)
    course(product)
    assert max(record.first_day for record in product.records.values()) == START + last


def test_with_a_plan_every_card_is_met_in_the_final_window() -> None:
    product = Product(FRAME, Settings(), seed="s")
    course(product)
    window = product.plan.window
    assert window is not None
    assert len(product.records) == FRAME.cards
    assert min(record.last_day for record in product.records.values()) >= START + FRAME.days - window


def test_without_a_plan_cards_of_long_intervals_are_not_met_before_the_exam() -> None:
    product = Product(FRAME, Settings(), seed="s", exam=False)
    course(product)
    assert min(record.last_day for record in product.records.values()) < START + FRAME.days - 7


@settings(max_examples=20)
@given(st.sampled_from([3, 4]), st.integers(1, 4), st.integers(0, 4))
def test_the_products_drill_repeats_what_its_settings_say(below: int, rating: int, round_: int) -> None:
    product = Product(FRAME, Settings(drill_below=below), seed="s")
    again = product.answered(0, 0, Given(rating, 9.0), round_)
    grade = {1: 1, 2: 3, 3: 4, 4: 5}[rating] if round_ == 0 else 1 if rating == 1 else 4

    assert again is (grade < below and round_ < 3)
