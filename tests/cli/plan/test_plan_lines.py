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
from cpsprep.core.planning.standing import Standing

TODAY = 20_780
"""Monday, November 23, 2026."""
STANDING = Standing(day=1, of=20, day_off=False, missing=0, more_a_day=0, limited=True)
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


def test_days_are_lines_and_many_days_are_weeks() -> None:
    days = said(replace(VIEW, mocks=(MockDay(TODAY, 25),)), "Minutes a day, about")
    assert (days[0], days[12], len(days)) == (
        "Mon Nov 23: 12 minutes, 5 new, and a mock exam.", "Sat Dec 5: 12 minutes.", 20,
    )  # fmt: skip
    off = replace(VIEW, days=(*VIEW.days[:19], DayLoad(TODAY + 19, 0.0, 0.0, 0.0)))
    assert said(off, "Minutes a day, about")[-1] == "Sat Dec 12: nothing planned."
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
