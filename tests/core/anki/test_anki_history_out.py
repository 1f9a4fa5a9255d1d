"""What a learner's answers become in Anki: rows of its review log, and how each card stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.anki.history_out import CardSchedule, Given, RevlogRow, RowKind, standings
from cpsprep.core.events import Mode
from cpsprep.core.history import fold_one
from cpsprep.core.item import CardId
from cpsprep.core.sm2 import Profile
from fakes_anki import BANK, DAY, NOON

CARD = CardId("al-0001")
KEY = (BANK, CARD)
LATE = NOON + 10_000 * DAY


def answer(
    day: int = 0,
    grade: int | None = 4,
    *,
    after: int = 0,
    card: str = CARD,
    device: str = "laptop",
    mode: str | None = Mode.REVIEW,
    correct: bool | None = True,
    ms: int = 4000,
) -> Given:
    """An answer so many days and milliseconds after noon of a day."""
    at = NOON + day * DAY + after
    return Given(BANK, CardId(card), at, NOON // DAY + day, device, mode, grade, correct, ms)


def stand(*answers: Given, now: int = LATE, profile: Profile = Profile.TEXT) -> CardSchedule:
    cards, _ = standings(answers, now, profile)
    return cards[KEY]


def rows(*answers: Given) -> list[RevlogRow]:
    return list(stand(*answers).rows)


@pytest.mark.parametrize(("grade", "button"), [(0, 1), (1, 1), (2, 1), (3, 2), (4, 3), (5, 4)])
def test_grades_become_buttons(grade: int, button: int) -> None:
    assert rows(answer(grade=grade))[0].button == button


def test_a_first_answer_is_a_learning_row_with_the_time_of_the_answer_as_its_number() -> None:
    assert rows(answer()) == [RevlogRow(NOON, 3, 1, 0, 2500, 4000, RowKind.LEARNING)]


def test_later_days_are_reviews_and_repeats_of_a_day_are_relearning() -> None:
    made = rows(answer(), answer(1, 4), answer(7, 1), answer(7, 4, after=1), answer(8, 3))
    assert [(row.kind, row.last_interval, row.interval, row.factor) for row in made] == [
        (RowKind.LEARNING, 0, 1, 2500),
        (RowKind.REVIEW, 1, 6, 2500),
        (RowKind.REVIEW, 6, 1, 2500),
        (RowKind.RELEARNING, 1, 1, 2500),
        (RowKind.REVIEW, 1, 1, 2360),
    ]


def test_repeats_of_the_first_day_are_learning() -> None:
    assert [row.kind for row in rows(answer(grade=1), answer(after=1))] == [RowKind.LEARNING] * 2


def test_a_card_stands_as_sm_2_left_it() -> None:
    found = stand(answer(), answer(1, 5), answer(7, 2), answer(8, 0))
    assert (found.due, found.interval, found.factor) == (NOON // DAY + 9, 1, 2600)
    assert (found.reviews, found.lapses) == (4, 1)


@pytest.mark.parametrize(
    ("grade", "correct", "button"), [(None, True, 3), (None, False, 1), (4, None, 3), (1, True, 1)]
)
@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.EXAM])
def test_practice_and_exams_leave_rows_that_schedule_nothing(
    mode: str, grade: int | None, correct: bool | None, button: int
) -> None:
    found = stand(answer(grade=grade, mode=mode, correct=correct))
    assert found == CardSchedule((RevlogRow(NOON, button, 0, 0, 0, 4000, RowKind.FILTERED),))
    assert found.reviews == 0


def test_an_answer_that_nobody_judged_leaves_nothing() -> None:
    assert standings([answer(grade=None, correct=None)], LATE) == ({}, 0)


def test_anki_keeps_at_most_a_minute() -> None:
    assert rows(answer(ms=90_000))[0].ms == 60_000


def test_an_ease_beyond_what_anki_can_hold_stops_there() -> None:
    answers = [answer(day, 5) for day in range(660)]
    assert stand(*answers).factor == 65_535


def test_answers_of_one_millisecond_get_rows_of_their_own() -> None:
    made, _ = standings([answer(), answer(card="ba-0001"), answer(card="cl-0001#c2")], LATE)
    assert sorted(row.number for one in made.values() for row in one.rows) == [NOON, NOON + 1, NOON + 2]


def test_rows_that_came_from_anki_keep_their_numbers() -> None:
    made, _ = standings([answer(), answer(card="ba-0001", device="anki")], LATE)
    assert made[BANK, CardId("ba-0001")].rows[0].number == NOON
    assert made[KEY].rows[0].number == NOON + 1


@pytest.mark.parametrize("now", [NOON - 1, 0])
def test_an_answer_from_the_future_schedules_and_has_no_row(now: int) -> None:
    cards, skewed = standings([answer()], now)
    assert (cards[KEY].rows, cards[KEY].due, skewed) == ((), NOON // DAY + 1, 1)


_answers = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=30
)


@given(_answers, st.sampled_from(Profile))
def test_a_card_in_anki_stands_as_the_fold_says(drawn: list[tuple[int, int, int]], profile: Profile) -> None:
    answers = [answer(day, grade, after=after) for day, grade, after in sorted(drawn)]
    record = fold_one([(one.study_day, one.grade or 0) for one in answers], profile)
    found = stand(*answers, profile=profile)
    assert (found.due, found.interval, found.factor) == (
        record.due,
        record.state.interval,
        record.state.ease * 10,
    )
    numbers = [row.number for row in found.rows]
    assert len(set(numbers)) == len(answers) == found.reviews
    assert found.rows[0].kind is RowKind.LEARNING
    assert found.lapses <= record.misses
