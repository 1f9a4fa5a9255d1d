"""A plan in words: what is said when minutes are missing, or more would fit."""

from dataclasses import replace

import pytest

from cpsprep.app.plan import Fitting
from cpsprep.app.plan_show import PlanView
from cpsprep.cli.plan.lines import help_words, made_lines, sections
from cpsprep.core.exam.outline import Area, Outline
from cpsprep.core.history import StudyPlan
from cpsprep.core.planning.fitting import Fit
from cpsprep.core.planning.load import DayLoad
from cpsprep.core.planning.mock_days import MockDay
from cpsprep.core.planning.standing import PlanStatus

TODAY = 20_780
"""Monday, November 23, 2026."""
STANDING = PlanStatus(day=1, of=20, day_off=False, missing=0, more_a_day=0, limited=True)
VIEW = PlanView(
    said=StudyPlan(minutes_per_day=30),
    outline=Outline("board", "The board", (Area("role", "Role", 1.0),), {}),
    exam=TODAY + 20,
    standing=STANDING,
    window_from=TODAY + 15,
    known=20,
    left=60,
    beyond=40,
    kept=25,
    used=0,
    released=False,
    days=tuple(DayLoad(TODAY + day, 10.0, 5.0 if day < 12 else 0.0, 12.0) for day in range(20)),
    mocks=(),
    refit=Fitting(Fit(60, 0.0, 45, 5), 20, 100),
    seconds=45.0,
)

EMPTY = "There are no questions to plan with yet. To check the bank: cpsprep bank lint"
NO_REVIEW = "They come in no review before the exam."
KEEPING = "Nothing new is left to come: from here on it is about keeping what you know."
LAST_DAYS = "The last two days bring nothing new: what you know is worth more now."
QUICK = "You are quicker than the plan took for granted: 30 more questions would fit."
AFTERWARDS = (
    "25 questions that were kept for mock exams will come as all others do, from the day after your exam on."
)
UNSAID = "You did not say how many minutes a day you have; this takes about 45."


def said(view: PlanView, title: str = "What fits", *, bars: bool = False) -> list[str]:
    return next(list(one.lines) for one in sections(view, TODAY, bars=bars) if one.title == title)


def test_what_fits_is_said_in_full() -> None:
    assert said(VIEW) == [
        "80 of 120 questions fit, chosen to cover every area; that is the plan, not a failure.",
        "New questions: 5 a day, the last on Dec 4.",
        "From Dec 8 on every one of them comes once more.",
        "25 more are kept for mock exams. They come in no review before the exam.",
        "For all of them about 45 minutes a day would do.",
    ]


def test_missing_minutes_are_said_with_both_ways_out() -> None:
    behind = replace(
        VIEW, standing=replace(STANDING, missing=90, more_a_day=5), refit=Fitting(Fit(30, 0, 45, 5), 20, 100)
    )
    assert list(help_words(behind)) == [
        "About 90 minutes are missing until the exam. 5 more minutes a day would do.",
        "Or let the plan take fewer new questions: cpsprep plan set --again",
    ]
    assert len(list(help_words(replace(behind, refit=VIEW.refit)))) == 1


def test_who_is_quicker_hears_that_more_would_fit() -> None:
    quick = replace(VIEW, refit=Fitting(Fit(90, 0.0, 35, 5), 20, 100))
    assert list(help_words(quick)) == [f"{QUICK} To take them in: cpsprep plan set --again"]


def test_without_minutes_what_it_takes_is_said() -> None:
    unlimited = replace(VIEW, standing=replace(STANDING, limited=False))
    assert list(help_words(unlimited)) == [f"{UNSAID} To say it: cpsprep plan set --minutes-per-day 45"]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"beyond": 0}, "All 80 questions fit into your days before the exam."),
        ({"known": 0, "left": 0, "beyond": 0}, EMPTY),
        ({"known": 0, "left": 0}, "It is too late to begin any of the 40 questions and see it once more."),
        ({"window_from": TODAY}, "Until the exam every question you know comes once more."),
        ({"used": 3}, f"28 more are kept for mock exams, 3 of them used up. {NO_REVIEW}"),
        ({"released": True}, "No questions are kept for mock exams: you gave them free."),
        ({"left": 0, "days": VIEW.days[12:]}, KEEPING),
        ({"exam": TODAY + 2, "days": VIEW.days[18:]}, LAST_DAYS),
        ({"exam": TODAY + 1, "days": VIEW.days[19:]}, AFTERWARDS),
    ],
)  # fmt: skip
def test_what_is_out_of_the_ordinary_is_said(fields: dict[str, object], line: str) -> None:
    assert line in said(replace(VIEW, **fields))  # type: ignore[arg-type]


def test_mock_exams_are_named_with_their_days() -> None:
    mocks = (MockDay(TODAY - 2, 25), MockDay(TODAY, 25), MockDay(TODAY + 9, 20))
    assert said(replace(VIEW, mocks=mocks), "Mock exams on the way") == [
        "Waiting since Nov 21: 25 questions.",
        "Today: 25 questions.",
        "Dec 2: 20 questions.",
        "To take one: cpsprep exam start --items 25",
    ]


DAYS = "Minutes a day, about"


def test_days_that_are_alike_are_told_at_once() -> None:
    assert said(VIEW, DAYS) == [
        "Nov 23 to Dec 4: 12 minutes, 5 new a day.",
        "Dec 5 to Dec 12: 12 minutes a day.",
    ]


def test_days_that_are_about_alike_are_told_with_their_range() -> None:
    days = tuple(
        DayLoad(TODAY + n, 9.0, 5.0, minutes) for n, minutes in enumerate((20.0, 29.6, 27.0, 30.1, 34))
    )
    assert said(replace(VIEW, days=days), DAYS) == [
        "Mon Nov 23: 20 minutes, 5 new.",
        "Nov 24 to Nov 26: 27 to 30 minutes, 5 new a day.",
        "Fri Nov 27: 34 minutes, 5 new.",
    ]


def test_a_mock_exam_has_a_line_of_its_own() -> None:
    days = said(replace(VIEW, mocks=(MockDay(TODAY, 25), MockDay(TODAY + 1, 25))), DAYS)
    assert days[:3] == [
        "Mon Nov 23: 12 minutes, 5 new, and a mock exam.",
        "Tue Nov 24: 12 minutes, 5 new, and a mock exam.",
        "Nov 25 to Dec 4: 12 minutes, 5 new a day.",
    ]


def test_a_day_may_be_filled_by_its_mock_exam() -> None:
    full = replace(VIEW, mocks=(MockDay(TODAY, 75),), days=(DayLoad(TODAY, 0.0, 0.0, 0.0),))
    assert said(full, DAYS) == ["Mon Nov 23: a mock exam."]


def test_days_off_that_were_named_part_nothing_and_others_are_told() -> None:
    empty = {TODAY + n: DayLoad(TODAY + n, 0.0, 0.0, 0.0) for n in (5, 6, 12, 13)}
    off = replace(VIEW, days=tuple(empty.get(day.day, day) for day in VIEW.days[:12]))
    assert said(off, DAYS) == [
        "Nov 23 to Nov 27: 12 minutes, 5 new a day.",
        "Nov 28 to Nov 29: nothing planned.",
        "Nov 30 to Dec 4: 12 minutes, 5 new a day.",
    ]
    named = replace(off, said=StudyPlan(minutes_per_day=30, days_off=(5, 6)))
    assert said(named, DAYS) == ["Nov 23 to Dec 4: 12 minutes, 5 new a day."]


def test_with_bars_every_day_has_its_line() -> None:
    days = said(replace(VIEW, mocks=(MockDay(TODAY, 25),)), DAYS, bars=True)
    assert (days[0], days[12], len(days)) == (
        "Mon Nov 23 ██████████  12  5 new, mock", "Sat Dec 5  ██████████  12", 20,
    )  # fmt: skip


def test_many_days_are_weeks() -> None:
    far = replace(VIEW, days=VIEW.days * 4)
    assert said(far, "Minutes a week, about")[0] == "Week of Nov 23: 84 minutes, 35 new."
    assert said(far, "Minutes a week, about", bars=True)[0] == "Nov 23 ██████████   84  35 new"


def test_on_the_day_of_the_exam_there_is_nothing_to_plan() -> None:
    now = replace(VIEW, exam=TODAY)
    assert [one.title for one in sections(now, TODAY, bars=False)] == ["Your plan"]
    assert next(made_lines(now, TODAY)) == "Your exam is today. There is nothing left to plan. All the best."


def test_what_the_learner_said_is_repeated() -> None:
    told = said(replace(VIEW, said=StudyPlan(None, "Illinois", 30, None, (5, 6), cut=72.5)), "Your plan")
    assert told[2:6] == [
        "Your board: Illinois.",
        "30 minutes a day.",
        "Days off: Saturday and Sunday.",
        "Your own pass mark: 72.5 percent.",
    ]
