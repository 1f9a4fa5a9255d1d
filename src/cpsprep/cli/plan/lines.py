"""A plan in words: what the learner said, what fits, what is kept for mock exams, and what would help."""

from collections.abc import Iterator
from typing import Final

from cpsprep.app.plan_show import PlanView
from cpsprep.cli.day_words import in_days, short_date
from cpsprep.cli.exam.board_words import CHECK, shares_words
from cpsprep.cli.plan.load_lines import load_section
from cpsprep.cli.plan.reading import weekdays_words
from cpsprep.cli.saying import counted
from cpsprep.cli.sections import Section
from cpsprep.core.days import long_date, to_date
from cpsprep.core.planning.pacing import REST_DAYS

MORE: Final = 10
"""So many more questions have to fit before it is worth a word."""


def made_lines(view: PlanView, today: int) -> Iterator[str]:
    """What is said when a plan was made."""
    yield _when(view, today)
    if view.exam > today:
        yield from _fits(view, today)
        yield "To see every day: cpsprep plan show"
    yield CHECK


def sections(view: PlanView, today: int, *, bars: bool) -> list[Section]:
    """The whole plan."""
    shown = [Section("Your plan", tuple(_plan(view, today)))]
    if view.exam > today:
        shown.append(Section("What fits", tuple(_fits(view, today))))
        if view.mocks:
            shown.append(Section("Mock exams on the way", tuple(_mocks(view, today))))
        shown.append(load_section(view, bars=bars))
    return shown


def _plan(view: PlanView, today: int) -> Iterator[str]:
    said = view.said
    yield _when(view, today)
    yield f"The exam: {view.outline.title}. {shares_words(view.outline)}"
    if said.board:
        yield f"Your board: {said.board}."
    if said.minutes_per_day:
        yield f"{counted(said.minutes_per_day, 'minute')} a day."
    if said.days_off:
        yield f"Days off: {weekdays_words(said.days_off)}."
    if said.cut is not None:
        yield f"Your own pass mark: {said.cut:g} percent."
    yield CHECK


def _when(view: PlanView, today: int) -> str:
    if view.exam == today:
        return "Your exam is today. There is nothing left to plan. All the best."
    standing = view.standing
    return (
        f"Exam: {long_date(to_date(view.exam))}, {in_days(view.exam - today)}."
        f" Day {standing.day} of {standing.of}."
    )


def _fits(view: PlanView, today: int) -> Iterator[str]:
    yield from _taken(view)
    yield from _new_words(view, today)
    if view.window_from > today:
        yield f"From {short_date(view.window_from)} on every one of them comes once more."
    elif view.known:
        yield "Until the exam every question you know comes once more."
    yield from _kept(view, today)
    yield from help_words(view)


def _taken(view: PlanView) -> Iterator[str]:
    all_ = view.takes + view.beyond
    if all_ and not view.takes:
        yield f"It is too late to begin any of the {counted(all_, 'question')} and see it once more."
        return
    if not all_:
        yield "There are no questions to plan with yet. To check the bank: cpsprep bank lint"
    elif not view.beyond:
        yield f"All {counted(all_, 'question')} fit into your days before the exam."
    else:
        yield (
            f"{view.takes} of {all_} questions fit, chosen to cover every area;"
            " that is the plan, not a failure."
        )


def _new_words(view: PlanView, today: int) -> Iterator[str]:
    news = [day for day in view.days if round(day.new)]
    if not news:
        if view.exam - today <= REST_DAYS:
            yield "The last two days bring nothing new: what you know is worth more now."
            yield "To take new questions all the same: cpsprep review --new 10"
        elif view.takes:
            yield "Nothing new is left to come: from here on it is about keeping what you know."
    else:
        most, least = max(round(day.new) for day in news), min(round(day.new) for day in news)
        number = str(most) if most == least else f"{least} to {most}"
        yield f"New questions: {number} a day, the last on {short_date(news[-1].day)}."


def _kept(view: PlanView, today: int) -> Iterator[str]:
    if view.released:
        yield "No questions are kept for mock exams: you gave them free."
    elif view.exam - today <= REST_DAYS:
        if view.kept:
            were = counted(view.kept, "question that was", "questions that were")
            yield f"{were} kept for mock exams will come as all others do, from the day after your exam on."
    elif view.kept or view.used:
        used = f", {view.used} of them used up" if view.used else ""
        yield (
            f"{view.kept + view.used} more are kept for mock exams{used}."
            " They come in no review before the exam."
        )


def help_words(view: PlanView) -> Iterator[str]:
    """Where the minutes are not enough, that they are not, and what would help."""
    standing, fit = view.standing, view.refit.fit
    if not standing.limited:
        if fit.enough is not None and view.takes:
            yield (
                f"You did not say how many minutes a day you have; this takes about {fit.enough}."
                f" To say it: cpsprep plan set --minutes-per-day {fit.enough}"
            )
        return
    if standing.missing:
        yield (
            f"About {counted(standing.missing, 'minute')} are missing until the exam."
            f" {counted(standing.more_a_day, 'more minute', 'more minutes')} a day would do."
        )
        if fit.new < view.left:
            yield "Or let the plan take fewer new questions: cpsprep plan set --again"
    elif fit.new > view.left + MORE:
        yield (
            f"You are quicker than the plan took for granted: {fit.new - view.left} more questions would fit."
            " To take them in: cpsprep plan set --again"
        )
    elif view.beyond and fit.enough is not None and fit.enough > (view.said.minutes_per_day or 0):
        yield f"For all of them about {fit.enough} minutes a day would do."


def _mocks(view: PlanView, today: int) -> Iterator[str]:
    for one in view.mocks:
        when = "Today" if one.day == today else short_date(one.day)
        when = f"Waiting since {when}" if one.day < today else when
        yield f"{when}: {counted(one.items, 'question')}."
    items = view.mocks[0].items
    yield f"To take one: cpsprep exam start --items {items}"
