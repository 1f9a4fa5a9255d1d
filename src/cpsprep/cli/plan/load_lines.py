"""Minutes of the days to the exam: a bar a day for those who see bars, else days that are alike at once."""

from collections.abc import Iterator, Sequence
from typing import Final

from cpsprep.app.plan_show import PlanView
from cpsprep.cli.day_words import on_weekday, short_date
from cpsprep.cli.saying import counted
from cpsprep.cli.sections import Section
from cpsprep.core.planning.load import DayLoad
from cpsprep.core.planning.study_days import weekday

BAR: Final = 10
"""Characters of the longest bar, so that a line with its day and numbers stays within 40 columns."""
_BY_WEEK_FROM: Final = 64
"""Days to the exam from which a line is a week."""
_WEEK: Final = 7
_ALIKE: Final = 3
"""Minutes by which days may differ and still be told at once; they are only about right anyway."""


def load_section(view: PlanView, *, bars: bool) -> Section:
    """Days, or weeks where there are many."""
    if len(view.days) >= _BY_WEEK_FROM:
        weeks = [view.days[start : start + _WEEK] for start in range(0, len(view.days), _WEEK)]
        most = max(sum(day.minutes for day in week) for week in weeks)
        return Section("Minutes a week, about", tuple(_week_line(week, most, bars=bars) for week in weeks))
    mocks = {one.day for one in view.mocks}
    if bars:
        most = max(day.minutes for day in view.days)
        lines = tuple(_day_bar(day, most, mock=day.day in mocks) for day in view.days)
    else:
        lines = tuple(_run_line(run, mock=run[0].day in mocks) for run in _runs(view, mocks))
    return Section("Minutes a day, about", lines)


def _runs(view: PlanView, mocks: set[int]) -> Iterator[list[DayLoad]]:
    """Days that follow one another and are alike; days off, which were named already, part nothing."""
    run: list[DayLoad] = []
    for day in view.days:
        if weekday(day.day) in view.said.days_off and day.day not in mocks and not day.minutes:
            continue
        if run and not (_alike([*run, day]) and run[0].day not in mocks and day.day not in mocks):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _alike(days: Sequence[DayLoad]) -> bool:
    minutes = [round(day.minutes) for day in days]
    same = len({round(day.new) for day in days}) == len({bool(one) for one in minutes}) == 1
    return same and max(minutes) - min(minutes) <= _ALIKE


def _run_line(run: Sequence[DayLoad], *, mock: bool) -> str:
    first, last = run[0].day, run[-1].day
    least, most = (round(find(day.minutes for day in run)) for find in (min, max))
    new = round(run[0].new)
    name, a_day = on_weekday(first), ""
    if first != last:
        name, a_day = f"{short_date(first)} to {short_date(last)}", " a day"
    if not (most or new):
        return f"{name}: a mock exam." if mock else f"{name}: nothing planned."
    minutes = counted(most, "minute") if least == most else f"{least} to {counted(most, 'minute')}"
    parts = [minutes, *([f"{new} new"] if new else []), *(["and a mock exam"] if mock else [])]
    return f"{name}: {', '.join(parts)}{a_day}."


def _day_bar(day: DayLoad, most: float, *, mock: bool) -> str:
    parts = [*([f"{round(day.new)} new"] if round(day.new) else []), *(["mock"] if mock else [])]
    name = on_weekday(day.day)
    return f"{name:<10} {_bar(day.minutes, most)} {round(day.minutes):>3}  {', '.join(parts)}".rstrip()


def _week_line(week: Sequence[DayLoad], most: float, *, bars: bool) -> str:
    minutes, new = sum(day.minutes for day in week), round(sum(day.new for day in week))
    more = f"{new} new" if new else ""
    if bars:
        name = short_date(week[0].day)
        return f"{name:<6} {_bar(minutes, most)} {round(minutes):>4}  {more}".rstrip()
    parts = [counted(round(minutes), "minute"), *([more] if more else [])]
    return f"Week of {short_date(week[0].day)}: {', '.join(parts)}."


def _bar(value: float, most: float) -> str:
    filled = round(BAR * value / most) if most else 0
    return ("█" * max(filled, 1 if value else 0)).ljust(BAR)
