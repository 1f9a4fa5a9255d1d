"""The options of `cpsprep plan set`, read with the same eyes as answers to its questions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from cpsprep.app.errors import UsageError
from cpsprep.cli.plan.reading import exam_day, minutes_a_day, mocks, off_days, weekdays
from cpsprep.cli.wiring import World
from cpsprep.core.days import to_date
from cpsprep.core.planning.mock_days import DAY
from cpsprep.core.planning.study_days import WEEKDAYS

if TYPE_CHECKING:
    from cpsprep.core.bank import Catalog

_FORGET: Final = "none"
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "exam-date": ("exam_date",),
    "blueprint": ("blueprint",),
    "minutes-per-day": ("minutes_per_day",),
    "days-off": ("days_off",),
    "mocks": ("mocks", "mock_day"),
    "mock-day": ("mock_day",),
    "pass-mark": ("cut",),
}
_FULL: Final = 100


def read_given(given: Mapping[str, str], here: World, catalog: "Catalog") -> dict[str, object]:
    """What is to be kept; None for what is to be forgotten.

    Raises:
        UsageError: an option cannot be read; the message names it.
    """
    said: dict[str, object] = {}
    for name, text in given.items():
        if text.strip().casefold() == _FORGET:
            said |= dict.fromkeys(_KEYS[name])
            continue
        try:
            said |= _read(name, text.strip(), here, catalog)
        except ValueError as refusal:
            raise UsageError(
                f"--{name} {text}: {refusal}", "cpsprep plan set --help shows examples"
            ) from None
    return said


def _read(name: str, text: str, here: World, catalog: "Catalog") -> Mapping[str, object]:
    match name:
        case "exam-date":
            return exam_day(text, to_date(here.clock.now().study_day))[0]
        case "blueprint":
            from cpsprep.app.outlines import blueprint_named

            return {"blueprint": blueprint_named(text, here.blueprints(), catalog).id}
        case "minutes-per-day":
            return minutes_a_day(text)[0]
        case "days-off":
            return off_days(text)[0]
        case "mocks":
            return mocks(text)[0]
        case "mock-day":
            days = weekdays(text)
            if len(days) > 1:
                raise ValueError("name one weekday")
            return {"mocks": DAY, "mock_day": WEEKDAYS[days[0]]}
        case _:
            return {"cut": percent(text)}


def percent(text: str) -> float:
    """A percentage.

    Raises:
        ValueError: it is none.
    """
    try:
        value = float(text.rstrip("%").strip())
    except ValueError:
        value = -1.0
    if not 0 < value <= _FULL:
        raise ValueError("write a number from 1 to 100")
    return value
