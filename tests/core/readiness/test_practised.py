"""How studied questions would go: today, and on the day of the exam."""

import pytest

from cpsprep.core.catalog import entries_of
from cpsprep.core.history import CardRecord
from cpsprep.core.item import Cloze, Kind
from cpsprep.core.memory.recall import foreseen, recalled, trace
from cpsprep.core.readiness.guessing import guessed
from cpsprep.core.readiness.practised import Practised, practised
from cpsprep.core.sm2 import CardState
from fakes_study import BASIC, DAY, bank, item

ENTRIES = entries_of(bank(item("q-1"), item("q-2", BASIC)))
CHOICE, CARD = ((entry.bank, entry.card) for entry in ENTRIES)
KEPT = trace([(DAY - 9, 4), (DAY - 8, 4)])
STATE = CardState(2, 6, 250)
RECORD = CardRecord(STATE, DAY - 2, DAY - 9, DAY - 8, 2, 0, 4, 0, None)
EXAM = DAY + 20


def of(exam: int | None = EXAM) -> Practised | None:
    return practised(ENTRIES, {CARD: KEPT}, {CARD: RECORD}, DAY, exam)


def test_without_a_studied_question_there_is_nothing_to_say() -> None:
    assert practised(ENTRIES, {}, {}, DAY) is None


def test_without_an_exam_ahead_only_today_is_told() -> None:
    today = Practised(1, recalled(KEPT, DAY))

    assert of(exam=None) == of(exam=DAY) == of(exam=DAY - 3) == today


def test_the_day_of_the_exam_is_told_with_and_without_reviews() -> None:
    found = of()

    assert found is not None
    assert found.faded == recalled(KEPT, EXAM)
    assert found.planned == foreseen(KEPT, STATE, DAY, EXAM)


def test_choices_can_be_guessed_right() -> None:
    found = practised(ENTRIES, {CHOICE: KEPT}, {CHOICE: RECORD}, DAY)

    assert found == Practised(1, guessed(recalled(KEPT, DAY), 0.25))


def test_it_is_the_mean_of_all() -> None:
    fresh = trace([(DAY, 5)])
    found = practised(ENTRIES, {CARD: KEPT, CHOICE: fresh}, {}, DAY)

    assert found is not None
    assert found.n == 2
    assert found.now == pytest.approx((recalled(KEPT, DAY) + 1) / 2)


def test_only_where_something_was_studied_today_tomorrow_is_told_too() -> None:
    fresh = trace([(DAY, 5)])
    found = practised(ENTRIES, {CARD: KEPT, CHOICE: fresh}, {}, DAY)
    earlier = practised(ENTRIES, {CARD: KEPT}, {}, DAY)

    assert found is not None
    assert found.tomorrow == pytest.approx(
        (recalled(KEPT, DAY + 1) + guessed(recalled(fresh, DAY + 1), 0.25)) / 2
    )
    assert earlier is not None
    assert earlier.tomorrow is None


def test_a_text_with_two_gaps_is_one_question_and_each_gap_counts_for_the_share() -> None:
    gaps = entries_of(bank(item("q-1", Cloze("{{c1::a}} {{c2::b}}", (1, 2)))))
    first, second = ((entry.bank, entry.card) for entry in gaps)
    found = practised(gaps, {first: KEPT, second: trace([(DAY - 1, 4)])}, {}, DAY)

    assert found is not None
    assert found.n == 1
    assert found.now == pytest.approx((recalled(KEPT, DAY) + recalled(trace([(DAY - 1, 4)]), DAY)) / 2)


def test_what_was_answered_today_is_not_asked_again_today() -> None:
    record = RECORD._replace(last_day=DAY, due=DAY)
    found = practised(ENTRIES, {CARD: KEPT}, {CARD: record}, DAY, EXAM)

    assert found is not None
    assert found.planned == foreseen(KEPT, STATE, DAY + 1, EXAM)


def test_a_card_outside_the_schedule_only_fades() -> None:
    found = practised(ENTRIES, {CARD: KEPT}, {}, DAY, EXAM)

    assert found is not None
    assert found.planned == found.faded


def test_nobody_guesses_a_card_that_grades_itself() -> None:
    assert ENTRIES[1].kind is Kind.BASIC
    assert practised(ENTRIES[1:], {CARD: KEPT}, {}, DAY) == Practised(1, recalled(KEPT, DAY))
