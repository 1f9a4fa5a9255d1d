"""Words about a day and its work, the same wherever they are said."""

from typing import Final

from cpsprep.cli.saying import counted
from cpsprep.core.days import to_date
from cpsprep.core.planning.catchup import CatchUp

MORE_NEW: Final = "For more new questions today: cpsprep review --new 10"
EMPTY: Final = "There are no questions to study yet. To check the bank: cpsprep bank lint"


def in_days(days: int) -> str:
    """A number of days from today, as people say it."""
    if days <= 0:
        return "today"
    return "tomorrow" if days == 1 else f"in {days} days"


def short_date(day: int) -> str:
    """A study day near by, such as Dec 28."""
    date = to_date(day)
    return f"{date:%b} {date.day}"


def on_weekday(day: int) -> str:
    """A study day near by with its weekday, such as Mon Dec 28."""
    return f"{to_date(day):%a} {short_date(day)}"


def left_out_words(count: int) -> str:
    """How many questions a mistake in the bank hides, and where to look."""
    are = counted(count, "question is", "questions are")
    return f"{are} left out because of mistakes in the bank. To see them: cpsprep bank lint"


def piled_words(pile: CatchUp) -> str:
    """That a break is fine, and how the pile grows small."""
    have = counted(pile.overdue, "question has", "questions have")
    share = f"Today brings {pile.today} of them" if pile.today else "Today's share is done"
    return f"{have} piled up; that happens. {share}, and in about {pile.days} days you have caught up."


def next_words(days: int | None) -> str:
    """When more questions come, as a sentence; "" when none are in sight."""
    return "" if days is None else f"The next questions come {in_days(days)}."


def aside_words(count: int) -> str:
    """How many questions were put away, and where they are."""
    return f"{counted(count, 'question is', 'questions are')} set aside. To see them: cpsprep aside"
