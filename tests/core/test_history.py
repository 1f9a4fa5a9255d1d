"""The fold of one card and of many."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.history import Answer, CardRecord, fold_cards, fold_one
from cpsprep.core.item import BankId, CardId, Version
from cpsprep.core.sm2 import MAX_INTERVAL, NEW, PASS, CardState, Profile, schedule

BANK, CARD = BankId("b"), CardId("al-0001")
DAY = 20_000


def rows(*answers: tuple[int, int]) -> list[Answer]:
    """Answers of one card as (days after the first, grade)."""
    return [(BANK, CARD, DAY + day, grade, Version(f"v{grade}")) for day, grade in answers]


def fold_card(answers: list[Answer], profile: Profile = Profile.TEXT) -> CardRecord:
    ((_, record),) = fold_cards(answers, profile)
    return record


def by_the_letter(answers: list[Answer], profile: Profile) -> CardRecord:
    """The same in the plainest way: day by day with `schedule`."""
    state = NEW
    days = [(day, list(group)) for day, group in groupby(answers, key=lambda row: row[2])]
    for _, group in days:
        state = schedule(state, group[0][3], profile)
    day, last = days[-1]
    return CardRecord(
        state=state,
        due=day + state.interval,
        first_day=days[0][0],
        last_day=day,
        answers=len(days),
        misses=sum(group[0][3] < PASS for _, group in days),
        today_grade=last[-1][3],
        rounds=len(last) - 1,
        version=last[-1][4],
    )


def test_the_first_answer_of_a_day_schedules() -> None:
    record = fold_card(rows((0, 4), (1, 4), (7, 4)))
    assert (record.state, record.due) == (CardState(3, 15, 250), DAY + 7 + 15)


def test_later_answers_of_the_day_are_drill() -> None:
    record = fold_card(rows((0, 2), (0, 3), (0, 4)))
    assert record == CardRecord(CardState(0, 1, 250), DAY + 1, DAY, DAY, 1, 1, 4, 2, Version("v4"))


def test_the_drill_of_an_earlier_day_is_over() -> None:
    record = fold_card(rows((0, 2), (0, 4), (1, 5)))
    assert (record.rounds, record.today_grade, record.answers, record.misses) == (0, 5, 2, 1)


def test_an_interval_stays_within_the_calendar() -> None:
    answers = rows(*((day, 5) for day in range(30)))
    assert fold_card(answers).state == by_the_letter(answers, Profile.TEXT).state
    assert fold_card(answers).state.interval == MAX_INTERVAL


def test_the_ease_stays_above_its_least() -> None:
    answers = rows(*((day, 3) for day in range(12)))
    assert fold_card(answers) == by_the_letter(answers, Profile.TEXT)
    assert fold_card(answers).state.ease == 130


def test_nothing_folds_to_no_record() -> None:
    with pytest.raises(ValueError, match="no answer"):
        fold_one([])


@pytest.mark.parametrize("grade", [-1, 6])
def test_a_grade_out_of_range_is_refused(grade: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 5"):
        fold_card(rows((0, grade)))


def test_the_same_card_id_in_two_banks_is_two_cards() -> None:
    other = BankId("c")
    folded = dict(fold_cards([(BANK, CARD, DAY, 4, None), (other, CARD, DAY, 1, None)]))
    assert [folded[BANK, CARD].misses, folded[other, CARD].misses] == [0, 1]


def test_no_answers_fold_to_nothing() -> None:
    assert list(fold_cards([])) == []


ANSWERS = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 60), st.integers(0, 5)), min_size=1, max_size=60
)


@given(ANSWERS, st.sampled_from(Profile))
def test_the_fold_of_many_cards_is_schedule_by_the_letter(
    drawn: list[tuple[str, int, int]], profile: Profile
) -> None:
    answers: list[Answer] = sorted(
        [(BANK, CardId(card), DAY + day, grade, None) for card, day, grade in drawn],
        key=lambda row: (row[1], row[2]),
    )
    expected = {
        (BANK, card): by_the_letter(list(group), profile)
        for card, group in groupby(answers, key=lambda row: row[1])
    }
    assert dict(fold_cards(answers, profile)) == expected


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.sampled_from(Profile))
def test_one_card_answered_on_its_due_days_follows_schedule(grades: list[int], profile: Profile) -> None:
    state, day, answers = NEW, DAY, list[Answer]()
    for grade in grades:
        answers.append((BANK, CARD, day, grade, None))
        state = schedule(state, grade, profile)
        day += state.interval
    record = fold_card(answers, profile)
    assert (record.state, record.due) == (state, day)
