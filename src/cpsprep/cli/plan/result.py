"""How an exam went, by options or by questions, and the way to the next one."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date as Date  # noqa: N812  (an option is called date)
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from cpsprep.app.errors import UsageError
from cpsprep.cli.plan.given import percent
from cpsprep.cli.plan.person import TRIES, EnoughError, Person
from cpsprep.cli.plan.reading import exam_day
from cpsprep.cli.saying import say
from cpsprep.cli.typed_words import NO, YES
from cpsprep.cli.wiring import World
from cpsprep.core.days import to_date
from cpsprep.core.exam_date import read_date
from cpsprep.core.planning.said import LEVELS

if TYPE_CHECKING:
    from cpsprep.adapters.log.sqlite_log import SqliteLog
    from cpsprep.core.exam.outline import Outline

Read = TypeVar("Read")
_YEAR: Final = 365
_PASS: Final = YES | {"pass", "passed"}
_FAIL: Final = NO | {"fail", "failed"}
_PASSED: Final = "Congratulations. Your plan ends here, and questions come as they would without an exam."
_AGAIN: Final = "Thank you for saying so. What you know stays with you, and many pass at another attempt."
_NOTED: Final = "Noted."


def keep_result(
    here: World,
    *,
    passed: bool | None,
    date: str | None,
    areas: Sequence[str],
    exam_date: str | None,
) -> None:
    """Keep a result that was given by options.

    Raises:
        UsageError: one of them cannot be read.
    """
    with here.writing_log("a result", "plain") as log:
        today = to_date(here.clock.now().study_day)
        on = None if date is None else _day_of(date, today)
        following = None
        if exam_date is not None:
            try:
                following = exam_day(exam_date, today)[0]
            except ValueError as refusal:
                raise UsageError(f"--exam-date {exam_date}: {refusal}") from None
        outline = _outline(here, log)
        told = dict(_area_given(one, outline) for one in areas)
        _keep(here, log, passed, on, told, following)


def ask_result(here: World) -> None:
    """Ask how it went; every question may be skipped."""
    person = Person(say, sys.stdin.readline)
    with here.writing_log("a result", "plain") as log:
        today = to_date(here.clock.now().study_day)
        outline = _outline(here, log)
        passed: bool | None = None
        told: dict[str, str | float] = {}
        following: Mapping[str, object] | None = None
        say("How did the exam go? Press Enter to skip a question, or type q to skip the rest.")
        try:
            passed = _until_read(person, "1. Did you pass? Type yes or no.", _yes_or_no)
            if not passed:
                say("2. What the board told of each area: below, near, above, or percent.")
                for area in outline.areas:
                    value = _until_read(person, f"{area.title}?", _area_value)
                    told |= {} if value is None else {area.id: value}
                following = _until_read(
                    person, "3. When is your next exam?", lambda text: exam_day(text, today)[0]
                )
        except EnoughError:
            say("The rest is skipped.")
        if passed is None and not told and following is None:
            say("Nothing was kept. To say it later: cpsprep plan result")
            return
        _keep(here, log, passed, None, told, following)


def _keep(
    here: World,
    log: "SqliteLog",
    passed: bool | None,
    on: Date | None,
    told: Mapping[str, str | float],
    following: Mapping[str, object] | None,
) -> None:
    from cpsprep.app.plan_after import record_result

    record_result(log, here.clock, passed=passed, on=on, areas=told)
    say(_NOTED if passed is None else _PASSED if passed else _AGAIN)
    if following is not None:
        from cpsprep.cli.plan.setting import keep

        keep(following, here, here.shelf(), log, say)
        if told:
            say("Areas that were weak come more often in this plan.")
    elif not passed:
        say("When you know your next date: cpsprep plan set --exam-date 12/28/2026")


def _outline(here: World, log: "SqliteLog") -> "Outline":
    from cpsprep.app.courses import outline_for

    history = log.history(here.clock.now().study_day)
    return outline_for(history, here.shelf().catalog(), here.blueprints())


def _area_given(text: str, outline: "Outline") -> tuple[str, str | float]:
    """An area and its result, as in ethics=below.

    Raises:
        UsageError: there is no such area, or no such result.
    """
    name, _, value = (part.strip() for part in text.partition("="))
    named = name.casefold()
    fitting = [
        one.id
        for one in outline.areas
        if named == one.id or (named and one.title.casefold().startswith(named))
    ]
    if len(fitting) != 1:
        known = ", ".join(one.id for one in outline.areas)
        raise UsageError(f"--area {text}: '{name}' is no area of {outline.title}", f"there are: {known}")
    try:
        return fitting[0], _area_value(value)
    except ValueError as refusal:
        raise UsageError(f"--area {text}: {refusal}") from None


def _area_value(text: str) -> str | float:
    """`below`, `near`, `above`, each without its last letters too, or percent; a letter alone may be a slip.

    Raises:
        ValueError: it is none of them.
    """
    level = next((one for one in LEVELS if len(text) > 1 and one.startswith(text.casefold())), None)
    if level is not None:
        return level
    try:
        return percent(text)
    except ValueError:
        raise ValueError("write below, near, above, or a number from 1 to 100") from None


def _until_read(person: Person, question: str, read: Callable[[str], Read]) -> Read | None:
    """Ask until it can be read; None when it is skipped."""
    for _ in range(TRIES):
        text = person.ask(question)
        if not text:
            return None
        try:
            return read(text)
        except ValueError as refusal:
            question = f"{refusal}, or press Enter to skip."
    return None


def _yes_or_no(text: str) -> bool:
    """Whether it says yes, or passed.

    Raises:
        ValueError: it says neither.
    """
    word = text.casefold().rstrip(".")
    if word not in _PASS | _FAIL:
        raise ValueError("Type yes or no")
    return word in _PASS


def _day_of(text: str, today: Date) -> Date:
    """A date; one without a year is the last of that name.

    Raises:
        UsageError: it cannot be read.
    """
    found = read_date(text, today - timedelta(days=_YEAR - 1))
    if found is None:
        raise UsageError(f"--date {text} is no date that can be read", "write it as month/day/year")
    return found
