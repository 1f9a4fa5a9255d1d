"""A plan in words: what fits, what is kept, and every day to the exam, with bars for those who see them."""

from collections.abc import Iterator, Sequence
from typing import Final

from cpsprep.app.plan_show import PlanView
from cpsprep.cli.day_words import in_days, on_weekday, short_date
from cpsprep.cli.exam.board_words import CHECK, shares_words
from cpsprep.cli.plan.reading import weekdays_words
from cpsprep.cli.saying import counted
from cpsprep.cli.sections import Section
from cpsprep.core.days import long_date, to_date
from cpsprep.core.planning.load import DayLoad
from cpsprep.core.planning.pacing import REST_DAYS

BAR: Final = 10
"""Characters of the longest bar, so that a line with its day and numbers stays within 40 columns."""
_BY_WEEK_FROM: Final = 64
"""Days to the exam from which a line is a week."""
_WEEK: Final = 7
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
        title, days = _days(view, bars=bars)
        shown.append(Section(title, tuple(days)))
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
    yield from _kept(view)
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


def _kept(view: PlanView) -> Iterator[str]:
    if view.released:
        yield "No questions are kept for mock exams: you gave them free."
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


def _days(view: PlanView, *, bars: bool) -> tuple[str, Iterator[str]]:
    if len(view.days) < _BY_WEEK_FROM:
        most = max(day.minutes for day in view.days)
        return "Minutes a day, about", (_day_line(day, most, view, bars=bars) for day in view.days)
    weeks = [view.days[start : start + _WEEK] for start in range(0, len(view.days), _WEEK)]
    most = max(sum(day.minutes for day in week) for week in weeks)
    return "Minutes a week, about", (_week_line(week, most, bars=bars) for week in weeks)


def _day_line(day: DayLoad, most: float, view: PlanView, *, bars: bool) -> str:
    mock = any(one.day == day.day for one in view.mocks)
    minutes = round(day.minutes)
    parts = [f"{round(day.new)} new"] if round(day.new) else []
    parts += ["mock" if bars else "and a mock exam"] if mock else []
    name = on_weekday(day.day)
    if bars:
        return f"{name:<10} {_bar(day.minutes, most)} {minutes:>3}  {', '.join(parts)}".rstrip()
    if not minutes and not parts:
        return f"{name}: nothing planned."
    return f"{name}: {', '.join([counted(minutes, 'minute'), *parts])}."


def _week_line(week: Sequence[DayLoad], most: float, *, bars: bool) -> str:
    minutes, new = sum(day.minutes for day in week), round(sum(day.new for day in week))
    more = f"{new} new" if new else ""
    if bars:
        return f"{short_date(week[0].day):<6} {_bar(minutes, most)} {round(minutes):>4}  {more}".rstrip()
    parts = [counted(round(minutes), "minute"), *([more] if more else [])]
    return f"Week of {short_date(week[0].day)}: {', '.join(parts)}."


def _bar(value: float, most: float) -> str:
    filled = round(BAR * value / most) if most else 0
    return ("█" * max(filled, 1 if value else 0)).ljust(BAR)
