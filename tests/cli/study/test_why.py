"""Why a question comes today."""

from dataclasses import replace

import pytest

from cpsprep.app.study import as_question
from cpsprep.cli.study.why import why_today
from cpsprep.core.catalog import entries_of
from cpsprep.core.days import to_date
from cpsprep.core.history import CardRecord
from cpsprep.core.planning.planned import Planned, Reason, Why
from cpsprep.core.sm2 import CardState
from fakes_study import DAY, FakeShelf, bank, item

BANK = bank(item())
(ENTRY,) = entries_of(BANK)
RECORD = CardRecord(CardState(2, 6, 260), DAY, DAY - 20, DAY - 6, 2, 0, 4, 0, ENTRY.version)


def why(
    reason: Reason | None = None, record: CardRecord | None = None, *, last_day: int | None = None
) -> str:
    """What is said of a question that was planned so; `last_day` is of an answer in this sitting."""
    planned = None if reason is None else Planned(ENTRY, reason, record)
    question = as_question(ENTRY, record, FakeShelf([BANK]))
    if last_day is not None:
        question = replace(question, last_day=last_day)
    return why_today(question, planned, DAY)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason(Why.NEW), "It is new. A few new questions come each day."),
        (Reason(Why.DUE), "It is due today."),
        (Reason(Why.OVERDUE, 1), "It was due yesterday."),
        (Reason(Why.OVERDUE, 9), "It was due 9 days ago."),
        (Reason(Why.AHEAD, 1), "It is due tomorrow; you asked for questions ahead of time."),
        (Reason(Why.AHEAD, 4), "It is due in 4 days; you asked for questions ahead of time."),
        (
            Reason(Why.DRILL),
            "You missed it or guessed earlier today. Asking again does not change its schedule.",
        ),
        (Reason(Why.MOCK), "It was wrong, or a guess, in a mock exam."),
        (Reason(Why.KEY_CHANGED), "Its answer was corrected since you last saw it."),
        (Reason(Why.PRACTICE), "This is practice; it does not change the schedule."),
    ],
    ids=lambda value: f"{value.why.value} {value.days}" if isinstance(value, Reason) else "",
)
def test_the_reason_is_said_in_words(reason: Reason, words: str) -> None:
    assert why(reason) == words


def test_every_reason_has_words() -> None:
    assert all(why(Reason(one)) for one in Why)


def test_what_the_schedule_knows_follows() -> None:
    last = to_date(DAY - 6)

    assert why(Reason(Why.DUE), RECORD) == (
        f"It is due today. You last answered it on {last:%B} {last.day}; it was then due 6 days later. "
        "SM-2: 2 in a row, interval 6 days, ease 2.60."
    )


def test_one_day_is_no_plural() -> None:
    text = why(Reason(Why.DUE), RECORD._replace(state=CardState(0, 1, 250)))

    assert "due 1 day later" in text
    assert "interval 1 day, " in text


@pytest.mark.parametrize(("misses", "words"), [(1, "Missed 1 time so far."), (8, "Missed 8 times so far.")])
def test_misses_are_counted(misses: int, words: str) -> None:
    assert words in why(Reason(Why.DUE), RECORD._replace(misses=misses))


def test_without_a_miss_none_is_spoken_of() -> None:
    assert "Missed" not in why(Reason(Why.DUE), RECORD)


def test_a_day_of_another_year_is_said_with_it() -> None:
    last = to_date(DAY - 400)

    assert f"{last:%B} {last.day}, {last.year};" in why(Reason(Why.DUE), RECORD._replace(last_day=DAY - 400))


DRILL = why(Reason(Why.DRILL))


@pytest.mark.parametrize("reason", [Reason(Why.NEW), Reason(Why.DUE), Reason(Why.KEY_CHANGED)])
def test_what_was_missed_in_this_sitting_comes_back_as_drill(reason: Reason) -> None:
    assert why(reason, RECORD, last_day=DAY) == DRILL


def test_practice_of_what_was_answered_today_is_practice() -> None:
    text = why(Reason(Why.PRACTICE), RECORD._replace(last_day=DAY))

    assert text.startswith("This is practice; it does not change the schedule. You last answered it today;")


def test_a_key_that_changed_after_todays_answer_is_no_drill() -> None:
    text = why(Reason(Why.KEY_CHANGED), RECORD._replace(last_day=DAY))

    assert text.startswith("Its answer was corrected")


def test_what_an_undo_brought_back_was_not_planned() -> None:
    assert why() == "You asked to see it again."


@pytest.mark.parametrize(("last", "is_said"), [(-6, False), (-5, True)])
def test_a_card_that_a_plan_brings_sooner_says_so(last: int, *, is_said: bool) -> None:
    words = "Your plan brings it sooner, so that you see it once more before the exam."
    assert (words in why(Reason(Why.DUE), RECORD._replace(last_day=DAY + last))) is is_said
