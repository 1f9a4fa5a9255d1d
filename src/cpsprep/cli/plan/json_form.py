"""A plan for programs; its keys are a promise."""

import json

from cpsprep.app.plan_show import PlanView
from cpsprep.core.days import to_date
from cpsprep.core.planning.study_days import WEEKDAYS


def as_json(view: PlanView | None, today: int) -> str:
    """One object; without a plan only its schema and `plan: null`."""
    return json.dumps({"schema": "cpsprep.plan/1", "plan": None if view is None else _told(view, today)})


def _told(view: PlanView, today: int) -> dict[str, object]:
    said, standing = view.said, view.standing
    return {
        "exam": _iso(view.exam),
        "days": view.exam - today,
        "day": standing.day,
        "of": standing.of,
        "board": said.board,
        "blueprint": view.outline.id,
        "areas": [
            {"id": one.id, "title": one.title, "share": round(one.share, 4)} for one in view.outline.areas
        ],
        "shares_known": view.outline.shares_known,
        "minutes_per_day": said.minutes_per_day,
        "days_off": [WEEKDAYS[day] for day in said.days_off],
        "own_pass_mark": said.cut,
        "window_from": _iso(view.window_from),
        "cards": {"known": view.known, "to_come": view.left, "left_out": view.beyond},
        "kept_for_mocks": {"items": view.kept, "used_up": view.used, "released": view.released},
        "missing_minutes": standing.missing,
        "minutes_for_all": view.refit.fit.enough,
        "mocks": [{"date": _iso(one.day), "items": one.items} for one in view.mocks],
        "load": [
            {
                "date": _iso(one.day),
                "minutes": round(one.minutes, 1),
                "reviews": round(one.reviews, 1),
                "new": round(one.new),
            }
            for one in view.days
        ],
    }


def _iso(day: int) -> str:
    return to_date(day).isoformat()
