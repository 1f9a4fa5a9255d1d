"""The today screen: the exam, the work, and what to type next."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.app.today import Today
from cpsprep.cli.saying import wrapped
from cpsprep.cli.today import today_json, today_lines
from cpsprep.core.planning.catchup import CatchUp
from cpsprep.core.planning.mock_days import MockDay
from cpsprep.core.planning.standing import PlanStatus
from fakes_cli import cpsprep

REVIEW = "Next, type: cpsprep review"

PASSED = (
    "The date of your exam has passed. To say how it went: cpsprep plan result."
    " To set another, or none: cpsprep start"
)


def test_a_usual_day() -> None:
    seen = Today(review=18, new=8, minutes=26, exam_in=20, cards=90)

    assert today_lines(seen) == [
        "Exam in 20 days.",
        "Today: 18 to review, 8 new.",
        "About 26 minutes.",
        REVIEW,
    ]


def test_without_a_date_the_exam_is_not_spoken_of() -> None:
    assert today_lines(Today(new=1, minutes=1, cards=1)) == ["Today: 1 new.", "About 1 minute.", REVIEW]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (20, "Exam in 20 days."),
        (1, "Exam tomorrow."),
        (0, "Exam today."),
        (-1, PASSED),
        (-40_000, PASSED),
    ],
)
def test_how_far_the_exam_is(days: int, words: str) -> None:
    assert today_lines(Today(exam_in=days, review=1, cards=1))[0] == words


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (Today(review=1), "Today: 1 to review."),
        (Today(new=8), "Today: 8 new."),
        (Today(drill=2), "Today: 2 to repeat from earlier today."),
        (Today(review=1, new=8, drill=2), "Today: 1 to review, 8 new, 2 to repeat from earlier today."),
    ],
)
def test_only_what_there_is_is_named(seen: Today, words: str) -> None:
    assert today_lines(seen)[0] == words


def test_the_first_time_begins_with_the_questions_about_you() -> None:
    assert (
        today_lines(Today(new=20, minutes=15, cards=90), first_time=True)[-1] == "Next, type: cpsprep start"
    )


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (Today(cards=90, next_in=1), ["Done for today. The next questions come tomorrow."]),
        (Today(cards=90, next_in=6), ["Done for today. The next questions come in 6 days."]),
        (Today(cards=90), ["Done for today."]),
        (
            Today(cards=90, next_in=1, more_new=True),
            [
                "Done for today. The next questions come tomorrow.",
                "For more new questions today: cpsprep review --new 10",
            ],
        ),
        (
            Today(cards=1, set_aside=1),
            ["Done for today.", "1 question is set aside. To see them: cpsprep aside"],
        ),
    ],
    ids=["tomorrow", "later", "nothing in sight", "more new", "set aside"],
)
def test_a_day_that_is_done(seen: Today, words: list[str]) -> None:
    assert today_lines(seen) == words


def test_an_empty_bank_is_told() -> None:
    assert today_lines(Today()) == [
        "There are no questions to study yet. To check the bank: cpsprep bank lint"
    ]


def test_an_empty_bank_is_no_first_lesson() -> None:
    assert today_lines(Today(), first_time=True) == today_lines(Today())


def test_what_a_mistake_hides_is_told() -> None:
    assert today_lines(Today(left_out=1, review=1, cards=1))[0] == (
        "1 question is left out because of mistakes in the bank. To see them: cpsprep bank lint"
    )


def test_a_pile_is_told_without_scolding() -> None:
    assert today_lines(Today(review=62, cards=900, catch_up=CatchUp(430, 7, 62)))[0] == (
        "430 questions have piled up; that happens. "
        "Today brings 62 of them, and in about 7 days you have caught up."
    )


def test_all_of_it_fits_forty_columns() -> None:
    seen = Today(
        review=1000, new=100, drill=10, minutes=999, exam_in=-1, left_out=9, catch_up=CatchUp(999, 99, 99)
    )
    lines = [part for line in today_lines(seen) for part in wrapped(line, 40).split("\n")]

    assert max(map(len, lines)) <= 40


def test_the_command_alone_is_the_today_screen(tmp_path: Path) -> None:
    done = cpsprep(home=tmp_path / "home")

    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("Next, type: cpsprep start\n")


def test_looking_writes_no_log(tmp_path: Path) -> None:
    cpsprep(home=tmp_path / "home")

    assert not (tmp_path / "home" / "data").exists()


def test_after_the_set_up_the_review_is_next(tmp_path: Path) -> None:
    cpsprep("start", home=tmp_path / "home")

    assert cpsprep(home=tmp_path / "home").out.endswith("Next, type: cpsprep review\n")


def test_json_holds_every_count_under_its_name() -> None:
    told = json.loads(today_json(Today(review=3, new=2, exam_in=20, catch_up=CatchUp(500, 7, 72))))

    assert told["schema"] == "cpsprep.today/1"
    assert (told["review"], told["new"], told["exam_in"]) == (3, 2, 20)
    assert told["catch_up"] == {"overdue": 500, "days": 7, "today": 72}


STANDING = PlanStatus(day=12, of=40, day_off=False, missing=0, more_a_day=0, limited=True)
MOCK = MockDay(20_000, 25)


def on_the_way(**fields: object) -> list[str]:
    """What someone sees in the middle of a plan."""
    seen = Today(exam_in=28, review=24, new=9, minutes=25, cards=300, plan=STANDING)
    return today_lines(seen._replace(**fields))  # type: ignore[arg-type]


def test_under_a_plan_the_day_serves_the_date() -> None:
    assert on_the_way() == [
        "Exam in 28 days: day 12 of 40.",
        "Today: 24 to review, 9 new.",
        "About 25 minutes.",
        "You are on course.",
        "Next, type: cpsprep review",
    ]


def test_who_is_behind_is_told_kindly_what_helps() -> None:
    assert on_the_way(plan=replace(STANDING, missing=90, more_a_day=4))[3] == (
        "Your days to the exam are about 90 minutes short; that happens. 4 more minutes a day would do."
        " What else helps: cpsprep plan show"
    )


def test_without_minutes_a_day_there_is_no_course_to_be_on() -> None:
    assert "You are on course." not in on_the_way(plan=replace(STANDING, limited=False))


def test_a_mock_exam_of_today_is_named_with_its_command() -> None:
    mock = replace(STANDING, mock=MOCK, mock_minutes=19)
    line = "Also today: a mock exam of 25 questions, about 19 minutes: cpsprep exam start --items 25"
    assert on_the_way(plan=mock)[4] == line
    assert on_the_way(plan=mock, review=0, new=0)[-1] == line


def test_a_day_off_asks_for_nothing() -> None:
    off = replace(STANDING, day_off=True)
    assert on_the_way(plan=off, new=0)[1:] == [
        "Today is a day off, so nothing has to be done. Waiting for you: 24 to review.",
        "To study all the same, type: cpsprep review",
    ]
    assert on_the_way(plan=off, review=0, new=0, next_in=1)[1:] == [
        "Today is a day off. The next questions come tomorrow."
    ]


def test_done_for_today_says_how_the_plan_stands() -> None:
    assert on_the_way(review=0, new=0, next_in=1)[1:] == [
        "Done for today. The next questions come tomorrow.",
        "You are on course.",
    ]


def test_who_begins_on_the_eve_hears_no_praise_and_no_blame() -> None:
    eve = replace(STANDING, day=1, of=1, too_late=True)
    assert on_the_way(exam_in=1, plan=eve, review=0, new=0, more_new=True) == [
        "Exam tomorrow: day 1 of 1.",
        "Nothing is planned for today: a question that is new now would not come again before your exam.",
        "What you bring from your training and your work counts there too.",
        "For more new questions today: cpsprep review --new 10",
    ]


@pytest.mark.parametrize("fields", [{}, {"limited": False}, {"missing": 90, "more_a_day": 4}])
def test_after_days_that_were_missed_the_way_to_spread_the_new_is_named(fields: dict[str, object]) -> None:
    assert on_the_way(plan=replace(STANDING, crowded=True, **fields))[3] == (  # type: ignore[arg-type]
        "Days were missed, so more new questions come at once; that happens."
        " To spread them over the days that are left: cpsprep plan set --again"
    )


def test_on_the_day_of_the_exam_nothing_has_to_be_studied() -> None:
    assert on_the_way(exam_in=0, review=0, new=0) == [
        "Exam today.",
        "Nothing has to be studied today. All the best.",
    ]


def test_the_plan_is_told_to_programs() -> None:
    told = json.loads(today_json(Today(plan=replace(STANDING, mock=MOCK))))["plan"]
    assert (told["day"], told["of"], told["missing"], told["mock"]) == (12, 40, 0, 25)
    assert json.loads(today_json(Today()))["plan"] is None
