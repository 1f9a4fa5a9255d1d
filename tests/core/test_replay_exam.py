"""What the log says of an exam: the plan, what was shown, what a mock exam missed, a board's result."""

from typing import Any

import pytest

from cpsprep.core.days import to_date
from cpsprep.core.events import FROM_ANKI, Event, EventType, Fact, Mode
from cpsprep.core.history import BoardResult, CardKey, History
from cpsprep.core.item import CardId, ItemId, ItemKey
from cpsprep.core.replay import replay
from fakes_log import BANK, DAY, answer, event, fact, void

AHEAD = to_date(DAY + 40).isoformat()
PLAN = fact("plan", EventType.PLANNED, None, payload={"exam_date": AHEAD})
ENDED = fact("end", EventType.EXAM_ENDED, None, payload={"exam": "x"})
KEY: CardKey = (BANK, CardId("al-0001"))
ITEM: ItemKey = (BANK, ItemId("al-0001"))


def planned(**payload: Any) -> Fact:  # noqa: ANN401
    return fact(f"p{sorted(payload)}", EventType.PLANNED, None, payload=payload)


def told(*facts: Fact, today: int = DAY + 1) -> History:
    """One fact a day, from DAY on."""
    return replay([event(one, DAY + n, n + 1) for n, one in enumerate(facts)], today)


def on(day: int, seq: int, made: Fact) -> Event:
    return event(made, day, seq)


def test_a_plan_is_read_whole() -> None:
    plan = told(
        planned(
            exam_date=AHEAD, minutes_per_day=30, blueprint="il-crss", days_off=["sun", "sat"],
            mocks="day", mock_day="sat", cut=72.5, window=8, core=280,
        )
    ).plan  # fmt: skip
    assert (plan.exam_date, plan.minutes_per_day, plan.blueprint, plan.days_off) == (
        AHEAD,
        30,
        "il-crss",
        (5, 6),
    )
    assert (plan.mocks, plan.mock_day, plan.cut, plan.window, plan.core) == ("day", 5, 72.5, 8, 280)
    assert (plan.made_on, plan.begun) == (DAY, DAY)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("days_off", "sun"), ("days_off", [1, None]), ("mock_day", "noday"), ("cut", True), ("cut", 101),
        ("window", "8"), ("core", 2.5), ("blueprint", 7), ("mocks", []),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_as_if_it_had_not_been_said(key: str, value: object) -> None:
    assert told(planned(**{key: value})).plan == told().plan


def test_a_new_date_on_the_way_does_not_begin_the_way_anew() -> None:
    later = to_date(DAY + 60).isoformat()
    plan = told(PLAN, fact("b", EventType.PLANNED, None, payload={"exam_date": later})).plan
    assert (plan.begun, plan.made_on) == (DAY, DAY + 1)


def test_a_word_on_the_board_alone_leaves_the_numbers_standing() -> None:
    assert told(PLAN, planned(board="Ours")).plan.made_on == DAY


def test_new_numbers_are_of_their_day() -> None:
    assert told(PLAN, planned(window=4, core=90)).plan.made_on == DAY + 1


@pytest.mark.parametrize("between", [planned(exam_date=None), planned(board="Ours")])
def test_a_date_after_an_exam_or_after_none_begins_a_new_way(between: Fact) -> None:
    facts = [event(planned(exam_date=to_date(DAY + 3).isoformat()), DAY, 1), event(between, DAY + 1, 2)]
    again = fact("again", EventType.PLANNED, None, payload={"exam_date": AHEAD})
    plan = replay([*facts, event(again, DAY + 5, 3)], DAY + 6).plan
    assert (plan.begun, plan.made_on) == (DAY + 5, DAY + 5)


def test_without_a_date_nothing_has_begun() -> None:
    plan = told(PLAN, planned(exam_date=None)).plan
    assert (plan.begun, plan.made_on) == (None, None)


@pytest.mark.parametrize(
    "shown",
    [
        fact("s", EventType.SEEN, item=ItemId("al-0001")),
        answer("s", mode=Mode.PRACTICE),
        answer("s", None, mode=Mode.EXAM),
        answer("s", None),
    ],
    ids=["left", "practised", "in a mock exam", "without a grade"],
)
def test_what_was_shown_without_a_review_answer_is_seen(shown: Fact) -> None:
    assert told(PLAN, shown).seen == {ITEM: DAY + 1}


def test_the_first_day_counts() -> None:
    seen = [fact(name, EventType.SEEN, item=ItemId("al-0001")) for name in "ab"]
    assert told(PLAN, *seen, today=DAY + 9).seen == {ITEM: DAY + 1}


def test_an_answer_taken_back_had_been_shown() -> None:
    assert told(PLAN, answer("a"), void("x", "a")).seen == {ITEM: DAY + 1}


def test_a_copy_that_came_home_from_anki_had_not() -> None:
    facts = [event(PLAN), event(answer("a"), DAY, 1, FROM_ANKI), event(void("x", "a"), DAY, 2)]
    assert replay(facts, DAY).seen == {}


@pytest.mark.parametrize(
    "facts",
    [
        (answer("a"),),
        (fact("s", EventType.SEEN, None),),
        (fact("f", EventType.FLAGGED, item=ItemId("al-0001")),),
    ],
    ids=["an answer that counts", "nothing named", "a flag"],
)
def test_nothing_else_is_seen(facts: tuple[Fact, ...]) -> None:
    assert told(PLAN, *facts).seen == {}


def test_without_a_plan_in_force_nobody_asks() -> None:
    seen = fact("s", EventType.SEEN, item=ItemId("al-0001"))
    assert told(seen).seen == {}
    assert told(PLAN, seen, today=DAY + 41).seen == {}


def exam(id_: str, correct: bool | None, card: str = "al-0001", **payload: Any) -> Fact:  # noqa: ANN401
    return answer(id_, None, card, mode=Mode.EXAM, correct=correct, payload=payload)


@pytest.mark.parametrize(
    ("given", "missed"),
    [
        (exam("a", False), {KEY: DAY}),
        (exam("a", True, confidence="guess"), {KEY: DAY}),
        (exam("a", True), {}),
        (exam("a", None), {}),
        (answer("a", 1, mode=Mode.PRACTICE, correct=False), {}),
        (fact("a", EventType.ANSWERED, None, mode=Mode.EXAM, correct=False), {}),
    ],
    ids=["wrong", "guessed", "right", "unknown", "practice", "of no card"],
)
def test_what_a_mock_exam_missed(given: Fact, missed: dict[CardKey, int]) -> None:
    assert told(given, ENDED).missed_in_mock == missed


def test_the_last_mock_answer_of_a_card_counts() -> None:
    assert told(exam("a", False), exam("b", True), ENDED).missed_in_mock == {}
    assert told(exam("a", True), exam("b", False), ENDED).missed_in_mock == {KEY: DAY + 1}


def test_a_mock_answer_taken_back_missed_nothing() -> None:
    assert told(exam("a", False), ENDED, void("x", "a")).missed_in_mock == {}


def test_a_mock_exam_ends_once_however_often_that_was_written() -> None:
    again = fact("end2", EventType.EXAM_ENDED, None, payload={"exam": "x"})
    other = fact("end3", EventType.EXAM_ENDED, None)
    assert told(ENDED, again, other).mocks_ended == (DAY, DAY + 2)


def test_the_last_result_of_a_board_counts() -> None:
    areas = {"ethics": "below", "role": 62, "crisis": "fine", "x": 400, "y": None}
    first = fact("a", EventType.BOARD_RESULT, None, payload={"passed": True})
    last = fact(
        "b", EventType.BOARD_RESULT, None, payload={"passed": False, "date": "2024-10-03", "domains": areas}
    )
    expected = BoardResult(passed=False, date="2024-10-03", areas={"ethics": "below", "role": 62.0})
    assert told(first, last).board_result == expected


@pytest.mark.parametrize("payload", [{}, {"passed": "yes", "date": 5, "domains": ["ethics"]}])
def test_a_result_from_elsewhere_may_say_nothing(payload: dict[str, Any]) -> None:
    assert told(fact("a", EventType.BOARD_RESULT, None, payload=payload)).board_result == BoardResult()


def test_the_pool_is_released_for_good() -> None:
    released = fact("r", EventType.POOL_RELEASED, None)
    assert (told().pool_released, told(released).pool_released) == (False, True)
    assert told(released, void("x", "r")).pool_released is False


def test_the_time_of_a_mock_exam_is_studying_of_its_day() -> None:
    """On purpose: a learner's minutes are those of the day, whatever fills them."""
    mock = fact("m", mode=Mode.EXAM, payload={"ms": 40_000})
    review = fact("r", mode=Mode.REVIEW, payload={"ms": 20_000})

    assert replay([on(DAY, 1, mock), on(DAY, 2, review)], DAY).seconds_today == 60
    assert replay([on(DAY - 1, 1, mock)], DAY).seconds_today == 0
