"""`cpsprep schedule`: what SM-2 makes of a list of grades, for those who want to see the arithmetic."""

from collections.abc import Sequence
from typing import Annotated, Final

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.saying import counted
from cpsprep.core.sm2 import NEW, CardState, Profile
from cpsprep.core.sm2 import schedule as after_grade

GRADES: Final = {str(grade): grade for grade in range(6)}
_SHOWN: Final = 20
_OWN: Final = """\
cpsprep schedule 3,3,4 shows what SM-2
makes of grades from 0 to 5.
Your own schedule is elsewhere.
Due today: cpsprep review
The next 14 days: cpsprep stats
Your answers: cpsprep data path"""


def schedule(
    grades: Annotated[
        list[str] | None, typer.Argument(help="Grades from 0 (no idea) to 5 (at once), such as 3,3,4.")
    ] = None,
    profile: Annotated[
        Profile,
        typer.Option(case_sensitive=False, help="Which reading of SM-2."),
    ] = Profile.TEXT,
    json: Annotated[bool, typer.Option("--json", help="A list of objects, one a grade.")] = False,
) -> None:
    """Show repetitions, interval and ease after each grade.

    Each grade is one review on the day it is due; a day's drill changes nothing. The interval is in days.
    With --json each grade gives {"grade", "repetitions", "interval", "ease"}, the ease with two decimals.
    """
    given = read_grades(grades or ())
    after = states_after(given, profile)
    if json:
        typer.echo(as_json(given, after))
        if not given:
            typer.echo(_OWN, err=True)
    elif given:
        typer.echo(as_text(given, after, profile))
    else:
        typer.echo(_OWN)


def read_grades(words: Sequence[str]) -> list[int]:
    """Grades between commas or spaces, in any mix; what is empty is passed over.

    Raises:
        UsageError: a part is not a grade.
    """
    parts = " ".join(words).replace(",", " ").split()
    for position, part in enumerate(parts, 1):
        if part not in GRADES:
            shown = part if len(part) <= _SHOWN else f"{part[:_SHOWN]}..."
            raise UsageError(
                f"grade {position} of {len(parts)}, {shown!r}, is not a whole number from 0 to 5",
                "put commas between grades, for example: cpsprep schedule 3,3,4",
            )
    return [GRADES[part] for part in parts]


def states_after(grades: Sequence[int], profile: Profile) -> list[CardState]:
    """The state after each grade, from a new card on."""
    after: list[CardState] = []
    for grade in grades:
        after.append(after_grade(after[-1] if after else NEW, grade, profile))
    return after


def as_text(grades: Sequence[int], after: Sequence[CardState], profile: Profile) -> str:
    """A line a grade, at most 40 columns for any real history."""
    lines = [f"After each grade, {profile.value}:"]
    for grade, state in zip(grades, after, strict=True):
        days = counted(state.interval, "day")
        lines.append(f"{grade}: repetitions {state.repetitions}, {days}, ease {_ease(state)}")
    return "\n".join(lines)


def as_json(grades: Sequence[int], after: Sequence[CardState]) -> str:
    """Written by hand, since `json` drops the second decimal of 2.50."""
    rows = (
        f'{{"grade": {grade}, "repetitions": {state.repetitions},'
        f' "interval": {state.interval}, "ease": {_ease(state)}}}'
        for grade, state in zip(grades, after, strict=True)
    )
    return "[" + ",\n ".join(rows) + "]"


def _ease(state: CardState) -> str:
    whole, hundredths = divmod(state.ease, 100)
    return f"{whole}.{hundredths:02}"
