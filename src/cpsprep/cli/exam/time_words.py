"""Times of an exam in words: how long, until when, what is left."""

from typing import Final

from cpsprep.cli.saying import counted
from cpsprep.core.days import local_time
from cpsprep.core.exam.clock import Notice, break_left, deadline, left
from cpsprep.core.exam.exam import Exam
from cpsprep.core.exam.paper import MINUTE_MS

_HOUR: Final = 60
_NEAR: Final = 10 * MINUTE_MS
"""Below this, seconds are told too."""


def duration(ms: int) -> str:
    """A length of time; what is left over is dropped, so that nobody is promised too much."""
    minutes, seconds = ms // MINUTE_MS, ms % MINUTE_MS // 1000
    hours, rest = divmod(minutes, _HOUR)
    if hours:
        return " ".join([counted(hours, "hour"), *([counted(rest, "minute")] if rest else [])])
    if ms >= _NEAR or (minutes and not seconds):
        return counted(minutes, "minute")
    return " ".join([*([counted(minutes, "minute")] if minutes else []), counted(seconds, "second")])


def exact(ms: int) -> str:
    """A length of time with its seconds, where there are some."""
    seconds = ms % MINUTE_MS // 1000
    if ms < _NEAR or not seconds:
        return duration(ms)
    return f"{duration(ms)} {counted(seconds, 'second')}"


def clock_time(at_ms: int, offset_min: int) -> str:
    """A time of the day, such as 14:05."""
    return f"{local_time(at_ms, offset_min):%H:%M}"


def day_and_time(at_ms: int, offset_min: int) -> str:
    """A date and a time, such as Monday, November 23, 14:05."""
    local = local_time(at_ms, offset_min)
    return f"{local:%A, %B} {local.day}, {local:%H:%M}"


def left_words(exam: Exam, at_ms: int) -> str:
    """What is left of the time, and of the breaks, as sentences."""
    remaining = left(exam, at_ms)
    if remaining is None:
        return "This exam has no clock."
    said = f"{duration(remaining)} left."
    pause = break_left(exam, at_ms)
    if exam.break_since is not None:
        return f"{said} The clock stands still for {duration(pause)} more."
    return f"{said} Breaks: {duration(pause)} left." if exam.paper.rules.break_minutes else said


def short_left(exam: Exam, at_ms: int) -> str:
    """What is left, for a corner of the screen: 1:12 hours and minutes, then minutes, at last seconds."""
    remaining = left(exam, at_ms)
    if remaining is None:
        return ""
    minutes = remaining // MINUTE_MS
    if minutes >= _HOUR:
        return f"{minutes // _HOUR} h {minutes % _HOUR:02} min"
    return f"{minutes} min" if minutes else f"{remaining // 1000} s"


def until_words(exam: Exam, at_ms: int) -> str:
    """That the clock goes on without anybody there, and until when."""
    # Who does not come back uses up the whole break, so its end counts, and not the present.
    since = exam.break_since
    idle_ms = at_ms if since is None else max(at_ms, since + break_left(exam, since))
    end = deadline(exam, idle_ms)
    if end is None:
        return "There is no clock; take your time."
    when = day_and_time(end, exam.paper.offset_min) if end - at_ms >= 12 * 60 * MINUTE_MS else None
    until = when or clock_time(end, exam.paper.offset_min)
    if exam.break_since is not None:
        return f"Your break goes on while its time lasts, then the clock runs again, at most until {until}."
    return f"The clock goes on, until {until}. What is answered by then counts."


def notice_words(notice: Notice, exam: Exam, at_ms: int) -> str:
    """A warning on the way."""
    remaining = duration(left(exam, at_ms) or 0)
    return f"Half of the time is over: {remaining} left." if notice is Notice.HALF else f"{remaining} left."
