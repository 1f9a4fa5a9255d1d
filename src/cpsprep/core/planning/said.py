"""What the events about an exam say: the plan as it stands after the last word, and a board's result."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from cpsprep.core.days import from_date
from cpsprep.core.history import BoardResult, StudyPlan
from cpsprep.core.planning.study_days import weekdays_of

LEVELS: Final = ("below", "near", "above")
"""How boards rate an area that they give no percent for."""
_FULL: Final = 100


class Said:
    """Takes `planned` payloads in canonical order; the last word on each key counts, null forgets it."""

    __slots__ = ("begun", "keys", "made_on")

    def __init__(self) -> None:
        self.keys: dict[str, Any] = {}
        self.made_on: int | None = None
        self.begun: int | None = None

    def take(self, payload: Mapping[str, Any], study_day: int) -> None:
        """One more event of a study day."""
        before = day_of(text_of(self.keys, "exam_date"))
        self.keys.update(payload)
        exam = day_of(text_of(self.keys, "exam_date"))
        if exam is None:
            self.made_on = self.begun = None
            return
        if before is None or before <= study_day:
            self.begun = study_day
        if before != exam or "core" in payload or "window" in payload:
            self.made_on = study_day

    def plan(self) -> StudyPlan:
        """The plan as said; what does not fit its key is as if it had not been said."""
        keys = self.keys
        off = keys.get("days_off")
        mock_day = weekdays_of([text_of(keys, "mock_day") or ""])
        return StudyPlan(
            exam_date=text_of(keys, "exam_date"),
            board=text_of(keys, "board"),
            minutes_per_day=number_of(keys, "minutes_per_day"),
            blueprint=text_of(keys, "blueprint"),
            days_off=tuple(sorted(weekdays_of(filter_texts(off)))),
            mocks=text_of(keys, "mocks"),
            mock_day=min(mock_day, default=None),
            cut=_percent(keys.get("cut")),
            window=number_of(keys, "window"),
            core=number_of(keys, "core"),
            made_on=self.made_on,
            begun=self.begun,
        )


def result_of(payload: Mapping[str, Any]) -> BoardResult:
    """A board's result; an area with neither a level nor a percent is left out."""
    passed = payload.get("passed")
    said = payload.get("domains")
    areas: dict[str, str | float] = {}
    for area, value in said.items() if isinstance(said, Mapping) else ():
        percent = _percent(value)
        if value in LEVELS:
            areas[area] = str(value)
        elif percent is not None:
            areas[area] = percent
    return BoardResult(passed if isinstance(passed, bool) else None, text_of(payload, "date"), areas)


def day_of(exam_date: str | None) -> int | None:
    """The study day of an ISO date, None where it is none."""
    try:
        return None if exam_date is None else from_date(date.fromisoformat(exam_date))
    except ValueError:
        return None


def text_of(payload: Mapping[str, Any], name: str) -> str | None:
    value = payload.get(name)
    return value if isinstance(value, str) else None


def number_of(payload: Mapping[str, Any], name: str) -> int | None:
    value = payload.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def filter_texts(value: object) -> list[str]:
    """The texts of a list; none where it is no list."""
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _percent(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value <= _FULL else None  # type: ignore[arg-type, operator]
